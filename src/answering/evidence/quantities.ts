import { DUTCH_NUMBERS } from '../../hours/number-words.js'
import { remembered, TEXTS } from '../../knowledge/remembered.js'

/** A number in a text together with the words it counts. */
export interface Quantity {
  readonly value: number
  /** As written: `43,9 %`, `300`, `vijftig`. */
  readonly text: string
  readonly unit: 'count' | 'percent' | 'euro' | 'time'
  /** Words right beside the number, lower case: the nearest first. Empty when it stands alone. */
  readonly counts: readonly string[]
  readonly start: number
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  een: 1,
  één: 1,
  ...DUTCH_NUMBERS,
  dertien: 13,
  veertien: 14,
  vijftien: 15,
  twintig: 20,
  dertig: 30,
  veertig: 40,
  veertigtal: 40,
  vijftig: 50,
  vijftigtal: 50,
  zestig: 60,
  honderd: 100,
  one: 1,
  two: 2,
  three: 3,
  fifty: 50,
  forty: 40,
}

/** Words that may stand between a number and what it counts. */
const BETWEEN = new Set([
  'voor',
  'en',
  'and',
  'vlaamse',
  'alle',
  'andere',
  'van',
  'de',
  'of',
  'the',
  'lokale',
  'autonome',
  'flemish',
])

const TOKEN =
  /\d{1,2}[.:u]\d{2}(?= ?(?:uur|u\b))|\d{1,3}(?:[. ]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)?|[\p{L}][\p{L}'’-]*/gu

/**
 * Finds the numbers of a sentence and what each counts: `300 gemeenten`, `politiezones (110)`, `43,9 % lidgelden`.
 *
 * Numbers written as words are found up to a hundred; "een" only where it carries an accent ("één"), since it is
 * nearly always the article. A word counts as beside the number when nothing but a linking word is in between.
 */
export const quantitiesOf = remembered((text): readonly Quantity[] => {
  const tokens = [...text.matchAll(TOKEN)].map((match) => ({ text: match[0], at: match.index }))
  return tokens.flatMap((token, i) => {
    const value = numberIn(token.text)
    if (value === null || NUMBERED.test(tokens[i - 1]?.text ?? '')) return []
    const after = text.slice(token.at + token.text.length, token.at + token.text.length + 3)
    const before = text.slice(Math.max(0, token.at - 2), token.at)
    return [
      {
        value,
        text: token.text + (/^\s?%/.test(after) ? ' %' : ''),
        unit: unitOf(token.text, before, after, tokens[i + 1]?.text ?? ''),
        counts: neighbours(tokens, i, before.includes('(')),
        start: token.at,
      },
    ]
  })
}, TEXTS)

/** Behind such a word a number is a name: "niveau 2" counts nothing. */
const NUMBERED = /^(?:niveaus?|niv|levels?|lvl|fase|artikel|art|circa)$/i

function numberIn(token: string): number | null {
  if (/^\d{1,2}[.:u]\d{2}$/.test(token)) return Number(token.replace(/[:u]/, '.'))
  if (/^\d/.test(token)) return Number(token.replace(/[. ](?=\d{3}(?:\D|$))/g, '').replace(',', '.'))
  const word = token.toLowerCase()
  return word === 'een' ? null : (NUMBER_WORDS[word] ?? null)
}

function unitOf(token: string, before: string, after: string, next: string): Quantity['unit'] {
  if (/^\s?%/.test(after) || /^(procent|percent)/i.test(next)) return 'percent'
  if (before.includes('€') || /^euro/i.test(next)) return 'euro'
  return /^\d{1,2}[.:u]\d{2}$/.test(token) || /^(uur|u)$/i.test(next) ? 'time' : 'count'
}

function neighbours(tokens: readonly { text: string }[], at: number, bracketed: boolean): readonly string[] {
  const words = bracketed ? tokens.slice(Math.max(0, at - 3), at).reverse() : tokens.slice(at + 1, at + 5)
  const counts: string[] = []
  for (const { text } of words) {
    const word = text.toLowerCase()
    if (/^\d/.test(word)) break
    if (BETWEEN.has(word)) continue
    counts.push(word)
    if (counts.length === 2) break
  }
  return counts
}

/** A stretch of time in a text: `één uur`, `eendaagse`, `meerdere dagen`. */
export interface Duration {
  /** Null for an unknown number of them ("meerdere"). */
  readonly value: number | null
  readonly unit: 'minute' | 'hour' | 'half-day' | 'day' | 'week' | 'month' | 'year'
}

const UNITS: readonly (readonly [Duration['unit'], RegExp])[] = [
  ['minute', /^(?:minuut|minuten|minutes?)$/],
  ['hour', /^(?:uur|uren|uurtje|hours?)$/],
  ['half-day', /^(?:voormiddag|namiddag|dagdeel|halve-dag|half-day)(?:en)?$/],
  ['day', /^(?:dag|dagen|days?)$/],
  ['week', /^(?:week|weken|weeks?)$/],
  ['month', /^(?:maand|maanden|months?)$/],
  ['year', /^(?:jaar|jaren|years?)$/],
]
const STRETCH =
  /(?<![\p{L}\d.,:])(?:(\d+|een|één|a|an|one|halve?|half a|meerdere|enkele|several|[\p{L}]+)[ -])?(?:vol(?:le)? |hele |ganse |volledige |full |whole )?((?:uurtje|uur|uren|minuut|minuten|dagen|dag|weken|week|maanden|maand|jaren|jaar|voormiddag|namiddag|hours?|days?|weeks?|months?|years?))(?![\p{L}\d])/giu

/** The stretches of time in a text that say how many; a clock time ("16.30 uur") and "per dag" are none. */
export function durationsOf(text: string): readonly Duration[] {
  const lower = text
    .toLowerCase()
    .replace(/\beendaagse?\b/g, 'één dag')
    .replace(/\bhalve dag|half a day|half day\b/g, 'een halve-dag')
  const whole = [...lower.matchAll(STRETCH)].flatMap(([, count = '', word = '']): Duration[] => {
    const value = stretchCount(count)
    const unit = UNITS.find(([, pattern]) => pattern.test(word))?.[0]
    return value === undefined || unit === undefined ? [] : [{ value, unit }]
  })
  const halves = [...lower.matchAll(/halve-dag/g)].map((): Duration => ({ value: 1, unit: 'half-day' }))
  return [...whole, ...halves]
}

function stretchCount(count: string): number | null | undefined {
  if (/^(?:een|één|a|an|one)$/.test(count)) return 1
  if (/^(?:meerdere|enkele|several)$/.test(count)) return null
  if (/^\d+$/.test(count)) return Number(count)
  return NUMBER_WORDS[count]
}
