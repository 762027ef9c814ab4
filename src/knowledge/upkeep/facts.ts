import { stem } from '../dutch/stem.js'
import { isStopWord } from '../dutch/stop-words.js'
import { tokenize } from '../dutch/tokenize.js'
import type { Passage } from '../passage.js'

/** A sentence that states a number or a day of something. */
export interface Fact {
  /** What the number counts: `euro`, `percent`, `day`, `time`, or the stem of the noun behind it. */
  readonly unit: string
  /** Every value of that unit in the sentence, written alike: `12.5`, `2026-03-01`, `09:30`. */
  readonly values: readonly string[]
  /** Stems of what the sentence says, without numbers and unit. */
  readonly stems: readonly string[]
  /** Stems of title and headings above it, and the years in them, for sentences that say too little by themselves. */
  readonly context: readonly string[]
  /** Numbers that name rather than count, such as a year or "niveau 2". */
  readonly names: readonly string[]
  readonly text: string
}

const MONTHS =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')
const AMOUNT = '\\d{1,3}(?:[. ]\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?'
/** What a match says: unit and value; null when it is no quantity after all. */
type Read = (groups: readonly (string | undefined)[]) => readonly [string, string] | null

const NUMBERED = 'artikel|art|nr|nummer|lid|punt|bijlage|hoofdstuk|titel|versie'

const PATTERNS: readonly (readonly [RegExp, Read])[] = [
  [
    new RegExp(`\\b(\\d{1,2})\\s+(${MONTHS.join('|')})(?:\\s+(\\d{4}))?\\b`, 'gi'),
    ([day = '', month = '', year]) => ['day', dayValue(day, MONTHS.indexOf(month.toLowerCase()) + 1, year)],
  ],
  [/\b(\d{4})-(\d\d)-(\d\d)\b/g, ([year, month, day = '']) => ['day', dayValue(day, Number(month), year)]],
  [
    /\b(\d{1,2})(?:\s?[.:u]\s?(\d{2}))?\s?(?:uur|u)\b|\b(\d{1,2})[:u](\d{2})\b/gi,
    ([hour, minute, other, otherMinute]) => [
      'time',
      `${(hour ?? other ?? '').padStart(2, '0')}:${minute ?? otherMinute ?? '00'}`,
    ],
  ],
  [
    new RegExp(`€\\s?(${AMOUNT})|\\b(${AMOUNT})\\s?(?:euro\\b|€)`, 'gi'),
    ([a, b]) => ['euro', amount(a ?? b ?? '')],
  ],
  [new RegExp(`\\b(${AMOUNT})\\s?(?:%|procent\\b)`, 'gi'), ([a = '']) => ['percent', amount(a)]],
  [
    new RegExp(`(?<![\\p{L}\\d.,/-]|\\b(?:${NUMBERED})\\.? ?)(${AMOUNT})\\s+(\\p{L}{4,})`, 'giu'),
    ([a = '', noun = '']) => (isStopWord(noun.toLowerCase()) ? null : [stem(noun.toLowerCase()), amount(a)]),
  ],
]

const LONGEST_SENTENCE = 320
const MOST_FACTS = 40
/** A sentence with fewer words of its own cannot be compared with one in another place. */
const FEWEST_STEMS = 2

/** The facts of a document, at most forty; lists and tables of numbers are left out. */
export function factsOf(passages: readonly Passage[]): Fact[] {
  return passages.flatMap(factsOfPassage).slice(0, MOST_FACTS)
}

function factsOfPassage({ document, section, text }: Passage): Fact[] {
  const sentences = text
    .split(/(?<=[.!?])\s+(?=\p{Lu})|\n+/u)
    .filter((sentence) => /\d/.test(sentence) && sentence.length <= LONGEST_SENTENCE)
  if (sentences.length === 0) return []
  const above = [document.title, ...section].join(' ')
  const context = [...stemsOf(above), ...(above.match(/\b(?:19|20)\d\d\b/g) ?? [])]
  return sentences.flatMap((sentence) => factsOfSentence(sentence.trim(), context))
}

function factsOfSentence(text: string, context: readonly string[]): Fact[] {
  const values = new Map<string, Set<string>>()
  let rest = text
  for (const [pattern, read] of PATTERNS) {
    for (const [whole, ...groups] of [...rest.matchAll(pattern)]) {
      const found = read(groups)
      if (!found) continue
      const [unit, value] = found
      values.set(unit, (values.get(unit) ?? new Set()).add(value))
      rest = rest.replace(whole, ' ')
    }
  }
  const stems = stemsOf(rest)
  const names = [...new Set(rest.match(/\d+/g) ?? [])].sort()
  if (stems.length < FEWEST_STEMS) return []
  return [...values].map(([unit, all]) => ({ unit, values: [...all].sort(), stems, context, names, text }))
}

function stemsOf(text: string): readonly string[] {
  const words = tokenize(text).map(({ word }) => word)
  return [...new Set(words.filter((word) => !isStopWord(word) && !/\d/.test(word)).map(stem))]
}

function dayValue(day: string, month: number, year: string | undefined): string {
  return `${year ?? ''}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
}

function amount(text: string): string {
  return String(Number(text.replace(/[. ](?=\d{3})/g, '').replace(',', '.')))
}
