import { type TicketTexts, ticketTexts } from '../texts/tickets.js'
import type { StaffMember } from './actions.js'
import { type MemberWords, nextNumber, type Planned, type Situation } from './change.js'
import { cardDue } from './due.js'
import type { Actor } from './tickets.js'

export function actorOf({ id, name }: StaffMember): Actor {
  return { kind: 'staff', id, name }
}

/** The words for the member of this ticket, in the language of the question. */
export function textsFor({ ticket, setting }: Pick<Situation, 'ticket' | 'setting'>): TicketTexts {
  return ticketTexts(setting.languageOf(ticket.question))
}

export function notice(text: string): MemberWords {
  return { kind: 'notice', text, asksWhetherHelped: false }
}

/** The member hears that a colleague has the question, and the conversation. */
export function claimedWords(situation: Situation, name: string): readonly MemberWords[] {
  return [notice(textsFor(situation).claimed(name, situation.ticket.reference))]
}

/** The member hears that the desk answers again, when a colleague had the conversation. */
export function releasedWords(situation: Situation): readonly MemberWords[] {
  if (situation.ticket.claimedBy === null) return []
  return [notice(textsFor(situation).released(situation.ticket.reference))]
}

/** The team's card follows, without drawing attention: a colleague did it. */
export function shown(situation: Situation): readonly Planned[] {
  const { ticket, events } = situation
  return cardDue(situation, { event: nextNumber(events), team: ticket.team, notifies: false })
}
