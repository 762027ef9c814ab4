import { type Answer, answerFromDocuments, type DontKnow } from '../answering/answer.js'
import type { AnswerDocuments } from '../answering/model/answer-port.js'
import type { ModelSettings } from '../answering/model/language-model.js'
import type { CallRecord, WordingRecord } from '../answering/model/observe.js'
import { detectLanguage } from '../answering/question/language.js'
import type { DataSet } from '../knowledge/eval/data-set.js'
import { evalSources } from '../knowledge/eval/sources.js'
import { openTemporaryIndex } from '../knowledge/open-index.js'
import { table } from './table.js'
import { sampleKnowledge, wireDesk } from './wire-desk.js'
import { wireModel } from './wire-model.js'

/** Shares 0 to 1; null where nothing was answered. */
interface Answering {
  readonly answered: number
  /** Of the answers: the question has none here, or no document is cited that answers it. */
  readonly errorAmongAnswered: number | null
  readonly unanswerableAmongAnswered: number | null
  /** Milliseconds of a question. */
  readonly p50: number
  readonly p99: number
}

/** What a language model changes on a set: the desk's own answering, with it and without. */
export interface ModelReport {
  readonly model: string
  readonly without: Answering
  readonly with: Answering
  /** How the questions that the desk answered ended, by outcome. */
  readonly wording: Readonly<Record<string, number>>
  /** How the calls ended, by role and outcome. */
  readonly calls: Readonly<Record<string, number>>
  readonly sentencesKept: number
  /** By reason. */
  readonly sentencesDropped: Readonly<Record<string, number>>
  readonly tokensIn: number
  readonly tokensOut: number
}

const ASKED_AT = new Date('2026-11-23T10:00:00+01:00')
const OPTIONS = { limit: 20, membersOnly: true, today: '9999-12-31' } as const

/** Asks every query of a set twice, without and with the model, and says what changed. */
export async function evaluateModel(set: DataSet, settings: ModelSettings): Promise<ModelReport> {
  const { index, close } = await openTemporaryIndex({
    knowledgeDir: null,
    sources: evalSources(set.documents),
  })
  const records: (CallRecord | WordingRecord)[] = []
  try {
    const desk = wireDesk(sampleKnowledge(), index)
    const { answer = answerFromDocuments } = await wireModel(desk, settings, {
      observe: (record) => void records.push(record),
    })
    const rows: Row[] = []
    for (const { text, relevant } of set.queries) {
      const language = detectLanguage(text)
      const asked = { text, language, previous: null }
      const parts = desk.answering(ASKED_AT, language)
      const timed = async (way: AnswerDocuments): Promise<Outcome> => {
        const started = performance.now()
        const { result } = await way(asked, parts, OPTIONS)
        return outcomeOf(result, relevant, performance.now() - started)
      }
      rows.push({ without: await timed(answerFromDocuments), with: await timed(answer) })
    }
    return reportOf(settings.model, rows, records)
  } finally {
    await close()
  }
}

interface Outcome {
  readonly ending: 'right' | 'wrong' | 'unanswerable' | 'not answered'
  readonly ms: number
}

interface Row {
  readonly without: Outcome
  readonly with: Outcome
}

function outcomeOf(result: Answer | DontKnow, relevant: readonly string[], ms: number): Outcome {
  if (result.kind !== 'answer') return { ending: 'not answered', ms }
  if (relevant.length === 0) return { ending: 'unanswerable', ms }
  const right = result.citations.some(({ document }) => relevant.includes(document))
  return { ending: right ? 'right' : 'wrong', ms }
}

function reportOf(
  model: string,
  rows: readonly Row[],
  records: readonly (CallRecord | WordingRecord)[],
): ModelReport {
  const calls = records.flatMap((record) => (record.kind === 'call' ? [record] : []))
  const wordings = records.flatMap((record) => (record.kind === 'wording' ? [record] : []))
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return {
    model,
    without: answering(rows.map((row) => row.without)),
    with: answering(rows.map((row) => row.with)),
    wording: counted(wordings.map(({ outcome }) => [outcome, 1])),
    calls: counted(calls.map(({ role, outcome }) => [`${role} ${outcome}`, 1])),
    sentencesKept: sum(wordings.map(({ kept }) => kept)),
    sentencesDropped: counted(wordings.flatMap(({ dropped }) => Object.entries(dropped))),
    tokensIn: sum(calls.map(({ tokensIn }) => tokensIn)),
    tokensOut: sum(calls.map(({ tokensOut }) => tokensOut)),
  }
}

function answering(outcomes: readonly Outcome[]): Answering {
  const answered = outcomes.filter(({ ending }) => ending !== 'not answered')
  const among = (...endings: readonly Outcome['ending'][]) =>
    answered.length === 0
      ? null
      : answered.filter(({ ending }) => endings.includes(ending)).length / answered.length
  const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b)
  return {
    answered: outcomes.length === 0 ? 0 : answered.length / outcomes.length,
    errorAmongAnswered: among('wrong', 'unanswerable'),
    unanswerableAmongAnswered: among('unanswerable'),
    p50: times[Math.floor(times.length / 2)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
  }
}

function counted(pairs: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [name, count] of pairs) counts[name] = (counts[name] ?? 0) + count
  return counts
}

/** The figures as lines for a terminal. */
export function describeModel(report: ModelReport): string {
  const share = (value: number | null) => (value === null ? '-' : `${(value * 100).toFixed(1)} %`)
  const list = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ') || 'none'
  const side = (name: string, figures: Answering) => [
    name,
    share(figures.answered),
    share(figures.errorAmongAnswered),
    share(figures.unanswerableAmongAnswered),
    String(Math.round(figures.p50)),
    String(Math.round(figures.p99)),
  ]
  return [
    table([
      ['the desk answering', 'answered', 'wrong among them', 'unanswerable among them', 'p50 ms', 'p99 ms'],
      side('without a model', report.without),
      side(`with ${report.model}`, report.with),
    ]),
    `  wording: ${list(report.wording)}; calls: ${list(report.calls)}`,
    `  sentences kept ${report.sentencesKept}, dropped: ${list(report.sentencesDropped)}; tokens ${report.tokensIn} in, ${report.tokensOut} out`,
    '',
  ].join('\n')
}
