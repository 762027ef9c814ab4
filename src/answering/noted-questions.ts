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
  return Math.max(0, ...asked.map((text) => likeness(question, text, sought, analyse, typed)))
}

/** A noted question taken apart: its kind, and the words of its subject with every stem they are known by. */
interface Noted {
  readonly type: Question['type']
  readonly terms: readonly { readonly weight: number; readonly stems: readonly string[] }[]
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
): number {
  const bag = bagOf(asked, analyse)
  const ours = sought.map(({ term }) => term.weight).reduce((sum, weight) => sum + weight, 0)
  const found = sought.filter((one) => credit(one, bag) >= NAMED)
  const oursFound = found.reduce((sum, { term }) => sum + term.weight, 0)
  const stems = new Set(sought.flatMap(({ wholes, others, parts }) => [...wholes, ...others, ...parts]))
  let theirs = 0
  let theirsFound = 0
  const noted = notedOf(asked, analyse)
  for (const term of noted.terms) {
    theirs += term.weight
    if (term.stems.some((stem) => stems.has(stem))) theirsFound += term.weight
  }
  if (ours + theirs === 0) return 0
  const kind = noted.type
  const other = kind !== question.type && question.type !== 'open' && (kind !== 'open' || !typed)
  return ((oursFound + theirsFound) / (ours + theirs)) * (other ? OTHER_KIND : 1)
}
