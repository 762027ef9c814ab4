import type { Logger } from 'pino'
import type { Config } from '../config.js'
import type { Clock } from '../desk/clock.js'
import type { DeskParts } from '../desk/responder.js'
import type { Metrics } from '../http/metrics.js'
import type { Store } from '../store/store.js'
import type { Opened } from './opened.js'
import type { HealthEars } from './wire-health.js'

/** What every part of a running desk stands on. */
export interface DeskBase {
  readonly config: Config
  /** Of the organisation, or the sample. */
  readonly knowledgeDir: string
  readonly store: Store
  readonly clock: Clock
  /** Names this process in leases. */
  readonly owner: string
  readonly log: Logger
  readonly metrics: Metrics
  readonly ears: HealthEars
  readonly opened: Opened
}

/** What channels show beside messages: booked sessions, and tickets as each colleague sees them. */
export interface DeskRules extends Pick<DeskParts, 'offerings' | 'topics' | 'hours'> {
  /** Title of the document of a passage; null when it is gone. */
  readonly titleOf: (passage: string) => string | null
}

/** How long a stop waits for turns and sends under way, in milliseconds. */
export const STOP_MS = 10_000
