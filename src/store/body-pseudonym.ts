import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StoreError } from './errors.js'

/** Name of the key in the data folder. It stands in no backup of the database, so that one tells nobody who asked. */
export const BODY_KEY_FILE = 'bodies.key'

const KEY_BYTES = 32

/**
 * Names bodies by a pseudonym under which they can be counted: the same body gets the same one on every desk that
 * shares the data folder, and without its key nobody can tell which body it is, with a list of all bodies in hand.
 *
 * The key is made when it is first needed. Where it is lost, bodies are counted anew from then on.
 *
 * @throws StoreError `STORE_BODY_KEY` when the file is no key.
 */
export function bodyPseudonyms(dataDir: string): (body: string) => string {
  const key = keyIn(dataDir)
  return (body) =>
    createHmac('sha256', key).update(body.trim().toLowerCase()).digest('base64url').slice(0, 22)
}

function keyIn(dataDir: string): Buffer {
  const file = join(dataDir, BODY_KEY_FILE)
  const key = Buffer.from((read(file) ?? made(file)).trim(), 'hex')
  if (key.length === KEY_BYTES) return key
  throw new StoreError(
    'STORE_BODY_KEY',
    `${file} is no key of ${KEY_BYTES} bytes; put it back from a copy, or remove it: bodies are then counted anew.`,
  )
}

/** Of several desks that start at once one makes it, whole before anybody sees it. */
function made(file: string): string {
  const own = `${file}.${randomUUID()}`
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(own, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(own, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(own)
  }
  return readFileSync(file, 'utf8')
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null
}
