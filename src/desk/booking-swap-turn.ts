import type { Booking } from '../booking/bookings.js'
import { type Exchange, exchanges, mayStillChange } from '../booking/placing.js'
import { timeWords } from '../booking/say.js'
import { namedDay, namedPlace, saysYes, wantsSwap } from '../booking/small-words.js'
import { plain } from '../booking/tokens.js'
import { changing } from './booking-changing.js'
import { invitationFile } from './booking-invitation.js'
import { availability } from './booking-parts.js'
import { decision, type Spoken, settling, toStaff, turnOf } from './booking-spoken.js'
import type { Responded } from './responder.js'
import type { TurnResult } from './turn.js'

/** One day of a path for the same day of another group. Null when no day of a path is meant. */
export async function onSwap(spoken: Spoken, booking: Booking): Promise<TurnResult | Responded | null> {
  const { parts, moment, reading, appointment } = spoken
  if (booking.path === null) return null
  const choosing = appointment?.step === 'swapping' && appointment.id === booking.id
  const said = namedDay(reading.text, booking.times.length) ?? dayByDate(spoken, booking)
  const number = choosing ? (appointment.number ?? said) : wantsSwap(reading.text) ? said : null
  if (number === null) return null
  const free = await availability(parts, moment.now, null)
  const others = exchanges(booking, number, parts.offerings, free.seats, moment.now)
  if (isTooLate(spoken, booking, number)) return noSwap(spoken, booking)
  const chosen = choosing ? chosenFrom(spoken, others) : null
  return chosen === null
    ? offered(spoken, booking, number, others)
    : swapping(spoken, booking, number, chosen)
}

/** A button: the booking's id, the number of the day, and the other group. */
export async function onSwapPressed(
  spoken: Spoken,
  confirmed: readonly Booking[],
): Promise<TurnResult | Responded | null> {
  const { pressed, parts, moment } = spoken
  const [id, number, path] = (pressed?.value ?? '').split(' ')
  const booking = confirmed.find((one) => one.id === id)
  if (booking === undefined) return null
  const free = await availability(parts, moment.now, null)
  const others = exchanges(booking, Number(number), parts.offerings, free.seats, moment.now)
  const chosen = others.find((other) => other.path.id === path)
  if (isTooLate(spoken, booking, Number(number))) return noSwap(spoken, booking)
  return chosen === undefined
    ? offered(spoken, booking, Number(number), others)
    : swapping(spoken, booking, Number(number), chosen)
}

/** `we kunnen niet op 22 april`: the day of the path that is on that date. */
function dayByDate({ reading }: Spoken, { times }: Booking): number | null {
  const dates = reading.wishes.map(({ wish }) => wish.date)
  const found = times.find(({ start }) => dates.includes(new Date(start).toISOString().slice(0, 10)))
  return found?.number ?? null
}

function isTooLate({ parts, moment }: Spoken, { times }: Booking, number: number): boolean {
  const day = times.find((time) => time.number === number)
  return day === undefined || !mayStillChange(day.start, parts.offerings, moment.now)
}

function chosenFrom({ reading, text, language }: Spoken, others: readonly Exchange[]): Exchange | null {
  const [only] = others
  if (only !== undefined && others.length === 1 && saysYes(reading.text)) return only
  const place = namedPlace(reading.text, others.length)
  if (place !== null) return others[place - 1] ?? null
  const group = /\b(?:groep|group) ([a-z0-9]+)\b/.exec(plain(text))?.[0]
  return others.find(({ path }) => group !== undefined && plain(path.name[language]).endsWith(group)) ?? null
}

function offered(
  spoken: Spoken,
  booking: Booking,
  number: number,
  others: readonly Exchange[],
): TurnResult | Responded {
  const { texts, voice, language } = spoken
  if (others.length === 0) return noSwap(spoken, booking)
  const lines = others.map(
    ({ path, to }, index) => `${index + 1}. ${texts.swapChoice(path.name[language], timeWords(to, voice))}`,
  )
  const state = settling(spoken, {
    id: booking.id,
    step: 'swapping',
    number,
    offers: others.map(({ path }) => path.id),
  })
  return turnOf(spoken, {
    saying: {
      text: [texts.swapOffer(number), ...lines, texts.choosePath].join('\n'),
      actions: [
        ...others.map(({ path }) =>
          decision('swap', path.name[language], `${booking.id} ${number} ${path.id}`),
        ),
        decision('keep', texts.labels.keep, booking.id),
      ],
    },
    state: { ...state, booking: null },
  })
}

function noSwap(spoken: Spoken, { reference }: Booking): Responded {
  return toStaff(spoken, spoken.texts.swapNone, `${reference}: ${spoken.moment.incoming.text || spoken.text}`)
}

function swapping(spoken: Spoken, booking: Booking, number: number, { to }: Exchange): TurnResult {
  const { texts, voice } = spoken
  const change = { kind: 'swap', id: booking.id, version: booking.version, number, to } as const
  return changing(spoken, booking, change, (outcome) => {
    if (outcome?.kind !== 'done') return { text: outcome?.code === 'full' ? texts.full : texts.changed }
    const text = texts.swapped(booking.reference, number, timeWords(to, voice))
    return { text, files: [invitationFile(outcome.booking, spoken)] }
  })
}
