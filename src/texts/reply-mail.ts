import type { Language } from './language.js'

/** An answer of a colleague, as a mail tells it. */
export interface ReplyMailFacts {
  readonly reference: string
  readonly name: string
  readonly question: string
  readonly text: string
  /** Null when the desk has no public address. */
  readonly url: string | null
}

const TEXTS = {
  nl: ({ reference, name, question, text, url }: ReplyMailFacts) => ({
    subject: `Antwoord op uw vraag ${reference}`,
    text: [
      `${name} van VVSG antwoordt op uw vraag ${reference}:`,
      text,
      `Uw vraag was:\n${question}`,
      url === null
        ? 'Wilt u reageren? Doe dat in het gesprek op de vragenpagina, in de browser waarin u de vraag stelde.'
        : `Wilt u reageren? Doe dat in het gesprek op ${url}, in de browser waarin u de vraag stelde.`,
    ].join('\n\n'),
  }),
  en: ({ reference, name, question, text, url }: ReplyMailFacts) => ({
    subject: `Answer to your question ${reference}`,
    text: [
      `${name} of VVSG answers your question ${reference}:`,
      text,
      `Your question was:\n${question}`,
      url === null
        ? 'Would you like to respond? Do so in the conversation on the question page, in the browser in which you asked.'
        : `Would you like to respond? Do so in the conversation on ${url}, in the browser in which you asked.`,
    ].join('\n\n'),
  }),
} as const

/** The mail that carries a colleague's answer to a proven address. */
export function replyMail(
  language: Language,
  facts: ReplyMailFacts,
): { readonly subject: string; readonly text: string } {
  return TEXTS[language](facts)
}
