import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { KnowledgeError } from '../knowledge/errors.js'
import type { Trigger } from '../knowledge/generation/runs.js'
import { reindex } from '../knowledge/reindex.js'
import { recordSource } from '../knowledge/sources/records.js'
import { embedderFrom } from '../knowledge/vectors/embedder.js'
import { orderSchema, type RunOrder, type RunResult } from './reindex-message.js'

// Runs in a worker thread of its own, so that the desk keeps answering; it ends by itself when the index is built.
const placesSchema = z.object({
  knowledgeDir: z.string(),
  dataDir: z.string(),
  embedder: z.string().nullable(),
})

/** Websites are asked for changes by the night and when somebody wants it, not at each change of a file. */
const FETCHES_ALL: ReadonlySet<Trigger> = new Set<Trigger>(['schedule', 'catch-up', 'command'])

async function run({ trigger, due, startedAt, material }: RunOrder): Promise<RunResult> {
  const { embedder, ...places } = placesSchema.parse(workerData)
  const result = await reindex({
    ...places,
    trigger,
    due,
    now: () => startedAt,
    fetching: FETCHES_ALL.has(trigger) ? 'all' : 'new',
    embedder: await embedderFrom(embedder ?? undefined),
    denied: new Set(material.denied),
    sources: material.records.map(recordSource),
  })
  if (result === null) return { kind: 'skipped', why: 'done before' }
  // The whole report stands beside the index; what is logged says how much and what went wrong.
  const { documents, overlaps, contradictions, ...report } = result
  return {
    kind: 'done',
    report: { ...report, overlaps: overlaps.length, contradictions: contradictions.length },
  }
}

async function runUnlessAnotherDoes(order: RunOrder): Promise<RunResult> {
  try {
    return await run(order)
  } catch (error) {
    if (error instanceof KnowledgeError && error.code === 'E_INDEX_LOCKED')
      return { kind: 'skipped', why: 'running' }
    throw error
  }
}

if (parentPort) {
  const [order] = await once(parentPort, 'message')
  parentPort.postMessage(await runUnlessAnotherDoes(orderSchema.parse(order)))
}
