import { query, type TestDatabase } from '../store/databases.js'
import type { Member, Received } from './kill-run-member.js'

/** What is wrong at the end of a run; all zero and empty when nothing is. */
export interface Findings {
  /** Messages accepted without one reply of their own. */
  readonly lost: number
  /** Replies too many for one message. */
  readonly doubled: number
  readonly parked: number
  readonly stillOpen: number
  /** In words, at most a few of a kind. */
  readonly problems: readonly string[]
}

type Row = Readonly<Record<string, unknown>>

/** Compares what every member said and heard with the database. */
export async function check(
  database: TestDatabase,
  members: readonly { readonly member: Member; readonly texts: readonly string[] }[],
): Promise<Findings> {
  const problems: string[] = []
  const events = grouped(
    await query(database, 'select conversation, sequence, status from inbox order by sequence'),
  )
  const sent = await query(
    database,
    'select conversation, number, cause, message, status from outbox order by number',
  )
  const replies = grouped(sent)
  let [lost, doubled] = [0, 0]
  for (const { member, texts } of members) {
    const conversation = member.conversation ?? ''
    const own = replies.get(conversation) ?? []
    problems.push(...numbering(conversation, 'event', events.get(conversation) ?? [], texts.length))
    problems.push(...numbering(conversation, 'message', own, own.length))
    for (let sequence = 1; sequence <= texts.length; sequence++) {
      const answers = own.filter((row) => Number(row.cause) === sequence && kindOf(row) !== 'notice').length
      if (answers === 0) lost += 1
      if (answers > 1) doubled += answers - 1
    }
    problems.push(...(await heardAll(member, own)))
  }
  if (events.size !== members.length)
    problems.push(`${events.size} conversations of ${members.length} members`)
  const all = [...events.values()].flat()
  const withStatus = (status: string) => all.filter((row) => row.status === status).length
  problems.push(...differing(members, replies), ...(await ticketProblems(database)))
  const undelivered = sent.filter((row) => row.status !== 'delivered').length
  if (undelivered > 0) problems.push(`${undelivered} messages are not delivered`)
  return { lost, doubled, parked: withStatus('parked'), stillOpen: withStatus('open'), problems }
}

function grouped(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  return groupBy(rows, (row) => String(row.conversation))
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

/** Numbers must be 1, 2, 3 ... to `last`. */
function numbering(conversation: string, what: string, rows: readonly Row[], last: number): string[] {
  const numbers = rows.map((row) => Number(row.sequence ?? row.number))
  const right = numbers.length === last && numbers.every((number, index) => number === index + 1)
  return right ? [] : [`${conversation}: ${what} numbers are ${numbers.join(' ')}, of ${last}`]
}

/** Over the stream came what was stored: to who listened all along, to who comes anew, and to who comes halfway. */
async function heardAll(member: Member, stored: readonly Row[]): Promise<string[]> {
  const expected = stored.map((row) => String(textOf(row)))
  const last = stored.length
  for (const until = Date.now() + 15_000; member.heard.size < last && Date.now() < until; ) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const live = [...member.heard.values()].sort((a, b) => a.id - b.id)
  const half = Math.floor(last / 2)
  return [
    ...compared('the listener', live, expected, 0),
    ...compared('a new listener', await member.read(0, last), expected, 0),
    ...compared('a listener that comes back', await member.read(half, last), expected.slice(half), half),
  ].map((problem) => `${member.conversation}: ${problem}`)
}

function compared(
  who: string,
  received: readonly Received[],
  texts: readonly string[],
  before: number,
): string[] {
  const same =
    received.length === texts.length &&
    received.every(({ id, text }, index) => id === before + index + 1 && text === texts[index])
  return same ? [] : [`${who} heard ${received.map(({ id }) => id).join(' ')}, of ${texts.length}`]
}

/** Members who said the same must have heard the same, however the kills fell; ticket numbers aside. */
function differing(
  members: Parameters<typeof check>[1],
  replies: ReadonlyMap<string, readonly Row[]>,
): string[] {
  const groups = groupBy(members, ({ texts }) => texts.join('\n'))
  return [...groups.values()].flatMap((group) => {
    const transcripts = group.map(({ member }) =>
      (replies.get(member.conversation ?? '') ?? [])
        .map((row) => `${row.cause} ${textOf(row)}`.replaceAll(/VB-\d{4}-\d+/g, 'VB'))
        .join('\n'),
    )
    const kinds = new Set(transcripts).size
    return kinds > 1 ? [`${group.length} members said the same and heard ${kinds} different things`] : []
  })
}

/** Each ticket was opened once, and no number was skipped. */
async function ticketProblems(database: TestDatabase): Promise<string[]> {
  const tickets = await query(database, 'select reference from tickets order by reference')
  const opened = await query(database, "select reference from ticket_events where kind = 'opened'")
  const numbers = tickets.map((row) => Number(String(row.reference).split('-').at(-1)))
  const problems: string[] = []
  if (numbers.some((number, index) => number !== index + 1)) problems.push('Ticket numbers have gaps')
  if (opened.length !== tickets.length) problems.push(`${tickets.length} tickets, ${opened.length} openings`)
  return problems
}

function kindOf(row: Row): unknown {
  return parsed(row).kind
}

function textOf(row: Row): unknown {
  return parsed(row).text
}

function parsed(row: Row): { readonly kind?: unknown; readonly text?: unknown } {
  return JSON.parse(String(row.message))
}
