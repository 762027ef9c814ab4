import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { moduleExtension, workerFor } from '../worker-file.js'
import { RepeatedLook } from './repeated-look.js'

/** What regular backups are made of and with. */
export interface RegularBackupOptions {
  readonly dataDir: string
  readonly databaseUrl: string | null
  /** Where they go; best on another disk. Made when it is not there. */
  readonly folder: string
  readonly everyMinutes: number
  /** How many stay. */
  readonly keep: number
  /** Whether this process is the one that does what is done once for the installation. */
  readonly mayRun: () => boolean
  readonly now: () => Date
  readonly onDone: (file: string, ms: number) => void
  readonly onError: (error: unknown) => void
}

const LOOK_MS = 30_000
/** `vraagbaak-2026-11-23T09.00.00.000Z.backup`: the names sort by time. */
const NAME = /^vraagbaak-(\d{4}-\d\d-\d\dT\d\d)\.(\d\d)\.(\d\d\.\d{3}Z)\.backup$/

/** Copies the database every so often and keeps the last few; what is lost with a disk is no older than that. */
export class RegularBackup {
  readonly #options: RegularBackupOptions
  readonly #looks: RepeatedLook

  constructor(options: RegularBackupOptions) {
    this.#options = options
    this.#looks = new RepeatedLook(LOOK_MS, () => this.#look(), options.onError)
  }

  start(): void {
    this.#looks.start()
    void this.look()
  }

  stop(): Promise<void> {
    return this.#looks.stop()
  }

  /** Makes one when the last is old enough; a second call waits for the first. Never rejects. */
  look(): Promise<void> {
    return this.#looks.now()
  }

  async #look(): Promise<void> {
    const { folder, everyMinutes, keep, mayRun, now, onDone } = this.#options
    const at = now()
    if (!mayRun() || at.getTime() - lastOf(folder) < everyMinutes * 60_000) return
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const started = performance.now()
    const file = join(folder, `vraagbaak-${at.toISOString().replaceAll(':', '.')}.backup`)
    await this.#copy(file)
    for (const old of backupsIn(folder).slice(0, -keep)) rmSync(join(folder, old), { force: true })
    onDone(file, Math.round(performance.now() - started))
  }

  #copy(file: string): Promise<void> {
    const { dataDir, databaseUrl } = this.#options
    const { path, workerData } = workerFor(new URL(`./backup-worker${moduleExtension()}`, import.meta.url))
    const worker = new Worker(path, { workerData: { ...workerData, file, dataDir, databaseUrl } })
    return new Promise((resolve, reject) => {
      worker.once('error', reject)
      worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('The backup was cut off'))))
    })
  }
}

/** Oldest first; other files in the folder are nobody's business here. */
function backupsIn(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => NAME.test(name))
        .sort()
    : []
}

function lastOf(folder: string): number {
  const [, hour, minute, rest] = NAME.exec(backupsIn(folder).at(-1) ?? '') ?? []
  return hour === undefined ? 0 : Date.parse(`${hour}:${minute}:${rest}`)
}
