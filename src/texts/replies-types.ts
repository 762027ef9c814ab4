/** What small talk is about; `empty` is a message without words. */
export type SmallTalkReason =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'acknowledgement'
  | 'who-are-you'
  | 'capabilities'
  | 'insult'
  | 'dissatisfied'
  | 'off-topic'
  | 'empty'

/** Why a question is not one the association takes on. */
export type RemitReason =
  | 'citizen'
  | 'press'
  | 'student'
  | 'own-employment'
  | 'political-dispute'
  | 'legality-judgement'
  | 'lawyer'
  | 'other-organisation'
  | 'company'
  | 'non-member'

/**
 * Why a question goes to staff: the documents do not answer it, the member asks for a person, for how soon an answer
 * comes, or for the state of an earlier question; or the desk itself failed.
 */
export type HandOverReason = 'not-covered' | 'human' | 'response-time' | 'file-status' | 'failure'

/** Kinds of masked data, by the stable names they are printed under. */
export type MaskedWord = 'rijksregisternummer' | 'bisnummer' | 'iban' | 'eid' | 'telefoon' | 'e-mail'

/** What a hand-over says. */
export interface HandOver {
  readonly reason: HandOverReason
  /** The topic's name as staff know it, for example "Wonen"; null when none fits. */
  readonly topic: string | null
  /** When staff are next there, one or more whole sentences; null when it is not known. */
  readonly promise: string | null
  /** Whether a ticket is opened; then the text holds `{ticket}`, where the reference comes. */
  readonly ticket: boolean
}

/** What a question back says. */
export interface Clarify {
  /** The word that can be read in more than one way, as it was typed; null when the question as a whole is meant. */
  readonly term: string | null
  /** What it can mean, two or more. */
  readonly readings: readonly string[]
}

/** What the notice about masked data says. */
export interface MaskedNotice {
  /** Which kinds were masked, at least one. */
  readonly kinds: readonly MaskedWord[]
  /** Whether the message is about a child. */
  readonly minor: boolean
}

/** Everything the desk says that is no answer from the documents. */
export interface Replies {
  /** That one talks to an AI system; shown at first contact. */
  readonly aiNotice: string
  smallTalk(reason: SmallTalkReason): string
  outOfRemit(reason: RemitReason): string
  /** To orders to the assistant, and to requests for what others wrote. */
  readonly instruction: string
  handOver(handOver: HandOver): string
  clarify(clarify: Clarify): string
  /** To a day, a number or a choice by itself, as it was typed, while nothing was asked. */
  whatAbout(typed: string): string
  maskedNotice(notice: MaskedNotice): string
  /** Where a stolen or lost identity card is blocked. */
  readonly stolenCard: string
}
