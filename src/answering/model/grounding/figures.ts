import { type Analyse, bagOf } from '../../evidence/matching.js'
import { quantitiesOf } from '../../evidence/quantities.js'
import { type DateFact, datesIn, saysDate } from './dates.js'
import type { Ground, GroundUnit } from './ground.js'
import { type CodeFact, codesIn, type NumberFact, numbersIn, spansOf } from './numbers.js'
import { wordsIn } from './plain.js'
import { DIRECTIONS, isFunctionWord } from './vocabulary.js'

/** Everything in a text that is a figure. */
interface Figures {
  readonly dates: readonly DateFact[]
  readonly codes: readonly CodeFact[]
  readonly numbers: readonly NumberFact[]
}

/** Reads the dates, long numbers and numbers of a text in plain characters. */
export function figuresIn(text: string): Figures {
  const dates = datesIn(text)
  const codes = codesIn(text, dates)
  return { dates, codes, numbers: numbersIn(text, spansOf(dates, codes)) }
}

/**
 * Why a figure of the sentence is not its passages'; null when all are.
 *
 * A date, a long number and a number must each stand in a passage, a number with the same unit, on the same side
 * ("vanaf", "tot", "minstens") and in a sentence that knows what it counts; a number that counts one thing there may
 * not count another here.
 */
export function foreignFigure(sentence: string, grounds: readonly Ground[], analyse: Analyse): string | null {
  const said = figuresIn(sentence)
  const known = grounds.map((ground) => figuresIn(ground.text))
  if (said.dates.some((date) => !dateStands(sentence, date, grounds))) return 'date'
  const codes = new Set(known.flatMap((figures) => figures.codes.map(({ digits }) => digits)))
  if (said.codes.some(({ digits }) => !codes.has(digits))) return 'number'
  if (!addressesStand(sentence, grounds)) return 'address'
  if (said.numbers.length === 0) return null
  const lines = grounds.flatMap((ground) => linesOf(ground))
  for (const number of said.numbers) {
    const problem = numberProblem(sentence, number, lines, analyse)
    if (problem !== null) return problem
  }
  return null
}

/** Some passage has the date, with a word of the same kin before it: "voor 1 maart" is not "na 1 maart". */
function dateStands(sentence: string, date: DateFact, grounds: readonly Ground[]): boolean {
  const direction = directionBefore(sentence, date)
  return grounds.some(({ text }) =>
    datesIn(text).some(
      (there) => saysDate(there, date) && (direction === null || directionBefore(text, there) === direction),
    ),
  )
}

/** A line of a passage with all that says what it is about. */
interface Line {
  readonly text: string
  /** Its lead-in and the headings above it. */
  readonly around: string
  readonly numbers: readonly NumberFact[]
}

function linesOf(ground: Ground): readonly Line[] {
  const lines = ground.units.map((unit: GroundUnit) => ({
    text: unit.text,
    around: `${unit.leadIn}\n${ground.heading}`,
  }))
  return [...lines, { text: ground.heading, around: '' }].map((line) => ({
    ...line,
    numbers: figuresIn(line.text).numbers,
  }))
}

function numberProblem(
  sentence: string,
  number: NumberFact,
  lines: readonly Line[],
  analyse: Analyse,
): string | null {
  const places = lines.flatMap((line) =>
    line.numbers.filter((there) => equal(there, number)).map((there) => ({ line, there })),
  )
  if (places.length === 0) return 'number'
  const direction = directionBefore(sentence, number)
  if (
    direction !== null &&
    !places.some(({ line, there }) => directionBefore(line.text, there) === direction)
  ) {
    return 'direction'
  }
  const stems = stemsOf(countedBy(sentence, number), analyse)
  if (stems.length === 0) return null
  const knowing = places.filter(({ line }) => knowsAny(`${line.text}\n${line.around}`, stems, analyse))
  if (knowing.length === 0) return 'counted'
  const right = knowing.some(({ line, there }) => !countsAnother(line, there, stems, analyse))
  return right ? null : 'swapped'
}

function equal(there: NumberFact, said: NumberFact): boolean {
  return there.value === said.value && there.unit === said.unit
}

/** The number of this line counts something else, and another number of the line counts what was said. */
function countsAnother(line: Line, there: NumberFact, stems: readonly string[], analyse: Analyse): boolean {
  const own = stemsOf(countedBy(line.text, there), analyse)
  if (own.length === 0 || shares(own, stems)) return false
  return quantitiesOf(line.text).some(
    (other) => other.start !== there.start && shares(stemsOf(other.counts, analyse), stems),
  )
}

/** Words beside a number that say what it counts; empty when it stands alone. */
function countedBy(text: string, { start, end }: NumberFact): readonly string[] {
  const found = quantitiesOf(text).find((quantity) => quantity.start === start)
  if (found) return found.counts
  // Numbers in words that only this check knows ("een dozijn").
  const written = /^\p{L}/u.test(text.slice(start, end))
  const after = /^[ \p{L}'-]*/u.exec(text.slice(end))?.[0] ?? ''
  return written ? wordsIn(after).map((word) => word.text.toLowerCase()) : []
}

/** Measured by `NumberFact.unit`; what is counted comes behind it. */
const UNIT = /^(?:%|procent|percent|euro|eur|uur|u|pct)$/

function stemsOf(counts: readonly string[], analyse: Analyse): readonly string[] {
  return counts
    .filter((word) => !isFunctionWord(word) && !UNIT.test(word))
    .slice(0, 1)
    .flatMap((word) => analyse(word).flatMap(({ term, parts }) => [term, ...parts]))
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.includes(one))
}

function knowsAny(text: string, stems: readonly string[], analyse: Analyse): boolean {
  const bag = bagOf(text, analyse)
  return stems.some((stem) => bag.wholes.has(stem) || bag.parts.has(stem))
}

/** The word that says on which side of the number something lies, as the place of its kin; null without one. */
function directionBefore(text: string, { start }: { readonly start: number }): number | null {
  const before = wordsIn(text.slice(0, start))
    .slice(-2)
    .map(({ text: word }) => word.toLowerCase())
  const at = DIRECTIONS.findIndex((kin) => before.some((word) => kin.includes(word)))
  return at < 0 ? null : at
}

const STREET =
  /(?<!\p{L})\p{Lu}[\p{L}'-]*(?:straat|laan|plein|weg|steenweg|kaai|dreef|lei|markt|baan|dijk|singel|park|hof)\s+\d+(?:\s?[A-Za-z](?!\p{L}))?(?:\s?bus\s?\d+)?/gu
const POSTAL = /(?<![\p{L}\d])\d{4}\s+\p{Lu}[\p{L}'-]+/gu

/** Street with house number, and postal code with town, stand there as they are. */
function addressesStand(sentence: string, grounds: readonly Ground[]): boolean {
  const found = [...(sentence.match(STREET) ?? []), ...(sentence.match(POSTAL) ?? [])]
  return found.every((address) => grounds.some(({ text }) => holdsAddress(text, address)))
}

function holdsAddress(text: string, address: string): boolean {
  const at = text.indexOf(address)
  return at >= 0 && !/^[\p{L}\d]/u.test(text.slice(at + address.length))
}
