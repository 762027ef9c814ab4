import type { Work } from './database.js'
import type { ConversationKey } from './messages.js'

/** Makes the conversation or touches it: either way its row is ours until the commit. */
export function openConversation({ tx }: Work, { channel, conversation }: ConversationKey, now: number) {
  return tx
    .insertInto('conversations')
    .values({
      channel,
      id: conversation,
      state: '{}',
      version: 0,
      last_event: 0,
      last_number: 0,
      due_at: null,
      lease_owner: null,
      fence: 0,
      created_at: now,
      updated_at: now,
      held_by: null,
    })
    .onConflict((conflict) => conflict.columns(['channel', 'id']).doUpdateSet({ updated_at: now }))
    .returning(['last_event', 'due_at'])
    .executeTakeFirstOrThrow()
}

/** A write that changes nothing takes the row's lock on both databases alike. */
export function lockConversation({ tx }: Work, { channel, conversation }: ConversationKey) {
  return tx
    .updateTable('conversations')
    .set((column) => ({ version: column.ref('version') }))
    .where('channel', '=', channel)
    .where('id', '=', conversation)
    .returning(['fence', 'version', 'lease_owner'])
    .executeTakeFirstOrThrow()
}
