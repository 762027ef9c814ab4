import type { Booking, BookingOutcome } from '../booking/bookings.js'
import { shiftedWish } from '../booking/choices.js'
import { offeringOf, pathOf } from '../booking/offerings.js'
import { bookingWords, untilWords } from '../booking/say.js'
import {
  letsGo,
  prefersSomething,
  saysNo,
  saysYes,
  wantsNoMail,
  wantsOtherMoment,
} from '../booking/small-words.js'
import { fullDay } from '../booking/speak.js'
import { dueAfter } from './booking-due.js'
import { showsFiles } from './booking-file.js'
import { invitationFile, invitationWords } from './booking-invitation.js'
import {
  BOOKING_ACTIONS,
  BOOKING_FIELDS,
  type BookingTurn,
  decision,
  type Saying,
  type Spoken,
  settling,
  turnOf,
} from './booking-spoken.js'
import type { FormField, OutgoingAction } from './outgoing.js'
import type { TurnResult } from './turn.js'

/** What is said to a hold: it is confirmed, let go, or something is still missing. Null when it is about more than that. */
export function onHeld(spoken: Spoken): TurnResult | null {
  const held = heldBooking(spoken)
  if (held === null) return onNothingHeld(spoken)
  const { pressed, reading, identity, mail, moment, appointment } = spoken
  const pressedFor = (name: keyof typeof BOOKING_ACTIONS) =>
    pressed?.name === BOOKING_ACTIONS[name] && pressed.value === held.id
  if (pressedFor('release')) return released(spoken, held)
  if (pressedFor('confirm'))
    return confirmOrAsk(spoken, held, { mail, withoutMail: false, body: bodyIn(spoken) })
  if (pressed !== null && spoken.text === '') return null
  const masked = moment.incoming.masked.includes('e-mail')
  if (mail !== null) return confirmOrAsk(spoken, held, { mail, withoutMail: false, body: bodyIn(spoken) })
  if (masked) return asking(spoken, held, spoken.texts.mailLost(showsFiles(moment.incoming.channel)))
  if (wantsNoMail(reading.text)) {
    return confirmOrAsk(spoken, held, { mail: null, withoutMail: true, body: bodyIn(spoken) })
  }
  const body = bodyIn(spoken)
  const chosen = body !== null && identity.bodies.length > 1 && appointment?.body !== body
  if (chosen || saysYes(reading.text)) {
    return confirmOrAsk(spoken, held, { mail: null, withoutMail: false, body })
  }
  if (saysNo(reading.text) || letsGo(reading.text)) {
    return namesAnother(spoken) ? null : released(spoken, held)
  }
  return null
}

/** "Toch niet, liever later die week": the moment is let go for another, not the wish. */
function namesAnother({ reading, moment }: Spoken): boolean {
  if (wantsOtherMoment(reading.text)) return true
  if (!prefersSomething(reading.text)) return false
  const { booking } = moment.state
  const shifts = booking !== null && shiftedWish(reading, booking) !== null
  return shifts || reading.wishes.length > 0 || reading.place !== null
}

/** The hold this conversation is about: its own, or one that was made for it from the waiting list. */
export function heldBooking({ appointment, mine, asker }: Spoken): Booking | null {
  const holds = mine.filter(({ state }) => state === 'held')
  const own = holds.find(({ id }) => id === appointment?.id)
  return own ?? holds.find((hold) => hold.asker.conversation === asker.conversation) ?? null
}

/** A hold that is gone is still answered. */
function onNothingHeld(spoken: Spoken): TurnResult | null {
  const { appointment, pressed, reading, texts, mine } = spoken
  const pressedHold =
    pressed !== null && (pressed.name === BOOKING_ACTIONS.confirm || pressed.name === BOOKING_ACTIONS.release)
  const answersHold = appointment?.step === 'held' && (saysYes(reading.text) || saysNo(reading.text))
  if (!pressedHold && !answersHold) return null
  const made = mine.find(
    ({ id, state }) => id === (pressed?.value || appointment?.id) && state === 'confirmed',
  )
  if (made !== undefined) {
    const words = texts.confirmed(made.reference, bookingWords(made, spoken.parts.offerings))
    return turnOf(spoken, {
      saying: { text: words },
      state: settling(spoken, { id: made.id, step: 'booked' }),
    })
  }
  const state = { ...spoken.moment.state, appointment: null }
  return turnOf(spoken, { saying: { text: texts.gone }, state })
}

/** What is said when a place is held: until when, and what is needed to confirm. */
export function heldSaying(spoken: Spoken, held: Booking, body: string | null): Saying {
  const { texts, parts, moment, voice } = spoken
  const until = untilWords(held.heldUntil ?? 0, moment.now, voice)
  const path = pathOf(parts.offerings, held.path)
  const lines = [
    texts.held(bookingWords(held, parts.offerings), until),
    ...(held.tentative ? [texts.tentative] : []),
    ...(path === null ? [] : [texts.minimum(path.teams.min, fullDay(path.joinUntil, voice))]),
    ...missing(spoken, body),
  ]
  return { text: lines.join('\n\n'), actions: heldActions(spoken, held, body) }
}

