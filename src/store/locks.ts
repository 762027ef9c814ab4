import type { ConversationId } from '../desk/conversation.js'
import { lockConversation } from './conversations.js'
import type { Work } from './database.js'
import type { ConversationKey } from './messages.js'

/*
 * Who needs several rows takes them in one order everywhere, so that two wait for each other and not both: first
 * conversations by their name, then tickets by their reference, then what is written.
 */

/** The conversations of these tickets; those of tickets that do not exist are left out. */
export async function conversationsOf(
  { tx }: Work,
  references: readonly string[],
): Promise<readonly ConversationKey[]> {
  if (references.length === 0) return []
  const rows = await tx
    .selectFrom('tickets')
    .select(['channel', 'conversation'])
    .distinct()
    .where('reference', 'in', references)
    .execute()
  return rows.map(({ channel, conversation }) => ({
    channel,
    conversation: conversation as ConversationId, // it came in as one
  }))
}

/** In the order in which they are locked, each once. */
export function inOrder<K extends ConversationKey>(keys: readonly K[]): readonly K[] {
  const byName = new Map(keys.map((key) => [`${key.channel} ${key.conversation}`, key]))
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key)
}

/** Takes a turn's own conversation and all that its changes of tickets need; returns what its own is now. */
export async function lockForTurn(work: Work, own: ConversationKey, references: readonly string[]) {
  const isOwn = (key: ConversationKey) => key.channel === own.channel && key.conversation === own.conversation
  const all = inOrder([own, ...(await conversationsOf(work, references))])
  let row: Awaited<ReturnType<typeof lockConversation>> | null = null
  for (const key of all) {
    const locked = await lockConversation(work, key)
    if (isOwn(key)) row = locked
  }
  await lockTickets(work, references)
  return row ?? lockConversation(work, own)
}

/** Takes the rows of tickets, in order; those that do not exist are left out. */
export async function lockTickets({ tx, kind }: Work, references: readonly string[]): Promise<void> {
  if (references.length === 0 || kind === 'sqlite') return // SQLite has one writer at a time
  await tx
    .selectFrom('tickets')
    .select('reference')
    .where('reference', 'in', [...new Set(references)])
    .orderBy('reference')
    .forUpdate()
    .execute()
}
