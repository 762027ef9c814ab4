import { keptWith, remembered, TEXTS } from '../../knowledge/remembered.js'
import { type Question, questionOf } from '../question/question.js'
import {
  type Analyse,
  bagOf,
  credit,
  NAMED,
  newBag,
  type SoughtTerm,
  type StemBag,
  stemsOf,
} from './matching.js'

/** What another kind of question takes off: "wie zit in de commissies" is not "hoeveel commissies". */
const OTHER_KIND = 0.75

/** A question as noted ones are held against it; made once for a passage, which has dozens of them. */
export interface Reading {
  readonly type: Question['type']
  readonly sought: readonly SoughtTerm[]
  readonly weight: number
  /** What its words are called, the glossary's other names included. */
  readonly named: ReadonlySet<string>
  /** With the parts of compounds. */
  readonly stems: ReadonlySet<string>
  /** Every single stem of those: by them the noted questions are found. */
  readonly touching: readonly string[]
}

/**
 * Likeness of a question to the closest of the questions an author noted with a passage, 0 to 1: how much of each
 * one's subject stands in the other, by weight.
 *
 * @param typed whether the passage holds the kind of thing that is asked for; where it does not, a question noted
 *   without a kind ("is een agb lid") is not the question that asks for one ("wanneer werd ons agb lid")
 */
export function likenessToAsked(
  reading: Reading,
  asked: readonly string[],
  analyse: Analyse,
  typed: boolean,
): number {
  return touched(reading, asked, analyse).reduce(
    (most, one) => Math.max(most, likeness(reading, one, analyse, typed).share),
    0,
  )
}

/**
 * Likeness of a question to the closest of the questions an author noted as answered nowhere, 0 to 1; 0 for a
 * question that leaves a word of that one out ("verschijnt het ledenblad" is not "verschijnt het ledenblad digitaal") or
 * asks for another kind of thing ("hoeveel fusies" is not "wie koos de fusies").
 */
export function likenessToUnanswered(
  reading: Reading,
  unanswered: readonly string[],
  analyse: Analyse,
): number {
  return touched(reading, unanswered, analyse).reduce((most, one) => {
    const { share, whole } = likeness(reading, one, analyse, true)
    return whole ? Math.max(most, share) : most
  }, 0)
}

/** Whom everybody means, and words that only make a question kinder: they may differ. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/\b(?:jullie|ulle|ulder|uw|u|de vvsg|vvsg|de vereniging|vereniging|you|your)\b/gu, 'vvsg'],
  [/\b(?:we|wij|men|je|i)\b/gu, 'ik'],
  [/\b(?:de|het|een|the|a|an|eigenlijk|nu|dan|eens|even|juist|precies|graag|alstublieft|please)\b/gu, ' '],
  [/[^\p{L}\d]+/gu, ' '],
]

function sayable(text: string): string {
  return SAME.reduce((said, [from, to]) => said.replace(from, to), text.toLowerCase()).trim()
}

/** Kept with the list of the passage itself, as their stems are. */
const saidIn = keptWith((noted: readonly string[]) => new Set(noted.map(sayable)))

/**
 * Tells whether a question is one of those noted, in the very same words: then it does not matter how little they say
 * ("waarvoor komen jullie op").
 */
export function isSaidAs(text: string): (noted: readonly string[]) => boolean {
  const said = sayable(text)
  return (noted) => saidIn(noted).has(said)
}

/** @param sought the question's words as the passage at hand may hold them */
export function readingOf({ type }: Question, sought: readonly SoughtTerm[]): Reading {
  const named = new Set(sought.flatMap(({ wholes, others }) => [...wholes, ...others]))
  const stems = new Set([...named, ...sought.flatMap(({ parts }) => parts)])
  return {
    type,
    sought,
    weight: sought.reduce((sum, { term }) => sum + term.weight, 0),
    named,
    stems,
    touching: [...new Set([...stems].flatMap((name) => name.split(' ')))],
  }
}

interface Likeness {
  readonly share: number
  /** Everything the noted question is about stands in the other, which asks for the same kind of thing. */
  readonly whole: boolean
}

const UNLIKE: Likeness = { share: 0, whole: false }

/** A noted question with its stems. */
interface NotedText {
  readonly text: string
  readonly bag: StemBag
}

/** The questions noted with a passage, by every stem that they hold. */
type NotedIndex = ReadonlyMap<string, readonly NotedText[]>

/** Kept with the list of the passage itself: it is taken apart once and forgotten with the passage. */
const indexes = keptWith((analyse: Analyse) =>
  keptWith((noted: readonly string[]) => newIndex(noted, analyse)),
)

function newIndex(noted: readonly string[], analyse: Analyse): NotedIndex {
  const index = new Map<string, NotedText[]>()
  for (const text of noted) {
    const one = { text, bag: newBag(text, analyse) }
    for (const stem of new Set([...one.bag.wholes, ...one.bag.parts])) {
      const holding = index.get(stem)
      if (holding) holding.push(one)
      else index.set(stem, [one])
    }
  }
  return index
}

/** Those of the noted questions that have any stem in common with a question: the others are not like it at all. */
function touched(reading: Reading, noted: readonly string[], analyse: Analyse): readonly NotedText[] {
  if (noted.length === 0) return []
  const index = indexes(analyse)(noted)
  return [...new Set(reading.touching.flatMap((stem) => index.get(stem) ?? []))]
}

/** A noted question taken apart: its kind, and the words of its subject with every stem they are known by. */
interface Noted {
  readonly type: Question['type']
  readonly weight: number
  readonly terms: readonly {
    readonly weight: number
    /** The word itself. */
    readonly own: readonly string[]
    /** With the parts of a compound. */
    readonly stems: readonly string[]
  }[]
}

/** Remembered per analysis: a passage has dozens of them, and each is looked at for every question. */
const notedBy = keptWith((analyse: Analyse) => remembered((asked) => newNoted(asked, analyse), TEXTS))

function newNoted(asked: string, analyse: Analyse): Noted {
  const { terms, type } = questionOf(asked, 'nl')
  const stemmed = terms.map(({ word, weight }) => ({
    weight,
    own: stemsOf(word, analyse),
    stems: [...stemsOf(word, analyse), ...bagOf(word, analyse).parts],
  }))
  return { type, weight: terms.reduce((sum, { weight }) => sum + weight, 0), terms: stemmed }
}

function likeness(reading: Reading, { text, bag }: NotedText, analyse: Analyse, typed: boolean): Likeness {
  const ours = reading.sought.reduce(
    (sum, one) => (credit(one, bag) >= NAMED ? sum + one.term.weight : sum),
    0,
  )
  const noted = notedBy(analyse)(text)
  const total = reading.weight + noted.weight
  if (total === 0) return UNLIKE
  let theirs = 0
  let whole = noted.type === reading.type
  for (const { weight, stems, own } of noted.terms) {
    if (stems.some((stem) => reading.stems.has(stem))) theirs += weight
    // "welzijnsverenigingen" is not asked by who asks about the "vereniging".
    if (!own.some((stem) => reading.named.has(stem))) whole = false
  }
  return {
    share: ((ours + theirs) / total) * (isOtherKind(noted.type, reading.type, typed) ? OTHER_KIND : 1),
    whole,
  }
}

function isOtherKind(noted: Question['type'], asked: Question['type'], typed: boolean): boolean {
  return noted !== asked && asked !== 'open' && (noted !== 'open' || !typed)
}
