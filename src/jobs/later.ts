/** How long requests are gathered, in milliseconds. */
export interface LaterOptions {
  /** Without a new request for this long, the work is done. */
  readonly quietMs: number
  /** The first request waits no longer than this. */
  readonly longestMs: number
}

/** Gathers requests that come in handfuls, and does the work once for all of them, with the latest reason. */
export class Later<T> {
  readonly #options: LaterOptions
  readonly #work: (reason: T) => Promise<void>
  #timer: NodeJS.Timeout | undefined
  #since: number | null = null

  constructor(options: LaterOptions, work: (reason: T) => Promise<void>) {
    this.#options = options
    this.#work = work
  }

  ask(reason: T): void {
    const now = performance.now()
    this.#since ??= now
    const left = this.#since + this.#options.longestMs - now
    clearTimeout(this.#timer)
    this.#timer = setTimeout(
      () => {
        this.#since = null
        void this.#work(reason)
      },
      Math.max(0, Math.min(this.#options.quietMs, left)),
    )
    this.#timer.unref()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#since = null
  }
}
