import type { Colleague } from '../escalation/staff-directory.js'
import { type Topics, teamByKey } from '../escalation/topics.js'
import type { Channel } from './channel.js'
import type { ChannelName, ConversationId } from './conversation.js'
import type { Incoming } from './incoming.js'
import { type Destination, outbound } from './outbound.js'
import type { OutgoingMessage } from './outgoing.js'
import type { Post } from './ports.js'

/** Where colleagues are reached: the channels of their teams, and their mail. */
export interface TeamChannels {
  /** Where a team's tickets are posted; empty for one that only has its queue on the staff desk. */
  ofTeam(team: string): Promise<readonly Destination[]>

  /** Where a colleague gets mail; null without a mail channel or an address. */
  mailOf(colleague: Colleague): Promise<Destination | null>

  /** Whether a message was written in the channel of a team. */
  isStaffConversation(incoming: Incoming): Promise<boolean>
}

/** A team's channel that the desk cannot post in (yet). */
export type Unreachable = (channel: ChannelName, configured: string) => void

/** Asking a platform costs a call: what is there stays known for an hour, what is not for a minute. */
const KNOWN_MS = 3_600_000
const MISSING_MS = 60_000

/**
 * The channels of the teams, as `topics.yaml` names them. What the platforms say of them is remembered for a while.
 *
 * @param onUnreachable told of a configured channel when the desk turns out not to be in it.
 */
export function teamChannels(
  channels: ReadonlyMap<ChannelName, Channel>,
  topics: Topics,
  now: () => Date,
  onUnreachable: Unreachable,
): TeamChannels {
  const known = new Map<string, { readonly conversation: ConversationId | null; readonly until: number }>()
  const conversationOf = async (name: ChannelName, configured: string): Promise<ConversationId | null> => {
    const key = `${name} ${configured}`
    const before = known.get(key)
    if (before !== undefined && now().getTime() < before.until) return before.conversation
    const conversation = (await channels.get(name)?.staffConversation?.(configured)) ?? null
    const until = now().getTime() + (conversation === null ? MISSING_MS : KNOWN_MS)
    known.set(key, { conversation, until })
    if (conversation === null && channels.has(name)) onUnreachable(name, configured)
    return conversation
  }
  const resolve = async (name: ChannelName, configured: string): Promise<Destination | null> => {
    const channel = channels.get(name)
    const conversation = await conversationOf(name, configured)
    return channel && conversation ? { channel: name, conversation, limits: channel.limits } : null
  }
  return {
    async ofTeam(key) {
      const team = teamByKey(topics, key)
      const found = await Promise.all(configuredOf(team).map(([name, at]) => resolve(name, at)))
      return found.filter((destination) => destination !== null)
    },
    async mailOf({ mail }) {
      return mail === null ? null : resolve('mail', mail)
    },
    async isStaffConversation({ channel, conversation }) {
      const here = topics.teams.flatMap(configuredOf).filter(([name]) => name === channel)
      const known = await Promise.all(here.map(([name, at]) => conversationOf(name, at)))
      return known.includes(conversation)
    },
  }
}

/** One post to where colleagues are. */
export function postTo(to: Destination, messages: readonly OutgoingMessage[]): Post {
  return { channel: to.channel, conversation: to.conversation, messages: outbound(messages, null, to) }
}

function configuredOf(team: Topics['teams'][number] | null): readonly (readonly [ChannelName, string])[] {
  return [
    ...(team?.slack === undefined ? [] : [['slack', team.slack] as const]),
    ...(team?.teams === undefined ? [] : [['teams', team.teams] as const]),
  ]
}
