import type { CloseReason, Ticket } from './tickets.js'

/** A colleague who works tickets. */
export interface StaffMember {
  /** Stable key of `staff.yaml`. */
  readonly id: string
  readonly name: string
  /** Each role may do what the one before it may. */
  readonly role: 'staff' | 'lead' | 'admin'
  /** Keys of the teams. */
  readonly teams: readonly string[]
}

/** What a colleague can do with a ticket; the same from Slack, from Teams and on the staff desk. */
export type TicketAction =
  | { readonly kind: 'claim' }
  /** Gives it back to the team. */
  | { readonly kind: 'release' }
  /** Goes to the member; `asksBack` when an answer of the member is needed before we can go on. */
  | { readonly kind: 'reply'; readonly text: string; readonly asksBack: boolean }
  /** Internal: no way leads from it to the member. */
  | { readonly kind: 'note'; readonly text: string }
  /** To another team, or to a colleague (`to`, id), or both. */
  | { readonly kind: 'reassign'; readonly team: string | null; readonly to: string | null }
  /** `givesBack`: also when whoever has it loses it, because she is not in that topic's team. */
  | { readonly kind: 'topic'; readonly topic: string; readonly givesBack?: boolean }
  | { readonly kind: 'urgent'; readonly urgent: boolean }
  | { readonly kind: 'close'; readonly reason: CloseReason }
  | { readonly kind: 'reopen' }

/**
 * Why an action was not done. `taken`: somebody else has it. `changed`: it is no longer what was seen.
 * `would-release`: it would take the question from whoever has it, which was not asked for.
 */
export type RefusalCode =
  | 'not-found'
  | 'taken'
  | 'not-claimed'
  | 'closed'
  | 'not-closed'
  | 'anonymous'
  | 'not-allowed'
  | 'changed'
  | 'would-release'
  | 'empty'
  | 'unknown'

/** How an action ended; a refusal changed nothing and says so in words for the colleague who tried. */
export type ActionOutcome =
  | {
      readonly kind: 'done'
      readonly ticket: Ticket
      /** What the colleague should know about it ("An Peeters is afwezig"); left out when there is nothing. */
      readonly warning?: string
    }
  | {
      readonly kind: 'refused'
      readonly code: RefusalCode
      readonly text: string
      readonly ticket: Ticket | null
    }

/** The one way to work a ticket. */
export interface TicketDesk {
  /**
   * Does one action, wholly or not at all; of two at once one wins and the other is refused.
   *
   * @param key names this press or post: the same key again does nothing twice and returns what the ticket is now.
   * @param seen version of the ticket that the colleague saw: another one is refused as `changed`, decided together
   * with the change itself. Left out or null where the action holds whatever happened meanwhile.
   */
  act(
    reference: string,
    staff: StaffMember,
    action: TicketAction,
    now: Date,
    key: string,
    seen?: number | null,
  ): Promise<ActionOutcome>
}
