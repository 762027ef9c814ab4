import type { SendOutcome } from '../../src/desk/channel.js'
import { neverConnected } from '../../src/never-connected.js'

/** The Teams channel cannot take something in; nothing was kept. */
export class TeamsError extends Error {
  /** Stable. `TEAMS_STOPPED`: the desk takes nothing in (yet, or any more), Teams must send it again. */
  readonly code = 'TEAMS_STOPPED'

  constructor() {
    super('The desk takes nothing in at the moment')
    this.name = 'TeamsError'
  }
}

/** A call to Teams that did not end well. */
export class CallError extends Error {
  /** Of the answer; null when there was none. */
  readonly status: number | null
  /** Teams' or the network's own word for it, such as `BotNotInConversationRoster`; empty when there was none. */
  readonly code: string
  /** Null when Teams did not say. */
  readonly retryAfterMs: number | null

  constructor(status: number | null, code: string, retryAfterMs: number | null = null) {
    super(`Teams: ${status ?? 'no answer'} ${code}`.trim())
    this.name = 'CallError'
    this.status = status
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}

/** Why something that says to come from Teams is not taken for it. */
export type SignatureProblem = 'missing' | 'expired' | 'not-for-us'

/** What those who run the desk must know, without a word of anybody. */
export type TeamsAlert =
  /** Microsoft no longer takes the secret of the app, or Teams its token: nothing can be sent. */
  | { readonly kind: 'token-refused'; readonly error: string }
  /** Somebody of an organisation that is not listed wrote; nothing of it was kept. */
  | { readonly kind: 'tenant-not-listed'; readonly tenant: string }
  /** Something came that is not signed by Teams for this app: somebody tries, or the app id is wrong. */
  | { readonly kind: 'signature-refused'; readonly reason: SignatureProblem }
  /** Who writes cannot be looked up, so that everybody counts as a stranger. */
  | { readonly kind: 'people-unknown'; readonly tenant: string; readonly error: string }
  /** A word of the channel itself (a welcome, a refusal of a file) was not posted. */
  | { readonly kind: 'word-not-posted'; readonly error: string }

/** Waited when Teams refuses for now without saying for how long, in milliseconds. */
export const DEFAULT_RETRY_MS = 5000

/** Answers after which nobody knows whether it was done; Teams gives them also for what it did. */
const WHO_KNOWS: ReadonlySet<number> = new Set([408, 412])

/** How a send ended whose call failed; what is not recognised is uncertain, because it may have been posted. */
export function toOutcome(error: unknown): SendOutcome {
  if (!(error instanceof CallError)) return { kind: 'uncertain', reason: 'unreadable answer' }
  const { status, code, retryAfterMs } = error
  if (status === 429 || neverConnected(code)) {
    return { kind: 'rate-limited', retryAfterMs: retryAfterMs ?? DEFAULT_RETRY_MS }
  }
  if (status === null) return { kind: 'uncertain', reason: code || 'connection lost' }
  const refused = status >= 300 && status < 500 && !WHO_KNOWS.has(status)
  return { kind: refused ? 'failed' : 'uncertain', reason: `HTTP ${status} ${code}`.trim() }
}

/** In a word or two, for the log. */
export function shortReason(error: unknown): string {
  if (error instanceof CallError) return `${error.status ?? ''} ${error.code}`.trim() || 'no answer'
  if (error instanceof Error) {
    return 'errorCode' in error && typeof error.errorCode === 'string' ? error.errorCode : error.name
  }
  return 'unknown'
}

/** Whether Teams refused what a card is made of, or its size; the same text without it may pass. */
export function isCardRefused(error: unknown): boolean {
  return error instanceof CallError && (error.status === 400 || error.status === 413)
}

/** Whether the post to change is not there any more. */
export function isPostGone(error: unknown): boolean {
  return error instanceof CallError && error.status === 404
}

export function isTokenRefused(error: unknown): boolean {
  return error instanceof CallError && error.status === 401
}
