import { openTemporaryIndex } from '../open-index.js'
import type { RankingWeights } from '../search/weights.js'
import { type RetrievalSignals, retrievalSignals } from '../signals.js'
import type { Embedder } from '../vectors/embedder.js'
import type { DataSet } from './data-set.js'
import {
  auroc,
  type Judged,
  type RankingMetrics,
  type RiskAtCoverage,
  rankingMetrics,
  riskCoverage,
} from './metrics.js'
import type { Peer } from './peer.js'
import { evalSources } from './sources.js'

/** Milliseconds a query took. */
export interface Latency {
  readonly p50: number
  readonly p99: number
}

/** What a ranking scored on a set. */
export interface RankingResult {
  readonly name: string
  readonly metrics: RankingMetrics
  readonly latency: Latency
}

/** How well the decision to answer works on a set. */
export interface DecisionResult {
  readonly answerable: number
  readonly unanswerable: number
  /** Of the confidence; null when the set holds only one kind. */
  readonly auroc: number | null
  /** Of each signal alone, for comparison. */
  readonly signals: Readonly<Record<string, number | null>>
  /** At the working threshold. */
  readonly threshold: number
  readonly answered: number
  /** Answered although unanswerable, or with a wrong passage first. */
  readonly errorAmongAnswered: number
  readonly unanswerableAmongAnswered: number
  readonly riskCoverage: readonly RiskAtCoverage[]
}

/** What was measured on one set. */
export interface EvalResult {
  readonly set: string
  readonly documents: number
  readonly passages: number
  readonly buildMs: number
  readonly ranking: RankingResult
  readonly decision: DecisionResult
}

/** How a set is measured. */
export interface EvalSettings {
  /** Makes one confidence of the signals. */
  readonly confidence: (signals: RetrievalSignals) => number
  /** A query is answered from this confidence on. */
  readonly threshold: number
  readonly embedder?: Embedder | null
  readonly weights?: RankingWeights
}

const DEPTH = 30
/** Everything may be found, whatever its dates. */
export const EVAL_ASKER = { limit: DEPTH, membersOnly: true, today: '9999-12-31' } as const

interface Measured extends Judged {
  readonly ms: number
  readonly confidence: number
  readonly signals: RetrievalSignals
}

/** Indexes a set in a temporary folder and measures search and decision on its queries. */
export async function evaluate(set: DataSet, settings: EvalSettings): Promise<EvalResult> {
  const started = performance.now()
  const { index, report, close } = await openTemporaryIndex({
    knowledgeDir: null,
    sources: evalSources(set.documents),
    embedder: settings.embedder ?? null,
    ...(settings.weights ? { weights: settings.weights } : {}),
  })
  const buildMs = performance.now() - started
  try {
    const measured: Measured[] = []
    for (const { text, relevant } of set.queries) {
      const start = performance.now()
      const hits = await index.search(text, EVAL_ASKER)
      const ms = performance.now() - start
      const signals = retrievalSignals(index.read(text), hits)
      const ranked = [...new Set(hits.map(({ passage }) => passage.document.id))]
      measured.push({ ranked, relevant, ms, signals, confidence: settings.confidence(signals) })
    }
    return {
      set: set.name,
      documents: set.documents.length,
      passages: report.passages,
      buildMs,
      ranking: rankingResult('Vraagbaak', measured),
      decision: decision(measured, settings.threshold),
    }
  } finally {
    await close()
  }
}

/** Measures a peer on the queries of a set. */
export async function evaluatePeer(peer: Peer, set: DataSet): Promise<RankingResult> {
  const measured: (Judged & { ms: number })[] = []
  for (const { text, relevant } of set.queries) {
    const start = performance.now()
    const ranked = await peer.search(text)
    measured.push({ ranked, relevant, ms: performance.now() - start })
  }
  return rankingResult(peer.name, measured)
}

/** Metrics and latency of a ranking. */
export function rankingResult(
  name: string,
  measured: readonly (Judged & { readonly ms: number })[],
): RankingResult {
  const times = measured.map(({ ms }) => ms).sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { name, metrics: rankingMetrics(measured), latency: { p50: at(0.5), p99: at(0.99) } }
}

function decision(measured: readonly Measured[], threshold: number): DecisionResult {
  const cases = measured.map(({ relevant, ranked, confidence }) => ({
    confidence,
    positive: relevant.length > 0,
    right: ranked[0] !== undefined && relevant.includes(ranked[0]),
  }))
  const answered = cases.filter(({ confidence }) => confidence >= threshold)
  const answerable = cases.filter(({ positive }) => positive).length
  return {
    answerable,
    unanswerable: cases.length - answerable,
    auroc: auroc(cases),
    signals: singleSignals(measured),
    threshold,
    answered: answered.length / Math.max(1, cases.length),
    errorAmongAnswered: answered.filter(({ right }) => !right).length / Math.max(1, answered.length),
    unanswerableAmongAnswered:
      answered.filter(({ positive }) => !positive).length / Math.max(1, answered.length),
    riskCoverage: riskCoverage(cases),
  }
}

const SIGNALS = ['attained', 'window', 'near', 'opening', 'margin', 'keyWord', 'likeness'] as const

function singleSignals(measured: readonly Measured[]): Record<string, number | null> {
  return Object.fromEntries(
    SIGNALS.map((name) => [
      name,
      auroc(
        measured.map(({ signals, relevant }) => ({
          confidence: signals[name] ?? 0,
          positive: relevant.length > 0,
        })),
      ),
    ]),
  )
}
