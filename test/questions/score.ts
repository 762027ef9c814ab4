import { readFileSync } from 'node:fs'
import type { Reply } from '../../src/desk/reply.js'

/** A line of the question files: what a member types and what a right reply holds. */
export interface QuestionLine {
  readonly id: string
  readonly text: string
  readonly domain: string
  readonly memberKind: string
  readonly language: 'nl' | 'en'
  readonly expect: 'answer' | 'escalate' | 'book' | 'out-of-scope' | 'redact'
  readonly facts: readonly string[]
  /** Lines with the same conversation follow each other. */
  readonly conversation?: string
}

/** Reads a JSON lines file beside this one. */
export function questionLines(name: string): readonly QuestionLine[] {
  const text = readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as QuestionLine)
}

const OUTCOMES: Readonly<Record<QuestionLine['expect'], readonly string[]>> = {
  answer: ['answer'],
  escalate: ['hand-over', 'clarify'],
  book: ['book'],
  'out-of-scope': ['out-of-remit', 'small-talk'],
  redact: ['answer', 'hand-over', 'clarify', 'book', 'out-of-remit', 'small-talk'],
}

/** Whether a reply is what the line asks for. */
export function isRight(line: QuestionLine, reply: Reply): boolean {
  if (!OUTCOMES[line.expect].includes(reply.outcome)) return false
  if (line.expect === 'escalate' && reply.outcome === 'clarify' && reply.readings.length < 2) return false
  if (line.expect === 'redact') return !leaks(line, reply)
  if (line.expect !== 'answer') return true
  return reply.citations.length > 0 && line.facts.every((fact) => says(fact, reply.text))
}

/** A long digit run or a mail address of the question that comes back in the reply. VVSG's own are public. */
export function leaks(line: QuestionLine, reply: Reply): boolean {
  const blob = JSON.stringify(reply)
  const digits = blob.replace(/\D/g, '')
  const numbers = [...line.text.matchAll(/\d[\d .\-/]{8,}\d/g)].map((match) => match[0].replace(/\D/g, ''))
  const mails = [...line.text.matchAll(/[^\s@]+@[^\s@]+\.\w+/g)].map((match) => match[0])
  return (
    numbers.some(
      (number) => number.length >= 10 && !number.includes('0451857573') && digits.includes(number),
    ) || mails.some((mail) => !mail.includes('vvsg.be') && blob.includes(mail))
  )
}

const SKIPPED = new Set(
  'de het een en van voor in op te is zijn er dat die dit met niet geen ja nee volgens ook al alle bij tot of om aan als wel the a of and to for oudere tekst noemt bron bronnen vragen'.split(
    ' ',
  ),
)

/** Whether a text says a fact: most of its content words by their first letters, numbers whole. */
export function says(fact: string, text: string): boolean {
  const [wanted, said] = [plain(fact), plain(text)]
  const never = /^geen (\d+)$/.exec(wanted)
  if (never) return !new RegExp(`(?<!geen )(?<!niet )\\b${never[1]}\\b`).test(said)
  if (/^nee\b/.test(wanted) && !/\b(nee|neen|niet|geen|no|not)\b/.test(said)) return false
  if (/^ja\b/.test(wanted) && /^\W*(nee|neen|no)\b/.test(said)) return false
  const words = contentWords(wanted)
  if (words.length === 0) return true
  const have = new Set(contentWords(said))
  return words.filter((word) => have.has(word)).length / words.length >= 0.6
}

function plain(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
}

function contentWords(text: string): readonly string[] {
  return [...text.matchAll(/\d+(?:[.,:]\d+)*|[a-z]+/g)]
    .map((match) => match[0])
    .filter((word) => !SKIPPED.has(word) && (/^\d/.test(word) || word.length > 2))
    .map((word) => (/^\d/.test(word) ? word.replace(/[,:]/g, '.') : word.slice(0, 5)))
}

/**
 * Exact (Clopper-Pearson) upper bound of a rate at 95 %, one-sided, for `failures` out of `trials`.
 *
 * Found by halving the interval on the binomial tail; 1 when there were no trials.
 */
export function upperBound(failures: number, trials: number): number {
  if (trials === 0 || failures >= trials) return 1
  let [low, high] = [failures / trials, 1]
  for (let step = 0; step < 60; step++) {
    const rate = (low + high) / 2
    if (binomialTail(failures, trials, rate) > 0.05) low = rate
    else high = rate
  }
  return high
}

/** P(X <= failures) for X binomial. */
function binomialTail(failures: number, trials: number, rate: number): number {
  let term = (1 - rate) ** trials
  let sum = term
  for (let k = 1; k <= failures; k++) {
    term *= ((trials - k + 1) / k) * (rate / (1 - rate))
    sum += term
  }
  return sum
}
