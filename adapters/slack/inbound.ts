import type { ConversationId } from '../../src/desk/conversation.js'
import type { Incoming, IncomingAction, Origin, Revision } from '../../src/desk/incoming.js'
import { maskFields, maskMessage } from '../../src/members/masking.js'
import { messageEventId, messageIdOf, type Place, personKey } from './conversation-id.js'
import { plainText } from './markup.js'
import type { MessagePayload } from './payloads.js'

/** The app as it is installed in the workspace that an event came from. */
export interface Bot {
  /** The workspace, or the organisation when the app is installed in all of it. */
  readonly team: string
  readonly enterprise: string | null
  readonly userId: string
}

/** What the desk may know of somebody who writes. */
export interface Person {
  readonly name: string | null
  readonly origin: Origin
}

/** A message of a person, whatever kind of event told of it. */
export interface SourceMessage {
  readonly channel: string
  readonly ts: string
  readonly thread: string | null
  /** Who began the thread; null when Slack does not say. */
  readonly parentUser: string | null
  readonly user: string
  /** The sender's own workspace, which can be another in a shared channel; null when Slack does not say. */
  readonly userTeam: string | null
  /** With Slack's markup; empty for a deletion. */
  readonly text: string
  readonly revision: Revision['kind'] | null
  /** What tells one edit of a message from the next; empty for a new message. */
  readonly revisionId: string
}

/** Where a message belongs. */
export interface Address {
  readonly conversation: ConversationId
  /** In a staff conversation: `ts` of the post of ours that it was written under. */
  readonly under: string | null
}

/** Kinds of message that people write; all others tell of something that happened. */
const WRITTEN: ReadonlySet<string> = new Set(['file_share', 'thread_broadcast', 'me_message'])

const SLACKBOT = 'USLACKBOT'

/**
 * The message of a person in an event; null for what bots write, this one included, and for what is no message.
 */
export function readMessage(event: MessagePayload, bot: Bot): SourceMessage | null {
  if (event.subtype === 'message_changed') return readEdit(event, bot)
  if (event.subtype === 'message_deleted') return readDeletion(event, bot)
  if (event.subtype && !WRITTEN.has(event.subtype)) return null
  return fromPerson(event, event, bot, null, '')
}

function readEdit(event: MessagePayload, bot: Bot): SourceMessage | null {
  const { message, previous_message: before } = event
  if (!message) return null
  // A message with replies that is deleted leaves a stone behind.
  if (message.subtype === 'tombstone') {
    return fromPerson(event, { ...before, ts: message.ts, text: '' }, bot, 'deleted', 'deleted')
  }
  if (message.subtype && !WRITTEN.has(message.subtype)) return null
  // Slack tells of a preview that appears as of an edit.
  if (before && (before.text ?? '') === (message.text ?? '')) return null
  return fromPerson(event, message, bot, 'edited', message.edited?.ts ?? event.ts)
}

function readDeletion(event: MessagePayload, bot: Bot): SourceMessage | null {
  const { previous_message: before, deleted_ts: ts } = event
  if (!before || !ts) return null
  return fromPerson(event, { ...before, ts, text: '' }, bot, 'deleted', 'deleted')
}

interface Written {
  readonly ts: string
  readonly user?: string | null | undefined
  readonly bot_id?: string | null | undefined
  readonly text?: string | null | undefined
  readonly thread_ts?: string | null | undefined
  readonly parent_user_id?: string | null | undefined
}

function fromPerson(
  event: MessagePayload,
  written: Written,
  bot: Bot,
  revision: Revision['kind'] | null,
  revisionId: string,
): SourceMessage | null {
  const { user, bot_id: byBot, ts, text } = written
  if (!user || byBot || user === bot.userId || user === SLACKBOT) return null
  return {
    channel: event.channel,
    ts,
    thread: written.thread_ts ?? null,
    parentUser: written.parent_user_id ?? null,
    user,
    userTeam: event.user_team ?? event.team ?? null,
    text: text ?? '',
    revision,
    revisionId,
  }
}

/** A message as the desk keeps it: masked, and nothing of Slack left. */
export function messageIncoming(
  source: SourceMessage,
  { conversation, under }: Address,
  bot: Bot,
  person: Person,
  receivedAt: Date,
): Incoming {
  const place: Place = { team: bot.team, channel: source.channel, thread: null }
  const { text, kinds } = maskMessage(plainText(source.text, bot.userId))
  const id = messageIdOf(source.channel, source.ts)
  const eventId = messageEventId(place, source.ts)
  return {
    ...sender(bot, source.user, person),
    eventId: source.revision === null ? eventId : `${eventId}/${source.revisionId}`,
    conversation,
    receivedAt: receivedAt.toISOString(),
    text,
    masked: kinds,
    action: null,
    messageId: id,
    ...(source.revision !== null && { revision: { kind: source.revision, of: id } }),
    ...(under !== null && { under }),
  }
}

/** A press, or a form that was filled in. */
export interface UsedAction {
  readonly eventId: string
  readonly user: string
  readonly name: string
  readonly value: string
  /** Unmasked; null when the action has no form. */
  readonly fields: Readonly<Record<string, string>> | null
  /** Token of an address that was filled in; null when none was, or there is nowhere to keep it. */
  readonly contact: string | null
}

/** A press or a form as the desk keeps it. */
export function actionIncoming(
  used: UsedAction,
  { conversation, under }: Address,
  bot: Bot,
  person: Person,
  receivedAt: Date,
): Incoming {
  const { fields, kinds } = maskFields(used.fields ?? {})
  const action: IncomingAction = {
    name: used.name,
    value: used.value,
    ...(used.fields !== null && { fields }),
  }
  return {
    ...sender(bot, used.user, person),
    eventId: used.eventId,
    conversation,
    receivedAt: receivedAt.toISOString(),
    text: '',
    masked: kinds,
    action,
    ...(used.contact !== null && { contact: used.contact }),
    ...(under !== null && { under }),
  }
}

/** A question asked with the command, which is no message of its own. */
export function commandIncoming(
  asked: { readonly eventId: string; readonly user: string; readonly text: string },
  conversation: ConversationId,
  bot: Bot,
  person: Person,
  receivedAt: Date,
): Incoming {
  const { text, kinds } = maskMessage(plainText(asked.text, bot.userId))
  return {
    ...sender(bot, asked.user, person),
    eventId: asked.eventId,
    conversation,
    receivedAt: receivedAt.toISOString(),
    text,
    masked: kinds,
    action: null,
  }
}

function sender(bot: Bot, user: string, { name, origin }: Person) {
  return {
    channel: 'slack' as const,
    person: personKey(bot.team, user),
    ...(name !== null && { personName: name }),
    origin,
  }
}
