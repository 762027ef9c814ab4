import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { DATABASE_FILE } from './open-store.js'

/**
 * What SQLite finds wrong with a database file: pages, indexes, rows that refer to nothing. Reads the whole file; the
 * desk may go on working.
 *
 * @returns null when nothing is wrong, or there is no file yet.
 */
export function sqliteDamage(dataDir: string): string | null {
  const file = join(dataDir, DATABASE_FILE)
  if (!existsSync(file)) return null
  const db = new Sqlite(file, { readonly: true, timeout: 5000 })
  try {
    const verdict = String(db.pragma('quick_check(1)', { simple: true }))
    if (verdict !== 'ok') return verdict
    const orphans = db.pragma('foreign_key_check')
    return Array.isArray(orphans) && orphans.length > 0 ? `${orphans.length} rows refer to nothing` : null
  } finally {
    db.close()
  }
}
