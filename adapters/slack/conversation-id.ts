import type { ConversationId, PersonKey } from '../../src/desk/conversation.js'

/** Where a conversation lives in Slack. */
export interface Place {
  /** The workspace (`T...`) or organisation (`E...`) whose installation of the app hears it. */
  readonly team: string
  readonly channel: string
  /** `ts` of the message that began the thread; null for a channel as a whole. */
  readonly thread: string | null
}

const ID = /^([TE][A-Z0-9]+)\/([A-Z][A-Z0-9]+)(?:\/(\d+\.\d+))?$/

/**
 * The id of the conversation at a place.
 *
 * @example
 * ```ts
 * conversationAt({ team: 'T1', channel: 'C2', thread: '1763800000.000100' }) // 'T1/C2/1763800000.000100'
 * ```
 */
export function conversationAt({ team, channel, thread }: Place): ConversationId {
  return [team, channel, ...(thread === null ? [] : [thread])].join('/') as ConversationId
}

/** The place of a conversation; null when the id is none of ours. */
export function placeOf(conversation: string): Place | null {
  const [, team, channel, thread] = ID.exec(conversation) ?? []
  if (team === undefined || channel === undefined) return null
  return { team, channel, thread: thread ?? null }
}

/** Slack limits what is posted per channel, whatever the thread. */
export function laneOf(conversation: ConversationId): string {
  return conversation.split('/').slice(0, 2).join('/')
}

/** A person in the workspace that hears them: user ids stay the same when a channel is shared with others. */
export function personKey(team: string, user: string): PersonKey {
  return `slack:${team}/${user}` as PersonKey
}

/** The user id in a person's key; null when the key is none of ours. */
export function userOf(person: PersonKey): string | null {
  return /^slack:[TE][A-Z0-9]+\/([UW][A-Z0-9]+)$/.exec(person)?.[1] ?? null
}

/** The id of the message itself, by which a later edit or deletion names it. */
export function messageIdOf(channel: string, ts: string): string {
  return `${channel}/${ts}`
}

/**
 * The event id of a message. Slack tells of a mention twice (as a mention and as a message, in either order), and
 * again when it thinks it was not heard: all of them are one message.
 */
export function messageEventId(place: Place, ts: string): string {
  return `${place.team}/${place.channel}/${ts}`
}

/** Whether a channel id is that of a direct message with the app. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D')
}
