import type { ConversationId, PersonKey } from '../../src/desk/conversation.js'

/** Where a conversation lives in Teams. */
export interface Place {
  /** The organisation (Entra tenant) it belongs to, in lower case. */
  readonly tenant: string
  /** Teams' id of the chat or channel, without a thread. */
  readonly chat: string
  /** Id of the message that began the thread; null for a chat, and for a channel as a whole. */
  readonly thread: string | null
}

const TENANT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const THREAD = ';messageid='

/**
 * The id of the conversation at a place.
 *
 * @example
 * ```ts
 * conversationAt({ tenant: T, chat: '19:ab@thread.tacv2', thread: '1763' }) // `${T}/19:ab@thread.tacv2;messageid=1763`
 * ```
 */
export function conversationAt(place: Place): ConversationId {
  return `${place.tenant}/${chatId(place)}` as ConversationId
}

/** The place of a conversation; null when the id is none of ours. */
export function placeOf(conversation: string): Place | null {
  const slash = conversation.indexOf('/')
  const tenant = conversation.slice(0, slash)
  const rest = conversation.slice(slash + 1)
  return slash > 0 && TENANT.test(tenant) && rest !== '' ? placeIn(tenant, rest) : null
}

/** The place of a conversation that Teams names `id`. */
export function placeIn(tenant: string, id: string): Place {
  const at = id.indexOf(THREAD)
  const chat = at < 0 ? id : id.slice(0, at)
  return { tenant, chat, thread: at < 0 ? null : id.slice(at + THREAD.length) || null }
}

/** What Teams calls the conversation at a place. */
export function chatId({ chat, thread }: Pick<Place, 'chat' | 'thread'>): string {
  return thread === null ? chat : `${chat}${THREAD}${thread}`
}

/** Threads of a channel share what Teams takes of it. */
export function laneOf(conversation: ConversationId): string {
  return conversation.split(THREAD)[0] ?? conversation
}

/** A person in the organisation where they are heard. */
export function personKey(tenant: string, user: string): PersonKey {
  return `teams:${user.toLowerCase()}@${tenant}` as PersonKey
}

/** The object id in a person's key; null when the key is none of ours. */
export function userOf(person: PersonKey): string | null {
  return /^teams:([0-9a-f-]+)@/.exec(person)?.[1] ?? null
}

/** The id of the message itself, by which a later edit or deletion names it. */
export function messageIdOf({ chat }: Place, id: string): string {
  return `${chat}/${id}`
}
