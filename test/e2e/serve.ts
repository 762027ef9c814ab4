import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../src/cli/vraagbaak.js', import.meta.url))

/** Compiles the sources as they are now, so that the program tried is the one that is there; types have a check of their own. */
export function buildProgram(): void {
  const tsc = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url))
  spawnSync(tsc, ['-p', fileURLToPath(new URL('../../tsconfig.json', import.meta.url))])
}

/** A real `vraagbaak serve` in a process of its own. */
export interface ServedDesk {
  readonly url: string
  /** Everything it logged so far. */
  log(): string
  /** Asks it to stop and resolves to its exit code. */
  stop(): Promise<number | null>
}

/**
 * Starts one and waits until it says where it is open.
 *
 * @throws Error with its last words when it ends before that.
 */
export async function startServe(
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<ServedDesk> {
  const child = spawn(process.execPath, [program, 'serve', ...args], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  child.stderr.on('data', (chunk) => {
    log += chunk
  })
  const url = await openedAt(child, () => log)
  return {
    url,
    log: () => log,
    stop: async () => {
      if (child.exitCode === null) child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      return child.exitCode
    },
  }
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
