import type { MemberKind } from './member.js'

/** Who asks, for which body: decides which passages may answer and what may be booked. */
export interface MemberIdentity {
  /** Whether the asker's body is known: only then may passages for members answer. */
  readonly known: boolean
  readonly kind: MemberKind
  /** Name of the body; null when it is not known, and when it could be several. */
  readonly body: string | null
  /** Every body it could be: a person can work for a municipality and its OCMW. Empty when not known. */
  readonly bodies: readonly string[]
  /** An address the person proved; null when none. Kept apart from conversations. */
  readonly mail: string | null
}

/** Somebody of whom nothing is known: public answers and the general contact. */
export const STRANGER: MemberIdentity = {
  known: false,
  kind: 'onbekend',
  body: null,
  bodies: [],
  mail: null,
}
