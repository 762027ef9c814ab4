import type { Language } from './language.js'

/** What is told of a source; a citation is one. */
export interface NamedSource {
  readonly kind: 'bron' | 'samenvatting'
  readonly title: string
  readonly source: string | null
  readonly section: string
  readonly date: string | null
  readonly url: string | null
}

/** The words around quotes; everything factual in an answer comes from the quotes themselves. */
export interface AnswerTexts {
  readonly yes: string
  readonly no: string
  /** Above a second source that states another figure than the first. */
  conflict(citation: NamedSource): string
  /** After what could be answered: which parts could not. */
  unanswered(parts: readonly string[]): string
  /** A reply that is unsure says so and offers staff. */
  readonly unsure: string
  /** The line that names a source below an answer. */
  source(citation: NamedSource): string
  /** Around a quote, which may be in another language than the question. */
  quoted(quote: string, quoteLanguage: Language): string
  /** Translations of words in a quote: `lidgelden = membership fees`. */
  words(pairs: readonly string[]): string
}

const nl: AnswerTexts = {
  yes: 'Ja.',
  no: 'Nee.',
  conflict: (citation) =>
    `Let op: een andere bron noemt een ander cijfer, namelijk ${naam(citation)} (${datum(citation)}):`,
  unanswered: (parts) =>
    `Over ${parts.map((part) => `“${part}”`).join(' en ')} vind ik niets in onze documenten. Dat deel kan ik doorgeven aan een VVSG-medewerker.`,
  unsure: 'Is dit niet wat u zocht? Dan geef ik uw vraag graag door aan een VVSG-medewerker.',
  source: (citation) =>
    `Bron: ${[naam(citation), citation.section].filter(Boolean).join(', ')} (${datum(citation)})${citation.url ? ` ${citation.url}` : ''}`,
  quoted: (quote, language) => (language === 'nl' ? quote : `Onze bron zegt, in het Engels: “${quote}”`),
  words: () => '',
}

const en: AnswerTexts = {
  yes: 'Yes.',
  no: 'No.',
  conflict: (citation) =>
    `Please note: another text gives a different figure, namely ${nameInEnglish(citation)} (${dateInEnglish(citation)}):`,
  unanswered: (parts) =>
    `I find nothing about ${parts.map((part) => `“${part}”`).join(' and ')} in our documents. I can pass that part on to VVSG staff.`,
  unsure: 'Not what you were looking for? I will gladly pass your question on to VVSG staff.',
  source: (citation) =>
    `Source: ${[nameInEnglish(citation), citation.section].filter(Boolean).join(', ')} (${dateInEnglish(citation)})${citation.url ? ` ${citation.url}` : ''}`,
  quoted: (quote, language) => (language === 'en' ? quote : `Our documents say, in Dutch: “${quote}”`),
  words: (pairs) => `In English: ${pairs.join('; ')}.`,
}

/** The wording for a language. */
export function answerTexts(language: Language): AnswerTexts {
  return language === 'en' ? en : nl
}

function naam(citation: NamedSource): string {
  return citation.kind === 'samenvatting'
    ? `onze samenvatting van ${citation.source ?? citation.title}`
    : citation.title
}

function nameInEnglish(citation: NamedSource): string {
  return citation.kind === 'samenvatting'
    ? `our summary of ${citation.source ?? citation.title}`
    : citation.title
}

function datum(citation: NamedSource): string {
  return citation.date ?? 'datum onbekend'
}

function dateInEnglish(citation: NamedSource): string {
  return citation.date ?? 'date unknown'
}
