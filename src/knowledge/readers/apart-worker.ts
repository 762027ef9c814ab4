import { parentPort } from 'node:worker_threads'
import { z } from 'zod'
import type { Answer } from './apart.js'
import { HEAVY_READERS } from './heavy.js'

// A thread that reads one document after the other, and can be cut off when one of them takes too much.
const requestSchema = z.object({ kind: z.enum(['docx', 'html', 'pdf']), bytes: z.instanceof(Uint8Array) })

async function read(request: unknown): Promise<Answer> {
  try {
    const { kind, bytes } = requestSchema.parse(request)
    const result = await HEAVY_READERS[kind](Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return { kind: 'read', result }
  } catch (error) {
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', async (request: unknown) => parentPort?.postMessage(await read(request)))
parentPort?.postMessage({ kind: 'ready' } satisfies Answer)
