import type { Citation } from '../answering/citation.js'
import { answerDocument } from '../knowledge/published-answers.js'
import { deskTexts } from '../texts/desk.js'
import type { Language } from '../texts/language.js'

const ANSWER = answerDocument('')

/**
 * A source with a title for people. Where the document's own title may not be quoted, its id stands in its place:
 * an answer that colleagues published is then called that, another document by its name.
 *
 * @example
 * ```ts
 * withTitle({ ...citation, document: 'gepubliceerd:antwoord-0001', title: 'gepubliceerd:antwoord-0001' }, 'nl').title
 * //=> 'Antwoord van een VVSG-medewerker'
 * ```
 */
export function withTitle(citation: Citation, language: Language): Citation {
  const { title, document } = citation
  if (title !== document) return citation
  const { sources } = deskTexts(language)
  return {
    ...citation,
    title: document.startsWith(ANSWER) ? sources.staffAnswer : sources.document(document),
  }
}
