import { join } from 'node:path'
import type { Command } from 'commander'
import { loadConfig } from '../config.js'
import type { ParkedEvent, StuckDue, UndeliveredMessage } from '../desk/ports.js'
import { askerText } from '../escalation/ticket-card.js'
import type { Actor, Ticket, TicketEvent } from '../escalation/tickets.js'
import { loadTopics } from '../escalation/topics.js'
import { UsageError } from './errors.js'
import { withStore, withStoreOr } from './open-for-command.js'
import { allTickets, type Correction, corrections } from './ticket-corrections.js'
import { organisationOf, sampleKnowledge } from './wire-desk.js'

interface ListOptions {
  readonly parked?: true
  readonly json?: true
}

interface CorrectionOptions {
  readonly knowledge?: string
  readonly json?: true
}

/** Adds `vraagbaak tickets`: questions that wait for staff, and what the desk could not handle or deliver. */
export function registerTickets(program: Command): void {
  const tickets = program.command('tickets').description('questions that wait for staff')
  tickets
    .command('list', { isDefault: true })
    .description('every ticket, urgent ones first and then the oldest (the default)')
    .option(
      '--parked',
      'instead: messages the desk gave up on, answers that did not arrive, and work that fails',
    )
    .option('--json', 'print JSON')
    .action(async ({ parked, json }: ListOptions) => {
      process.stdout.write(parked ? await listTroubles(json === true) : await listTickets(json === true))
    })
  tickets
    .command('corrections')
    .description('questions whose topic a colleague set right: examples for the keywords in topics.yaml')
    .option('--knowledge <dir>', 'the knowledge folder (default: KNOWLEDGE_DIR, or the sample)')
    .option('--json', 'print JSON lines')
    .action(async ({ knowledge, json }: CorrectionOptions) => {
      process.stdout.write(await listCorrections(knowledge, json === true))
    })
  tickets
    .command('show <reference>')
    .description('one ticket with its history')
    .option('--json', 'print JSON')
    .action(async (reference: string, { json }: ListOptions) => {
      process.stdout.write(await showTicket(reference, json === true))
    })
}

async function listTickets(json: boolean): Promise<string> {
  const tickets = await withStoreOr([], (store) => allTickets(store.tickets))
  if (json) return `${JSON.stringify(tickets)}\n`
  if (tickets.length === 0) return 'There are no tickets.\n'
  return tickets.map((ticket) => `${row(ticket)}\n`).join('')
}

function row({ reference, createdAt, state, team, urgent, claimedBy, question }: Ticket): string {
  const who = claimedBy === null ? state : `${state} (${claimedBy})`
  const hurry = urgent ? '! ' : ''
  return [reference, onTheClock(createdAt), who.padEnd(20), team.padEnd(20), hurry + oneLine(question)].join(
    '  ',
  )
}

async function listCorrections(knowledge: string | undefined, json: boolean): Promise<string> {
  const { knowledgeDir } = loadConfig(process.env)
  const folder = organisationOf(knowledge ?? knowledgeDir ?? sampleKnowledge())
  const topics = loadTopics(join(folder, 'organisation', 'topics.yaml'))
  const found = await withStoreOr([], (store) => corrections(store.tickets, topics))
  if (json) return found.map((one) => `${JSON.stringify(one)}\n`).join('')
  if (found.length === 0) return 'No topic was corrected yet.\n'
  return found.map((one) => `${correctionRow(one)}\n`).join('')
}

function correctionRow({ reference, topic, found, mended, question }: Correction): string {
  const change = mended ? `${topic} (found by now)` : `${found ?? '-'} -> ${topic}`
  return [reference, change.padEnd(34), oneLine(question)].join('  ')
}

async function showTicket(reference: string, json: boolean): Promise<string> {
  const known = await withStore(async ({ tickets }) => ({
    ticket: await tickets.find(reference),
    events: await tickets.events(reference),
  }))
  if (known.ticket === null) {
    throw new UsageError(`There is no ticket ${reference}; "vraagbaak tickets" lists them all.`)
  }
  return json
    ? `${JSON.stringify({ ...known.ticket, events: known.events })}\n`
    : describe(known.ticket, known.events)
}

function describe(ticket: Ticket, events: readonly TicketEvent[]): string {
  const found = ticket.found.map(({ passage, score }) => `  ${score.toFixed(2)}  ${passage}`)
  return [
    `${ticket.reference}  ${ticket.state}${ticket.urgent ? '  urgent' : ''}`,
    `asked      ${onTheClock(ticket.createdAt)} on ${ticket.channel} by ${askerText(ticket.asker)}`,
    `topic      ${ticket.topic ?? '-'}`,
    `team       ${ticket.team}`,
    `claimed    ${ticket.claimedBy ?? '-'}`,
    `answered   ${ticket.answeredAt === null ? '-' : onTheClock(ticket.answeredAt)}`,
    `closed     ${ticket.closeReason ?? '-'}`,
    `resolution ${ticket.resolution}`,
    `question   ${ticket.question}`,
    `reason     ${ticket.reason}`,
    `found      ${found.length === 0 ? 'nothing' : ''}`,
    ...found,
    'history',
    ...events.map(({ at, kind, actor, text }) =>
      `  ${onTheClock(at)}  ${kind}  ${actorName(actor)}  ${text}`.trimEnd(),
    ),
    '',
  ].join('\n')
}

function actorName(actor: Actor): string {
  return actor.kind === 'staff' ? actor.name : actor.kind
}

interface AllTroubles {
  readonly events: readonly ParkedEvent[]
  readonly messages: readonly UndeliveredMessage[]
  /** What is due and failed; it is tried again by itself. */
  readonly due: readonly StuckDue[]
}

async function listTroubles(json: boolean): Promise<string> {
  const none: AllTroubles = { events: [], messages: [], due: [] }
  const { events, messages, due } = await withStoreOr(none, async ({ troubles }) => ({
    events: await troubles.parked(),
    messages: await troubles.undelivered(),
    due: await troubles.stuck(),
  }))
  if (json) return `${JSON.stringify({ events, messages, due })}\n`
  if (events.length + messages.length + due.length === 0) return 'Nothing is parked and everything arrived.\n'
  return [
    ...events.map(
      (event) =>
        `${lead('parked', event.channel, event.receivedAt)}  ${oneLine(event.text)}  (${event.reason})\n`,
    ),
    ...messages.map(
      (message) =>
        `${lead(message.status, message.channel, message.createdAt)}  ${oneLine(message.text)}  (${message.reason})\n`,
    ),
    ...due.map(
      ({ kind, subject, at, attempts, reason }) =>
        `${lead('failing', '', at)}  ${kind} ${subject}, tried ${attempts}x  (${oneLine(reason)})\n`,
    ),
  ].join('')
}

function lead(what: string, channel: string, at: string): string {
  return `${what.padEnd(9)}  ${channel.padEnd(5)}  ${onTheClock(at)}`
}

/** On the wall clock in Brussels, for people; JSON has the instant. */
function onTheClock(iso: string): string {
  const format = { timeZone: 'Europe/Brussels', dateStyle: 'short', timeStyle: 'short' } as const
  return new Intl.DateTimeFormat('sv', format).format(new Date(iso))
}

function oneLine(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ')
  return flat.length > 100 ? `${flat.slice(0, 99)}…` : flat
}
