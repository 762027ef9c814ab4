import type { Citation } from '../answering/citation.js'
import type { BookingView } from '../booking/view.js'
import type { MaskedKind } from '../members/masking.js'
import type { MemberKind } from '../members/member.js'
import type { Language } from '../texts/language.js'
import type { ShowProgress } from './progress.js'

/** How a turn ended. Stable names of the command line. */
export type Outcome = 'answer' | 'clarify' | 'hand-over' | 'book' | 'out-of-remit' | 'small-talk'

/** What the desk says to one message: the same for every channel and for `vraagbaak ask`. */
export interface Reply {
  readonly outcome: Outcome
  /** Whether the reply offers to pass the question to staff. */
  readonly offersStaff: boolean
  /** What the member reads, complete. */
  readonly text: string
  /** At least one when `outcome` is `answer`, except for what the clock and the timetables alone answer. */
  readonly citations: readonly Citation[]
  /** Probability, 0 to 1, that the documents answer this question and the reply says it. */
  readonly confidence: number
  readonly language: Language
  /** Key of a topic of `topics.yaml`; null when none fits. */
  readonly topic: string | null
  readonly masked: readonly MaskedKind[]
  /** When staff are next there, in words; null unless the question goes to staff. */
  readonly promise: string | null
  readonly booking: BookingView | null
  /** Readings offered with a `clarify`, else empty. */
  readonly readings: readonly string[]
}

/** Who asks and when: what a reply may depend on besides the text and the conversation so far. */
export interface AskContext {
  readonly now: Date
  readonly memberKind: MemberKind
  /** Whether the asker's body is known, so that passages for members only may be used. */
  readonly knownMember: boolean
  /** Whether it is known for which body the asker asks; left out, it is not. */
  readonly bodyKnown?: boolean
  /** Whether a hand-over opens a ticket, whose reference the text then names. */
  readonly opensTickets: boolean
  /** Opaque and stable, for limits by person; left out on a terminal. */
  readonly person?: string
  /** Told how far the reply is; left out where nobody looks. */
  readonly onProgress?: ShowProgress
}
