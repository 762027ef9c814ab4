import { countsOneOf } from './evidence/answer-type.js'
import type { Evidence, ScoredUnit } from './evidence/evidence.js'
import { type Analyse, type SoughtTerm, soughtTerms } from './evidence/matching.js'
import { type Quantity, quantitiesOf } from './evidence/quantities.js'
import type { Question } from './question/question.js'

/** A sentence of another document that gives another number for the same thing. */
export interface Conflict {
  readonly evidence: Evidence
  readonly unit: ScoredUnit
}

/** A passage must be about the question this much before its number can contradict another's. */
const ABOUT = 0.3

/**
 * Finds sentences of other documents that state another number for what the chosen sentences count.
 *
 * Two numbers contradict when the same word stands beside both, that word is asked about, and the numbers and not
 * the units differ. At most one sentence a document, best evidence first.
 */
export function conflictsWith(
  question: Question,
  main: Evidence,
  chosen: readonly ScoredUnit[],
  others: readonly Evidence[],
  analyse: Analyse,
): readonly Conflict[] {
  const soughtIn = (evidence: Evidence) => soughtTerms(question.terms, evidence.hit, analyse)
  const ours = chosen.flatMap(({ unit }) => countedIn(unit.text, soughtIn(main), analyse))
  if (ours.length === 0) return []
  const seen = new Set([main.hit.passage.document.id])
  const conflicts: Conflict[] = []
  for (const evidence of others) {
    const { id } = evidence.hit.passage.document
    if (seen.has(id) || evidence.coverage < ABOUT || isOfAnother(evidence, main)) continue
    const unit = evidence.units.find((one) =>
      countedIn(one.unit.text, soughtIn(evidence), analyse).some((theirs) =>
        ours.some((our) => contradict(our, theirs)),
      ),
    )
    if (!unit) continue
    seen.add(id)
    conflicts.push({ evidence, unit })
  }
  return conflicts
}

const NUMBERED = /\b\p{L}+ \d+\b/giu

/** Sections "van niveau 1" and "van niveau 2" tell of two things: their numbers contradict nothing. */
function isOfAnother({ sibling, hit }: Evidence, main: Evidence): boolean {
  const named = ({ passage }: Evidence['hit']) => passage.section.join(' ').toLowerCase().match(NUMBERED)
  const [ours, theirs] = [named(main.hit), named(hit)]
  return sibling || (ours !== null && theirs !== null && !theirs.some((name) => ours.includes(name)))
}

interface Counted {
  readonly quantity: Quantity
  readonly stems: readonly string[]
}

function countedIn(text: string, sought: readonly SoughtTerm[], analyse: Analyse): Counted[] {
  return quantitiesOf(text)
    .filter((quantity) => quantity.unit === 'count' || quantity.unit === 'percent')
    .filter((quantity) => countsOneOf(quantity, sought, analyse))
    .map((quantity) => ({
      quantity,
      stems: quantity.counts.flatMap((word) => analyse(word).map(({ term }) => term)),
    }))
}

function contradict(our: Counted, theirs: Counted): boolean {
  return (
    our.quantity.unit === theirs.quantity.unit &&
    our.quantity.value !== theirs.quantity.value &&
    // The nearest word is what is counted: "821 leden" is no other number than "111 politiezones lid".
    [our, theirs].every(
      ({ stems: [nearest] }) =>
        nearest !== undefined && our.stems.includes(nearest) && theirs.stems.includes(nearest),
    )
  )
}
