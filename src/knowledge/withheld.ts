import type { DeniedDocuments } from './denied-documents.js'

/** Where a process learns what must not be found, and whom it tells. */
export interface WithheldOptions {
  readonly denied: DeniedDocuments
  /** How often to look for what other processes withdrew, in milliseconds; 0 for never. */
  readonly pollMs: number
  /** Told when the list of withdrawn documents has become another one. */
  readonly onChange: () => void
  readonly onError: (error: unknown) => void
}

/**
 * The documents that must not be found although the index holds them: withdrawn by staff, or gone from their folder
 * since the index was built. Each search asks for them, so they are at hand as one set.
 *
 * When the list cannot be read, the last one known holds.
 */
export class Withheld {
  readonly #options: WithheldOptions
  #denied: ReadonlySet<string> = new Set()
  #vanished: ReadonlySet<string> = new Set()
  #all: ReadonlySet<string> = new Set()
  #timer: NodeJS.Timeout | undefined

  constructor(options: WithheldOptions) {
    this.#options = options
  }

  /** Reads the list, and again every while. @throws as the store does when it cannot be read this first time. */
  async start(): Promise<void> {
    this.#take(await this.#read())
    if (this.#options.pollMs <= 0) return
    this.#timer = setInterval(() => void this.refresh(), this.#options.pollMs)
    this.#timer.unref()
  }

  /** Reads the list now; call it after a change in this process. */
  async refresh(): Promise<void> {
    try {
      const before = this.#denied
      const now = await this.#read()
      this.#take(now)
      if (now.size !== before.size || [...now].some((id) => !before.has(id))) this.#options.onChange()
    } catch (error) {
      this.#options.onError(error)
    }
  }

  /** What is gone from its folder but still in the index; replaces what was said before. */
  setVanished(ids: ReadonlySet<string>): void {
    this.#vanished = ids
    this.#join()
  }

  /** Everything that must not be found now. */
  ids(): ReadonlySet<string> {
    return this.#all
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  async #read(): Promise<ReadonlySet<string>> {
    return new Set((await this.#options.denied.list()).map(({ document }) => document))
  }

  #take(denied: ReadonlySet<string>): void {
    this.#denied = denied
    this.#join()
  }

  #join(): void {
    this.#all = this.#vanished.size === 0 ? this.#denied : new Set([...this.#denied, ...this.#vanished])
  }
}
