import { workerData } from 'node:worker_threads'
import { z } from 'zod'
import { openStore } from '../store/open-store.js'

// Runs in a worker thread of its own: a copy takes seconds in which the desk must go on answering.
const { file, dataDir, databaseUrl } = z
  .object({ file: z.string(), dataDir: z.string(), databaseUrl: z.string().nullable() })
  .parse(workerData)

const store = await openStore({ dataDir, databaseUrl, use: 'command', now: new Date() })
try {
  await store.backup(file)
} finally {
  await store.close()
}
