import type { ConfigurationServiceClientCredentialFactory } from 'botbuilder'
import type { Request } from 'express'
import type { Clock } from '../../src/desk/clock.js'
import type { PersonKey } from '../../src/desk/conversation.js'
import type { OutgoingMessage } from '../../src/desk/outgoing.js'
import type { Records } from '../../src/desk/ports.js'
import type { TeamsAlert } from './errors.js'

/** Keeps an address apart from the conversation, and gives the token by which the desk finds it. */
export type KeepContact = (address: string) => Promise<string>

/** The card of a ticket, by its reference, for one person. */
export type ViewOf = (ticket: string, person: PersonKey) => Promise<OutgoingMessage | null>

/** What the Teams channel needs of its surroundings. */
export interface TeamsChannelOptions {
  /** `app`: Teams signs what it sends, and so do we. `local`: nothing is signed, and only this machine is heard. */
  readonly auth:
    | {
        readonly kind: 'app'
        readonly appId: string
        readonly appPassword: string
        /** The organisation that the app belongs to; null for an app of several, which can no longer be made. */
        readonly appTenant: string | null
      }
    | { readonly kind: 'local'; readonly isHere: (request: Request) => boolean }
  /** Whether people of an organisation (tenant id in lower case) may use the desk. */
  readonly isListed: (tenant: string) => boolean
  /** Others than Microsoft's own, for tests; null for Microsoft's. */
  readonly authority: {
    /** Where the keys are found that Teams signs with. */
    readonly openIdMetadataUrl: string
    readonly credentials: ConfigurationServiceClientCredentialFactory
  } | null
  readonly records: Records
  readonly clock: Clock
  /** Where a reader can open what is cited; null when there is no such page. */
  readonly sourceUrl: (citation: OutgoingMessage['citations'][number]) => string | null
  /** Where an address that a form asks for is kept; null keeps none, and the address is masked like any other. */
  readonly keepContact: KeepContact | null
  /** A ticket's card as one colleague sees it, null for anybody else; null: all see the same card. */
  readonly viewOf: ViewOf | null
  readonly onAlert: (alert: TeamsAlert) => void
}
