import type { Slot } from '../booking/availability.js'
import { checkGroup, checkPlace } from '../booking/checks.js'
import { isBookable, type Offering, offeringOf } from '../booking/offerings.js'
import { whereOf } from '../booking/place.js'
import { exactSlot, slotWays } from '../booking/placing.js'
import { slotAsTyped } from '../booking/say.js'
import { wantsToWait } from '../booking/small-words.js'
import { slotWords } from '../booking/speak.js'
import type { BookingView } from '../booking/view.js'
import { aboutBooking, type BookingUnderstanding, understandBooking } from '../booking/wish.js'
import { dueAfter } from './booking-due.js'
import { heldBooking } from './booking-held-turn.js'
import { hold, newHold } from './booking-hold.js'
import { type Availability, availability } from './booking-parts.js'
import {
  BOOKING_ACTIONS,
  BOOKING_FIELDS,
  choice,
  type Saying,
  type Spoken,
  turnOf,
} from './booking-spoken.js'
import { isGiven, onWaitingList, otherMoments } from './booking-waiting-turn.js'
import type { FormField, OutgoingAction } from './outgoing.js'
import type { TurnResult } from './turn.js'

/**
 * A wish for a session: what is still missing is asked, free moments are offered, and the one that is chosen is held.
 *
 * Null when it is about something else, and when it is not for the desk to book: a level that VVSG did not confirm,
 * a group that does not fit, an asker it does not know.
 */
export async function onWish(spoken: Spoken): Promise<TurnResult | null> {
  const { identity, parts, moment, pressed } = spoken
  if (!identity.known) return null
  if (pressed !== null && spoken.text === '') return null
  // Looking up what is free asks the database and hosts' calendars: only for who wishes something.
  if (!aboutBooking(spoken.reading, moment.state.booking) && !wantsToWait(spoken.reading.text)) return null
  const free = await availability(parts, moment.now, heldBooking(spoken)?.id ?? null)
  const waits = onWaitingList(spoken, free)
  if (waits !== null) return waits
  const understood = understand(spoken, free)
  if (understood === null || understood.kind !== 'wish') return null
  const { view } = understood
  const offering = offeringOf(parts.offerings, view.level)
  if (!isBookable(offering) || offering.teams !== null || !fits(view, offering)) return null
  const slot = chosenSlot(view, offering, free, spoken)
  return slot === null
    ? offered(spoken, understood, offering, free)
    : holding(spoken, view, offering, slot, free)
}

function understand(spoken: Spoken, free: Availability, alsoBusy: Availability['busy'] = []) {
  const { text, moment, parts, language } = spoken
  return understandBooking(text, {
    now: moment.now,
    offerings: parts.offerings,
    previous: moment.state.booking,
    hours: free.circumstances.calendar,
    busy: [...free.busy, ...alsoBusy],
    unsure: free.unsure,
    booker: 'member',
    language,
  })
}

/** A group that does not fit, or a place where the level is not given, is for a colleague to settle. */
function fits({ participants, place }: BookingView, offering: Offering): boolean {
  const remarks = [...checkGroup(offering, participants, null), ...checkPlace(offering, whereOf(place))]
  return remarks.every(({ kind }) => kind === 'place')
}

/** The one free moment that was named or chosen, once all that matters is known. */
function chosenSlot(
  view: BookingView,
  offering: Offering,
  free: Availability,
  { today }: Spoken,
): Slot | null {
  const open = view.missing.some((name) => /^(level|date|participants|place)$/.test(name))
  const [wish] = view.wishes
  if (open || wish === undefined || view.wishes.length > 1) return null
  return exactSlot(offering, wish, free.circumstances, today)
}

/** Whether the moment that was named could be had, if nobody else had it. */
function isOnlyBusy(
  { wishes }: BookingView,
  offering: Offering,
  { circumstances }: Availability,
  { today }: Spoken,
): boolean {
  const [wish, ...others] = wishes
  if (wish === undefined || others.length > 0 || exactSlot(offering, wish, circumstances, today)) return false
  return exactSlot(offering, wish, { ...circumstances, busy: [] }, today) !== null
}

function offered(
  spoken: Spoken,
  { text, view }: BookingUnderstanding,
  offering: Offering,
  free: Availability,
): TurnResult {
  const { moment, texts } = spoken
  const held = heldBooking(spoken)
  const none = view.offers.length === 0 && view.wishes.some((wish) => isGiven(wish, offering, free, spoken))
  const state = { ...moment.state, readings: [], booking: view, appointment: null }
  const saying: Saying = {
    text: [isOnlyBusy(view, offering, free, spoken) ? texts.busy : '', text, none ? texts.waitOffer : '']
      .filter(Boolean)
      .join('\n\n'),
    actions: [
      ...view.offers.map((start) =>
        choice(slotWords(start, offering.minutes, spoken.voice), slotAsTyped(start)),
      ),
      ...fillIn(spoken, view, offering),
      ...(none ? [choice(texts.labels.wait, texts.labels.wait)] : []),
    ],
  }
  // Other moments were asked for: the one that was held comes free.
  const effects =
    held === null
      ? []
      : [
          {
            kind: 'booking',
            change: { kind: 'release', id: held.id },
            due: dueAfter(spoken.parts, moment.now),
          } as const,
        ]
  return turnOf(spoken, { saying, state, effects })
}

/** One form for all that is still missing. */
function fillIn({ texts, voice }: Spoken, view: BookingView, offering: Offering): readonly OutgoingAction[] {
  const { labels } = texts
  const fields = view.missing.flatMap((name): FormField[] => {
    if (name === 'date')
      return [{ name: BOOKING_FIELDS.date, label: labels.date, kind: 'date', required: false }]
    if (name === 'participants') {
      return [
        { name: BOOKING_FIELDS.participants, label: labels.participants, kind: 'number', required: true },
      ]
    }
    if (name !== 'place') return []
    const options = offering.where.map((where) => ({ label: voice.texts.places[where], value: where }))
    return [{ name: BOOKING_FIELDS.place, label: labels.place, kind: 'choice', required: true, options }]
  })
  if (fields.length === 0) return []
  const form = { title: labels.fill, submit: labels.send, fields }
  return [{ name: BOOKING_ACTIONS.say, label: labels.fill, value: '', form }]
}

function holding(
  spoken: Spoken,
  view: BookingView,
  offering: Offering,
  slot: Slot,
  free: Availability,
): TurnResult {
  const ways = slotWays(offering, slot)
  return hold(spoken, {
    hold: newHold(spoken, view, { level: offering.level, path: null, seats: 0, seatsPerBody: null, ways }),
    view,
    refused: () => takenSaying(spoken, view, slot, free),
  })
}

/** Somebody was faster: what is free beside it. */
function takenSaying(spoken: Spoken, view: BookingView, slot: Slot, free: Availability): Saying {
  const { texts, parts } = spoken
  const start = Date.parse(slot.start)
  const end = Date.parse(slot.end)
  const busy = slot.hosts.map((host) => ({ host, start, end }))
  const offering = offeringOf(parts.offerings, view.level)
  const again = understand({ ...spoken, text: slotAsTyped(slot.start) }, free, busy)
  const offers = again?.view.offers ?? []
  return otherMoments(spoken, texts.taken, offers, offering)
}
