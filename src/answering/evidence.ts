import type { Hit } from '../knowledge/passage.js'
import { type Quantity, quantitiesOf } from './quantities.js'
import type { AnswerType, KeyTerm, Question } from './question.js'
import { keyTerms } from './question.js'
import { type Unit, unitsOf } from './sentences.js'

/** Turns a text into stems, compound parts included; the same analysis the index was built with. */
export type StemsOf = (text: string) => readonly string[]

/** A sentence of a passage held against the question. */
export interface ScoredUnit {
  readonly unit: Unit
  /** Share of the question's subject this sentence names, 0 to 1. */
  readonly coverage: number
  /** Words of the question it names. */
  readonly covers: ReadonlySet<string>
  /** It holds what the question asks for: a number beside the counted noun, a name, an address. */
  readonly typed: boolean
}

/** What one passage has to say for a question. */
export interface Evidence {
  readonly hit: Hit
  readonly units: readonly ScoredUnit[]
  /** Share of the question's subject found in the passage, its title, headings and noted questions; 0 to 1. */
  readonly coverage: number
  /** Words of full weight that the passage does not know. */
  readonly missing: readonly string[]
  /** Likeness to the closest question its author noted, 0 to 1; 0 when none was noted. */
  readonly asked: number
  /** Some sentence holds what the question asks for, or the question asks for nothing in particular. */
  readonly typed: boolean
  /** Best coverage of a single sentence, its headings and lead-in included. */
  readonly focus: number
}

/** Holds a question against one passage found for it; pure. */
export function weigh(question: Question, hit: Hit, stemsOf: StemsOf): Evidence {
  const variants = question.terms.map((term) => ({ term, stems: variantsOf(term, hit, stemsOf) }))
  const { passage } = hit
  const heading = new Set(stemsOf([passage.document.title, ...passage.section].join(' ')))
  const asked = passage.asked.map((text) => new Set(stemsOf(text)))
  const units = unitsOf(passage.text)
  const scored = units.map((unit) => scoreUnit(unit, units, variants, question, stemsOf))
  const covered = variants.filter(
    ({ stems }) =>
      intersects(stems, heading) ||
      asked.some((set) => intersects(stems, set)) ||
      scored.some(({ unit }) => intersects(stems, new Set(stemsOf(unit.text)))),
  )
  return {
    hit,
    units: scored,
    coverage: share(
      covered.map(({ term }) => term),
      question.terms,
    ),
    missing: variants.filter((v) => !covered.includes(v) && v.term.weight === 1).map(({ term }) => term.word),
    asked: Math.max(0, ...passage.asked.map((text) => likeness(question.terms, text, variants, stemsOf))),
    typed: ANY_TYPE.has(question.type) || scored.some((unit) => unit.typed),
    focus: focusOf(scored, variants, heading, question),
  }
}

type Variants = readonly { readonly term: KeyTerm; readonly stems: ReadonlySet<string> }[]

const ANY_TYPE: ReadonlySet<AnswerType> = new Set(['open', 'definition'])

function variantsOf(term: KeyTerm, hit: Hit, stemsOf: StemsOf): ReadonlySet<string> {
  const through = hit.matched.filter(({ word }) => sameWord(word, term.word)).map((match) => match.term)
  return new Set([...stemsOf(term.word), ...through])
}

/** The index may have joined or split what was typed: "btw nummer" against "btw-nummer". */
function sameWord(matched: string, typed: string): boolean {
  const word = matched.toLowerCase()
  return word === typed || word.split(/[\s-]+/).includes(typed)
}

