import type { SlackBlock } from './slack-limits.js'

/** A message as the workspace keeps it. */
export interface SlackMessage {
  readonly ts: string
  readonly user: string
  readonly botId: string | null
  readonly thread: string | null
  text: string
  blocks: readonly SlackBlock[]
  metadata: unknown
  edited: string | null
  /** How Slack was asked to treat it; null for what people write. */
  readonly asked: Readonly<Record<string, unknown>> | null
}

export interface SlackChannelState {
  readonly id: string
  readonly members: Set<string>
  readonly messages: SlackMessage[]
}

export interface SlackUser {
  readonly id: string
  readonly name: string
  readonly team: string
  readonly restricted: boolean
}

/** What a method is called with, after decoding. */
export type Args = Readonly<Record<string, unknown>>
export type Answer = Readonly<Record<string, unknown>> & { readonly ok: boolean }
