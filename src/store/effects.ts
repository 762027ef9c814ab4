import type { BookingOutcome } from '../booking/bookings.js'
import type { TicketView } from '../desk/outgoing.js'
import type { Claim, Outcomes, TurnWork } from '../desk/ports.js'
import type { Effect } from '../desk/turn.js'
import type { ActionOutcome } from '../escalation/actions.js'
import { changeBooking } from './change-booking.js'
import { addTicketEvents, changeTicket } from './change-ticket.js'
import { nextNumber } from './counters.js'
import type { Work } from './database.js'
import { planDues } from './due-rows.js'
import { stopWaiting, waitForPlace } from './waiting-list.js'

/** Does what a turn wanted done, in order; the turn's conversation must be locked. */
export async function applyEffects(work: Work, claim: Claim, turn: TurnWork): Promise<Outcomes> {
  const now = turn.now.getTime()
  let opened: TicketView | null = null
  const tickets: ActionOutcome[] = []
  const bookings: BookingOutcome[] = []
  for (const [position, effect] of turn.effects.entries()) {
    switch (effect.kind) {
      case 'open-ticket':
        opened = await openTicket(work, claim, effect, turn.ticketYear, now)
        break
      case 'change-ticket':
        tickets.push(await changeTicket(work, { ...effect, key: null, cause: claim, now }))
        break
      case 'feedback':
        await keepFeedback(work, claim, position, effect, now)
        break
      case 'plan':
        await planDues(work, effect.due)
        break
      case 'booking':
        bookings.push(await changeBooking(work, effect.change, effect.due, now))
        break
      case 'wait':
        await waitForPlace(work, effect.entry, now)
        break
      case 'stop-waiting':
        await stopWaiting(work, effect.id)
    }
  }
  return { opened, tickets, bookings }
}

type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>

async function openTicket(
  work: Work,
  { channel, conversation }: Claim,
  { ticket, due }: EffectOf<'open-ticket'>,
  year: number,
  at: number,
): Promise<TicketView> {
  const number = await nextNumber(work, `tickets-${year}`)
  const reference = `VB-${year}-${String(number).padStart(4, '0')}`
  const { question, topic, team, reason, messageId } = ticket
  await work.tx
    .insertInto('tickets')
    .values({
      reference,
      channel,
      conversation,
      question,
      topic,
      team,
      reason,
      found: JSON.stringify(ticket.found),
      asker: JSON.stringify(ticket.asker),
      urgent: ticket.urgent ? 1 : 0,
      state: 'new',
      claimed_by: null,
      close_reason: null,
      resolution: 'unknown',
      version: 1,
      created_at: at,
      answered_at: null,
      updated_at: at,
      holds_since: null,
    })
    .execute()
  const event = { kind: 'opened', actor: { kind: 'member' }, text: '' } as const
  await addTicketEvents(work, reference, 0, [messageId === null ? event : { ...event, messageId }], at)
  await planDues(work, due(reference))
  work.announce('tickets')
  return { reference, topic: topic ?? '' }
}

async function keepFeedback(
  { tx }: Work,
  { channel, conversation, sequence }: Claim,
  position: number,
  { helped, question }: EffectOf<'feedback'>,
  at: number,
) {
  await tx
    .insertInto('feedback')
    .values({ channel, conversation, sequence, position, helped: helped ? 1 : 0, question, at })
    .execute()
}
