import type { Progress } from '../../src/desk/channel.js'
import type { OutgoingMessage } from '../../src/desk/outgoing.js'
import type { LoggedMessage } from '../../src/desk/ports.js'

type Citation = OutgoingMessage['citations'][number]

/** A citation as the page shows it: with the page of ours that opens it, and the language of the quote. */
export type WireCitation = Citation & { readonly page: string; readonly language: string }

/** A message as the page receives it; what is empty is left out. */
export interface WireMessage {
  /** Position in the conversation: rises, and the same number is the same message. */
  readonly id: number
  readonly kind: OutgoingMessage['kind']
  readonly text: string
  readonly language: string
  readonly citations?: readonly WireCitation[]
  readonly actions?: OutgoingMessage['actions']
  readonly ticket?: OutgoingMessage['ticket']
  readonly booking?: OutgoingMessage['booking']
  /** Where a file of the message is, seen from `/api/chat/<conversation>/files/`. */
  readonly files?: readonly { readonly name: string; readonly path: string }[]
}

/**
 * Makes a message ready for the page, which puts every string in as text and never as markup.
 *
 * @param languageOf tells the language of a text (`nl`, `en`), so that a screen reader pronounces it well.
 */
export function toWire(
  { number, message }: LoggedMessage,
  languageOf: (text: string) => string,
): WireMessage {
  const { kind, text, citations, actions, ticket, booking, files = [] } = message
  return {
    id: number,
    kind,
    text,
    language: languageOf(text),
    ...(citations.length > 0 && {
      citations: citations.map((citation) => toWireCitation(citation, languageOf)),
    }),
    ...(actions.length > 0 && { actions }),
    ...(ticket && { ticket }),
    ...(booking && { booking }),
    ...(files.length > 0 && {
      files: files.map(({ name }) => ({ name, path: `${number}/${encodeURIComponent(name)}` })),
    }),
  }
}

/** How far the desk is, as the page receives it. */
export interface WireProgress {
  readonly status: string
  /** Of the status and the sentences. */
  readonly language: string
  readonly sentences: readonly string[]
}

/** Makes progress ready for the page; null, which takes away what was shown, stays null. */
export function toWireProgress(
  progress: Progress | null,
  languageOf: (text: string) => string,
): WireProgress | null {
  if (progress === null) return null
  const { status, sentences } = progress
  return { status, sentences, language: languageOf([status, ...sentences].join(' ')) }
}

/** The page of ours that shows a document with one quote marked, for example `/bron/over-ons?citaat=...#citaat`. */
export function sourcePage(document: string, quote: string): string {
  const path = document.split('/').map(encodeURIComponent).join('/')
  return `/bron/${path}?citaat=${encodeURIComponent(quote)}#citaat`
}

function toWireCitation(citation: Citation, languageOf: (text: string) => string): WireCitation {
  return {
    ...citation,
    page: sourcePage(citation.document, citation.quote),
    language: languageOf(citation.quote),
  }
}
