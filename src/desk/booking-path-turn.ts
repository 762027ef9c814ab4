import type { NewHold } from '../booking/bookings.js'
import { isBookable, type LearningPath, type Offering, offeringOf, pathOf } from '../booking/offerings.js'
import { openPaths, pathWay, seatsLeft, teamsFor } from '../booking/placing.js'
import { pathDates } from '../booking/say.js'
import { letsGo, namedPlace, wantsToWait } from '../booking/small-words.js'
import { fullDay } from '../booking/speak.js'
import { plain } from '../booking/tokens.js'
import type { BookingView } from '../booking/view.js'
import { understandBooking } from '../booking/wish.js'
import { hold, newHold, waitButton } from './booking-hold.js'
import type { Availability } from './booking-parts.js'
import { availability } from './booking-parts.js'
import {
  BOOKING_ACTIONS,
  BOOKING_FIELDS,
  decision,
  type Saying,
  type Spoken,
  settling,
  turnOf,
} from './booking-spoken.js'
import type { TurnResult } from './turn.js'

/** What is known of a wish to join a learning path. */
interface PathWish {
  readonly offering: Offering
  readonly participants: number | null
  /** Null until one is chosen. */
  readonly path: LearningPath | null
}

/**
 * A wish for a learning path: its groups are shown with their dates, and teams get seats in all of them. Null when it
 * is about something else, or about a path the desk does not book.
 */
export async function onPathWish(spoken: Spoken): Promise<TurnResult | null> {
  const wish = spoken.identity.known ? readWish(spoken) : null
  if (wish === null) return null
  const free = await availability(spoken.parts, spoken.moment.now, null)
  const { path } = wish
  if (isWaiting(spoken)) {
    const full = path ?? onlyFull(spoken, free)
    if (full !== null) return waitingFor(spoken, wish, full)
  }
  if (wish.participants === null || path === null) return choosing(spoken, wish, free)
  return joining(spoken, wish, path, wish.participants)
}

function readWish(spoken: Spoken): PathWish | null {
  const { parts, moment, reading } = spoken
  const offering = offeringOf(parts.offerings, 3)
  if (!isBookable(offering)) return null
  const view = viewIn(spoken)
  const path = pressedPath(spoken) ?? namedPath(spoken)
  if (pressedPath(spoken) === null && !isAboutPath(spoken, view, path)) return null
  // "De tweede" chooses a group, also where a number of people was asked.
  const counts = path === null || reading.people !== null
  const said = counts ? (view?.participants ?? null) : null
  const participants = said ?? moment.state.booking?.participants ?? null
  return { offering, participants, path: path ?? earlier(spoken) }
}

/** What the message says as a wish; null when it is none. */
function viewIn({ text, moment, parts, language }: Spoken): BookingView | null {
  const understood = understandBooking(text, {
    now: moment.now,
    offerings: parts.offerings,
    previous: moment.state.booking,
    booker: 'member',
    language,
  })
  return understood?.kind === 'wish' ? understood.view : null
}

function pressedPath({ pressed, parts }: Spoken): LearningPath | null {
  const { join, wait } = BOOKING_ACTIONS
  const chosen = pressed?.name === join || pressed?.name === wait
  return chosen ? pathOf(parts.offerings, pressed.value) : null
}

/** It asks for level 3, or goes on with the choice of a group. */
function isAboutPath(
  { appointment, reading }: Spoken,
  view: BookingView | null,
  path: LearningPath | null,
): boolean {
  if (view?.level === 3) return true
  if (appointment?.step !== 'joining' || letsGo(reading.text)) return false
  const otherLevel = view !== null && view.level !== null
  return !otherLevel && (view !== null || path !== null || wantsToWait(reading.text))
}

function earlier({ appointment, parts }: Spoken): LearningPath | null {
  const [only, ...others] = appointment?.step === 'joining' ? appointment.offers : []
  return only !== undefined && others.length === 0 ? pathOf(parts.offerings, only) : null
}

/** `de eerste`, `groep B`, or the name of a group. */
function namedPath({ reading, appointment, parts, text, language }: Spoken): LearningPath | null {
  const shown = appointment?.step === 'joining' ? appointment.offers : []
  const place = shown.length > 1 ? namedPlace(reading.text, shown.length) : null
  if (place !== null) return pathOf(parts.offerings, shown[place - 1] ?? null)
  const words = plain(text)
  const group = /\b(?:groep|group) ([a-z0-9]+)\b/.exec(words)?.[0]
  const named = parts.offerings.paths.filter(({ name }) => {
    const full = plain(name[language])
    return words.includes(full) || (group !== undefined && full.endsWith(group))
  })
  return named.length === 1 ? (named[0] ?? null) : null
}

function isWaiting({ pressed, reading }: Spoken): boolean {
  return pressed?.name === BOOKING_ACTIONS.wait || wantsToWait(reading.text)
}

