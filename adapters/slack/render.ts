import type { KnownBlock } from '@slack/web-api'
import type { OutgoingAction, OutgoingMessage } from '../../src/desk/outgoing.js'
import { type CodedAction, encodeAction } from './action-value.js'
import { userOf } from './conversation-id.js'
import { escapeMarkup } from './markup.js'
import { cardBlocks } from './render-card.js'
import { sourceBlocks, sourceLines } from './render-sources.js'
import { shortened, smallPrint, softened, textSections } from './render-text.js'

/** Longest text of one message: together with its sources and buttons it stays under what Slack takes. */
export const MAX_TEXT = 8000

/** Slack counts the blocks as a whole and refuses somewhere above this, in characters. */
const MAX_BLOCKS_LENGTH = 11_000
const MAX_BLOCKS = 50
/** Slack truncates what is longer. */
const LONGEST_TEXT = 39_000
const BUTTONS_PER_ROW = 5
const MAX_BUTTONS = 25

type Citation = OutgoingMessage['citations'][number]

/** What rendering needs to know of its surroundings. */
export interface RenderOptions {
  /** Where a reader can open what is cited; null when there is no such page. */
  readonly sourceUrl: (citation: Citation) => string | null
}

/** A message as Slack takes it. */
export interface RenderedMessage {
  /** Everything, in Slack's markup: what is read out, notified, and shown where blocks cannot be. */
  readonly text: string
  /** Empty when the text says it all better: Slack then shows the text. */
  readonly blocks: readonly KnownBlock[]
  /** To be kept before the message is posted, so that its buttons are understood. */
  readonly records: readonly { readonly key: string; readonly value: string }[]
}

/**
 * Makes a message ready for Slack.
 *
 * @param conversation id that comes back with a press of one of its buttons.
 */
export function renderMessage(
  message: OutgoingMessage,
  conversation: string,
  options: RenderOptions,
): RenderedMessage {
  const text = [message.text, ...sourceLines(message, options.sourceUrl)].join('\n')
  const mentions = mentionMarkup(message)
  const escaped = escapeMarkup(text)
  const coded = message.actions.slice(0, MAX_BUTTONS).map(encodeAction)
  return {
    text: `${mentions}${escaped.length > LONGEST_TEXT ? softened(text) : escaped}`,
    blocks: fitted(message, buttonRows(message.actions, coded, conversation), options),
    records: coded.flatMap(({ record }) => (record === null ? [] : [record])),
  }
}

/** The richest form that Slack takes: with all, without quotes beside the sources, with plainer letters, or none. */
function fitted(
  message: OutgoingMessage,
  buttons: readonly KnownBlock[],
  { sourceUrl }: RenderOptions,
): readonly KnownBlock[] {
  const quotes = message.citations.map(({ quote }) => quote)
  const mentions = mentionMarkup(message)
  const body = (text: string) => [
    ...(mentions === '' ? [] : [smallPrint(mentions.trim())]),
    ...(message.card ? cardBlocks(message.card) : textSections(text, quotes)),
  ]
  const forms = [
    () => [...body(message.text), ...sourceBlocks(message, sourceUrl, true), ...buttons],
    () => [...body(message.text), ...sourceBlocks(message, sourceUrl, false), ...buttons],
    () => [...textSections(softened(message.text)), ...buttons],
  ]
  for (const form of forms) {
    const blocks = form()
    if (blocks.length <= MAX_BLOCKS && JSON.stringify(blocks).length <= MAX_BLOCKS_LENGTH) return blocks
  }
  return []
}

/** Asks the attention of colleagues, with a space behind it; empty when nobody's is asked. */
function mentionMarkup({ mentions = [] }: OutgoingMessage): string {
  const users = mentions.map(userOf).filter((user) => user !== null)
  return users.map((user) => `<@${user}> `).join('')
}

function buttonRows(
  actions: readonly OutgoingAction[],
  coded: readonly CodedAction[],
  conversation: string,
): readonly KnownBlock[] {
  const buttons = coded.map(({ value }, index) => {
    const action = actions[index]
    return {
      type: 'button' as const,
      action_id: `${ACTION_PREFIX}${index}`,
      text: { type: 'plain_text' as const, text: shortened(action?.label ?? '', 75) || '…', emoji: false },
      value,
      ...(action?.style && { style: action.style }),
    }
  })
  const rows = Math.ceil(buttons.length / BUTTONS_PER_ROW)
  return Array.from({ length: rows }, (_, row) => ({
    type: 'actions' as const,
    block_id: `${row}|${conversation}`,
    elements: buttons.slice(row * BUTTONS_PER_ROW, (row + 1) * BUTTONS_PER_ROW),
  }))
}

/** Every button of the desk has an action id that begins so. */
export const ACTION_PREFIX = 'vraagbaak-'

/** The conversation that a button's block belongs to. */
export function conversationOfBlock(blockId: string): string {
  return blockId.slice(blockId.indexOf('|') + 1)
}