/** What is still asked: the body when there are several, the address when none is known, else a plain yes. */
function missing({ texts, identity }: Spoken, body: string | null): readonly string[] {
  const known = body ?? onlyBody(identity.bodies, identity.body)
  if (known === null) return [texts.askBody(identity.bodies)]
  return identity.mail === null ? [texts.askMail] : [`${texts.mailKnown} ${texts.askConfirm}`]
}

function heldActions(
  { texts, identity }: Spoken,
  held: Booking,
  body: string | null,
): readonly OutgoingAction[] {
  const { labels } = texts
  const known = body ?? onlyBody(identity.bodies, identity.body)
  const fields: FormField[] = [
    ...(known === null
      ? [
          {
            name: BOOKING_FIELDS.body,
            label: labels.body,
            kind: 'choice',
            required: true,
            options: identity.bodies.map((name) => ({ label: name, value: name })),
          } as const,
        ]
      : []),
    ...(identity.mail === null
      ? [
          { name: BOOKING_FIELDS.name, label: labels.name, kind: 'text', required: false } as const,
          {
            name: BOOKING_FIELDS.mail,
            label: labels.mail,
            kind: 'text',
            required: true,
            contact: true,
          } as const,
        ]
      : []),
  ]
  const confirm = decision('confirm', labels.confirm, held.id, 'primary')
  const form = { title: labels.confirm, submit: labels.confirm, fields }
  return [fields.length === 0 ? confirm : { ...confirm, form }, decision('release', labels.drop, held.id)]
}

function onlyBody(bodies: readonly string[], body: string | null): string | null {
  return body ?? (bodies.length === 1 ? (bodies[0] ?? null) : null)
}

/** The body that was chosen or named, among those the asker works for; null when none was. */
function bodyIn({ pressed, text, identity, appointment }: Spoken): string | null {
  const said = (pressed?.fields[BOOKING_FIELDS.body] ?? text).toLowerCase()
  const named = identity.bodies.find((body) => said.includes(body.toLowerCase()))
  return named ?? appointment?.body ?? onlyBody(identity.bodies, identity.body)
}

interface Given {
  readonly mail: string | null
  readonly withoutMail: boolean
  readonly body: string | null
}

function confirmOrAsk(spoken: Spoken, held: Booking, given: Given): TurnResult {
  const { identity, texts } = spoken
  const mail = given.mail ?? identity.mail
  if (given.body === null) return asking(spoken, held, texts.askBody(identity.bodies))
  if (mail === null && !given.withoutMail) return asking(spoken, held, texts.askMail, given.body)
  return confirming(spoken, held, given.body, mail)
}

function asking(spoken: Spoken, held: Booking, text: string, body: string | null = null): TurnResult {
  const state = settling(spoken, {
    id: held.id,
    step: 'held',
    body: body ?? spoken.appointment?.body ?? null,
  })
  return turnOf(spoken, { saying: { text, actions: heldActions(spoken, held, body) }, state })
}

function confirming(spoken: Spoken, held: Booking, body: string, mail: string | null): TurnResult {
  const { parts, moment, pressed } = spoken
  const name = pressed?.fields[BOOKING_FIELDS.name]?.trim() || moment.incoming.personName || null
  const seatsPerBody = pathOf(parts.offerings, held.path)?.teamsPerBody ?? null
  const change = {
    kind: 'confirm',
    id: held.id,
    body,
    contact: { name, mail },
    seatsPerBody,
  } as const
  return turnOf(spoken, {
    saying: { text: spoken.texts.gone },
    state: moment.state,
    effects: [{ kind: 'booking', change, due: dueAfter(parts, moment.now) }],
    ended: ({ bookings: [outcome] }) => confirmed(spoken, held, outcome),
  })
}

function confirmed(
  spoken: Spoken,
  held: Booking,
  outcome: BookingOutcome | undefined,
): Pick<BookingTurn, 'saying' | 'state'> {
  const { texts, parts, moment } = spoken
  if (outcome?.kind === 'done') {
    const { booking } = outcome
    const offering = offeringOf(parts.offerings, booking.level)
    const lines = [
      texts.confirmed(booking.reference, bookingWords(booking, parts.offerings)),
      ...(booking.tentative ? [texts.tentative] : []),
      ...(offering === null ? [] : [texts.preparation(offering.preparation[booking.language])]),
      invitationWords(spoken, booking),
      parts.offerings.booking.terms[booking.language],
    ]
    const state = settling(spoken, { id: booking.id, step: 'booked' })
    return {
      saying: { text: lines.join('\n\n'), files: [invitationFile(booking, spoken)] },
      state: { ...state, booking: null },
    }
  }
  if (outcome?.code === 'per-body') {
    const most = pathOf(parts.offerings, held.path)?.teamsPerBody ?? 1
    return { saying: { text: texts.perBody(most) }, state: settling(spoken, { id: held.id, step: 'held' }) }
  }
  return { saying: { text: texts.gone }, state: { ...moment.state, appointment: null } }
}

function released(spoken: Spoken, held: Booking): TurnResult {
  const { parts, moment, texts } = spoken
  const state = { ...moment.state, appointment: null, booking: null }
  return turnOf(spoken, {
    saying: { text: texts.released },
    state,
    effects: [
      { kind: 'booking', change: { kind: 'release', id: held.id }, due: dueAfter(parts, moment.now) },
    ],
  })
}