/** The one group that is full; null when none is, or several are. */
function onlyFull({ parts, today }: Spoken, free: Availability): LearningPath | null {
  const full = openPaths(parts.offerings, today).filter((one) => seatsLeft(one, free.seats) === 0)
  return full.length === 1 ? (full[0] ?? null) : null
}

/** Which groups there are, and what is still missing. */
function choosing(
  spoken: Spoken,
  { offering, participants, path }: PathWish,
  free: Availability,
): TurnResult {
  const { texts, parts, today, voice, language } = spoken
  const size = offering.teams?.size ?? { min: 1, max: 1 }
  const shown = path === null ? openPaths(parts.offerings, today) : [path]
  const askTeam = participants === null ? [texts.askTeam(size.min, size.max)] : []
  const lines = shown.map((one, index) => {
    const left = seatsLeft(one, free.seats)
    const dates = pathDates(one, voice)
    const until = fullDay(one.joinUntil, voice)
    const words =
      left === 0
        ? texts.pathFull(one.name[language], dates)
        : texts.path(one.name[language], dates, one.place, left, until)
    return `${index + 1}. ${words}`
  })
  const full = shown.filter((one) => seatsLeft(one, free.seats) === 0)
  const list = shown.length === 0 ? [texts.noPaths] : path === null ? [texts.paths, ...lines] : []
  const choose = path === null && shown.length > 1 ? [texts.choosePath] : []
  const wait = full.length > 0 ? [texts.waitOffer] : []
  const saying: Saying = {
    text: [...list, ...choose, ...askTeam, ...wait].join('\n'),
    actions: [
      ...(path === null ? shown.filter((one) => !full.includes(one)) : []).map((one) =>
        decision('join', one.name[language], one.id),
      ),
      ...(participants === null ? [askPeople(spoken)] : []),
      ...full.map((one) => waitButton(spoken, one.id)),
    ],
  }
  const state = settling(spoken, { id: null, step: 'joining', offers: shown.map(({ id }) => id) })
  return turnOf(spoken, { saying, state: { ...state, booking: viewOf(participants) } })
}

function askPeople({ texts }: Spoken) {
  const { labels } = texts
  const field = {
    name: BOOKING_FIELDS.participants,
    label: labels.participants,
    kind: 'number',
    required: true,
  } as const
  const form = { title: labels.fill, submit: labels.send, fields: [field] }
  return { name: BOOKING_ACTIONS.say, label: labels.participants, value: '', form }
}

/** The wish under way, so that the next message is read as part of it. */
function viewOf(participants: number | null) {
  const missing = participants === null ? ['participants', 'body', 'contact'] : ['body', 'contact']
  return { level: 3, participants, place: null, wishes: [], missing, offers: [] } as const
}

function joining(
  spoken: Spoken,
  { offering }: PathWish,
  path: LearningPath,
  participants: number,
): TurnResult {
  const { texts, today, identity, moment } = spoken
  const { min, max } = offering.teams?.size ?? { min: 1, max: 1 }
  const teams = teamsFor(participants, offering)
  const settlingPath = settling(spoken, { id: null, step: 'joining', offers: [path.id] })
  const fits = participants >= teams * min && teams <= path.teamsPerBody
  if (!fits) {
    const text = texts.teamSize(min, max, path.teamsPerBody)
    const saying = { text, actions: [askPeople(spoken)] }
    return turnOf(spoken, { saying, state: { ...settlingPath, booking: viewOf(null) } })
  }
  if (today > path.joinUntil) {
    const state = { ...moment.state, appointment: null, booking: null }
    return turnOf(spoken, { saying: { text: texts.noPaths }, state })
  }
  const wanted: NewHold = {
    ...newHold(
      spoken,
      { participants, place: path.place },
      { level: 3, path: path.id, seats: teams, seatsPerBody: path.teamsPerBody, ways: [pathWay(path)] },
    ),
    body: spoken.appointment?.body ?? identity.body,
  }
  return hold(spoken, {
    hold: wanted,
    view: viewOf(participants),
    refused: (outcome) => {
      const perBody = outcome?.kind === 'refused' && outcome.code === 'per-body'
      if (perBody) return { text: texts.perBody(path.teamsPerBody) }
      return { text: `${texts.full} ${texts.waitOffer}`, actions: [waitButton(spoken, path.id)] }
    },
  })
}

function waitingFor(spoken: Spoken, wish: PathWish, path: LearningPath): TurnResult {
  const { moment, asker, identity, language, texts } = spoken
  const participants = wish.participants ?? wish.offering.teams?.size.min ?? 1
  const entry = {
    level: 3,
    path: path.id,
    from: path.days[0]?.date ?? path.joinUntil,
    to: path.days.at(-1)?.date ?? path.joinUntil,
    participants,
    seats: teamsFor(participants, wish.offering),
    place: path.place,
    body: identity.body,
    asker,
    language,
  } as const
  return turnOf(spoken, {
    saying: { text: texts.waiting(path.name[language]) },
    state: { ...moment.state, booking: null, appointment: null },
    effects: [{ kind: 'wait', entry }],
  })
}
