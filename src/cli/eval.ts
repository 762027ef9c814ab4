import type { Command } from 'commander'
import { retrievalConfidence } from '../answering/confidence.js'
import { loadConfig } from '../config.js'
import { evaluateAblations } from '../knowledge/eval/ablations.js'
import { type DataSet, readDataSet, readHoldout } from '../knowledge/eval/data-set.js'
import {
  type DecisionResult,
  type EvalResult,
  evaluate,
  evaluatePeer,
  type RankingResult,
} from '../knowledge/eval/evaluate.js'
import { buildPeers, PEERS, type PeerName } from '../knowledge/eval/peers.js'
import { embedderFrom } from '../knowledge/vectors/embedder.js'
import { UsageError } from './errors.js'
import { describeModel, evaluateModel, type ModelReport } from './eval-model.js'
import { table } from './table.js'

interface EvalFlags {
  readonly peer?: readonly PeerName[]
  readonly ablations?: true
  readonly json?: true
  /** False with `--no-model`. */
  readonly model: boolean
}

/** What is printed for one set. */
interface SetReport extends EvalResult {
  readonly peers: readonly RankingResult[]
  /** Empty when they were not asked for. */
  readonly ablations: readonly RankingResult[]
  /** Null without a configured language model. */
  readonly model: ModelReport | null
}

/** Where the search alone would answer; the desk itself also looks into the passages. */
const WORKING_THRESHOLD = 0.5

/** Adds `vraagbaak eval`: measures search, and the decision to answer, on a data set. */
export function registerEval(program: Command): void {
  program
    .command('eval')
    .description('measure search and the decision to answer on a data set')
    .argument('<dir>', 'holds corpus.jsonl and queries.jsonl, perhaps holdout/ with the same two')
    .option(
      '--peer <name>',
      `measure another library in the same run: ${PEERS.join(', ')}; may be repeated`,
      peers,
    )
    .option('--no-model', 'leave the configured language model out')
    .option('--ablations', 'measure each part of the ranking alone, and the whole without it')
    .option('--json', 'print the figures as JSON')
    .action(async (dir: string, flags: EvalFlags) => {
      const sets = [await readDataSet(dir), await readHoldout(dir)].filter((set) => set !== null)
      const reports: SetReport[] = []
      for (const set of sets) reports.push(await measure(set, flags))
      process.stdout.write(flags.json ? `${JSON.stringify(reports)}\n` : reports.map(describe).join('\n'))
    })
}

function peers(name: string, before: readonly PeerName[] = []): PeerName[] {
  const peer = PEERS.find((known) => known === name)
  if (!peer) throw new UsageError(`--peer must be one of ${PEERS.join(', ')}`)
  return [...new Set([...before, peer])]
}

async function measure(set: DataSet, { peer: peers = [], model, ablations }: EvalFlags): Promise<SetReport> {
  const config = loadConfig(process.env)
  const embedder = await embedderFrom(config.embedder ?? undefined)
  const own = await evaluate(set, { confidence: retrievalConfidence, threshold: WORKING_THRESHOLD, embedder })
  const others: RankingResult[] = []
  for (const name of peers) {
    for (const peer of await buildPeers(name, set.documents, embedder))
      others.push(await evaluatePeer(peer, set))
  }
  const report = model && config.model ? await evaluateModel(set, config.model) : null
  const parts = ablations ? await evaluateAblations(set, embedder) : []
  return { ...own, peers: others, ablations: parts, model: report }
}

function describe({
  set,
  documents,
  passages,
  buildMs,
  ranking,
  peers,
  ablations,
  decision,
  model,
}: SetReport): string {
  const rows = [ranking, ...peers, ...ablations].map(({ name, metrics, latency }) => [
    name,
    figure(metrics.recallAt1),
    figure(metrics.recallAt5),
    figure(metrics.recallAt10),
    figure(metrics.mrrAt10),
    figure(metrics.ndcgAt10),
    latency.p50.toFixed(1),
    latency.p99.toFixed(1),
  ])
  const head = ['', 'R@1', 'R@5', 'R@10', 'MRR@10', 'nDCG@10', 'p50 ms', 'p99 ms']
  return [
    `${set}: ${documents} documents, ${passages} passages, ${ranking.metrics.queries} answerable queries, built in ${Math.round(buildMs)} ms`,
    table([head, ...rows]),
    decisionText(decision),
    model ? describeModel(model) : '',
  ].join('\n')
}

function decisionText(decision: DecisionResult): string {
  const singles = Object.entries(decision.signals).map(([name, value]) => `${name} ${figure(value)}`)
  return [
    `answerable ${decision.answerable}, not ${decision.unanswerable}: AUROC ${figure(decision.auroc)} (single signals: ${singles.join(', ')})`,
    `at confidence ${decision.threshold}: answered ${percent(decision.answered)}, first passage wrong or question unanswerable in ${percent(decision.errorAmongAnswered)} of them, unanswerable in ${percent(decision.unanswerableAmongAnswered)}`,
    table([
      ['coverage', 'error', 'from confidence'],
      ...decision.riskCoverage.map(({ coverage, error, threshold }) => [
        percent(coverage),
        percent(error),
        figure(threshold),
      ]),
    ]),
  ].join('\n')
}

function figure(value: number | null): string {
  return value === null ? '-' : value.toFixed(3)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
