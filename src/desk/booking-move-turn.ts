import { bookableDays, type Slot } from '../booking/availability.js'
import type { Booking, BookingOutcome } from '../booking/bookings.js'
import { chosenOffer } from '../booking/choices.js'
import { addDays } from '../booking/days.js'
import type { Draft } from '../booking/draft.js'
import { type Offering, offeringOf } from '../booking/offerings.js'
import { nearestSlots } from '../booking/offers.js'
import { exactSlot, slotWays, wishOf } from '../booking/placing.js'
import { bookingWords } from '../booking/say.js'
import { saysYes } from '../booking/small-words.js'
import { slotWords } from '../booking/speak.js'
import type { BookingWish } from '../booking/view.js'
import { changing } from './booking-changing.js'
import { invitationFile } from './booking-invitation.js'
import { type Availability, availability } from './booking-parts.js'
import { decision, type Saying, type Spoken, settling, toStaff, turnOf } from './booking-spoken.js'
import type { Responded } from './responder.js'
import type { TurnResult } from './turn.js'

/** Another moment for a session: offered first, moved when it is chosen. */
export async function onMove(
  spoken: Spoken,
  booking: Booking,
  draft: Draft,
): Promise<TurnResult | Responded> {
  const { parts, moment, appointment, today } = spoken
  const offering = offeringOf(parts.offerings, booking.level)
  if (offering === null)
    return toStaff(spoken, spoken.texts.changed, `${booking.reference}: ${moment.incoming.text}`)
  const free = await availability(parts, moment.now, booking.id)
  const offers = appointment?.step === 'moving' && appointment.id === booking.id ? appointment.offers : []
  const chosen = chosenStart(spoken, booking, offers)
  if (chosen !== null) {
    const slot = exactSlot(offering, chosen, free.circumstances, today)
    return slot === null
      ? offered(spoken, booking, offering, chosen, free, true)
      : moving(spoken, booking, offering, slot)
  }
  return offered(spoken, booking, offering, wishFrom(draft, booking), free, false)
}

/** A button: the booking's id and the start that was offered. */
export async function onMovePressed(
  spoken: Spoken,
  confirmed: readonly Booking[],
): Promise<TurnResult | Responded | null> {
  const { pressed, parts, moment, today } = spoken
  const [id, start] = (pressed?.value ?? '').split(' ')
  const booking = confirmed.find((one) => one.id === id)
  const offering = offeringOf(parts.offerings, booking?.level ?? null)
  if (booking === undefined || offering === null || start === undefined) return null
  const free = await availability(parts, moment.now, booking.id)
  const wish = wishAt(start)
  const slot = exactSlot(offering, wish, free.circumstances, today)
  return slot === null
    ? offered(spoken, booking, offering, wish, free, true)
    : moving(spoken, booking, offering, slot)
}

function chosenStart({ reading }: Spoken, booking: Booking, offers: readonly string[]): BookingWish | null {
  const [only] = offers
  if (only !== undefined && offers.length === 1 && saysYes(reading.text)) return wishAt(only)
  const { level, participants, place } = booking
  const view = { level, participants, place, wishes: [wishOf(booking)], missing: [], offers }
  return chosenOffer(reading, view)?.wish.wish ?? null
}

function wishAt(start: string): BookingWish {
  return { date: start.slice(0, 10), part: null, time: start.slice(11, 16) }
}

// An hour alone is another hour of the same day; a day alone keeps the hour.
function wishFrom({ wishes }: Draft, booking: Booking): BookingWish | null {
  const old = wishOf(booking)
  const wish = wishes[0]?.wish
  if (wish === undefined) return null
  if (wish.date === null) return { ...wish, date: old.date }
  const single = !wish.date.includes('/')
  return single && wish.time === null && wish.part === null ? { ...wish, time: old.time } : wish
}

const LOOK_DAYS = 27
const OFFERS = 3

function offered(
  spoken: Spoken,
  booking: Booking,
  offering: Offering,
  wish: BookingWish | null,
  free: Availability,
  taken: boolean,
): TurnResult {
  const { texts, voice, today } = spoken
  const exact = wish === null || taken ? null : exactSlot(offering, wish, free.circumstances, today)
  const slots = exact === null ? nearest(offering, wish, booking, free, today) : [exact]
  const starts = slots.map(({ start }) => start)
  const words = starts.map((start) => slotWords(start, offering.minutes, voice))
  const lines = words.map((one, index) => `${index + 1}. ${one}`)
  const lead = taken ? [texts.taken] : []
  const text =
    exact !== null
      ? texts.moveOffer(words[0] ?? '')
      : [...lead, ...(lines.length > 0 ? [texts.moveChoose, ...lines] : [texts.noSlots])].join('\n')
  const state = settling(spoken, { id: booking.id, step: 'moving', offers: starts })
  return turnOf(spoken, {
    saying: {
      text,
      actions: [
        ...starts.map((start, index) =>
          decision(
            'move',
            exact === null ? (words[index] ?? '') : texts.labels.move,
            `${booking.id} ${start}`,
          ),
        ),
        decision('keep', texts.labels.keep, booking.id),
      ],
    },
    state: { ...state, booking: null },
  })
}

function nearest(
  offering: Offering,
  wish: BookingWish | null,
  booking: Booking,
  { circumstances }: Availability,
  today: string,
): readonly Slot[] {
  const { from } = bookableDays(offering, today)
  const dated = wish?.date
    ? wish
    : { part: wish?.part ?? null, time: wish?.time ?? null, date: `${from}/${addDays(from, LOOK_DAYS)}` }
  const liking = { weekdays: [], notWeekdays: [] }
  const old = booking.times[0]?.start
  return nearestSlots(offering, dated, liking, circumstances, today, OFFERS + 1)
    .filter(({ start }) => Date.parse(start) !== old)
    .slice(0, OFFERS)
}

function moving(spoken: Spoken, booking: Booking, offering: Offering, slot: Slot): TurnResult {
  const { id, version } = booking
  const change = { kind: 'move', id, version, ways: slotWays(offering, slot) } as const
  return changing(spoken, booking, change, (outcome) => movedSaying(spoken, outcome))
}

function movedSaying(spoken: Spoken, outcome: BookingOutcome | undefined): Saying {
  const { texts, parts } = spoken
  if (outcome?.kind !== 'done') return { text: outcome?.code === 'taken' ? texts.taken : texts.changed }
  const { booking } = outcome
  const lines = [
    texts.moved(booking.reference, bookingWords(booking, parts.offerings)),
    ...(booking.tentative ? [texts.tentative] : []),
  ]
  return { text: lines.join('\n\n'), files: [invitationFile(booking, spoken)] }
}
