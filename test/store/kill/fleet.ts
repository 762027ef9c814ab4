import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * Compiles a program of the tests, so that it starts in a fraction of a second.
 *
 * @param name path below the checkout, without extension.
 */
export function compiled(name: string): { readonly file: string; remove(): void } {
  const cache = join(root, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const out = mkdtempSync(join(cache, 'vraagbaak-test-'))
  writeFileSync(join(out, 'package.json'), '{"type":"module"}')
  const typescript = createRequire(import.meta.url).resolve('typescript/package.json')
  const options = [
    '-p',
    'test/tsconfig.json',
    '--noEmit',
    'false',
    '--noCheck',
    '--sourceMap',
    'false',
    '--outDir',
    out,
  ]
  spawnSync(process.execPath, [join(dirname(typescript), 'bin', 'tsc'), ...options], { cwd: root })
  return { file: join(out, `${name}.js`), remove: () => rmSync(out, { recursive: true, force: true }) }
}

/** What a desk process needs; see `desk-process.ts`. */
export interface DeskOptions {
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly platform: string
}

/** Desk processes that are killed without warning and started again. */
export class Fleet {
  readonly #program: string
  readonly #options: DeskOptions
  readonly #desks: { child: ChildProcess; port: number }[] = []
  #started = 0
  kills = 0

  /** @param program what `compiled` made of `desk-process.ts`. */
  constructor(program: string, options: DeskOptions) {
    this.#program = program
    this.#options = options
  }

  async start(): Promise<void> {
    this.#started += 1
    const options = JSON.stringify({ ...this.#options, owner: `desk-${this.#started}` })
    const child = spawn(process.execPath, [this.#program, options], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const port = await new Promise<number>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => resolve(Number(chunk.toString())))
      child.on('exit', (code) => reject(new Error(`The desk process ended with ${code}`)))
    })
    this.#desks.push({ child, port })
  }

  /** Kills the desk that runs longest, as a power cut would end it. */
  async kill(): Promise<void> {
    const desk = this.#desks.shift()
    if (!desk) return
    this.kills += 1
    const ended = new Promise((resolve) => desk.child.on('exit', resolve))
    desk.child.kill('SIGKILL')
    await ended
  }

  async killAll(): Promise<void> {
    while (this.#desks.length > 0) await this.kill()
  }

  /** Sends until a desk says that it kept the event, as platforms do. */
  async deliver(event: unknown): Promise<void> {
    for (let tries = 0; tries < 1000; tries++) {
      const desk = this.#desks[tries % Math.max(this.#desks.length, 1)]
      const kept = desk ? await post(desk.port, event) : false
      if (kept) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('No desk took the event')
  }
}

async function post(port: number, event: unknown): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: JSON.stringify(event),
      signal: AbortSignal.timeout(5000),
    })
    return response.ok
  } catch {
    return false
  }
}
