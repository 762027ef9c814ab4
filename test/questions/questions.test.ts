import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../../src/desk/reply.js'
import { askAll, openSampleDesk } from './sample-desk.js'
import { isRight, leaks, type QuestionLine, questionLines, upperBound } from './score.js'

interface Asked {
  readonly line: QuestionLine
  readonly reply: Reply
}

/** They take most of the time: `QUESTIONS=all` runs them too. */
const ON_DEMAND =
  process.env.QUESTIONS === 'all'
    ? ([
        'tuning.jsonl',
        'tuning-2.jsonl',
        'tuning-3.jsonl',
        'tuning-4.jsonl',
        'tuning-5.jsonl',
        'final-2.jsonl',
        'final-3.jsonl',
        'final-4.jsonl',
      ] as const)
    : []
const FILES = ['conversations.jsonl', 'final.jsonl', ...ON_DEMAND] as const
const MINUTES = 60_000

describe('the desk on its own questions', () => {
  const results = new Map<string, readonly Asked[]>()
  let close = async () => {}

  beforeAll(async () => {
    const desk = await openSampleDesk()
    close = desk.close
    for (const file of FILES) results.set(file, await askAll(questionLines(file), desk.ask))
    for (const [file, asked] of results) console.log(report(file, asked))
  }, 5 * MINUTES)
  afterAll(() => close())

  const asked = (file: (typeof FILES)[number]) => results.get(file) ?? []
  const right = (file: (typeof FILES)[number], kind: QuestionLine['expect']) =>
    share(asked(file).filter(({ line }) => line.expect === kind))

  it('answers nothing without a source', () => {
    const bare = FILES.flatMap(asked).filter(
      ({ reply }) => reply.outcome === 'answer' && reply.citations.length === 0,
    )
    expect(bare.map(({ line }) => line.id)).toEqual([])
  })

  it('quotes verbatim what it cites', () => {
    for (const { reply } of FILES.flatMap(asked)) {
      for (const { quote } of reply.citations) expect(quote.trim()).not.toBe('')
    }
  })

  it('repeats no personal datum', () => {
    const leaking = FILES.flatMap(asked).filter(({ line, reply }) => leaks(line, reply))
    expect(leaking.map(({ line }) => line.id)).toEqual([])
  })

  it.each([
    ['escalate', 0.93],
    ['book', 0.8],
    ['redact', 1],
    ['out-of-scope', 0.9],
    ['answer', 0.7],
  ] as const)('keeps its share of right replies on the lines written last: %s', (kind, least) => {
    expect(right('final.jsonl', kind)).toBeGreaterThanOrEqual(least)
  })
})

function share(some: readonly Asked[]): number {
  return some.length === 0 ? 0 : some.filter(({ line, reply }) => isRight(line, reply)).length / some.length
}

/** Rates with their 95 % bound, for whoever reads the log of a build. */
function report(file: string, asked: readonly Asked[]): string {
  const kinds = [...new Set(asked.map(({ line }) => line.expect))]
  const lines = kinds.map((kind) => {
    const some = asked.filter(({ line }) => line.expect === kind)
    const wrong = some.filter(({ line, reply }) => !isRight(line, reply)).length
    return `  ${kind}: ${some.length - wrong}/${some.length} right; wrong at most ${percent(upperBound(wrong, some.length))} (95 %)`
  })
  const answered = asked.filter(({ reply }) => reply.outcome === 'answer')
  const uncovered = answered.filter(({ line }) => line.expect !== 'answer').length
  const wrong = answered.filter(({ line, reply }) => !isRight(line, reply)).length
  return [
    file,
    ...lines,
    `  answered ${answered.length}: without cover ${uncovered} (at most ${percent(upperBound(uncovered, answered.length))}), incomplete or wrong ${wrong} (at most ${percent(upperBound(wrong, answered.length))})`,
  ].join('\n')
}

function percent(rate: number): string {
  return `${(rate * 100).toFixed(1)} %`
}
