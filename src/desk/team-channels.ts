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

/**
 * The channels of the teams, as `topics.yaml` names them.
 *
 * @param onUnreachable told of every configured channel in which the desk turns out not to be.
 */
export function teamChannels(
  channels: ReadonlyMap<ChannelName, Channel>,
  topics: Topics,
  onUnreachable: Unreachable,
): TeamChannels {
  const resolve = async (name: ChannelName, configured: string): Promise<Destination | null> => {
    const channel = channels.get(name)
    if (channel?.staffConversation === undefined) return null
    const conversation = await channel.staffConversation(configured)
    if (conversation === null) onUnreachable(name, configured)
    return conversation && { channel: name, conversation, limits: channel.limits }
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
      const known = await Promise.all(here.map(([name, at]) => conversationOf(channels.get(name), at)))
      return known.includes(conversation)
    },
  }
}

/** One post to where colleagues are. */
export function postTo(to: Destination, messages: readonly OutgoingMessage[]): Post {
  return { channel: to.channel, conversation: to.conversation, messages: outbound(messages, null, to) }
}

async function conversationOf(channel: Channel | undefined, at: string): Promise<ConversationId | null> {
  return (await channel?.staffConversation?.(at)) ?? null
}

function configuredOf(team: Topics['teams'][number] | null): readonly (readonly [ChannelName, string])[] {
  return [
    ...(team?.slack === undefined ? [] : [['slack', team.slack] as const]),
    ...(team?.teams === undefined ? [] : [['teams', team.teams] as const]),
  ]
}
