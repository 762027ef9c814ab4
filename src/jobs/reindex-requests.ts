import type { Records } from '../desk/ports.js'

/** What requests are kept with and whom they reach. */
export interface ReindexRequestOptions {
  readonly records: Records
  /** Whether this process is the one that reindexes. */
  readonly mayReindex: () => boolean
  readonly reindexSoon: () => void
  readonly now: () => Date
  readonly onError: (error: unknown) => void
}

const KIND = 'reindex'
const KEY = 'wanted'
const LOOK_MS = 5_000

/** Requests to read the documents again, made in any process and taken up in the one that reindexes. */
export class ReindexRequests {
  readonly #options: ReindexRequestOptions
  #timer: NodeJS.Timeout | undefined

  constructor(options: ReindexRequestOptions) {
    this.#options = options
  }

  start(): void {
    this.#timer = setInterval(() => void this.#look(), LOOK_MS)
    this.#timer.unref()
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Returns at once; the request outlives a restart. */
  ask(): void {
    const { records, now, onError } = this.#options
    records.put(KIND, KEY, '1', now(), null).then(() => this.#look(), onError)
  }

  async #look(): Promise<void> {
    const { records, mayReindex, reindexSoon, now, onError } = this.#options
    try {
      if (mayReindex() && (await records.take(KIND, KEY, now())) !== null) reindexSoon()
    } catch (error) {
      onError(error)
    }
  }
}
