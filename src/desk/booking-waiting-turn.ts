import { freeSlots } from '../booking/availability.js'
import { addDays, type DayRange } from '../booking/days.js'
import { judge } from '../booking/intent.js'
import type { Level } from '../booking/level.js'
import { isBookable, type Offering, offeringOf } from '../booking/offerings.js'
import { nearestSlots } from '../booking/offers.js'
import { slotAsTyped } from '../booking/say.js'
import { wantsToWait } from '../booking/small-words.js'
import { fullRange, slotWords } from '../booking/speak.js'
import type { BookingView, BookingWish } from '../booking/view.js'
import { wishRange } from '../booking/wishes.js'
import type { Availability } from './booking-parts.js'
import { choice, type Saying, type Spoken, turnOf } from './booking-spoken.js'
import type { TurnResult } from './turn.js'

/** How many other moments are offered. */
const OFFERS = 3

/** "Zet me op de wachtlijst" for a moment within the period that was asked for; null when it is about something else. */
export function onWaitingList(spoken: Spoken, free: Availability): TurnResult | null {
  const { moment, reading, parts } = spoken
  const view = moment.state.booking
  const [wish] = view?.wishes ?? []
  const range = wish === undefined ? null : wishRange(wish)
  if (!wantsToWait(reading.text) || judge(reading) !== null) return null
  const offering = offeringOf(parts.offerings, view?.level ?? null)
  if (view === null || wish === undefined || range === null) return null
  if (!isBookable(offering) || offering.teams !== null) return null
  return isGiven(wish, offering, free, spoken)
    ? waiting(spoken, view, offering.level, range)
    : neverGiven(spoken, { view, wish, range }, offering, free)
}

/** Whether a wish names days on which the level could be given, if nobody had booked anything. */
export function isGiven(
  wish: BookingWish,
  offering: Offering,
  { circumstances }: Availability,
  { today }: Spoken,
): boolean {
  const range = wishRange(wish)
  return range !== null && freeSlots(offering, range, { ...circumstances, busy: [] }, today).length > 0
}

/** What is free instead, to choose from by number, by words or by button. */
export function otherMoments(
  { texts, voice }: Spoken,
  why: string,
  offers: readonly string[],
  offering: Offering | null,
): Saying {
  const words = offers.map((one) => slotWords(one, offering?.minutes ?? null, voice))
  const lines = words.map((one, index) => `${index + 1}. ${one}`)
  return {
    text: [why, ...(offers.length > 0 ? [texts.otherSlots, ...lines] : [texts.noSlots])].join('\n'),
    actions: offers.map((one, index) => choice(words[index] ?? '', slotAsTyped(one))),
  }
}

interface Waited {
  readonly view: BookingView
  readonly wish: BookingWish
  readonly range: DayRange
}

/** Nobody waits for a day on which there never is a session: days that do exist are offered. */
function neverGiven(
  spoken: Spoken,
  { view, wish, range }: Waited,
  offering: Offering,
  { circumstances }: Availability,
): TurnResult {
  const { moment, texts, voice, today } = spoken
  const liking = view.liking ?? { weekdays: [], notWeekdays: [] }
  const slots = nearestSlots(offering, wish, liking, circumstances, today, OFFERS)
  const offers = slots.map(({ start }) => start)
  const saying = otherMoments(spoken, texts.neverGiven(fullRange(range, voice)), offers, offering)
  return turnOf(spoken, { saying, state: { ...moment.state, readings: [], booking: { ...view, offers } } })
}

function waiting(spoken: Spoken, view: BookingView, level: Level, range: DayRange): TurnResult {
  const { moment, texts, asker, identity, language, voice, today } = spoken
  const { from, to } = range
  const entry = {
    level,
    path: null,
    from: from < today ? today : from,
    to: to < today ? addDays(today, 60) : to,
    participants: view.participants ?? 0,
    seats: 0,
    place: view.place ?? '',
    body: identity.body,
    asker,
    language,
  } as const
  const words = fullRange(range, voice)
  return turnOf(spoken, {
    saying: { text: texts.waiting(words) },
    state: { ...moment.state, booking: null, appointment: null },
    effects: [{ kind: 'wait', entry }],
  })
}
