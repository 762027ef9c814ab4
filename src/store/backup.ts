import { spawn } from 'node:child_process'
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { StoreError } from './errors.js'

/**
 * Copies a database in use: one read transaction, so the copy is of one instant and writers need not wait.
 *
 * (SQLite's page-by-page backup starts again whenever another process writes, and so may never end.)
 */
export function backupSqlite(db: Sqlite.Database, file: string): void {
  refuseExisting(file)
  const partial = `${file}.partial`
  rmSync(partial, { force: true })
  try {
    db.prepare('vacuum into ?').run(partial)
    requireIntact(partial)
    sync(partial)
    renameSync(partial, file)
    sync(dirname(file))
  } catch (cause) {
    rmSync(partial, { force: true })
    if (cause instanceof StoreError) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new StoreError('STORE_BACKUP', `The backup ${file} could not be written: ${why}`, { cause })
  }
}

function refuseExisting(file: string) {
  if (!existsSync(file)) return
  throw new StoreError('STORE_BACKUP', `${file} exists already; give the backup a name of its own.`)
}

/** @throws StoreError `STORE_BACKUP` when a database file is damaged. */
export function requireIntact(file: string) {
  const copy = new Sqlite(file, { readonly: true })
  try {
    const verdict = copy.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') throw new StoreError('STORE_BACKUP', `The copy is damaged: ${verdict}`)
  } finally {
    copy.close()
  }
}

/** Waits until a file or folder is on the disk. */
export function sync(path: string) {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Has `pg_dump` make the copy; `pg_restore` puts it back. The password stays out of the process list. */
export async function backupPostgres(url: string, file: string): Promise<void> {
  refuseExisting(file)
  const { code, stderr } = await run('pg_dump', ['--format=custom', `--file=${file}`], libpqEnvironment(url))
  if (code === 0) return
  rmSync(file, { force: true })
  if (code !== null) throw new StoreError('STORE_BACKUP', `pg_dump could not make the backup: ${stderr}`)
  throw new StoreError(
    'STORE_BACKUP',
    'A backup of PostgreSQL is made by pg_dump, which is not installed here; ' +
      `install PostgreSQL's client programs, or run: pg_dump --format=custom --file=${file} "$DATABASE_URL"`,
  )
}

/** How PostgreSQL's own programs are told where the database is. */
export function libpqEnvironment(url: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const sslmode = searchParams.get('sslmode')
  return {
    PGHOST: searchParams.get('host') ?? decodeURIComponent(hostname),
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(sslmode ? { PGSSLMODE: sslmode } : {}),
  }
}

/** Runs a program of PostgreSQL; `code` is null when it could not be started. */
export function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  return new Promise<{ code: number | null; stderr: string }>((resolve) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    child.on('error', () => resolve({ code: null, stderr }))
    child.on('close', (code) => resolve({ code: code ?? 1, stderr: stderr.trim() }))
  })
}
