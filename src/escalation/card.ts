import type { TicketState } from './tickets.js'

/** What colleagues see of a ticket in their team's channel; masked, in words, ready to show. */
export interface TicketCard {
  readonly reference: string
  readonly question: string
  readonly state: TicketState
  /** The state in words: "nieuw", "opgenomen door An Peeters". */
  readonly status: string
  /** Name of the topic; null when none fitted. */
  readonly topic: string | null
  readonly team: string
  /** "Gemeente Zonnegem (gemeente)", or that the asker is unknown. */
  readonly member: string
  readonly urgent: boolean
  /** "zaterdag 21 november om 23.10 uur". */
  readonly askedAt: string
  /** Why the desk did not answer. */
  readonly reason: string
  /** Titles of what the desk found, best first; empty when nothing. */
  readonly found: readonly string[]
  /** What was written since, newest last, each with who wrote it; internal notes are marked as such. */
  readonly latest: readonly { readonly who: string; readonly text: string; readonly internal: boolean }[]
  /** The ticket on the staff desk; null when the desk has no public address. */
  readonly url: string | null
}
