import type { Booking } from '../booking/bookings.js'
import { dayAt } from '../booking/days.js'
import type { Draft } from '../booking/draft.js'
import { followUp } from '../booking/follow-up.js'
import { judge } from '../booking/intent.js'
import { mayStillChange, wishOf } from '../booking/placing.js'
import { draftFrom } from '../booking/read.js'
import { bookingWords } from '../booking/say.js'
import { asksOwnBookings, letsGo, namedReference, saysNo, saysYes } from '../booking/small-words.js'
import type { BookingView } from '../booking/view.js'
import { dueAfter } from './booking-due.js'
import { showsFiles } from './booking-file.js'
import { invitationFile } from './booking-invitation.js'
import { onMove, onMovePressed } from './booking-move-turn.js'
import { onNumberOfPeople } from './booking-people-turn.js'
import { BOOKING_ACTIONS, decision, type Spoken, settling, toStaff, turnOf } from './booking-spoken.js'
import { onSwap, onSwapPressed } from './booking-swap-turn.js'
import type { Responded } from './responder.js'
import type { TurnResult } from './turn.js'

/**
 * What is asked of a booking that was made here: moving it, cancelling it, more or fewer people, one day of a path
 * for another. Null when it is about something else, or about a booking that was not made here: those go to staff.
 */
export async function onBooked(spoken: Spoken): Promise<TurnResult | Responded | null> {
  const confirmed = spoken.mine.filter(({ state }) => state === 'confirmed')
  if (confirmed.length === 0) return null
  const pressed = await pressedOn(spoken, confirmed)
  if (pressed !== null) return pressed
  if (spoken.pressed !== null && spoken.text === '') return null
  const settled = answered(spoken, confirmed)
  if (settled !== null) return settled
  const asked = whatIsAsked(spoken, confirmed)
  if (asked === null) return null
  const booking = target(spoken, confirmed, asked.draft)
  if (booking === 'unknown') return null
  if (booking === null) return which(spoken, confirmed)
  return onOne(spoken, booking, asked)
}

/** "Wat heb ik geboekt?": what this person has with us. Null when it is about something else. */
export function onOwnBookings(spoken: Spoken): TurnResult | null {
  const { mine, parts, texts, moment, pressed, reading } = spoken
  if (pressed !== null || !asksOwnBookings(reading.text)) return null
  const confirmed = mine.filter(({ state }) => state === 'confirmed')
  const lines = confirmed.map((one) => `${one.reference}: ${bookingWords(one, parts.offerings)}`)
  return turnOf(spoken, { saying: { text: texts.mine(lines) }, state: moment.state })
}

/** What somebody wants of a booking. */
interface Asked {
  readonly kind: 'change' | 'cancel'
  readonly draft: Draft
}

async function onOne(
  spoken: Spoken,
  booking: Booking,
  { kind, draft }: Asked,
): Promise<TurnResult | Responded> {
  const { moment, texts } = spoken
  const late = tooLate(spoken, booking)
  if (kind === 'cancel') return late ?? askCancel(spoken, booking)
  if (draft.participants !== null || draft.more !== null) {
    const moves = draft.wishes.some(({ wish }) => wish.date !== null)
    if (!moves) return late ?? onNumberOfPeople(spoken, booking, draft)
  }
  const swapped = await onSwap(spoken, booking)
  if (swapped !== null) return swapped
  if (late !== null) return late
  if (booking.path !== null) {
    return toStaff(spoken, texts.swapNone, `${booking.reference}: ${moment.incoming.text}`)
  }
  return onMove(spoken, booking, draft)
}

/** A change that comes too late for the desk goes to staff. */
function tooLate(spoken: Spoken, booking: Booking): Responded | null {
  const { parts, moment, texts, language } = spoken
  const next = booking.times.find(({ start }) => start > moment.now.getTime())
  if (next !== undefined && mayStillChange(next.start, parts.offerings, moment.now)) return null
  const terms = parts.offerings.booking.terms[language]
  const question = `${booking.reference}: ${moment.incoming.text || spoken.text}`
  return toStaff(spoken, texts.tooLate(booking.reference, terms), question)
}

async function pressedOn(
  spoken: Spoken,
  confirmed: readonly Booking[],
): Promise<TurnResult | Responded | null> {
  const { pressed } = spoken
  if (pressed?.name === BOOKING_ACTIONS.move) return onMovePressed(spoken, confirmed)
  if (pressed?.name === BOOKING_ACTIONS.swap) return onSwapPressed(spoken, confirmed)
  const booking = confirmed.find(({ id }) => id === pressed?.value)
  if (booking === undefined) return null
  if (pressed?.name === BOOKING_ACTIONS.keep) return kept(spoken, booking)
  if (pressed?.name !== BOOKING_ACTIONS.cancel) return null
  return tooLate(spoken, booking) ?? cancelling(spoken, booking)
}

/** "Ja" and "nee" to what was asked last. */
function answered(spoken: Spoken, confirmed: readonly Booking[]): TurnResult | Responded | null {
  const { appointment, reading } = spoken
  const booking = confirmed.find(({ id }) => id === appointment?.id)
  if (booking === undefined || appointment === null) return null
  const open = appointment.step !== 'booked' && appointment.step !== 'held'
  if (open && saysNo(reading.text)) return kept(spoken, booking)
  if (appointment.step !== 'cancelling') return null
  if (saysYes(reading.text) || letsGo(reading.text)) {
    return tooLate(spoken, booking) ?? cancelling(spoken, booking)
  }
  return null
}

