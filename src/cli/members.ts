import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { FileError, readFileText } from '../checked-yaml.js'
import { loadConfig } from '../config.js'
import { type MemberBody, parseMemberBodies, readMemberBodies } from '../members/bodies.js'
import { identify } from '../members/identify.js'
import { UsageError } from './errors.js'
import { sampleKnowledge } from './wire-desk.js'

/** Where the command prints. */
export interface MembersOutput {
  write(text: string): unknown
}

interface JsonOption {
  readonly json?: true
}

/** Adds `vraagbaak members`: the bodies whose people may read what is for members. */
export function registerMembers(program: Command, output: MembersOutput = process.stdout): void {
  const members = program
    .command('members')
    .description('the member bodies, and by what their people are recognised')
  members
    .command('list')
    .description('the bodies the desk knows')
    .option('--json', 'print them as JSON')
    .action(({ json }: JsonOption) => {
      const bodies = readMemberBodies(membersFile())
      output.write(json ? `${JSON.stringify(bodies)}\n` : bodies.map(line).join(''))
    })
  members
    .command('show')
    .argument('<address>', 'a mail address')
    .description('for which bodies somebody with this address asks')
    .option('--json', 'print {known, kind, body, bodies} as JSON')
    .action((address: string, { json }: JsonOption) => {
      if (!address.includes('@')) throw new UsageError('give a mail address, such as an@zonnegem.be')
      const { known, kind, body, bodies } = identify(
        { outsider: false, mail: address },
        readMemberBodies(membersFile()),
      )
      const words = known ? `${bodies.join(', ')} (${kind})` : 'nobody the desk knows'
      output.write(json ? `${JSON.stringify({ known, kind, body, bodies })}\n` : `${words}\n`)
    })
  members
    .command('import')
    .argument('<file>', 'a CSV file with the columns name,kind,mailDomains,teamsTenants,slackTeams')
    .description('check a list of bodies and put it in the place of the present one')
    .option('--check', 'only check it')
    .action((file: string, { check }: { readonly check?: true }) => {
      output.write(check ? checked(file) : imported(file))
    })
  members
    .command('export')
    .description('the list as CSV, as it stands')
    .action(() => {
      output.write(readFileSync(membersFile(), 'utf8'))
    })
}

function checked(file: string): string {
  const bodies = readMemberBodies(file)
  return `${file} is right: ${bodies.length} bodies.\n`
}

/** The old list stays beside the new one; a desk that runs takes the new one over within the minute. */
function imported(file: string): string {
  const text = readFileText(file, 'a CSV file')
  const read = parseMemberBodies(text, file)
  if ('problems' in read) throw new FileError(read.problems)
  const target = membersFile()
  mkdirSync(dirname(target), { recursive: true })
  const before = existsSync(target) ? parseMemberBodies(readFileSync(target, 'utf8'), target) : null
  if (existsSync(target)) copyFileSync(target, `${target}.previous`)
  writeFileSync(`${target}.new`, text)
  renameSync(`${target}.new`, target)
  return `${read.bodies.length} bodies in ${target}${difference(before, read.bodies)}.\n`
}

function difference(before: ReturnType<typeof parseMemberBodies> | null, now: readonly MemberBody[]): string {
  if (before === null || 'problems' in before) return ''
  const old = new Set(before.bodies.map(({ name }) => name))
  const names = new Set(now.map(({ name }) => name))
  const added = now.filter(({ name }) => !old.has(name)).length
  const removed = before.bodies.filter(({ name }) => !names.has(name)).length
  return ` (${added} new, ${removed} gone; the old list is in members.csv.previous)`
}

function membersFile(): string {
  const { knowledgeDir } = loadConfig(process.env)
  return join(knowledgeDir ?? sampleKnowledge(), 'organisation', 'members.csv')
}

function line({ name, kind, mailDomains }: MemberBody): string {
  return `${name} (${kind})${mailDomains.length > 0 ? `: ${mailDomains.join(', ')}` : ''}\n`
}
