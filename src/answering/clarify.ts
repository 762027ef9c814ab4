import { keyTerms, TELLING } from './question/question.js'

/** A short form with the things it can stand for. */
export interface Ambiguous {
  readonly word: string
  readonly meanings: readonly string[]
}

/** Finds short forms in a text that can stand for several things. */
export type GlossaryReader = (text: string) => readonly Ambiguous[]

/** With more words of subject than this beside it, the rest of the question tells staff enough. */
const WORDS_BESIDE = 3

/**
 * The short form that has to be asked back before a question can be handed over usefully; null when there is none,
 * or when the rest of the question says which one is meant.
 *
 * @example
 * ```ts
 * clarification('wat is een OV?', glossary) //=> { word: 'OV', meanings: ['opdrachthoudende vereniging', 'openbaar vervoer'] }
 * ```
 */
export function clarification(text: string, glossary: GlossaryReader): Ambiguous | null {
  const found = glossary(text).find(({ meanings }) => meanings.length > 1)
  if (!found) return null
  const beside = keyTerms(text.toLowerCase()).filter(
    ({ word, weight }) => weight >= TELLING && word !== found.word.toLowerCase(),
  )
  return beside.length <= WORDS_BESIDE && !namesMeaning(text, found) ? found : null
}

function namesMeaning(text: string, { meanings }: Ambiguous): boolean {
  const words = new Set(text.toLowerCase().split(/[^\p{L}]+/u))
  return meanings.some((meaning) =>
    meaning
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => word.length > 5 && words.has(word)),
  )
}
