import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { libpqEnvironment, requireIntact, run, sync } from './backup.js'
import { StoreError } from './errors.js'
import { takeFileLock } from './file-lock.js'
import { DATABASE_FILE } from './open-store.js'

/** Where a backup goes and from what. */
export interface RestoreOptions {
  readonly file: string
  readonly dataDir: string
  /** `postgres://...`, or null for SQLite in `dataDir`. */
  readonly databaseUrl: string | null
  /** Whether a database that is there goes; otherwise it is refused. */
  readonly replace: boolean
}

/**
 * Puts a backup in the place of the database. The desk must not run.
 *
 * @throws StoreError `STORE_BACKUP` when the file is no backup or a database is in the way, `STORE_IN_USE` when a desk
 * runs; then nothing has changed.
 */
export async function restoreBackup(options: RestoreOptions): Promise<void> {
  if (!existsSync(options.file)) throw new StoreError('STORE_BACKUP', `There is no ${options.file}.`)
  if (options.databaseUrl === null) restoreSqlite(options)
  else await restorePostgres(options.databaseUrl, options)
}

function restoreSqlite({ file, dataDir, replace }: RestoreOptions): void {
  const target = join(dataDir, DATABASE_FILE)
  mkdirSync(dataDir, { recursive: true })
  const lock = takeFileLock(join(dataDir, 'serve.lock'))
  if (!lock) throw new StoreError('STORE_IN_USE', `A desk works on ${dataDir}; stop it first.`)
  const arriving = `${target}.restoring`
  try {
    if (existsSync(target) && !replace) {
      throw new StoreError(
        'STORE_BACKUP',
        `${target} is there already; add --replace to put the backup in its place.`,
      )
    }
    rmSync(arriving, { force: true })
    copyFileSync(file, arriving)
    requireOurs(arriving, file)
    sync(arriving)
    // The log of the old database would be read into the new one.
    for (const beside of ['-wal', '-shm']) rmSync(`${target}${beside}`, { force: true })
    renameSync(arriving, target)
    sync(dataDir)
  } finally {
    for (const rest of ['', '-wal', '-shm']) rmSync(`${arriving}${rest}`, { force: true })
    lock.release()
  }
}

function requireOurs(copy: string, file: string): void {
  try {
    requireIntact(copy)
    const db = new Sqlite(copy, { readonly: true })
    try {
      db.prepare('select count(*) from kysely_migration').get()
    } finally {
      db.close()
    }
  } catch (cause) {
    throw new StoreError('STORE_BACKUP', `${file} is no intact backup of vraagbaak; nothing was changed.`, {
      cause,
    })
  }
}

async function restorePostgres(url: string, { file, replace }: RestoreOptions): Promise<void> {
  const clean = replace ? ['--clean', '--if-exists'] : []
  const { PGDATABASE = '' } = libpqEnvironment(url)
  const wanted = [
    '--exit-on-error',
    '--single-transaction',
    '--no-owner',
    ...clean,
    `--dbname=${PGDATABASE}`,
    file,
  ]
  const { code, stderr } = await run('pg_restore', wanted, libpqEnvironment(url))
  if (code === 0) return
  if (code === null) {
    throw new StoreError(
      'STORE_BACKUP',
      "A backup of PostgreSQL is put back by pg_restore, which is not installed here; install PostgreSQL's client programs.",
    )
  }
  throw new StoreError('STORE_BACKUP', `pg_restore could not put the backup back: ${stderr}`)
}
