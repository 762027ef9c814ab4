import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { buildIndex } from '../knowledge/generation/build.js'
import { embedderFrom } from '../knowledge/vectors/embedder.js'

// Runs in a worker thread of its own, so that the desk keeps answering; it ends by itself when the index is built.
const jobSchema = z.object({ knowledgeDir: z.string(), dataDir: z.string(), embedder: z.string().nullable() })

const { knowledgeDir, dataDir, embedder } = jobSchema.parse(workerData)
const report = await buildIndex({
  knowledgeDir,
  dataDir,
  embedder: await embedderFrom(embedder ?? undefined),
})
parentPort?.postMessage(report)
