import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isMainThread } from 'node:worker_threads'
import pg from 'pg'

/** A test run keeps nothing, so its server need not wait for the disk. */
const FAST = ['fsync=off', 'full_page_writes=off']

/** Address of a real PostgreSQL without a database name; every test file of one run shares the server. */
export function sharedPostgres(): Promise<string> {
  // Vitest's workers are children (or threads) of the one process that lives as long as the run.
  const run = isMainThread ? process.ppid : process.pid
  return startPostgres(join(tmpdir(), `vraagbaak-postgres-${run}`), run, FAST)
}

/** A server that waits for the disk as in real life; it ends with this process. */
export function durablePostgres(): Promise<string> {
  return startPostgres(join(tmpdir(), `vraagbaak-postgres-durable-${process.pid}`), process.pid, [])
}

async function startPostgres(folder: string, watched: number, options: readonly string[]): Promise<string> {
  if (claimFolder(folder)) {
    const guardian = fileURLToPath(new URL('postgres-guardian.ts', import.meta.url))
    const args = ['--import', 'tsx', guardian, folder, String(watched), ...options]
    spawn(process.execPath, args, { detached: true, stdio: 'ignore' }).unref()
  }
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    if (existsSync(join(folder, 'url'))) return readFileSync(join(folder, 'url'), 'utf8')
    if (existsSync(join(folder, 'failed'))) throw new Error(readFileSync(join(folder, 'failed'), 'utf8'))
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`PostgreSQL did not start in ${folder}`)
}

/** True for the first of those who ask; the folder is made readable for the user that runs the server. */
function claimFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o755 })
    return true
  } catch {
    return false
  }
}

let made = 0

/** A new copy of `source`, which is empty when left out; `drop` also ends the connections that are left. */
export async function freshPostgresDatabase(
  server: string,
  source = 'template1',
): Promise<{ url: string; drop(): Promise<void> }> {
  made += 1
  const name = `t${process.pid}_${made}`
  await onServer(server, `create database ${name} template ${source}`)
  return { url: `${server}/${name}`, drop: () => onServer(server, `drop database ${name} with (force)`) }
}

async function onServer(server: string, statement: string) {
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Removes what a killed run left behind; only its own folder. */
export function forgetPostgres(folder: string) {
  rmSync(folder, { recursive: true, force: true })
}
