import type { OutgoingKind, OutgoingMessage } from '../../src/desk/outgoing.js'
import { TEAMS_TEXTS } from '../../src/texts/teams.js'
import { userOf } from './conversation-id.js'
import { buttonElements } from './form.js'
import { refreshOf } from './refresh.js'
import { ticketElements } from './render-card.js'
import { aiEntity, sourceElements, sourceLines } from './render-sources.js'
import { type CardElement, shortened, textElements } from './render-text.js'

/** Longest text of one message: twice in a card with its sources and buttons it stays under what Teams takes. */
export const MAX_TEXT = 8000

/** Teams counts a message in UTF-16 and refuses above 100 kB; some of it is not ours. In bytes. */
const MAX_BYTES = 80_000
/** Shown where there is room for a line only: a notification, a list of chats. */
const LONGEST_SUMMARY = 500
const CARD_TYPE = 'application/vnd.microsoft.card.adaptive'

type Citation = OutgoingMessage['citations'][number]

/** What rendering needs to know of its surroundings. */
export interface RenderOptions {
  /** Where a reader can open what is cited; null when there is no such page. */
  readonly sourceUrl: (citation: Citation) => string | null
  /** Accounts of those who get the card of a ticket as it is for them; left out where all see the same. */
  readonly viewers?: readonly string[]
}

/** An activity as Teams takes it, without where it goes. */
export interface RenderedActivity {
  readonly type: 'message'
  readonly text?: string
  readonly textFormat?: 'plain'
  readonly summary?: string
  readonly attachments?: { readonly contentType: string; readonly content: Card }[]
  readonly entities?: ({ readonly type: string } & Readonly<Record<string, unknown>>)[]
}

/** A message ready for Teams. */
export interface RenderedMessage {
  /** The richest form that Teams takes. */
  readonly activity: RenderedActivity
  /** The same as text alone; null when the activity is that already. */
  readonly plain: RenderedActivity | null
}

/** As Teams takes it, of at least these parts. */
export interface Card {
  readonly type: 'AdaptiveCard'
  readonly body: readonly CardElement[]
  readonly fallbackText: string
}

/** What the desk wrote by itself; colleagues' words and their cards are not. */
const BY_AI: ReadonlySet<OutgoingKind> = new Set([
  'answer',
  'clarify',
  'hand-over',
  'book',
  'out-of-remit',
  'small-talk',
])

/**
 * Makes a message ready for Teams.
 *
 * @param delivery id of the outbox row; it comes back with a press of one of its buttons.
 */
export function renderMessage(
  message: OutgoingMessage,
  delivery: string,
  options: RenderOptions,
): RenderedMessage {
  const { sourceUrl } = options
  const text = [message.text, ...sourceLines(message, sourceUrl)].join('\n')
  const entities = BY_AI.has(message.kind) ? [aiEntity(message, sourceUrl)] : []
  const common = { type: 'message' as const, ...(entities.length > 0 && { entities }) }
  const plain: RenderedActivity = { ...common, text, textFormat: 'plain' }
  const { citations, actions, card, mentions = [] } = message
  if (citations.length === 0 && actions.length === 0 && !card && mentions.length === 0) {
    return { activity: plain, plain: null }
  }
  const rich = [true, false].map((quotes): RenderedActivity => {
    const content = adaptiveCard(message, text, delivery, options, quotes)
    const attachments = [{ contentType: CARD_TYPE, content }]
    return { ...common, summary: shortened(text, LONGEST_SUMMARY), attachments }
  })
  const activity = rich.find(fits)
  return activity ? { activity, plain } : { activity: plain, plain: null }
}

function fits(activity: RenderedActivity): boolean {
  return Buffer.byteLength(JSON.stringify(activity), 'utf16le') <= MAX_BYTES
}

function adaptiveCard(
  message: OutgoingMessage,
  fallbackText: string,
  delivery: string,
  { sourceUrl, viewers = [] }: RenderOptions,
  quotes: boolean,
): Card & Readonly<Record<string, unknown>> {
  const attention = mentioned(message)
  const refresh = refreshOf(message, delivery, viewers)
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: 'nl',
    fallbackText,
    ...(refresh !== null && { refresh }),
    body: [
      ...attention.elements,
      ...(message.card
        ? ticketElements(message.card)
        : textElements(
            message.text,
            message.citations.map(({ quote }) => quote),
          )),
      ...sourceElements(message, sourceUrl, quotes),
      ...buttonElements(message.actions, delivery),
    ],
    msteams: {
      ...(message.card && { width: 'Full' }),
      ...(attention.entities.length > 0 && { entities: attention.entities }),
    },
  }
}

/** Asks the attention of colleagues; only a text block can, and nothing that anybody wrote stands in it. */
function mentioned({ mentions = [] }: OutgoingMessage) {
  const users = mentions.map(userOf).filter((user) => user !== null)
  const name = (index: number) =>
    index === 0 ? TEAMS_TEXTS.colleague : `${TEAMS_TEXTS.colleague} ${index + 1}`
  const tags = users.map((_, index) => `<at>${name(index)}</at>`)
  return {
    elements: tags.length === 0 ? [] : [{ type: 'TextBlock', text: tags.join(' '), wrap: true }],
    entities: users.map((id, index) => ({
      type: 'mention',
      text: tags[index] ?? '',
      mentioned: { id, name: name(index) },
    })),
  }
}