function scoreUnit(
  unit: Unit,
  units: readonly Unit[],
  variants: Variants,
  question: Question,
  stemsOf: StemsOf,
): ScoredUnit {
  const leadIn = unit.leadIn === null ? '' : (units[unit.leadIn]?.text ?? '')
  const stems = new Set(stemsOf(unit.text))
  const withLeadIn = new Set([...stems, ...stemsOf(leadIn)])
  const covered = variants.filter((variant) => intersects(variant.stems, withLeadIn))
  return {
    unit,
    coverage: share(
      covered.map(({ term }) => term),
      question.terms,
    ),
    covers: new Set(variants.filter((v) => intersects(v.stems, stems)).map(({ term }) => term.word)),
    typed: holds(unit.text, question.type, variants, stemsOf),
  }
}

function focusOf(
  scored: readonly ScoredUnit[],
  variants: Variants,
  heading: ReadonlySet<string>,
  question: Question,
): number {
  const named = variants.filter(({ stems }) => intersects(stems, heading)).map(({ term }) => term)
  const best = scored.map((unit) => {
    const terms = question.terms.filter((term) => unit.covers.has(term.word) || named.includes(term))
    return Math.max(unit.coverage, share(terms, question.terms))
  })
  return Math.max(0, ...best)
}

/** Whether a sentence holds the kind of thing the question asks for. */
export function holds(text: string, type: AnswerType, variants: Variants, stemsOf: StemsOf): boolean {
  const quantities = quantitiesOf(text)
  switch (type) {
    case 'count':
      return quantities.some(
        (quantity) => quantity.unit === 'count' && countsOneOf(quantity, variants, stemsOf),
      )
    case 'percent':
      return quantities.some((quantity) => quantity.unit === 'percent')
    case 'duration':
      return (
        quantities.some(({ counts }) => counts.some((word) => DURATION.test(word))) || DURATION.test(text)
      )
    case 'clock':
      return quantities.some(({ unit }) => unit === 'time') || /\b(19|20)\d\d\b|dag\b/.test(text)
    case 'person':
      return /(?:^|[^.!?]\s)\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(text) || ROLE.test(text)
    case 'place':
      return /\b\d{4} \p{Lu}|laan|straat|plein|huis|brussel|www\./iu.test(text)
    default:
      return true
  }
}

const DURATION = /\b(?:uur|uren|minuten|dag|dagen|weken|week|maanden|maand|jaar|jaren|hour|day|year)s?\b/i
const ROLE =
  /\b(?:leden|medewerkers?|mandatarissen|politici|bestuurders|besturen|gemeenten|beleidsmakers|personeel\w*|deelnemers|teams?|vzw|vertegenwoordigers|stafmedewerkers|schepen(?:en)?|representatives|staff|makers)\b/i

/** Whether a number stands beside a word the question asks about. */
export function countsOneOf(quantity: Quantity, variants: Variants, stemsOf: StemsOf): boolean {
  const counted = new Set(quantity.counts.flatMap((word) => stemsOf(word)))
  return variants.some(({ term, stems }) => term.weight === 1 && intersects(stems, counted))
}

/** Weighted Dice likeness of two questions by what they are about. */
function likeness(terms: readonly KeyTerm[], asked: string, variants: Variants, stemsOf: StemsOf): number {
  const theirs = keyTerms(asked.toLowerCase())
  const total = mass(terms) + mass(theirs)
  if (total === 0) return 0
  const theirStems = theirs.map((term) => ({ term, stems: new Set(stemsOf(term.word)) }))
  const ours = variants.filter(({ stems }) => theirStems.some((other) => intersects(stems, other.stems)))
  const back = theirStems.filter((other) => variants.some(({ stems }) => intersects(stems, other.stems)))
  return (mass(ours.map(({ term }) => term)) + mass(back.map(({ term }) => term))) / total
}

function share(part: readonly KeyTerm[], whole: readonly KeyTerm[]): number {
  const total = mass(whole)
  return total === 0 ? 0 : mass(part) / total
}

function mass(terms: readonly KeyTerm[]): number {
  return terms.reduce((sum, term) => sum + term.weight, 0)
}

function intersects(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const one of some) if (others.has(one)) return true
  return false
}
