import type { Hit } from '../../knowledge/passage.js'
import { type Question, TELLING } from '../question/question.js'
import { holds } from './answer-type.js'
import {
  type Analyse,
  credit,
  isThere,
  NAMED,
  type SoughtTerm,
  type StemBag,
  soughtTerms,
  stemsOf,
  weightedShare,
} from './matching.js'
import { likenessToAsked, likenessToUnanswered, readingOf } from './noted-questions.js'
import { partsOf, type UnitParts } from './passage-parts.js'
import type { Unit } from './sentences.js'
import { namesSibling } from './siblings.js'

/** A sentence of a passage held against the question. */
export interface ScoredUnit {
  readonly unit: Unit
  /** Share of the question's subject this sentence names, its lead-in included; 0 to 1. */
  readonly coverage: number
  /** Words of the question the sentence itself names. */
  readonly covers: ReadonlySet<string>
  /** It names something that the asker leaves out. */
  readonly excluded: boolean
  /** It holds what the question asks for: a number beside the counted noun, a name, an address. */
  readonly typed: boolean
}

/** What one passage has to say for a question. */
export interface Evidence {
  readonly hit: Hit
  /** Without sentences that may not be quoted (see `quotable`); empty when none is left. */
  readonly units: readonly ScoredUnit[]
  /** Share of the question's subject found in the passage, its title, headings and noted questions; 0 to 1. */
  readonly coverage: number
  /** Telling words that the passage does not know. */
  readonly missing: readonly string[]
  /** The text or its headings name the point of the question, or it has no such word. */
  readonly point: boolean
  /** The text or its headings name what is asked for ("telefoonnummer"), or the question does not say it in a word. */
  readonly head: boolean
  /** Names in the question that neither the text nor its headings hold. */
  readonly strangers: readonly string[]
  /** The question is about one of several of a sort and the passage about others: "niveau 4", "een politiezone". */
  readonly sibling: boolean
  /** Likeness to the closest question its author noted, 0 to 1; 0 when none was noted. */
  readonly asked: number
  /** Likeness to the closest question its author noted as answered nowhere, 0 to 1; 0 when none was noted. */
  readonly unanswered: number
  /** Some sentence holds what the question asks for, or the question asks for nothing in particular. */
  readonly typed: boolean
  /** Best coverage of a single sentence, its headings and lead-in included. */
  readonly focus: number
}

/** Holds a question against one passage found for it; pure. */
export function weigh(question: Question, hit: Hit, analyse: Analyse): Evidence {
  const sought = soughtTerms(question.terms, hit, analyse)
  const { passage } = hit
  const bags = partsOf(passage, analyse)
  const scored = bags.units.map((unit) => scoreUnit(unit, sought, question, analyse))
  const credits = sought.map((one) => ({
    term: one.term,
    credit: Math.max(credit(one, bags.text), credit(one, bags.heading), credit(one, bags.asked)),
  }))
  const typed = ANY_TYPE.has(question.type) || scored.some((unit) => unit.typed)
  const reading = readingOf(question, sought)
  const missing = credits.filter(({ credit: given }) => given < NAMED)
  return {
    hit,
    units: scored,
    coverage: weightedShare(credits),
    missing: missing.filter(({ term }) => term.weight >= TELLING).map(({ term }) => term.word),
    point: pointNamed(sought, bags),
    head: unnamed(sought, bags, ({ word }) => word === question.noun).length === 0,
    strangers: unnamed(sought, bags, ({ name }) => name),
    asked: likenessToAsked(reading, passage.asked, analyse, typed),
    unanswered: likenessToUnanswered(reading, passage.unanswered ?? [], analyse),
    typed,
    sibling: namesSibling(sought, bags),
    focus: focusOf(scored, sought, bags.heading),
  }
}

const ANY_TYPE: ReadonlySet<Question['type']> = new Set(['open', 'definition'])

function scoreUnit(
  { unit, own, whole }: UnitParts,
  sought: readonly SoughtTerm[],
  question: Question,
  analyse: Analyse,
): ScoredUnit {
  return {
    unit,
    coverage: weightedShare(sought.map((one) => ({ term: one.term, credit: credit(one, whole) }))),
    covers: new Set(sought.filter((one) => credit(one, own) >= NAMED).map(({ term }) => term.word)),
    excluded: question.excluded.some((word) => holdsAny(stemsOf(word, analyse), own)),
    typed: holds(unit.text, question.type, sought, analyse),
  }
}

function holdsAny(stems: readonly string[], bag: StemBag): boolean {
  return stems.some((stem) => isThere(stem, bag))
}

/** The word itself must stand there: what is "kostenefficiënt" has no price. */
function pointNamed(
  sought: readonly SoughtTerm[],
  bags: { readonly heading: StemBag; readonly text: StemBag },
): boolean {
  return sought
    .filter(({ term }) => term.point)
    .every(({ wholes }) =>
      [...wholes].every((stem) => bags.text.wholes.has(stem) || bags.heading.wholes.has(stem)),
    )
}

/** Words of one sort that neither the text nor its headings name; what its author noted as asked does not count. */
function unnamed(
  sought: readonly SoughtTerm[],
  bags: { readonly heading: StemBag; readonly text: StemBag },
  ofSort: (term: SoughtTerm['term']) => boolean,
): readonly string[] {
  return sought
    .filter(({ term }) => ofSort(term))
    .filter((one) => Math.max(credit(one, bags.text), credit(one, bags.heading)) < NAMED)
    .map(({ term }) => term.word)
}

function focusOf(scored: readonly ScoredUnit[], sought: readonly SoughtTerm[], heading: StemBag): number {
  const fromHeading = sought.map((one) => ({ term: one.term, credit: credit(one, heading) }))
  const best = scored.map(({ covers, coverage }) =>
    Math.max(
      coverage,
      weightedShare(
        fromHeading.map(({ term, credit: given }) => ({ term, credit: covers.has(term.word) ? 1 : given })),
      ),
    ),
  )
  return Math.max(0, ...best)
}
