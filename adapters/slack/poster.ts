import type { KnownBlock, WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Delivery, Reconciliation } from '../../src/desk/channel.js'
import type { Place } from './conversation-id.js'
import { isBlocksRefused, isPostGone } from './errors.js'
import type { RenderedMessage } from './render.js'

const METADATA_TYPE = 'vraagbaak_message'

/**
 * Posts a message, or changes the post that it replaces; posts anew when that is not there any more. Blocks that
 * Slack refuses are left out: the text says it all.
 *
 * @returns the `ts` of the post.
 * @throws what Slack's client throws; then nothing is known to be posted.
 */
export async function postMessage(
  client: WebClient,
  delivery: Delivery,
  place: Place,
  rendered: RenderedMessage,
): Promise<string> {
  const { replaces } = delivery
  if (replaces === null)
    return withOrWithoutBlocks(rendered, (blocks) => post(client, delivery, place, rendered, blocks))
  try {
    return await withOrWithoutBlocks(rendered, (blocks) =>
      update(client, delivery, place, rendered, blocks, replaces),
    )
  } catch (error) {
    if (!isPostGone(error)) throw error
    return withOrWithoutBlocks(rendered, (blocks) => post(client, delivery, place, rendered, blocks))
  }
}

async function withOrWithoutBlocks(
  { blocks }: RenderedMessage,
  send: (blocks: readonly KnownBlock[]) => Promise<string>,
): Promise<string> {
  try {
    return await send(blocks)
  } catch (error) {
    if (blocks.length === 0 || !isBlocksRefused(error)) throw error
    return send([])
  }
}

async function post(
  client: WebClient,
  delivery: Delivery,
  { channel, thread }: Place,
  { text }: RenderedMessage,
  blocks: readonly KnownBlock[],
): Promise<string> {
  const threadTs = delivery.under ?? thread
  const answer = await client.chat.postMessage({
    ...content(delivery, text, blocks),
    channel,
    unfurl_links: false,
    unfurl_media: false,
    ...(threadTs !== null && { thread_ts: threadTs }),
  })
  return answer.ts ?? ''
}

async function update(
  client: WebClient,
  delivery: Delivery,
  { channel }: Place,
  { text }: RenderedMessage,
  blocks: readonly KnownBlock[],
  ts: string,
): Promise<string> {
  const answer = await client.chat.update({ ...content(delivery, text, blocks), channel, ts })
  return answer.ts ?? ts
}

function content(delivery: Delivery, text: string, blocks: readonly KnownBlock[]) {
  return {
    text,
    blocks: [...blocks],
    // Slack makes no links or mentions of its own.
    parse: 'none' as const,
    link_names: false,
    metadata: {
      event_type: METADATA_TYPE,
      event_payload: {
        delivery: delivery.id,
        conversation: delivery.conversation,
        number: delivery.number,
      },
    },
  }
}

const pageSchema = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
        .nullish(),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
})

type PostedMessage = z.infer<typeof pageSchema>['messages'][number]

const PAGE = 200
const MOST_PAGES = 5

/**
 * Looks back whether a message was posted, by what it carries along.
 *
 * Messages of a conversation are posted in order, so looking ends at an earlier one: it is not further back.
 *
 * @throws what Slack's client throws.
 */
export async function findPosted(
  client: WebClient,
  delivery: Delivery,
  place: Place,
): Promise<Reconciliation> {
  const { replaces, under } = delivery
  if (replaces !== null && (await isChanged(client, delivery, place, replaces))) {
    return { kind: 'delivered', platformId: replaces }
  }
  const thread = under ?? place.thread
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const { messages, next } = await readPage(client, place.channel, thread, cursor)
    const posted = messages.find((message) => carries(message, delivery))
    if (posted) return { kind: 'delivered', platformId: posted.ts }
    // A thread comes oldest first, so that all of it must be seen.
    if (thread === null && messages.some((message) => isEarlier(message, delivery))) return 'absent'
    if (next === null) return 'absent'
    cursor = next
  }
  return 'unknown'
}

async function readPage(
  client: WebClient,
  channel: string,
  thread: string | null,
  cursor: string | undefined,
) {
  const args = { channel, limit: PAGE, include_all_metadata: true, ...(cursor !== undefined && { cursor }) }
  const answer =
    thread === null
      ? await client.conversations.history(args)
      : await client.conversations.replies({ ...args, ts: thread })
  const { messages, response_metadata: more } = pageSchema.parse(answer)
  return { messages, next: more?.next_cursor || null }
}

async function isChanged(
  client: WebClient,
  delivery: Delivery,
  { channel }: Place,
  ts: string,
): Promise<boolean> {
  const answer = await client.conversations.replies({
    channel,
    ts: delivery.under ?? ts,
    oldest: ts,
    latest: ts,
    inclusive: true,
    include_all_metadata: true,
  })
  const { messages } = pageSchema.parse(answer)
  return messages.some((message) => message.ts === ts && carries(message, delivery))
}

function carries({ metadata }: PostedMessage, { id }: Delivery): boolean {
  return metadata?.event_type === METADATA_TYPE && metadata.event_payload.delivery === id
}

function isEarlier({ metadata }: PostedMessage, delivery: Delivery): boolean {
  if (metadata?.event_type !== METADATA_TYPE) return false
  const { conversation, number } = metadata.event_payload
  return conversation === delivery.conversation && typeof number === 'number' && number < delivery.number
}
