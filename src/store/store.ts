import type { Inbox, Leases, Outbox, Signals, Troubles, Turns, WebLog } from '../desk/ports.js'
import type { Tickets } from '../escalation/tickets.js'
import type { StoreHealth } from './health.js'

/** Everything that is kept, one port a capability. */
export interface Store {
  readonly kind: 'sqlite' | 'postgres'
  readonly inbox: Inbox
  readonly turns: Turns
  readonly outbox: Outbox
  readonly webLog: WebLog
  readonly signals: Signals
  readonly tickets: Tickets
  readonly troubles: Troubles
  readonly leases: Leases
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
