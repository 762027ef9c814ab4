import type { Booking, BookingAsker } from '../booking/bookings.js'
import { type Day, dayAt } from '../booking/days.js'
import { withoutExcuse } from '../booking/excuse.js'
import { type MessageReading, readMessage } from '../booking/read.js'
import { voiceIn } from '../booking/say.js'
import type { Voice } from '../booking/speak.js'
import { teamFor } from '../escalation/topics.js'
import type { MemberIdentity } from '../members/identity.js'
import { type BookingTalkTexts, bookingTalkTexts } from '../texts/booking-talk.js'
import type { Language } from '../texts/language.js'
import { languageOf, mayConcernOwn, ownBookings } from './booking-own.js'
import { type BookingParts, CONTACTS } from './booking-parts.js'
import { ACTIONS } from './member-actions.js'
import { type Moment, promiseNow } from './member-desk.js'
import type { OutgoingAction, OutgoingFile, OutgoingMessage } from './outgoing.js'
import { plainMessage } from './plain-message.js'
import { plain } from './plain-reply.js'
import type { Outcomes } from './ports.js'
import { maskedNotice } from './respond.js'
import type { Responded } from './responder.js'
import type { Appointment, ConversationState } from './state.js'
import type { Effect, TurnResult } from './turn.js'

/** Topic of everything about the sessions. */
export const BOOKING_TOPIC = 'service-design'

/** Names of the buttons of a booking. */
export const BOOKING_ACTIONS = {
  /** What is filled in is said in words, as one could type it. */
  say: 'book-say',
  /** Value: the booking's id. */
  confirm: 'book-confirm',
  release: 'book-release',
  cancel: 'book-cancel',
  keep: 'book-keep',
  /** Value: the booking's id and a start, or another group's path. */
  move: 'book-move',
  swap: 'book-swap',
  /** Value: the path's id. */
  join: 'book-join',
  wait: 'book-wait',
} as const

const NAMES: ReadonlySet<string> = new Set(Object.values(BOOKING_ACTIONS))

/** Names of the fields in the forms. */
export const BOOKING_FIELDS = {
  level: 'level',
  date: 'date',
  participants: 'participants',
  place: 'place',
  name: 'name',
  mail: 'mail',
  body: 'body',
} as const

/** One message or button about a booking, read once, with what is known around it. */
export interface Spoken {
  readonly moment: Moment
  readonly identity: MemberIdentity
  readonly parts: BookingParts
  readonly asker: BookingAsker
  readonly today: Day
  readonly language: Language
  readonly texts: BookingTalkTexts
  readonly voice: Voice
  /** In words, whether typed or chosen; empty for a button that stands for more than words. */
  readonly text: string
  readonly reading: MessageReading
  /** The button that was pressed; null when something was typed. */
  readonly pressed: { readonly name: string; readonly value: string; readonly fields: Fields } | null
  /** An address that was given for the booking; null when none was. */
  readonly mail: string | null
  /** What this conversation is settling; null when nothing. */
  readonly appointment: Appointment | null
  /** Bookings and holds of this person that are not over, soonest first. */
  readonly mine: readonly Booking[]
}

type Fields = Readonly<Record<string, string>>

/** Reads a message as one about bookings; null when it is certainly about something else. */
export async function readSpoken(
  moment: Moment,
  identity: MemberIdentity,
  parts: BookingParts,
): Promise<Spoken | null> {
  const { incoming, state, now } = moment
  const { action } = incoming
  if (action !== null && action.name !== ACTIONS.choose && !NAMES.has(action.name)) return null
  const fields = action?.fields ?? {}
  const text = spokenText(moment)
  const { appointment } = state
  const language = languageOf(text, state)
  const talk =
    action === null ? moment.interpret(text, { memberKind: identity.kind, language }).kind : 'question'
  if (talk !== 'question' && talk !== 'small-talk') return null
  const own = { channel: incoming.channel, person: incoming.person }
  const goesOn = state.booking !== null || state.appointment !== null
  const reading = readMessage(goesOn ? withoutExcuse(text) : text, dayAt(now))
  const mine = mayConcernOwn(moment, reading) ? await ownBookings(own, parts, now) : []
  // "Ja" and "ok" answer what is under way, or a place that was offered; else they are talk.
  const offered = mine.some((one) => one.state === 'held' && one.asker.conversation === incoming.conversation)
  const underWay = state.booking !== null || appointment !== null || offered
  if (talk === 'small-talk' && !underWay) return null
  const token = incoming.contact ?? null
  return {
    moment,
    identity,
    parts,
    asker: { ...own, conversation: incoming.conversation },
    today: dayAt(now),
    language,
    texts: bookingTalkTexts(language),
    voice: voiceIn(language),
    text,
    reading,
    pressed: action === null ? null : { name: action.name, value: action.value, fields },
    mail: token === null ? null : await parts.records.get(CONTACTS, token, now),
    appointment,
    mine,
  }
}

