import { hasSubject, keyTerms } from './key-terms.js'

const SENTENCE = /[^?!.;\n]+(?:[.](?=\d)[^?!.;\n]*)*[?!.;\n]*/g

/**
 * What is asked, without the letter around it: of a text of several sentences only the questions, when they name a
 * subject.
 *
 * @example
 * ```ts
 * coreOf('Wij maken een nota. Hoeveel OCMW\'s zijn lid? Alvast bedankt.') //=> "Hoeveel OCMW's zijn lid?"
 * ```
 */
export function coreOf(text: string): string {
  const sentences = [...text.matchAll(SENTENCE)].map((match) => match[0].trim()).filter(Boolean)
  const questions = sentences.filter((sentence) => sentence.includes('?'))
  const core = questions.filter(hasSubject)
  return core.length > 0 && core.length < sentences.length ? core.join(' ') : text
}

/** A part of an enumeration may be named by a commoner word than a whole question: its neighbours say the rest. */
const NAMED_PART = 0.4
const BREAK = /\s*(?:[;,+&]|\ben\b|\balsook\b|\bplus\b|\band\b)\s*/

/**
 * Splits a question that asks for several things at once into one text each: "adres, btw-nummer en openingsuren".
 *
 * Returns the whole as its only element when the parts do not each name a subject in a few words; the caller tries
 * the whole first and the parts only when no single passage answers it.
 */
export function facetsOf(text: string): readonly string[] {
  const sentences = text
    .split(/(?<=[?!])\s+/)
    .map((part) => part.trim())
    .filter(hasSubject)
  if (sentences.length > 1) return sentences.flatMap(facetsOf)
  const parts = text
    .split(BREAK)
    .map((part) => part.trim())
    .filter((part) => keyTerms(part.toLowerCase()).some(({ weight }) => weight >= NAMED_PART))
  const short = parts.every((part) => keyTerms(part.toLowerCase()).length <= 6)
  return parts.filter(hasSubject).length > 1 && short ? parts : [text]
}
