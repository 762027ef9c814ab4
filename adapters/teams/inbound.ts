import type { ConversationId } from '../../src/desk/conversation.js'
import type { Incoming, Origin, Revision } from '../../src/desk/incoming.js'
import { maskFields, maskMessage } from '../../src/members/masking.js'
import { TEAMS_TEXTS } from '../../src/texts/teams.js'
import type { PressedAction } from './action-data.js'
import { messageIdOf, type Place, personKey, placeIn } from './conversation-id.js'
import { type Mention, plainText } from './markup.js'
import type { ActivityPayload } from './payloads.js'

/** What the desk may know of somebody who writes. */
export interface Person {
  readonly name: string | null
  readonly origin: Origin
}

/** Where a message belongs. */
export interface Address {
  readonly conversation: ConversationId
  /** In a staff conversation: id of the post of ours that it was written under. */
  readonly under: string | null
}

/** Something that a person wrote or pressed. */
export interface Source {
  readonly place: Place
  readonly kind: ChatKind
  /** Of the message; of the activity for a press. */
  readonly id: string
  /** Teams' id of the person in this chat, and in the organisation. */
  readonly account: string
  readonly user: string
  readonly name: string | null
  /** With Teams' markup; empty for a deletion. */
  readonly text: string
  readonly mentions: readonly Mention[]
  /** Names of files that came along. */
  readonly files: readonly string[]
  readonly revision: Revision['kind'] | null
  /** When, as Teams says; tells one edit from the next. */
  readonly at: string
}

export type ChatKind = 'personal' | 'groupChat' | 'channel'

/** What came along that is no file: the text once more, a quoted message, a card. */
const NO_FILE =
  /^(?:text\/html|messageReference|application\/vnd\.microsoft\.card\.|application\/vnd\.microsoft\.teams\.card\.)/i

/** How activities tell of a change; others of these types say nothing that the desk wants. */
const REVISIONS: Readonly<Record<string, Revision['kind']>> = {
  'messageUpdate/editMessage': 'edited',
  'messageDelete/softDeleteMessage': 'deleted',
}

/** What a person did; null for what bots do, this one included, and for whoever has no account. */
export function readSource(activity: ActivityPayload, tenant: string): Source | null {
  const { from, recipient, type, id, text, channelData } = activity
  const user = from?.aadObjectId
  if (!from || !user || !id || from.role === 'bot' || from.id === recipient?.id) return null
  if (from.id.startsWith('28:')) return null
  const revision = REVISIONS[`${type}/${channelData?.eventType ?? ''}`] ?? null
  if (revision === null && type !== 'message' && type !== 'invoke') return null
  return {
    place: placeIn(tenant, activity.conversation.id),
    kind: kindOf(activity),
    id,
    account: from.id,
    user,
    name: from.name || null,
    text: revision === 'deleted' ? '' : (text ?? ''),
    mentions: mentionsIn(activity),
    files: revision === 'deleted' ? [] : filesIn(activity),
    revision,
    at: activity.timestamp ?? '',
  }
}

export function kindOf({ conversation: { conversationType, isGroup } }: ActivityPayload): ChatKind {
  if (conversationType === 'channel' || conversationType === 'groupChat') return conversationType
  return isGroup ? 'groupChat' : 'personal'
}

function mentionsIn({ entities, recipient }: ActivityPayload): readonly Mention[] {
  return (entities ?? []).flatMap(({ type, text, mentioned }) =>
    type === 'mention' && text && mentioned ? [{ text, bot: mentioned.id === recipient?.id }] : [],
  )
}

function filesIn({ attachments }: ActivityPayload): readonly string[] {
  return (attachments ?? [])
    .filter(({ contentType }) => contentType && !NO_FILE.test(contentType))
    .map(({ name }) => (name ?? '').trim() || TEAMS_TEXTS.unnamedAttachment)
}

/** A message as the desk keeps it: masked, and nothing of Teams left. */
export function messageIncoming(
  source: Source,
  { conversation, under }: Address,
  person: Person,
  receivedAt: Date,
): Incoming {
  const words = plainText(source.text, source.mentions, TEAMS_TEXTS.somebody)
  const written = [words, ...source.files.map(TEAMS_TEXTS.attachment)].filter((part) => part !== '')
  const { text, kinds } = maskMessage(written.join('\n'))
  const id = messageIdOf(source.place, source.id)
  const eventId = `${source.place.tenant}/${id}`
  const { revision } = source
  return {
    ...sender(source, person),
    eventId: revision === null ? eventId : `${eventId}/${revision}/${source.at}`,
    conversation,
    receivedAt: receivedAt.toISOString(),
    text,
    masked: kinds,
    action: null,
    messageId: id,
    ...(revision !== null && { revision: { kind: revision, of: id } }),
    ...(under !== null && { under }),
  }
}

/** A press or a form as the desk keeps it. */
export function actionIncoming(
  source: Source,
  used: { readonly eventId: string; readonly action: PressedAction; readonly contact: string | null },
  { conversation, under }: Address,
  person: Person,
  receivedAt: Date,
): Incoming {
  const { name, value, fields } = used.action
  const masked = maskFields(fields ?? {})
  return {
    ...sender(source, person),
    eventId: used.eventId,
    conversation,
    receivedAt: receivedAt.toISOString(),
    text: '',
    masked: masked.kinds,
    action: {
      name,
      value,
      ...(fields !== null && { fields: masked.fields }),
    },
    ...(used.contact !== null && { contact: used.contact }),
    ...(under !== null && { under }),
  }
}

function sender({ place, user }: Source, { name, origin }: Person) {
  return {
    channel: 'teams' as const,
    person: personKey(place.tenant, user),
    ...(name !== null && { personName: name }),
    origin,
  }
}
