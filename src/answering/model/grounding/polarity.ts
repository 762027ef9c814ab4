import type { GroundUnit } from './ground.js'
import { wordsIn } from './plain.js'
import { CLAIM_GROUPS, NEGATION } from './vocabulary.js'

/**
 * Whether a sentence says yes where what it rests on says no, or claims more ("altijd", "verplicht", "gratis") than is
 * written there; null when it does not.
 *
 * @param units the sentences it rests on most, see `supporting`
 */
export function turned(sentence: string, units: readonly GroundUnit[]): string | null {
  const denies = NEGATION.test(sentence)
  const best = units.map(({ text, leadIn }) => `${leadIn} ${text}`)
  if (!best.some((text) => NEGATION.test(text) === denies)) return 'negation'
  const there = new Set(best.flatMap((text) => wordsIn(text).map((word) => word.text.toLowerCase())))
  for (const { text } of wordsIn(sentence)) {
    const word = text.toLowerCase()
    const group = CLAIM_GROUPS.find(({ words }) => words.has(word))
    if (group === undefined || there.has(word)) continue
    const backed = [...there].some((one) => group.words.has(one) || group.supports.has(one))
    if (!backed) return 'claim'
  }
  return null
}
