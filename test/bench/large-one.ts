/** One library on a large corpus, in a process of its own: `tsx test/bench/large-one.ts LIBRARY CORPUS DATA_DIR`. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { EvalDocument } from '../../src/knowledge/eval/data-set.js'
import { buildPeers } from '../../src/knowledge/eval/peers.js'
import { evalSources } from '../../src/knowledge/eval/sources.js'
import { buildIndex } from '../../src/knowledge/generation/build.js'
import { openIndex } from '../../src/knowledge/open-index.js'
import { headingQueries, readCorpus } from './large-corpus.js'
import { waits } from './percentiles.js'

const [library = 'vraagbaak', corpus = '', dataDir = ''] = process.argv.slice(2)
const ASKER = { limit: 10, membersOnly: true, today: '2026-11-23' } as const
/** Before anything is timed: lists and caches fill, code is compiled. */
const WARM_UP = 50

type Search = (text: string) => Promise<readonly string[]>

let documents: EvalDocument[] | null = readCorpus(corpus)
const count = documents.length
const queries = headingQueries(documents)
const started = performance.now()
const search = await prepare(documents)
const prepareMs = performance.now() - started
if (search !== null) {
  // Vraagbaak keeps its passages on disk; the peers keep what they index.
  documents = null
  for (const { text } of queries.slice(0, WARM_UP)) await search(text)
  const times: number[] = []
  const cpu: number[] = []
  let found = 0
  let reciprocal = 0
  for (const { text, relevant } of queries) {
    const before = process.cpuUsage()
    const start = performance.now()
    const ranked = await search(text)
    times.push(performance.now() - start)
    const used = process.cpuUsage(before)
    cpu.push((used.user + used.system) / 1000)
    const place = ranked.findIndex((id) => relevant.has(id))
    if (place >= 0) found++
    if (place >= 0) reciprocal += 1 / (place + 1)
  }
  print({
    searchMs: quantiles(times),
    searchCpuMs: quantiles(cpu),
    foundIn10: found / queries.length,
    mrrAt10: reciprocal / queries.length,
  })
} else print({})

async function prepare(all: readonly EvalDocument[]): Promise<Search | null> {
  if (library === 'vraagbaak-build') {
    await buildIndex({ knowledgeDir: null, dataDir, sources: evalSources(all) })
    return null
  }
  if (library === 'vraagbaak') {
    if (!existsSync(join(dataDir, 'index', 'current'))) throw new Error(`no index in ${dataDir}`)
    const index = await openIndex({ dataDir, pollMs: 0 })
    return async (text) => [
      ...new Set((await index.search(text, ASKER)).map(({ passage }) => passage.document.id)),
    ]
  }
  const peers = await buildPeers(library === 'orama' ? 'orama' : 'minisearch', all)
  const peer = peers.at(-1)
  if (!peer) throw new Error(`no library ${library}`)
  return (text) => peer.search(text)
}

function quantiles(values: number[]) {
  const { p50, p99 } = waits(values)
  return { p50, p99 }
}

function print(figures: object): void {
  const peakMb = process.resourceUsage().maxRSS / 1024
  const result = {
    library,
    documents: count,
    prepareMs,
    ...figures,
    peakMb,
    peakMbPer10000: (peakMb / count) * 10_000,
  }
  process.stdout.write(`${JSON.stringify(result)}\n`)
}
