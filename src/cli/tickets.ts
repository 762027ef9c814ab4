import type { Command } from 'commander'
import type { ParkedEvent, UndeliveredMessage } from '../desk/ports.js'
import type { Ticket, TicketEvent } from '../escalation/tickets.js'
import { UsageError } from './errors.js'
import { withStore, withStoreOr } from './open-for-command.js'

interface ListOptions {
  readonly parked?: true
  readonly json?: true
}

/** Adds `vraagbaak tickets`: questions that wait for staff, and what the desk could not handle or deliver. */
export function registerTickets(program: Command): void {
  const tickets = program.command('tickets').description('questions that wait for staff')
  tickets
    .command('list', { isDefault: true })
    .description('every ticket, oldest first (the default)')
    .option('--parked', 'instead: messages the desk gave up on, and answers that did not arrive')
    .option('--json', 'print JSON')
    .action(async ({ parked, json }: ListOptions) => {
      process.stdout.write(parked ? await listTroubles(json === true) : await listTickets(json === true))
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
  const tickets = await withStoreOr([], (store) => store.tickets.list())
  if (json) return `${JSON.stringify(tickets)}\n`
  if (tickets.length === 0) return 'There are no tickets.\n'
  return tickets.map((ticket) => `${row(ticket)}\n`).join('')
}

function row({ reference, createdAt, topic, question }: Ticket): string {
  return [reference, onTheClock(createdAt), (topic ?? '-').padEnd(20), oneLine(question)].join('  ')
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
    `${ticket.reference}  ${ticket.state}`,
    `asked      ${onTheClock(ticket.createdAt)} on ${ticket.channel}`,
    `topic      ${ticket.topic ?? '-'}`,
    `question   ${ticket.question}`,
    `reason     ${ticket.reason}`,
    `found      ${found.length === 0 ? 'nothing' : ''}`,
    ...found,
    'history',
    ...events.map(({ at, kind, text }) => `  ${onTheClock(at)}  ${kind}  ${text}`.trimEnd()),
    '',
  ].join('\n')
}

interface AllTroubles {
  readonly events: readonly ParkedEvent[]
  readonly messages: readonly UndeliveredMessage[]
}

async function listTroubles(json: boolean): Promise<string> {
  const none: AllTroubles = { events: [], messages: [] }
  const { events, messages } = await withStoreOr(none, async ({ troubles }) => ({
    events: await troubles.parked(),
    messages: await troubles.undelivered(),
  }))
  if (json) return `${JSON.stringify({ events, messages })}\n`
  if (events.length + messages.length === 0) return 'Nothing is parked and everything arrived.\n'
  return [
    ...events.map(
      (event) =>
        `${lead('parked', event.channel, event.receivedAt)}  ${oneLine(event.text)}  (${event.reason})\n`,
    ),
    ...messages.map(
      (message) =>
        `${lead(message.status, message.channel, message.createdAt)}  ${oneLine(message.text)}  (${message.reason})\n`,
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
