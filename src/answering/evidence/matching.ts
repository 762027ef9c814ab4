import { fold } from '../../knowledge/dutch/tokenize.js'
import { loadWordList } from '../../knowledge/dutch/word-list.js'
import type { Hit } from '../../knowledge/passage.js'
import { keptWith, remembered, TEXTS } from '../../knowledge/remembered.js'
import type { KeyTerm } from '../question/question.js'
import { rarity } from '../question/rarity.js'

/** One word of a text as the index knows it: its stem, and the stems of its parts when it is a compound. */
export interface AnalysedTerm {
  readonly term: string
  readonly parts: readonly string[]
}

/** The analysis the index was built with. */
export type Analyse = (text: string) => readonly AnalysedTerm[]

/** A text as stems, ready to be looked up in. */
export interface StemBag {
  readonly wholes: ReadonlySet<string>
  /** Stems of the parts of its compounds. */
  readonly parts: ReadonlySet<string>
}

/** A term of the question with everything it may look like in a passage. */
export interface SoughtTerm {
  readonly term: KeyTerm
  readonly wholes: ReadonlySet<string>
  readonly parts: readonly string[]
  /** Stems the index matched it to: the glossary's other words, a spelling slip. */
  readonly others: ReadonlySet<string>
  /** Each of those in single stems. */
  readonly names: readonly (readonly string[])[]
}

const bags = keptWith((analyse: Analyse) => remembered((text) => newBag(text, analyse), TEXTS))

/** The stems of a text; remembered per analysis, since passages are looked at for every question. */
export function bagOf(text: string, analyse: Analyse): StemBag {
  return bags(analyse)(text)
}

/** As {@link bagOf}, for a text whose stems are kept with what it belongs to. */
export function newBag(text: string, analyse: Analyse): StemBag {
  const words = analyse(text)
  return {
    wholes: new Set([...words.map(({ term }) => term), ...numberedNames(words)]),
    parts: new Set(words.flatMap(({ parts }) => parts)),
  }
}

/** "niveau 2" is one name: a text with "niveau 3" and a group of 2 does not hold it. */
function numberedNames(words: readonly AnalysedTerm[]): readonly string[] {
  return words.flatMap(({ term }, at) => {
    const before = words[at - 1]?.term
    return before !== undefined && /^\d+$/.test(term)
      ? [`${LEVELS.has(before) ? 'niveau' : before} ${term}`]
      : []
  })
}

/** Stems of the words for a level, so that "level 2" names "niveau 2". */
const LEVELS: ReadonlySet<string> = new Set(['niveau', 'niveaus', 'niv', 'level', 'levels', 'lvl'])

const analysedWords = keptWith((analyse: Analyse) => remembered(analyse))

/** A single word analysed; remembered, since the words of a question are looked for in every passage. */
export function analysedWord(word: string, analyse: Analyse): readonly AnalysedTerm[] {
  return analysedWords(analyse)(word)
}

/** The stems that stand for a word of a question: those of the word, or the name that it makes with its number. */
export function stemsOf(word: string, analyse: Analyse): readonly string[] {
  const words = analysedWord(word, analyse)
  const name = words.length === 2 ? numberedNames(words) : []
  return name.length > 0 ? name : words.map(({ term }) => term)
}

export function soughtTerms(terms: readonly KeyTerm[], hit: Hit, analyse: Analyse): readonly SoughtTerm[] {
  return terms.map((term) => {
    const words = analysedWord(term.word, analyse)
    const stems = stemsOf(term.word, analyse)
    const matched = hit.matched.filter(
      ({ word, through }) =>
        through !== 'compound' &&
        sameWord(word, term.word) &&
        (through !== 'spelling' || !isRealWord(term.word)),
    )
    const others = new Set([...term.others, ...matched.map((match) => match.term)])
    return {
      term,
      wholes: new Set(stems.length > 0 ? stems : [term.word]),
      parts: words.length === 1 ? (words[0]?.parts ?? []) : [],
      others,
      names: [...others].map((name) => name.split(' ')),
    }
  })
}

/** A word that stands in the dictionary is no slip for one that looks like it: a "verdieping" is no "verdediging". */
const isRealWord = remembered((word) => loadWordList().has(fold(word)) || rarity(word) < 1)

/** The index may have joined or split what was typed: "btw nummer" against "btw-nummer". */
function sameWord(matched: string, typed: string): boolean {
  const word = matched.toLowerCase()
  return word === typed || word.split(/[\s-]+/).includes(typed)
}

/** From this credit on a text counts as naming the term. */
export const NAMED = 0.75

/**
 * How well a text names a term, 0 to 1: the word itself 1, as a part of a compound or by the glossary a little less,
 * only some parts of a compound that was asked for ("telefoon" for "telefoonnummer") much less.
 */
export function credit({ wholes, names, parts }: SoughtTerm, bag: StemBag): number {
  if (areWords(wholes, bag)) return 1
  if (areThere(wholes, bag) || names.some((stems) => areThere(stems, bag))) return 0.9
  if (parts.length === 0) return 0
  const present = parts.filter((part) => isThere(part, bag)).length
  return present === parts.length ? 0.85 : (0.4 * present) / parts.length
}

function areWords(stems: Iterable<string>, bag: StemBag): boolean {
  for (const stem of stems) if (!bag.wholes.has(stem)) return false
  return true
}

/** As words or inside compounds. */
function areThere(stems: Iterable<string>, bag: StemBag): boolean {
  for (const stem of stems) if (!isThere(stem, bag)) return false
  return true
}

/** Whether a text holds a stem, as a word or inside a compound. */
export function isThere(stem: string, bag: StemBag): boolean {
  return bag.wholes.has(stem) || bag.parts.has(stem)
}

/** Share of the weight of the terms that has credit, 0 to 1; 0 without terms. */
export function weightedShare(
  credits: readonly { readonly term: KeyTerm; readonly credit: number }[],
): number {
  const total = credits.reduce((sum, { term }) => sum + term.weight, 0)
  return total === 0 ? 0 : credits.reduce((sum, { term, credit }) => sum + term.weight * credit, 0) / total
}
