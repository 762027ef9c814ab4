import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../src/cli/vraagbaak.js', import.meta.url))

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Compiles the sources unless what was compiled is newer than all of them, so that the program tried is the one that
 * is there; types have a check of their own.
 */
export function buildProgram(): void {
  const built = changedAt(join(root, 'dist', 'src', 'cli', 'program.js'))
  const sources = ['src', 'adapters'].flatMap((folder) => filesUnder(join(root, folder)))
  if (sources.every((file) => changedAt(file) < built)) return
  spawnSync(join(root, 'node_modules', '.bin', 'tsc'), ['-p', join(root, 'tsconfig.json'), '--noCheck'])
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
}

/** The instant of its last change, in milliseconds; 0 for a file that is not there. */
function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** A real `vraagbaak serve` in a process of its own. */
export interface ServedDesk {
  readonly url: string
  readonly pid: number
  /** Everything it logged so far. */
  log(): string
  /** Everything it said on its terminal so far. */
  said(): string
  /** Asks it to stop and resolves to its exit code. */
  stop(): Promise<number | null>
  /** Ends it without a word, as a power cut would. */
  kill(): Promise<void>
}

/**
 * Starts one and waits until it says where it is open.
 *
 * @throws Error with its last words when it ends before that.
 */
export function startServe(
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<ServedDesk> {
  return spawnServe(dataDir, env, args).opened
}

/** Runs another command of the program to its end. */
export function runCommand(
  env: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly output: string; readonly errors: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env } })
    const said = { output: '', errors: '' }
    child.stdout.on('data', (chunk) => {
      said.output += chunk
    })
    child.stderr.on('data', (chunk) => {
      said.errors += chunk
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...said }))
  })
}

/** A desk that starts: it can be ended before it is open. */
export interface StartingDesk {
  readonly opened: Promise<ServedDesk>
  kill(): Promise<void>
}

/** As `startServe`, without waiting. `file` is the compiled program, that of the checkout when left out. */
export function spawnServe(
  dataDir: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  file = program,
): StartingDesk {
  const child = spawn(process.execPath, [file, 'serve', ...args], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    log += chunk
  })
  const end = async (signal: NodeJS.Signals) => {
    const running = child.exitCode === null && child.signalCode === null
    if (running) child.kill(signal)
    if (running) await once(child, 'exit')
    return child.exitCode
  }
  const kill = async () => void (await end('SIGKILL'))
  const opened = openedAt(child, () => log).then((url) => {
    return { url, pid: child.pid ?? 0, log: () => log, said: () => said, stop: () => end('SIGTERM'), kill }
  })
  return { opened, kill }
}

function openedAt(child: ChildProcess, log: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = ''
    child.stdout?.on('data', (chunk) => {
      words += chunk
      const url = /open: (\S+)/.exec(words)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('close', (code) => reject(new Error(`serve ended with code ${code}: ${log()}`)))
  })
}
