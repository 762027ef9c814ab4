/** What a ranking is worth, averaged over the answerable queries. */
export interface RankingMetrics {
  readonly queries: number
  readonly recallAt1: number
  readonly recallAt5: number
  readonly recallAt10: number
  readonly mrrAt10: number
  readonly ndcgAt10: number
}

/** A query's ranking beside what is relevant for it. */
export interface Judged {
  readonly ranked: readonly string[]
  readonly relevant: readonly string[]
}

/** Averages over queries that have something relevant; all zero without any. */
export function rankingMetrics(judged: readonly Judged[]): RankingMetrics {
  const answerable = judged.filter(({ relevant }) => relevant.length > 0)
  const mean = (value: (query: Judged) => number) =>
    answerable.reduce((sum, query) => sum + value(query), 0) / Math.max(1, answerable.length)
  return {
    queries: answerable.length,
    recallAt1: mean((query) => recall(query, 1)),
    recallAt5: mean((query) => recall(query, 5)),
    recallAt10: mean((query) => recall(query, 10)),
    mrrAt10: mean(reciprocalRank),
    ndcgAt10: mean(ndcg),
  }
}

function recall({ ranked, relevant }: Judged, k: number): number {
  const found = ranked.slice(0, k).filter((id) => relevant.includes(id)).length
  return found / relevant.length
}

function reciprocalRank({ ranked, relevant }: Judged): number {
  const rank = ranked.slice(0, 10).findIndex((id) => relevant.includes(id))
  return rank < 0 ? 0 : 1 / (rank + 1)
}

/** Normalised discounted cumulative gain of the first ten, every relevant document worth the same. */
export function ndcg({ ranked, relevant }: Judged): number {
  const gain = ranked
    .slice(0, 10)
    .reduce((sum, id, rank) => sum + (relevant.includes(id) ? 1 / Math.log2(rank + 2) : 0), 0)
  const ideal = relevant.slice(0, 10).reduce((sum, _, rank) => sum + 1 / Math.log2(rank + 2), 0)
  return ideal === 0 ? 0 : gain / ideal
}

/** A confidence beside what should have been. */
export interface Confident {
  readonly confidence: number
  readonly positive: boolean
}

/** Chance that a positive has a higher confidence than a negative, ties half; null without both kinds. */
export function auroc(cases: readonly Confident[]): number | null {
  const sorted = [...cases].sort((a, b) => a.confidence - b.confidence)
  const positives = sorted.filter(({ positive }) => positive).length
  const negatives = sorted.length - positives
  if (positives === 0 || negatives === 0) return null
  let rankSum = 0
  for (let start = 0; start < sorted.length; ) {
    let end = start
    while (end < sorted.length && sorted[end]?.confidence === sorted[start]?.confidence) end++
    const rank = (start + 1 + end) / 2
    for (let i = start; i < end; i++) if (sorted[i]?.positive) rankSum += rank
    start = end
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

/** What answering only above a threshold costs and brings. */
export interface RiskAtCoverage {
  readonly threshold: number
  /** Share of all queries that are answered. */
  readonly coverage: number
  /** Share of the answered that should not have been, or whose first passage is a wrong one. */
  readonly error: number
}

/** One row for each tenth of coverage, the most confident first. */
export function riskCoverage(cases: readonly (Confident & { readonly right: boolean })[]): RiskAtCoverage[] {
  const sorted = [...cases].sort((a, b) => b.confidence - a.confidence)
  return Array.from({ length: 10 }, (_, tenth) => {
    const answered = sorted.slice(0, Math.max(1, Math.round(((tenth + 1) * sorted.length) / 10)))
    const wrong = answered.filter(({ right }) => !right).length
    return {
      threshold: answered.at(-1)?.confidence ?? 0,
      coverage: answered.length / Math.max(1, sorted.length),
      error: wrong / Math.max(1, answered.length),
    }
  })
}
