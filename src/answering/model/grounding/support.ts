import { splitCompound } from '../../../knowledge/dutch/compounds.js'
import { stem } from '../../../knowledge/dutch/stem.js'
import { fold } from '../../../knowledge/dutch/tokenize.js'
import { infinitive } from '../../../knowledge/dutch/verbs.js'
import { loadWordList } from '../../../knowledge/dutch/word-list.js'
import { type Analyse, bagOf, type StemBag } from '../../evidence/matching.js'
import type { Ground, GroundUnit } from './ground.js'
import { numberWord } from './number-words.js'
import { wordsIn } from './plain.js'
import { isFunctionWord } from './vocabulary.js'

/** Of so many words of subject one may be the model's own: the rest must come from the passages. */
const OWN_WORD_IN = 4
/** A sentence of a passage supports when it has this share of what the best one has. */
const NEARLY_BEST = 0.75

/** The words of a sentence that say what it is about: no grammar, no numbers, no names. Lower case. */
export function subjectWords(sentence: string): readonly string[] {
  return wordsIn(sentence)
    .filter(({ text }) => /^\p{L}/u.test(text) && !/\p{Lu}/u.test(text.slice(1)) && numberWord(text) === null)
    .map(({ text }) => text.toLowerCase())
    .filter((word) => word.length > 1 && !isFunctionWord(word))
}

/**
 * Why the words of a sentence are not those of its passages; null when they are.
 *
 * A few own words are the price of better wording, but only real Dutch or English words that do not turn one of the
 * passage's around ("ongeldig" where it says "geldig").
 */
export function unsupported(sentence: string, grounds: readonly Ground[], analyse: Analyse): string | null {
  const subject = subjectWords(sentence)
  const bags = grounds.map((ground) => bagOf(ground.text, analyse))
  const roots = new Set(grounds.flatMap(({ text }) => wordsIn(text).map((word) => rootOf(word.text))))
  const knownWord = (word: string) => roots.has(rootOf(word)) || bags.some((bag) => knows(bag, word, analyse))
  const own = [...new Set(subject)].filter((word) => !knownWord(word))
  if (own.some((word) => turns(word, knownWord))) return 'turned around'
  if (own.length > Math.floor(new Set(subject).size / OWN_WORD_IN)) return 'own words'
  if (own.some((word) => !isWord(word))) return 'no word'
  return null
}

/** Near enough to tell that "bel" and "bellen", "loopt" and "lopen" are one word, which the stemmer does not. */
function rootOf(word: string): string {
  const bare = fold(word)
  return bare.length < 4 ? bare : bare.replace(/(?:en|e|t|d)$/, '').replace(/(.)\1/g, '$1')
}

function knows(bag: StemBag, word: string, analyse: Analyse): boolean {
  const analysed = analyse(word)
  if (analysed.length === 0) return true
  return analysed.every(({ term, parts }) => {
    const has = (one: string) => bag.wholes.has(one) || bag.parts.has(one)
    return has(term) || (parts.length > 0 && parts.every(has))
  })
}

function turns(word: string, known: (word: string) => boolean): boolean {
  const opposite = /^(?:on|niet|un|non)-?(.{3,})$/.exec(word)?.[1]
  if (opposite !== undefined && known(opposite)) return true
  return known(`on${word}`) || known(`niet-${word}`)
}

/** Whether a Dutch reader would find it in a dictionary, conjugated or put together. */
function isWord(word: string): boolean {
  const list = loadWordList()
  const bare = fold(word)
  const forms = [bare, stem(bare), `${stem(bare)}en`, bare.replace(/(?:en|e|s|t)$/, '')]
  return (
    forms.some((form) => list.has(form)) || infinitive(bare, list) !== null || splitCompound(bare).length > 0
  )
}

/** The sentences of the passages that say most of what a sentence says; empty when none says any of it. */
export function supporting(
  sentence: string,
  grounds: readonly Ground[],
  analyse: Analyse,
): readonly GroundUnit[] {
  const sought = analyse(sentence).map(({ term, parts }) => [term, ...parts])
  const scored = grounds.flatMap((ground) =>
    ground.units.map((unit) => ({ unit, share: shareOf(sought, `${unit.leadIn} ${unit.text}`, analyse) })),
  )
  const best = Math.max(0, ...scored.map(({ share }) => share))
  return best === 0 ? [] : scored.filter(({ share }) => share >= NEARLY_BEST * best).map(({ unit }) => unit)
}

function shareOf(sought: readonly (readonly string[])[], text: string, analyse: Analyse): number {
  const bag = bagOf(text, analyse)
  const has = (stems: readonly string[]) => stems.some((one) => bag.wholes.has(one) || bag.parts.has(one))
  return sought.length === 0 ? 0 : sought.filter(has).length / sought.length
}