function kept(spoken: Spoken, { id }: Booking): TurnResult {
  const state = settling(spoken, { id, step: 'booked' })
  return turnOf(spoken, { saying: { text: spoken.texts.kept }, state: { ...state, booking: null } })
}

/**
 * A message about "onze boeking", or one that goes on with the booking this conversation is about: `kan het een week
 * later?`, `we zijn met 15`.
 */
function whatIsAsked(spoken: Spoken, confirmed: readonly Booking[]): Asked | null {
  const { reading, appointment, moment } = spoken
  const intent = judge(reading)
  if (intent?.kind === 'wish') return null
  if (intent !== null) return { kind: intent.kind, draft: draftFrom(reading, intent) }
  const current = confirmed.find(({ id }) => id === appointment?.id)
  if (current === undefined || moment.state.booking !== null) return null
  const base = viewOf(current, appointment?.step === 'moving' ? appointment.offers : [])
  const next = followUp(reading, base)
  if (next === null) return wordless(spoken)
  if (next === 'withdrawn') return { kind: 'cancel', draft: emptyDraft(spoken) }
  const same = next.participants === base.participants && next.wishes.every(({ wish }) => isOld(wish, base))
  if (same) return wordless(spoken)
  const people = next.participants === base.participants ? null : next.participants
  const wishes = next.wishes.filter(({ wish }) => !isOld(wish, base))
  return { kind: 'change', draft: { ...next, kind: 'change', participants: people, wishes, existing: null } }
}

/** While a day is being chosen a single word is enough; so is the number of a day of a path. */
function wordless(spoken: Spoken): Asked | null {
  const { appointment, reading } = spoken
  const choosing = appointment?.step === 'moving' || appointment?.step === 'swapping'
  const day =
    /\b(dag|day|datum|date|sessie|session) \d\b|\b\w+(de|ste|st|nd|rd|th) (dag|datum|day|date)\b/.test(
      reading.text,
    )
  return choosing || day ? { kind: 'change', draft: emptyDraft(spoken) } : null
}

function isOld(wish: BookingView['wishes'][number], base: BookingView): boolean {
  return base.wishes.some((old) => old.date === wish.date && old.time === wish.time && old.part === wish.part)
}

function emptyDraft({ reading }: Spoken): Draft {
  return { ...draftFrom(reading, { kind: 'change', confidence: 1 }), existing: null }
}

/** A booking as the wish it came from. */
export function viewOf(booking: Booking, offers: readonly string[]): BookingView {
  const { level, participants, place } = booking
  return { level, participants, place, wishes: [wishOf(booking)], missing: [], offers }
}

/** The booking that is meant; null when it could be several, `unknown` when it is none of them. */
function target(
  { reading, appointment }: Spoken,
  confirmed: readonly Booking[],
  { existing }: Draft,
): Booking | null | 'unknown' {
  const named = namedReference(reading.text)
  if (named !== null) return confirmed.find(({ reference }) => reference === named) ?? 'unknown'
  if (existing !== null) {
    const then = confirmed.filter(({ times }) =>
      times.some(({ start }) => isWithin(dayAt(new Date(start)), existing)),
    )
    if (then.length === 0) return 'unknown'
    return then.length === 1 ? (then[0] ?? null) : null
  }
  const current = confirmed.find(({ id }) => id === appointment?.id)
  return current ?? (confirmed.length === 1 ? (confirmed[0] ?? null) : null)
}

function isWithin(day: string, { from, to }: { readonly from: string; readonly to: string }): boolean {
  return from <= day && day <= to
}

function which(spoken: Spoken, confirmed: readonly Booking[]): TurnResult {
  const { parts, texts, moment } = spoken
  const lines = confirmed.map((one) => `${one.reference}: ${bookingWords(one, parts.offerings)}`)
  return turnOf(spoken, { saying: { text: texts.which(lines) }, state: moment.state })
}

function askCancel(spoken: Spoken, booking: Booking): TurnResult {
  const { texts, parts } = spoken
  const state = settling(spoken, { id: booking.id, step: 'cancelling' })
  return turnOf(spoken, {
    saying: {
      text: texts.askCancel(booking.reference, bookingWords(booking, parts.offerings)),
      actions: [
        decision('cancel', texts.labels.cancel, booking.id, 'danger'),
        decision('keep', texts.labels.keep, booking.id),
      ],
    },
    state: { ...state, booking: null },
  })
}

function cancelling(spoken: Spoken, booking: Booking): TurnResult {
  const { texts, parts, moment } = spoken
  const nothing = { ...moment.state, appointment: null, booking: null }
  return turnOf(spoken, {
    saying: { text: texts.changed },
    state: nothing,
    effects: [
      {
        kind: 'booking',
        change: { kind: 'cancel', id: booking.id },
        due: dueAfter(parts, moment.now),
      },
    ],
    ended: ({ bookings: [outcome] }) => {
      if (outcome?.kind !== 'done') return { saying: { text: texts.changed }, state: nothing }
      const text = texts.cancelled(booking.reference, showsFiles(moment.incoming.channel))
      return { saying: { text, files: [invitationFile(outcome.booking, spoken)] }, state: nothing }
    },
  })
}