const PLACES: Readonly<Record<string, string>> = {
  member: 'bij ons',
  vvsg: 'bij de VVSG',
  online: 'online',
}

function spokenText({ incoming: { action, text } }: Moment): string {
  if (action === null) return text
  if (action.name === ACTIONS.choose) return action.value
  if (action.name !== BOOKING_ACTIONS.say) return ''
  const { level, date, participants, place } = action.fields ?? {}
  const [year, month, day] = (date ?? '').split('-').map(Number)
  return [
    level && `niveau ${level}`,
    date && `op ${day}/${month}/${year}`,
    participants && `${participants} deelnemers`,
    place && (PLACES[place] ?? place),
  ]
    .filter(Boolean)
    .join(', ')
}

/** What is said in answer. */
export interface Saying {
  readonly text: string
  readonly actions?: readonly OutgoingAction[]
  readonly files?: readonly OutgoingFile[]
}

/** What a turn about a booking leaves behind. */
export interface BookingTurn {
  readonly saying: Saying
  readonly state: ConversationState
  readonly effects?: readonly Effect[]
  /** What is said and remembered instead, once it is known how the effects ended. */
  readonly ended?: (outcomes: Outcomes) => Pick<BookingTurn, 'saying' | 'state'>
}

/** Makes the result of a turn; a notice precedes it when something was masked that nobody asked for. */
export function turnOf(spoken: Spoken, { saying, state, effects = [], ended }: BookingTurn): TurnResult {
  const spokenIn = { bookingLanguage: spoken.language }
  return {
    state: { ...state, ...spokenIn },
    messages: [messageOf(spoken, saying, state)],
    effects,
    figures: { outcome: 'book', confidence: 1, topic: BOOKING_TOPIC, language: spoken.language },
    ...(ended && {
      conclude: (outcomes) => {
        const last = ended(outcomes)
        return {
          state: { ...last.state, ...spokenIn },
          messages: [messageOf(spoken, last.saying, last.state)],
        }
      },
    }),
  }
}

function messageOf(
  { moment, language, mail }: Spoken,
  { text, actions = [], files = [] }: Saying,
  state: ConversationState,
): OutgoingMessage {
  const { incoming } = moment
  // An address that was asked for is no slip.
  const masked = incoming.masked.filter((kind) => kind !== 'e-mail' || mail === null)
  const notice = maskedNotice({ text: incoming.text, masked }, language)
  return {
    ...plainMessage('book', [notice, text].filter(Boolean).join('\n\n')),
    actions,
    booking: state.booking,
    ...(files.length > 0 && { files }),
  }
}

/** The wish goes to staff, with a word of when they are there. */
export function toStaff(spoken: Spoken, text: string, question: string): Responded {
  const { moment, language, identity, parts } = spoken
  const promise = promiseNow(moment, language)
  return {
    reply: {
      ...plain('book', `${text}\n\n${promise}`, language),
      topic: BOOKING_TOPIC,
      promise,
    },
    state: { ...moment.state, appointment: null, readings: [] },
    ticket: {
      question,
      topic: BOOKING_TOPIC,
      team: teamFor(parts.topics, BOOKING_TOPIC).key,
      reason: 'boeking',
      found: [],
      asker: { body: identity.body, kind: identity.kind, name: null, person: moment.incoming.person },
      urgent: false,
      messageId: moment.incoming.messageId ?? null,
    },
    addTo: null,
  }
}

/** The state while something about a booking is being settled. */
export function settling(
  { moment: { state }, language }: Spoken,
  appointment: Pick<Appointment, 'id' | 'step'> & Partial<Appointment>,
): ConversationState {
  return {
    ...state,
    readings: [],
    appointment: { offers: [], number: null, body: null, language, ...appointment },
  }
}

/** A button that says what one could type. */
export function choice(label: string, value: string): OutgoingAction {
  return { name: ACTIONS.choose, label, value }
}

/** A button that stands for a decision about one booking. */
export function decision(
  name: keyof typeof BOOKING_ACTIONS,
  label: string,
  value: string,
  style?: 'primary' | 'danger',
): OutgoingAction {
  return { name: BOOKING_ACTIONS[name], label, value, ...(style && { style }) }
}
