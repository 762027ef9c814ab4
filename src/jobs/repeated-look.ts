/** Looks every so often whether something is to be done, and does it: never twice at once. */
export class RepeatedLook {
  readonly #everyMs: number
  readonly #look: () => Promise<void>
  readonly #onError: (error: unknown) => void
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> | null = null

  /** @param onError gets what `look` rejects with; the next look comes all the same. */
  constructor(everyMs: number, look: () => Promise<void>, onError: (error: unknown) => void) {
    this.#everyMs = everyMs
    this.#look = look
    this.#onError = onError
  }

  /** Looks each `everyMs` milliseconds from now on, without keeping the process alive for it. */
  start(): void {
    this.#timer = setInterval(() => void this.now(), this.#everyMs)
    this.#timer.unref()
  }

  /** Looks no more and waits for a look under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#running
  }

  /** Looks now; a second call waits for the first. Never rejects. */
  now(): Promise<void> {
    this.#running ??= this.#look()
      .catch(this.#onError)
      .finally(() => {
        this.#running = null
      })
    return this.#running
  }
}
