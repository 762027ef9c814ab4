import type { Clock } from '../../src/desk/clock.js'
import type { OutgoingMessage } from '../../src/desk/outgoing.js'
import type { Records } from '../../src/desk/ports.js'
import type { SlackAlert } from './errors.js'
import type { HomeSource } from './home.js'
import type { KeepContact } from './listeners.js'

/** What the Slack channel needs of its surroundings. */
export interface SlackChannelOptions {
  /** `http`: Slack sends to the desk's own server. `socket`: the desk opens the connection. */
  readonly mode:
    | { readonly kind: 'http'; readonly signingSecret: string }
    | { readonly kind: 'socket'; readonly appToken: string }
  /** Of the one workspace the app is installed in; null when it is installed by its install page alone. */
  readonly botToken: string | null
  /** For the install page; null when there is none. */
  readonly oauth: {
    readonly clientId: string
    readonly clientSecret: string
    readonly stateSecret: string
    readonly publicUrl: string
    /** 32 bytes, under which installations are kept. */
    readonly installationsKey: Buffer
  } | null
  /** Another address than Slack's own, for tests; null for Slack's. */
  readonly apiUrl: string | null
  readonly records: Records
  readonly clock: Clock
  /** Where a reader can open what is cited; null when there is no such page. */
  readonly sourceUrl: (citation: OutgoingMessage['citations'][number]) => string | null
  /** Null leaves the home tab without questions and bookings. */
  readonly home: HomeSource | null
  /** Where an address that a form asks for is kept; null keeps none, and the address is masked like any other. */
  readonly keepContact: KeepContact | null
  readonly onAlert: (alert: SlackAlert) => void
}
