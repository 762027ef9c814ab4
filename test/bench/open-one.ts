/** What it takes to hold an index open and search it, in a process of its own: `tsx test/bench/open-one.ts DATA_DIR`. */
import { setTimeout as sleep } from 'node:timers/promises'
import { openIndex } from '../../src/knowledge/open-index.js'
import { ASKER, QUERIES } from './law-queries.js'

const [dataDir = ''] = process.argv.slice(2)
const SEARCHES = 500

const baseMb = await residentMb()
const started = performance.now()
const index = await openIndex({ dataDir, pollMs: 0 })
const openMs = performance.now() - started
const before = performance.now()
await index.search(QUERIES[0] ?? '', ASKER)
const firstSearchMs = performance.now() - before
for (let turn = 0; turn < SEARCHES; turn++) await index.search(QUERIES[turn % QUERIES.length] ?? '', ASKER)
const heldMb = (await residentMb()) - baseMb
const { passages } = index.size()
const figures = { openMs, firstSearchMs, heldMb, heldMbPer10000: (heldMb / passages) * 10_000 }
process.stdout.write(`${JSON.stringify(figures)}\n`)
index.close()

/** Resident memory in megabytes; what is only waiting to be collected is not counted where `--expose-gc` allows it. */
async function residentMb(): Promise<number> {
  globalThis.gc?.()
  await sleep(200)
  return process.memoryUsage().rss / 1e6
}
