/** What was opened, to be closed in the opposite order; each gets its turn whatever the others do. */
export class Opened {
  readonly #closers: (() => Promise<unknown>)[] = []
  #closing: Promise<void> | null = null

  add(close: () => Promise<unknown>): void {
    this.#closers.push(close)
  }

  close(): Promise<void> {
    this.#closing ??= this.#closeAll()
    return this.#closing
  }

  async #closeAll(): Promise<void> {
    const failures: unknown[] = []
    for (const close of this.#closers.reverse()) await close().catch((error) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
}
