import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { registerMembers } from '../../src/cli/members.js'

const HEADER = 'name,kind,mailDomains,teamsTenants,slackTeams\n'
let folder = ''
let before: string | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraagbaak-members-'))
  mkdirSync(join(folder, 'organisation'))
  before = process.env.KNOWLEDGE_DIR
  process.env.KNOWLEDGE_DIR = folder
})
afterEach(() => {
  if (before === undefined) delete process.env.KNOWLEDGE_DIR
  else process.env.KNOWLEDGE_DIR = before
  rmSync(folder, { recursive: true })
})

async function members(...args: string[]): Promise<string> {
  const written: string[] = []
  const program = new Command().exitOverride()
  registerMembers(program, { write: (text) => written.push(text) })
  await program.parseAsync(['members', ...args], { from: 'user' })
  return written.join('')
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

it('puts a list in the place of the present one, says what changed, and keeps the old one', async () => {
  await members(
    'import',
    file('a.csv', `${HEADER}Gemeente A,gemeente,a.example,,\nOCMW A,ocmw,a.example,,\n`),
  )
  const said = await members(
    'import',
    file('b.csv', `${HEADER}Gemeente A,gemeente,a.example,,\nAGB B,agb,b.example,,\n`),
  )
  expect(said).toMatch(/^2 bodies in .*members\.csv \(1 new, 1 gone; .*previous\)/)
  expect(readFileSync(join(folder, 'organisation/members.csv.previous'), 'utf8')).toContain('OCMW A')
  expect(await members('list')).toBe('Gemeente A (gemeente): a.example\nAGB B (agb): b.example\n')
  expect(JSON.parse(await members('list', '--json'))).toHaveLength(2)
  expect(await members('show', 'x@b.example')).toBe('AGB B (agb)\n')
  expect(JSON.parse(await members('show', 'x@c.example', '--json'))).toMatchObject({ known: false })
  expect(await members('export')).toContain('AGB B,agb')
})

it('leaves the present list as it is when one line is wrong, and names every bad line', async () => {
  await members('import', file('a.csv', `${HEADER}Gemeente A,gemeente,a.example,,\n`))
  const wrong = file('b.csv', `${HEADER}Gemeente A,stad,a.example,,\nX,agb,@x,,\n`)
  await expect(members('import', wrong)).rejects.toMatchObject({
    problems: [
      { line: 2, field: 'kind' },
      { line: 3, field: 'mailDomains' },
    ],
  })
  expect(await members('list')).toContain('Gemeente A (gemeente)')
  await expect(members('import', join(folder, 'nowhere.csv'))).rejects.toThrow(
    /nowhere\.csv.*cannot be read/s,
  )
})

it('only checks when asked to', async () => {
  expect(await members('import', '--check', file('a.csv', `${HEADER}Gemeente A,gemeente,,,\n`))).toContain(
    '1 bodies',
  )
  await expect(members('list')).rejects.toThrow(/members\.csv/)
})
