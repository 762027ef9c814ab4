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

const notedTerms = memoised((asked: string) => {
  const { terms, type } = questionOf(asked, 'nl')
  return { terms, type }
})

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
  const noted = notedTerms(asked)
  for (const { word, weight } of noted.terms) {
    theirs += weight
    const { parts } = bagOf(word, analyse)
    if ([...stemsOf(word, analyse), ...parts].some((stem) => stems.has(stem))) theirsFound += weight
  }
  if (ours + theirs === 0) return 0
  const kind = noted.type
  const other = kind !== question.type && question.type !== 'open' && (kind !== 'open' || !typed)
  return ((oursFound + theirsFound) / (ours + theirs)) * (other ? OTHER_KIND : 1)
}
