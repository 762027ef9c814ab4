import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { appendFileSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { AnswersOnErase, Erasure, PersonStore, Traces } from './person.js'

const erasure: z.ZodType<Erasure> = z.object({
  id: z.string(),
  at: z.string(),
  salt: z.string(),
  hashes: z.array(z.string()),
  answers: z.enum(['keep', 'withdraw']),
})

/** A line that cannot be read: somebody could come back whom the desk promised to forget. */
export class ErasuresError extends Error {
  readonly code = 'E_ERASURES'

  constructor(file: string, line: number) {
    super(`${file}, line ${line}: this is no erasure; put the file back from a copy, or mend that line`)
    this.name = 'ErasuresError'
  }
}

/** One key, address or reference as an erasure remembers it. */
export function hashOf(salt: string, trace: string): string {
  return createHmac('sha256', Buffer.from(salt, 'base64url')).update(trace).digest('base64url')
}

/** What is to be remembered of forgetting somebody. */
export function erasureOf(
  { persons, mails, tickets, bookings }: Traces,
  answers: AnswersOnErase,
  now: Date,
): Erasure {
  const salt = randomBytes(16).toString('base64url')
  const known = [...persons, ...mails, ...tickets, ...bookings.map(({ reference }) => reference)]
  const hashes = [...new Set(known)].map((trace) => hashOf(salt, trace))
  return { id: randomUUID(), at: now.toISOString(), salt, hashes, answers }
}

/** Adds an erasure to the list that outlives the database; on the disk when this returns. */
export function rememberErasure(file: string, one: Erasure): void {
  mkdirSync(dirname(file), { recursive: true })
  appendFileSync(file, `${JSON.stringify(one)}\n`, { mode: 0o600 })
  const handle = openSync(file, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * The erasures that are remembered, oldest first; none without the file.
 *
 * @throws ErasuresError that names the line.
 */
export function readErasures(file: string): readonly Erasure[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [read(line, file, at + 1)]))
}

function read(line: string, file: string, number: number): Erasure {
  try {
    return erasure.parse(JSON.parse(line))
  } catch {
    throw new ErasuresError(file, number)
  }
}

/**
 * Forgets again whom a database that was put back still knows; one that knows of an erasure has applied it.
 *
 * @returns how many erasures were applied.
 */
export async function replayErasures(
  erasures: readonly Erasure[],
  persons: PersonStore,
  now: Date,
): Promise<number> {
  const applied = await persons.applied()
  const missing = erasures.filter(({ id }) => !applied.has(id))
  if (missing.length === 0) return 0
  const everybody = await persons.everybody()
  for (const one of missing) {
    const hashes = new Set(one.hashes)
    for (const trace of everybody.filter((known) => hashes.has(hashOf(one.salt, known)))) {
      const traces = await persons.traces(trace)
      if (traces !== null) await persons.erase(traces, one.answers, now)
    }
    await persons.markApplied(one)
  }
  await persons.scrub()
  return missing.length
}
