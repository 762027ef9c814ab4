import { detectLanguage } from '../answering/question/language.js'
import {
  memberAdds,
  memberFeedback,
  memberRevises,
  memberWithdraws,
  stateForMember,
} from '../escalation/member-side.js'
import { readTicketTalk, type TicketTalk } from '../escalation/ticket-talk.js'
import type { Ticket } from '../escalation/tickets.js'
import type { Language } from '../texts/language.js'
import { ticketTexts } from '../texts/tickets.js'
import {
  change,
  type Moment,
  openTickets,
  ownTicket,
  promised,
  promiseNow,
  quietly,
  ticketMessage,
  ticketsOf,
} from './member-desk.js'
import { plainMessage } from './plain-message.js'
import type { Outcomes } from './ports.js'
import { maskedNotice } from './respond.js'
import { TICKET_FEEDBACK } from './ticket-work.js'
import type { TurnResult } from './turn.js'

/**
 * A message that was changed or taken back: the ticket it belongs to shows it, and nothing is ever said to it.
 *
 * @param also references of tickets it may belong to besides those of the conversation.
 */
export async function revised(moment: Moment, also: readonly string[] = []): Promise<TurnResult> {
  const { incoming, state, desk } = moment
  const { revision, text } = incoming
  if (revision === undefined) throw new Error('Only a revision is handled as one')
  const silent = quietly(moment, 'revision', 'nl')
  for (const reference of new Set([...also, ...ticketsOf(state)])) {
    const events = await desk.tickets.events(reference)
    if (!events.some(({ messageId }) => messageId === revision.of)) continue
    const shows = change(reference, (situation) => memberRevises(situation, { ...revision, text }), moment)
    return { ...silent, effects: [shows] }
  }
  return silent
}

/** The two buttons under the end of a ticket. */
export async function feedbackOn(moment: Moment): Promise<TurnResult> {
  const { action } = moment.incoming
  const reference = action?.value ?? ''
  const helped = action?.name === TICKET_FEEDBACK.helped
  const ticket = await ownTicket(reference, moment)
  if (ticket === null) return unknown(reference, moment)
  const language = detectLanguage(ticket.question)
  const texts = ticketTexts(language)
  const there = promiseNow(moment, language)
  const result = quietly(moment, 'ticket-feedback', language, [
    change(reference, (situation) => memberFeedback(situation, helped), moment),
  ])
  const saying = (text: string) => ({ state: moment.state, messages: [ticketMessage(text, ticket)] })
  return {
    ...result,
    conclude: ({ tickets: [outcome] }: Outcomes) => {
      if (outcome?.kind !== 'done') return saying(texts.stillOpen(reference, there))
      if (helped) return { state: moment.state, messages: [plainMessage('notice', texts.thanks)] }
      return { ...saying(texts.reopened(reference, there)), state: promised(moment.state, moment) }
    },
  }
}

/** A message about a question that was passed on before; null when it is about anything else. */
export async function ticketTalk(moment: Moment): Promise<TurnResult | null> {
  const { incoming, state } = moment
  const talk = incoming.action === null ? readTicketTalk(incoming.text) : null
  if (talk === null) return null
  if (talk.reference !== null) {
    const ticket = await ownTicket(talk.reference, moment)
    return ticket === null ? unknown(talk.reference, moment) : about(ticket, talk, moment)
  }
  // While a booking is under way it is the booking that is no longer needed.
  const [last] = state.booking === null ? await openTickets(moment) : []
  return last === undefined ? null : about(last, talk, moment)
}

function about(ticket: Ticket, { kind }: TicketTalk, moment: Moment): TurnResult {
  if (kind === 'state') return stateOf(ticket, moment)
  if (kind === 'withdraw') return withdrawn(ticket, moment)
  return added(ticket, { text: moment.incoming.text, says: null }, moment)
}

/** A reference alone, or hardly more, is in the language of the question it stands for. */
export function askedIn(text: string, { question }: Ticket): Language {
  return detectLanguage(text.trim().split(/\s+/).length <= 2 ? question : text)
}

function stateOf(ticket: Ticket, moment: Moment): TurnResult {
  const language = askedIn(moment.incoming.text, ticket)
  const text = stateForMember(
    ticket,
    { promise: promiseNow(moment, language), language },
    moment.desk.setting,
  )
  const result = quietly(moment, 'ticket-state', language)
  return { ...result, state: promised(moment.state, moment), messages: [ticketMessage(text, ticket)] }
}

function withdrawn(ticket: Ticket, moment: Moment): TurnResult {
  const { reference } = ticket
  const language = detectLanguage(ticket.question)
  const texts = ticketTexts(language)
  return {
    ...quietly(moment, 'ticket-withdrawn', language, [change(reference, memberWithdraws, moment)]),
    conclude: ({ tickets: [outcome] }: Outcomes) => {
      const text = outcome?.kind === 'done' ? texts.withdrawn(reference) : texts.alreadyClosed(reference)
      return { state: moment.state, messages: [plainMessage('notice', text)] }
    },
  }
}

/** What goes with an open ticket, and what the member is told of it. */
export interface Addition {
  /** Masked. */
  readonly text: string
  /** Null for the sentence that it was added. */
  readonly says: string | null
}

/** What was written goes with an open ticket, and the member is told which. */
export function added(ticket: Ticket, { text, says }: Addition, moment: Moment): TurnResult {
  const { incoming, state } = moment
  const messageId = incoming.messageId ?? null
  const language = detectLanguage(incoming.text || ticket.question)
  const told = says ?? ticketTexts(language).added(ticket.reference, promiseNow(moment, language))
  const masked = maskedNotice({ text: incoming.text, masked: incoming.masked }, language)
  const effect = change(ticket.reference, (situation) => memberAdds(situation, { text, messageId }), moment)
  return {
    ...quietly(moment, 'ticket-added', language, [effect]),
    state: promised(state, moment),
    messages: [ticketMessage([masked, told].filter(Boolean).join('\n\n'), ticket)],
  }
}

function unknown(reference: string, moment: Moment): TurnResult {
  const language = detectLanguage(moment.incoming.text)
  const text = ticketTexts(language).unknown(reference)
  return { ...quietly(moment, 'ticket-unknown', language), messages: [plainMessage('notice', text)] }
}
