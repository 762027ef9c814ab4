import { calendarOf } from '../booking/calendar.js'
import type { BookingView } from '../booking/view.js'
import { type BookingUnderstanding, understandBooking } from '../booking/wish.js'
import { promise } from '../escalation/promise.js'
import { teamFor } from '../escalation/topics.js'
import { plain } from './plain-reply.js'
import type { Reply } from './reply.js'
import type { Around, Asked, Responded } from './responder.js'
import type { NewTicket } from './turn.js'

/** Topic of everything about the sessions. */
const TOPIC = 'service-design'

/**
 * What the desk says to a booking wish, a change or a cancellation; null when the message is about something else.
 *
 * A wish that is complete goes to staff once: what is said of it later is added to the same ticket.
 */
export function bookingReply(asked: Asked, { language, context, parts, state }: Around): Responded | null {
  const understood = understandBooking(asked.text, {
    now: context.now,
    offerings: parts.offerings,
    previous: state.booking,
    hours: calendarOf(parts.hours),
    // Who the desk knows never comes here with a wish that it can book.
    booker: context.knownMember ? 'handed-on' : 'stranger',
    // A colleague sees who asks; who works for several bodies is still asked for which.
    known: { body: context.bodyKnown === true, contact: context.knownMember },
    language,
  })
  if (!understood) return null
  const reply: Reply = {
    ...plain('book', understood.text, language),
    confidence: understood.confidence,
    topic: TOPIC,
    booking: understood.view,
    promise: understood.handsOver ? promise(context.now, parts.hours, language) : null,
  }
  const ticket: NewTicket | null = understood.handsOver
    ? {
        question: forStaff(asked.text, understood, state.booking),
        topic: TOPIC,
        team: teamFor(parts.topics, TOPIC).key,
        reason: 'boeking',
        found: [],
        asker: { body: null, kind: context.memberKind, name: null, person: '' },
        urgent: false,
        messageId: null,
      }
    : null
  const addTo = ticket !== null && wasComplete(state.booking) ? state.ticket : null
  return {
    reply,
    // A change or a cancellation is said and done; only a wish is built on by the next message.
    state: { ...state, readings: [], booking: understood.kind === 'wish' ? understood.view : null },
    ticket: addTo === null ? ticket : null,
    addTo,
  }
}

/** What earlier messages said of a wish goes along with the one that completes it. */
function forStaff(
  text: string,
  { kind, summary }: BookingUnderstanding,
  previous: BookingView | null,
): string {
  return kind === 'wish' && previous !== null && summary !== '' ? `${text}\n(${summary})` : text
}

/** With all that staff need, so that they have it already. */
function wasComplete(view: BookingView | null): boolean {
  return view !== null && !view.missing.some((name) => /^(level|date|participants|place)$/.test(name))
}
