import type { BookingOutcome, NewHold, Placement } from '../booking/bookings.js'
import type { BookingView } from '../booking/view.js'
import { dueAfter } from './booking-due.js'
import { heldBooking, heldSaying } from './booking-held-turn.js'
import { type BookingTurn, decision, type Saying, type Spoken, settling, turnOf } from './booking-spoken.js'
import type { OutgoingAction } from './outgoing.js'
import type { TurnResult } from './turn.js'

/** What is common to a session and a path. */
export function newHold(
  { asker, identity, language, parts, moment, appointment }: Spoken,
  { participants, place }: Pick<BookingView, 'participants' | 'place'>,
  what: Pick<NewHold, 'level' | 'path' | 'seats' | 'seatsPerBody'> & { readonly ways: readonly Placement[] },
): NewHold {
  return {
    ...what,
    participants: participants ?? 0,
    place: place ?? '',
    body: appointment?.body ?? identity.body,
    asker,
    language,
    until: moment.now.getTime() + parts.offerings.booking.holdMinutes * 60_000,
  }
}

/** Holds a place; the one that was held before makes way. */
export function hold(
  spoken: Spoken,
  wanted: {
    readonly hold: NewHold
    readonly view: BookingView | null
    readonly refused: (outcome: BookingOutcome | undefined) => Saying
  },
): TurnResult {
  const { moment, parts, appointment } = spoken
  const instead = heldBooking(spoken)?.id ?? null
  const change = { kind: 'hold', hold: wanted.hold, instead, waiting: null } as const
  const before = { ...moment.state, booking: wanted.view, readings: [] }
  return turnOf(spoken, {
    saying: { text: spoken.texts.taken },
    state: before,
    effects: [{ kind: 'booking', change, due: dueAfter(parts, moment.now) }],
    ended: ({ bookings: [outcome] }): Pick<BookingTurn, 'saying' | 'state'> => {
      if (outcome?.kind !== 'done') return { saying: wanted.refused(outcome), state: before }
      const body = appointment?.body ?? null
      const state = settling(spoken, { id: outcome.booking.id, step: 'held', body })
      return {
        saying: heldSaying(spoken, outcome.booking, body),
        state: { ...state, booking: wanted.view },
      }
    },
  })
}

/** A button that puts somebody on the waiting list of a path. */
export function waitButton({ texts }: Spoken, path: string): OutgoingAction {
  return decision('wait', texts.labels.wait, path)
}
