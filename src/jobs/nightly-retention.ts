import type { Records } from '../desk/ports.js'
import { limitsOf, type Retention, type RetentionTerms } from '../privacy/retention.js'
import { RepeatedLook } from './repeated-look.js'

/** What the nightly removal works with and whom it tells. */
export interface NightlyRetentionOptions {
  readonly retention: Retention
  readonly records: Pick<Records, 'get' | 'put'>
  readonly terms: RetentionTerms
  /** Whether this process is the one that does what is done once for the installation. */
  readonly mayRun: () => boolean
  readonly now: () => Date
  readonly onDone: (gone: Readonly<Record<string, number>>) => void
  readonly onError: (error: unknown) => void
}

const KIND = 'retention'
const KEY = 'last'
const LOOK_MS = 10 * 60_000
/** Minutes after midnight, UTC, when a day's removal may begin: after the documents were read again. */
const BEGINS_AT_MIN = 160

/**
 * Removes what is past its term once a day; a day that was missed is caught up with by the next one. Which day was
 * done is kept in the store, so that a restart repeats nothing.
 */
export class NightlyRetention {
  readonly #options: NightlyRetentionOptions
  readonly #looks: RepeatedLook

  constructor(options: NightlyRetentionOptions) {
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

  /** Runs when today's removal has not been done yet; a second call waits for the first. Never rejects. */
  look(): Promise<void> {
    return this.#looks.now()
  }

  async #look(): Promise<void> {
    const { retention, records, terms, mayRun, now, onDone } = this.#options
    const at = now()
    const day = dayOf(at)
    if (!mayRun() || day <= ((await records.get(KIND, KEY, at)) ?? '')) return
    const gone = await retention.run(limitsOf(terms, at))
    await records.put(KIND, KEY, day, at, null)
    onDone(gone)
  }
}

/** The day whose removal is to be done: before the hour it is yesterday's. */
function dayOf(at: Date): string {
  return new Date(at.getTime() - BEGINS_AT_MIN * 60_000).toISOString().slice(0, 10)
}
