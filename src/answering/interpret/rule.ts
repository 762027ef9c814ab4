import type { RemitReason, SmallTalkReason } from '../../texts/replies.js'

/** Everything a message can be besides a question. */
export type Reading =
  | { readonly kind: 'human' }
  | { readonly kind: 'response-time' }
  | { readonly kind: 'file-status' }
  | { readonly kind: 'instruction' }
  | { readonly kind: 'small-talk'; readonly reason: SmallTalkReason }
  | { readonly kind: 'out-of-remit'; readonly reason: RemitReason }

/** One thing that can be heard in a message. */
export interface Rule {
  /** For the tests and for staff who ask why. */
  readonly name: string
  /**
   * 1 a hint that needs another, 2 enough by itself, 3 also when the asker's body is known, 4 also when the
   * message speaks of members' matters (the asker says who he is).
   */
  readonly weight: 1 | 2 | 3 | 4
  readonly when: RegExp
  /** What makes the same words an ordinary question. */
  readonly unless?: RegExp
}

/** A reading with the rules that speak for it, and how far the speech of members speaks against it. */
export interface RuleTable {
  readonly reading: Reading
  /** How much one sign of a member's own question takes off: 0 for readings that members have too. */
  readonly yieldsToMembers: 0 | 1 | 2
  readonly rules: readonly Rule[]
}

/** The rules of a table that a text meets. */
export function metRules(table: RuleTable, text: string): readonly Rule[] {
  return table.rules.filter((rule) => rule.when.test(text) && !(rule.unless?.test(text) ?? false))
}
