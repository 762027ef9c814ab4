import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { loadConfig } from '../config.js'
import type { AnswersOnErase, PersonAnswer, Traces } from '../privacy/person.js'
import type { Store } from '../store/store.js'
import { UsageError } from './errors.js'
import { withStore } from './open-for-command.js'
import { forgetPerson, noteInAudit } from './wire-privacy.js'

interface EraseFlags {
  readonly published?: string
  readonly dryRun?: true
  readonly json?: true
}

const WHO = `
ID is what the person gives you: a mail address, the reference of a ticket or a booking (VB-2026-0001), or the key of
a platform (slack:T0123/U0456, web:...). From one of them the others are found, as far as the desk knows they belong
together: an address that was proven, the tickets and bookings of one key.`

/** Adds `vraagbaak person`: what is kept about somebody, and forgetting it. */
export function registerPerson(program: Command): void {
  const person = program.command('person').description('what is kept about one person, and forgetting it')
  person
    .command('export <id>')
    .description('everything about somebody, as JSON')
    .option('--file <file>', 'write it to a new file, which only you can read, instead of printing it')
    .addHelpText('after', WHO)
    .action(exportPerson)
  person
    .command('erase <id>')
    .description('forget somebody, everywhere; also when a backup is put back later')
    .option('--published <choice>', 'keep or withdraw: answers among the documents that came from the person')
    .option('--dry-run', 'change nothing; show what there is')
    .option('--json', 'print {erased, published} as JSON')
    .addHelpText(
      'after',
      `${WHO}

Conversations, mails, proofs and drafts go; tickets and bookings stay as numbers that name nobody, and what colleagues
were told about them is blanked. A session that is still to come goes on; cancel it first when that is meant. What a
platform holds itself (messages in Slack or Teams, mails that were delivered) is removed there.`,
    )
    .action(erasePerson)
}

async function exportPerson(id: string, { file }: { readonly file?: string }): Promise<void> {
  await withStore(async (store) => {
    const traces = await known(store, id)
    const found = await store.persons.export(traces)
    const now = new Date()
    const text = `${JSON.stringify({ id, at: now.toISOString(), ...found }, null, 2)}\n`
    if (file === undefined) process.stdout.write(text)
    else writeNew(file, text)
    await noteInAudit(store, 'person.export', '', now)
  })
}

function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    const exists = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
    if (!exists) throw cause
    throw new UsageError(`${file} exists already; give the export a name of its own`)
  }
  process.stdout.write(`${file}: ${Buffer.byteLength(text)} bytes\n`)
}

async function erasePerson(id: string, { published, dryRun, json }: EraseFlags): Promise<void> {
  const choice = choiceOf(published)
  const config = loadConfig(process.env)
  await withStore(async (store) => {
    const traces = await known(store, id)
    const answers = await store.persons.answers(traces)
    if (dryRun) {
      process.stdout.write(await preview(store, traces, answers, json === true))
      return
    }
    if (answers.length > 0 && choice === null) throw new UsageError(mustChoose(answers))
    const erased = await forgetPerson(store, config, traces, answers, choice ?? 'keep', new Date())
    const kept = choice === 'withdraw' ? [] : answers
    process.stdout.write(json ? `${JSON.stringify({ erased, published: kept })}\n` : described(erased))
  })
}

function choiceOf(published: string | undefined): AnswersOnErase | null {
  if (published === undefined || published === 'keep' || published === 'withdraw') return published ?? null
  throw new UsageError('--published must be keep or withdraw')
}

async function known(store: Store, id: string): Promise<Traces> {
  const traces = await store.persons.traces(id)
  if (traces !== null) return traces
  throw new UsageError(
    'nothing is kept under this name; try the address, the reference of a ticket, or the key that "vraagbaak tickets show REFERENCE --json" gives as asker.person',
  )
}

function mustChoose(answers: readonly PersonAnswer[]): string {
  const list = answers.map(({ id, ticket, title }) => `  ${id}  from ${ticket}  ${title}`)
  return [
    'answers among the documents came from questions of this person:',
    ...list,
    'read them at /staff/answers, and say --published keep (nothing in them is personal) or --published withdraw',
  ].join('\n')
}

async function preview(
  store: Store,
  traces: Traces,
  answers: readonly PersonAnswer[],
  json: boolean,
): Promise<string> {
  const { tables } = await store.persons.export(traces)
  const found = Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, rows.length]))
  if (json) return `${JSON.stringify({ found, published: answers })}\n`
  const published = answers.map(({ id, title }) => `published  ${id}  ${title}\n`)
  return [
    `${traces.tickets.length} tickets, ${traces.bookings.length} bookings\n`,
    described(found),
    ...published,
  ].join('')
}

function described(rows: Readonly<Record<string, number>>): string {
  const lines = Object.entries(rows).map(([table, number]) => `${table.padEnd(18)} ${number}\n`)
  return lines.length === 0 ? 'nothing\n' : lines.join('')
}
