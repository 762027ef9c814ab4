import type { Transaction } from 'kysely'
import type { Posts } from '../desk/ports.js'
import { openConversation } from './conversations.js'
import { type Database, transact } from './database.js'
import { translated } from './errors.js'
import { appendMessages, type ConversationKey } from './messages.js'
import type { Tables } from './schema.js'

/** Posts outside a turn, and how the platform names those that were delivered. */
export function storedPosts(database: Database): Posts {
  return {
    keyOf: (channel, conversation, platformId) =>
      translated(async () => {
        const row = await database.db
          .selectFrom('outbox')
          .select('replaces')
          .where('channel', '=', channel)
          .where('conversation', '=', conversation)
          .where('platform_id', '=', platformId)
          .where('replaces', 'is not', null)
          .orderBy('number', 'desc')
          .limit(1)
          .executeTakeFirst()
        return row?.replaces ?? null
      }),
    present: (channel, conversation, keys) =>
      translated(async () => {
        if (keys.length === 0) return new Set()
        const rows = await database.db
          .selectFrom('outbox')
          .select('replaces')
          .distinct()
          .where('channel', '=', channel)
          .where('conversation', '=', conversation)
          .where('replaces', 'in', keys)
          .execute()
        return new Set(rows.flatMap(({ replaces }) => (replaces === null ? [] : [replaces])))
      }),
    post: (post, now) =>
      transact(database, async (work) => {
        await openConversation(work, post, now.getTime())
        await appendMessages(work, post, post.messages, null, now.getTime())
      }),
  }
}

/** The newest post of a conversation with this key, as the platform names it; null when none was delivered. */
export async function platformIdOf(
  tx: Transaction<Tables>,
  { channel, conversation }: ConversationKey,
  key: string | undefined,
): Promise<string | null> {
  if (key === undefined) return null
  const row = await tx
    .selectFrom('outbox')
    .select('platform_id')
    .where('channel', '=', channel)
    .where('conversation', '=', conversation)
    .where('replaces', '=', key)
    .where('platform_id', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.platform_id ?? null
}
