/**
 * What the app may do in a workspace, and why; the manifest asks for the same.
 *
 * - `app_mentions:read`, `im:history`: hear mentions and direct messages, look back at direct messages.
 * - `channels:history`, `groups:history`: hear follow-ups in a thread without a mention, look back in channels.
 * - `chat:write`: post, change posts, show that the desk is at work.
 * - `im:write`: open the direct message that answers `/vraagadvies`.
 * - `commands`: `/vraagadvies`.
 * - `users:read`: tell guests from members, and the name for colleagues.
 * - `assistant:write`: suggested questions.
 */
export const BOT_SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'chat:write',
  'commands',
  'groups:history',
  'im:history',
  'im:write',
  'users:read',
] as const

/** The scope that each method of Slack's Web API needs which this channel calls; null where any token will do. */
export const METHOD_SCOPES: Readonly<Record<string, (typeof BOT_SCOPES)[number] | null>> = {
  'apps.connections.open': null,
  'assistant.threads.setStatus': 'chat:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'auth.test': null,
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.history': 'channels:history',
  'conversations.open': 'im:write',
  'conversations.replies': 'channels:history',
  'users.info': 'users:read',
  'views.open': null,
  'views.publish': null,
}
