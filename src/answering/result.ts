import type { Language } from '../texts/language.js'
import type { Citation } from './citation.js'

/** The documents answer: always with at least one citation. */
export interface Answer {
  readonly kind: 'answer'
  readonly text: string
  readonly citations: readonly [Citation, ...Citation[]]
  readonly confidence: number
  readonly offersStaff: boolean
}

/** The documents do not answer; `found` is for staff, best first. */
export interface DontKnow {
  readonly kind: 'dont-know'
  readonly confidence: number
  readonly reason: string
  /** `why` says in a line for staff why search found it. */
  readonly found: readonly { readonly passage: string; readonly score: number; readonly why?: string }[]
}

/** A message to be answered. */
export interface Asked {
  /** Normalised (see `normalise`), masked. */
  readonly text: string
  readonly language: Language
  /** A personal datum was taken out of the text: what was stated is not known any more, so nothing is confirmed. */
  readonly masked?: boolean
  /** The question before it in the same conversation, completed; null when it is the first. */
  readonly previous: string | null
}

/** An answer, or that there is none, with the question as it was understood. */
export interface Answered {
  readonly result: Answer | DontKnow
  /** The question in full, follow-ups completed. */
  readonly question: string
}
