import { type Analyse, bagOf, credit, NAMED, type SoughtTerm, stemsOf } from './matching.js'
import { memoised } from './memo.js'
import { type Question, questionOf } from './question.js'

/** What another kind of question takes off: "wie zit in de commissies" is not "hoeveel commissies". */
const OTHER_KIND = 0.75

/**
 * Likeness of a question to the closest of the questions an author noted with a passage, 0 to 1: how much of each
 * one's subject stands in the other, by weight.
 *
 * @param typed whether the passage holds the kind of thing that is asked for; where it does not, a question noted
 *   without a kind ("is een agb lid") is not the question that asks for one ("wanneer werd ons agb lid")
 */
export function likenessToAsked(
  question: Question,
  asked: readonly string[],
  sought: readonly SoughtTerm[],
  analyse: Analyse,
  typed: boolean,
): number {
  return Math.max(0, ...asked.map((text) => likeness(question, text, sought, analyse, typed).share))
}

/**
 * Likeness of a question to the closest of the questions an author noted as answered nowhere, 0 to 1; 0 for a
 * question that leaves a word of that one out ("verschijnt het ledenblad" is not "verschijnt het ledenblad digitaal") or
 * asks for another kind of thing ("hoeveel fusies" is not "wie koos de fusies").
 */
export function likenessToUnanswered(
  question: Question,
  unanswered: readonly string[],
  sought: readonly SoughtTerm[],
  analyse: Analyse,
): number {
  const alike = unanswered.map((text) => likeness(question, text, sought, analyse, true))
  return Math.max(0, ...alike.map(({ share, whole }) => (whole ? share : 0)))
}

interface Likeness {
  readonly share: number
  /** Everything the noted question is about stands in the other, which asks for the same kind of thing. */
  readonly whole: boolean
}

/** A noted question taken apart: its kind, and the words of its subject with every stem they are known by. */
interface Noted {
  readonly type: Question['type']
  readonly terms: readonly {
    readonly weight: number
    /** The word itself. */
    readonly own: readonly string[]
    /** With the parts of a compound. */
    readonly stems: readonly string[]
  }[]
}

const memos = new WeakMap<Analyse, (asked: string) => Noted>()

/** Remembered per analysis: a passage has dozens of them, and each is looked at for every question. */
function notedOf(asked: string, analyse: Analyse): Noted {
  const memo = memos.get(analyse) ?? memoised((one) => newNoted(one, analyse))
  memos.set(analyse, memo)
  return memo(asked)
}

function newNoted(asked: string, analyse: Analyse): Noted {
  const { terms, type } = questionOf(asked, 'nl')
  const stemmed = terms.map(({ word, weight }) => ({
    weight,
    own: stemsOf(word, analyse),
    stems: [...stemsOf(word, analyse), ...bagOf(word, analyse).parts],
  }))
  return { type, terms: stemmed }
}

function likeness(
  question: Question,
  asked: string,
  sought: readonly SoughtTerm[],
  analyse: Analyse,
  typed: boolean,
): Likeness {
  const bag = bagOf(asked, analyse)
  const ours = sought.map(({ term }) => term.weight).reduce((sum, weight) => sum + weight, 0)
  const found = sought.filter((one) => credit(one, bag) >= NAMED)
  const oursFound = found.reduce((sum, { term }) => sum + term.weight, 0)
  const stems = new Set(sought.flatMap(({ wholes, others, parts }) => [...wholes, ...others, ...parts]))
  const named = new Set(sought.flatMap(({ wholes, others }) => [...wholes, ...others]))
  let theirs = 0
  let theirsFound = 0
  let whole = true
  const noted = notedOf(asked, analyse)
  for (const term of noted.terms) {
    theirs += term.weight
    if (term.stems.some((stem) => stems.has(stem))) theirsFound += term.weight
    // "welzijnsverenigingen" is not asked by who asks about the "vereniging".
    if (!term.own.some((stem) => named.has(stem))) whole = false
  }
  if (ours + theirs === 0) return { share: 0, whole: false }
  const kind = noted.type
  const other = kind !== question.type && question.type !== 'open' && (kind !== 'open' || !typed)
  return {
    share: ((oursFound + theirsFound) / (ours + theirs)) * (other ? OTHER_KIND : 1),
    whole: whole && kind === question.type,
  }
}
