import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'

/** A lock that this process holds until it releases it or ends. */
export interface FileLock {
  release(): void
}

/**
 * Takes a lock on a file, or returns null when another process holds it.
 *
 * It is a lock of the operating system (through an SQLite file of its own), so it goes when its holder is killed.
 */
export function takeFileLock(file: string): FileLock | null {
  mkdirSync(dirname(file), { recursive: true })
  const db = new Sqlite(file, { timeout: 0 })
  try {
    db.exec('begin exclusive')
  } catch (error) {
    db.close()
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
  return { release: () => void db.close() }
}
