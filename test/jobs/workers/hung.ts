import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

// Holds the index lock and never lets the event loop run again: deaf to everything but being cut off.
mkdirSync(join(workerData.dataDir, 'index'), { recursive: true })
new Database(join(workerData.dataDir, 'index', 'lock.db')).exec('BEGIN EXCLUSIVE')
for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
