import type { ModelLedger } from '../answering/model/ledger.js'
import type { Bookings } from '../booking/bookings.js'
import type { AuditTrail } from '../desk/audit.js'
import type {
  Dues,
  Inbox,
  Leases,
  Outbox,
  Posts,
  Records,
  Signals,
  TicketStore,
  Troubles,
  Turns,
  WebLog,
} from '../desk/ports.js'
import type { Insights } from '../insights/insights.js'
import type { DeniedDocuments } from '../knowledge/denied-documents.js'
import type { PublishedAnswers } from '../knowledge/published-answers.js'
import type { PersonStore } from '../privacy/person.js'
import type { Retention } from '../privacy/retention.js'
import type { StoreHealth } from './health.js'

/** Everything that is kept, one port a capability. */
export interface Store {
  readonly kind: 'sqlite' | 'postgres'
  readonly inbox: Inbox
  readonly turns: Turns
  readonly outbox: Outbox
  readonly posts: Posts
  readonly dues: Dues
  readonly records: Records
  readonly webLog: WebLog
  readonly signals: Signals
  readonly tickets: TicketStore
  readonly troubles: Troubles
  readonly leases: Leases
  readonly modelLedger: ModelLedger
  readonly deniedDocuments: DeniedDocuments
  readonly audit: AuditTrail
  readonly publishedAnswers: PublishedAnswers
  readonly bookings: Bookings
  readonly insights: Insights
  readonly persons: PersonStore
  readonly retention: Retention
  health(now: Date): Promise<StoreHealth>
  /**
   * Writes a consistent copy of everything to a new file while others read and write.
   *
   * @throws StoreError `STORE_BACKUP` when the file exists already or the copy cannot be made.
   */
  backup(file: string): Promise<void>
  /** Gives everything back, the folder's lock too; a second call does nothing. */
  close(): Promise<void>
}
