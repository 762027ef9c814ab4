/** A word of the question and what of a passage matched it. */
export interface MatchedWord {
  /** As typed. */
  readonly word: string
  /** What stands in the passage. */
  readonly term: string
  readonly through: 'word' | 'compound' | 'spelling' | 'glossary'
}

/** Why a passage was found, in figures and words; every share 0 to 1. */
export interface FoundBecause {
  readonly matched: readonly MatchedWord[]
  /** Words of the question that the passage holds in no way. */
  readonly missing: readonly string[]
  /** How much of the question stands within ten words. */
  readonly near: number
  /** How much of it stands in the title, the headings and the first words. */
  readonly opening: number
  /** Whether only the likeness of vectors found it. */
  readonly bySubject: boolean
}

const MUCH = 0.8
const HALF = 0.5

/**
 * Why a passage was found, in one line for staff.
 *
 * @example
 * ```ts
 * whyFound({ matched: [{ word: 'pz', term: 'politiezon', through: 'glossary' }], missing: ['kost'], near: 1, opening: 1, bySubject: false })
 * //=> 'andere naam: "pz"; alles dicht bij elkaar; in titel, kop of eerste zin; niet gevonden: "kost"'
 * ```
 */
export function whyFound({ matched, missing, near, opening, bySubject }: FoundBecause): string {
  if (bySubject || matched.length === 0)
    return 'gaat over een verwant onderwerp; geen woord van de vraag komt erin voor'
  const parts = [
    named('woorden', wordsThrough(matched, 'word')),
    named('deel van een samenstelling', wordsThrough(matched, 'compound')),
    named('andere naam', wordsThrough(matched, 'glossary')),
    named('vermoedelijke tikfout', wordsThrough(matched, 'spelling')),
    near >= MUCH ? 'alles dicht bij elkaar' : near >= HALF ? 'de helft of meer dicht bij elkaar' : '',
    opening >= HALF ? 'in titel, kop of eerste zin' : '',
    named('niet gevonden', missing),
  ]
  return parts.filter(Boolean).join('; ')
}

function named(label: string, words: readonly string[]): string {
  return words.length === 0 ? '' : `${label}: ${words.map((word) => `"${word}"`).join(', ')}`
}

/** A word that stands there itself is not named again for its parts. */
function wordsThrough(matched: readonly MatchedWord[], through: MatchedWord['through']): readonly string[] {
  const itself = new Set(matched.filter((one) => one.through === 'word').map(({ word }) => word))
  const words = matched.filter((one) => one.through === through).map(({ word }) => word)
  return [...new Set(words)].filter((word) => through === 'word' || !itself.has(word))
}
