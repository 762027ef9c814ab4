import Sqlite from 'better-sqlite3'
import { SqliteAdapter, SqliteDialect } from 'kysely'
import { StoreError } from './errors.js'

/**
 * Opens an SQLite file so that a committed row survives a power cut.
 *
 * `synchronous` is FULL and read back, because better-sqlite3 turns it down to NORMAL for a WAL database.
 *
 * @throws StoreError `STORE_SQLITE_UNSAFE` when the SQLite library has the WAL-reset race.
 */
export function openSqlite(file: string): Sqlite.Database {
  const db = new Sqlite(file, { timeout: 5000 })
  try {
    const version = String(db.prepare('select sqlite_version()').pluck().get())
    requireSafeSqlite(version)
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    // What is deleted is overwritten at once: who is forgotten must not be readable in the file.
    db.pragma('secure_delete = ON')
    requirePragma(db, 'journal_mode', 'wal')
    requirePragma(db, 'synchronous', 2)
    requirePragma(db, 'foreign_keys', 1)
    requirePragma(db, 'secure_delete', 1)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Refuses SQLite versions in which two connections can corrupt a WAL database: those before 3.51.3, and the
 * withdrawn 3.52.0.
 *
 * @throws StoreError `STORE_SQLITE_UNSAFE`.
 */
export function requireSafeSqlite(version: string): void {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const number = major * 1_000_000 + minor * 1000 + patch
  if (number >= 3_051_003 && number !== 3_052_000) return
  throw new StoreError(
    'STORE_SQLITE_UNSAFE',
    `SQLite ${version} can damage a database in use; install better-sqlite3 with SQLite 3.51.3 or newer (not 3.52.0).`,
  )
}

function requirePragma(db: Sqlite.Database, name: string, expected: string | number) {
  const found = db.pragma(name, { simple: true })
  if (found === expected) return
  throw new StoreError('STORE_UNAVAILABLE', `SQLite keeps ${name} at ${found} where ${expected} is needed.`)
}

/** Kysely on an open file: transactions take the write lock at their start, statements are compiled once. */
export function sqliteDialect(db: Sqlite.Database): SqliteDialect {
  const compiled = new Map<string, Sqlite.Statement<unknown[]>>()
  const prepare = (sql: string) => {
    const text = sql === 'begin' ? 'begin immediate' : sql
    const known = compiled.get(text)
    if (known) return known
    const statement = db.prepare(text)
    if (compiled.size < 500) compiled.set(text, statement)
    return statement
  }
  const database = {
    close: () => void db.close(),
    // A full disk rolls back by itself; a second rollback would hide the error that says so.
    prepare: (sql: string) => (sql === 'rollback' && !db.inTransaction ? prepare('select 1') : prepare(sql)),
  }
  return new TransactionalSqliteDialect({ database })
}

/** Kysely runs migrations outside a transaction here, although SQLite can: one that is cut off would stay half done. */
class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter()
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
