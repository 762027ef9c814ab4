import { stem } from './dutch/stem.js'
import { isStopWord } from './dutch/stop-words.js'
import { type Token, tokenize } from './dutch/tokenize.js'
import type { GlossaryEntry } from './glossary.js'

/** A phrase of a Dutch text with what it is called in English. */
export interface Gloss {
  /** As it stands in the text. */
  readonly dutch: string
  readonly english: string
}

/** More than this is no help any more: the reader wants a few words, not a translation. */
const MOST = 8

/**
 * Phrases of a Dutch text that the glossary has English for: in the order of the text, each once, at most eight.
 *
 * Where phrases overlap the longest one counts. Other forms of a word count too ("gemeente" for "gemeenten"), but
 * an entry that is written exactly as the text goes first. Entries without `en` and ambiguous entries are left out,
 * and so is a phrase that is already English. Empty when nothing is known.
 *
 * @example
 * ```ts
 * englishGlosses('Subsidies en eigen inkomsten.', [{ term: 'eigen inkomsten', en: 'own income', ... }])
 * //=> [{ dutch: 'eigen inkomsten', english: 'own income' }]
 * ```
 */
export function englishGlosses(text: string, entries: readonly GlossaryEntry[]): readonly Gloss[] {
  const phrases = phrasesOf(entries)
  const tokens = tokenize(text)
  const glosses: Gloss[] = []
  const given = new Set<string>()
  for (let start = 0; start < tokens.length && glosses.length < MOST; ) {
    const found = longestAt(text, tokens, start, phrases)
    if (found && !given.has(found.gloss.english) && !isEnglish(found.gloss)) {
      given.add(found.gloss.english)
      glosses.push(found.gloss)
    }
    start += found?.length ?? 1
  }
  return glosses
}

interface Phrases {
  readonly exact: ReadonlyMap<string, string>
  readonly stemmed: ReadonlyMap<string, string>
  /** Words in the longest phrase. */
  readonly longest: number
}

const prepared = new WeakMap<readonly GlossaryEntry[], Phrases>()

/** Prepared once for a list of entries: an installation has one, and many quotes. */
function phrasesOf(entries: readonly GlossaryEntry[]): Phrases {
  const known = prepared.get(entries)
  if (known) return known
  const exact = new Map<string, string>()
  const stemmed = new Map<string, string>()
  let longest = 0
  for (const { term, full, en, ambiguous } of entries) {
    if (en === undefined || ambiguous) continue
    for (const name of [term, full]) {
      const tokens = tokenize(name)
      longest = Math.max(longest, tokens.length)
      // The first entry wins, as in the file.
      for (const [map, key] of [[exact, exactKey(tokens)] as const, [stemmed, stemKey(tokens)] as const])
        if (!map.has(key)) map.set(key, en)
    }
  }
  const phrases = { exact, stemmed, longest }
  prepared.set(entries, phrases)
  return phrases
}

function longestAt(
  text: string,
  tokens: readonly Token[],
  start: number,
  phrases: Phrases,
): { readonly gloss: Gloss; readonly length: number } | null {
  for (let length = Math.min(phrases.longest, tokens.length - start); length > 0; length--) {
    const words = tokens.slice(start, start + length)
    const english = phrases.exact.get(exactKey(words)) ?? phrases.stemmed.get(stemKey(words))
    const dutch = text.slice(words[0]?.start, words.at(-1)?.end)
    if (english !== undefined && !/[^\p{L}\p{N}\s'’&.-]|\.\s/u.test(dutch))
      return { gloss: { dutch, english }, length }
  }
  return null
}

function exactKey(tokens: readonly Token[]): string {
  return tokens.map(({ surface }) => surface.toLowerCase().replaceAll('’', "'")).join(' ')
}

/** A stem of a short word is no word any more ("pers" and "per"). */
const STEMMED_FROM = 5

/** A function word keeps its accents: "één dag" is a length, "een dag" is not. */
function stemKey(tokens: readonly Token[]): string {
  return tokens.map(({ word, surface }) => formOf(word, surface)).join(' ')
}

function formOf(word: string, surface: string): string {
  if (isStopWord(word)) return surface.toLowerCase()
  return word.length < STEMMED_FROM ? word : stem(word)
}

function isEnglish({ dutch, english }: Gloss): boolean {
  return dutch.toLowerCase() === english.toLowerCase()
}
