import { bookingTexts } from '../texts/booking.js'
import { addDays, type Day, dayAt } from './days.js'
import type { BookingContext, Draft } from './draft.js'
import { withoutExcuse } from './excuse.js'
import { followUp } from './follow-up.js'
import { judge } from './intent.js'
import { languageOf } from './language.js'
import { planFor } from './plan.js'
import { draftFrom, type MessageReading, readMessage } from './read.js'
import { replyTo, summaryOf } from './reply.js'
import type { BookingView } from './view.js'

/** What a message about a service-design session comes down to. */
export interface BookingUnderstanding {
  readonly kind: 'wish' | 'change' | 'cancel' | 'withdrawn'
  /** What was understood so far; empty after `withdrawn`. */
  readonly view: BookingView
  /** The complete reply, Dutch or English. */
  readonly text: string
  /** How sure it is that this is about booking, 0 to 1. */
  readonly confidence: number
  /**
   * Whether staff must be told now: a wish with everything that matters, a change, a cancellation. The text says
   * that it is passed on.
   */
  readonly handsOver: boolean
  /** All that was understood of the wish so far, in Dutch, for the colleague who gets it. */
  readonly summary: string
}

/** A view with nothing in it. */
const NOTHING: BookingView = {
  level: null,
  participants: null,
  place: null,
  wishes: [],
  missing: [],
  offers: [],
}

/**
 * Understands a message about booking a service-design session, alone or as a follow-up of the wish under way.
 *
 * Null when the message is about something else: a question about the sessions, another training, a hall. Pure:
 * the same message, time and offerings give the same reply; nothing is stored or booked.
 *
 * @example
 * ```ts
 * understandBooking('niv 1 op 22 januari om 16u30?', { now, offerings, previous: null, hours })?.view
 * // { level: 1, wishes: [{ date: '2027-01-22', part: null, time: '16:30' }], missing: ['participants', ...], ... }
 * ```
 */
export function understandBooking(text: string, context: BookingContext): BookingUnderstanding | null {
  const said = context.previous === null ? text : withoutExcuse(text)
  const reading = readMessage(said, dayToReadFrom(said, context))
  const language = context.language ?? languageOf(reading.text)
  const next = context.previous === null ? null : followUp(reading, context.previous)
  if (next === 'withdrawn') {
    return {
      kind: 'withdrawn',
      view: NOTHING,
      text: bookingTexts(language).withdrawn,
      confidence: 0.9,
      handsOver: false,
      summary: '',
    }
  }
  if (next !== null) return understanding(next, 0.9, context, language)
  const intent = judge(reading)
  if (intent === null) return null
  return understanding(draftFrom(reading, intent), intent.confidence, context, language)
}

/** Relative words count from today, whatever day is wished. */
const FROM_TODAY =
  /\b(?:vandaag|morgen|overmorgen|volgende?|komende?|aanstaande|deze|dit|over|binnen|today|tomorrow|next|this|coming|in \d)\b/iu

/** After a wish for a day in a later year, "doe dan maar in december" means that year. */
function dayToReadFrom(said: string, { now, previous }: BookingContext): Day {
  const today = dayAt(now)
  const [wish, ...others] = previous?.wishes ?? []
  const from = wish?.date?.slice(0, 10) ?? today
  if (others.length > 0 || from <= addDays(today, A_YEAR) || FROM_TODAY.test(said)) return today
  return `${from.slice(0, 4)}-01-01`
}

const A_YEAR = 340

/** Whether a message is about a session: as a follow-up of the wish under way (null: none), or by itself. */
export function aboutBooking(reading: MessageReading, previous: BookingView | null): boolean {
  return (previous !== null && followUp(reading, previous) !== null) || judge(reading) !== null
}

function understanding(
  draft: Draft,
  confidence: number,
  context: BookingContext,
  language: 'nl' | 'en',
): BookingUnderstanding {
  const plan = planFor(draft, context)
  const open = plan.view.missing.some((name) => /^(level|date|participants|place)$/.test(name))
  return {
    kind: draft.kind,
    view: plan.view,
    text: replyTo(plan, context, language),
    confidence,
    handsOver: draft.kind !== 'wish' || !open,
    summary: summaryOf(plan, context),
  }
}
