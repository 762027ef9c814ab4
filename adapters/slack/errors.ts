import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import type { SendOutcome } from '../../src/desk/channel.js'
import { neverConnected } from '../../src/never-connected.js'
import { DEFAULT_RETRY_SECONDS } from './slack-fetch.js'

/** The Slack channel cannot do what it was asked; nothing was posted or taken in. */
export class SlackError extends Error {
  /** Stable. */
  readonly code: SlackErrorCode

  constructor(code: SlackErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SlackError'
    this.code = code
  }
}

/**
 * - `SLACK_STOPPED`: the desk takes nothing in (yet, or any more), Slack must send it again.
 * - `SLACK_NOT_INSTALLED`: no installation for this workspace.
 * - `SLACK_INSTALLATION_UNREADABLE`: stored under another key than the one in SLACK_INSTALLATIONS_KEY.
 */
export type SlackErrorCode = 'SLACK_STOPPED' | 'SLACK_NOT_INSTALLED' | 'SLACK_INSTALLATION_UNREADABLE'

/** The app hears of a workspace, or should post in one, that it is not installed in. */
export function notInstalled(where: {
  readonly team: string | null
  readonly enterprise: string | null
}): SlackError {
  const name = where.team ?? where.enterprise ?? 'an unknown workspace'
  return new SlackError('SLACK_NOT_INSTALLED', `The Slack app is not installed in ${name}`)
}

/** What staff who run the desk must know, without a word of anybody. */
export type SlackAlert =
  /** Slack no longer takes the token of this workspace: nothing can be sent until it is installed again. */
  | { readonly kind: 'token-refused'; readonly team: string; readonly error: string }
  /** Slack sent nothing for a while; this is what a look back over that time found. `complete`: nothing was skipped. */
  | {
      readonly kind: 'looked-back'
      readonly from: string
      readonly to: string
      readonly found: number
      readonly complete: boolean
    }
  /** Slack holds events back because there are too many. */
  | { readonly kind: 'events-limited'; readonly team: string }
  /** Who writes cannot be looked up, so that everybody counts as a stranger. */
  | { readonly kind: 'people-unknown'; readonly team: string; readonly error: string }
  /** The connection of Socket Mode cannot be opened; it is tried again. */
  | { readonly kind: 'not-connected'; readonly error: string }

/** Slack's answers that mean that the token is worth nothing any more. */
const TOKEN_REFUSED: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'org_login_required',
  'team_access_not_granted',
])

/** Slack's answers that mean that it does not like the blocks; the same text without them may pass. */
const BLOCKS_REFUSED: ReadonlySet<string> = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'block_mismatch',
  'too_many_contact_cards',
])

/** Slack's answers that mean that the post to change is not there or cannot be changed any more. */
const POST_GONE: ReadonlySet<string> = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'thread_not_found',
])

/** Slack's answers after which the same call may pass later, and nothing was done. */
const NOT_NOW: ReadonlySet<string> = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded'])

/** Slack's answers after which nobody knows whether it was done. */
const WHO_KNOWS: ReadonlySet<string> = new Set(['internal_error', 'fatal_error', 'request_timeout'])

/** Slack's own word for what was wrong, such as `channel_not_found`; null when Slack gave none. */
export function slackErrorOf(error: unknown): string | null {
  return error instanceof WebAPIPlatformError && typeof error.data.error === 'string'
    ? error.data.error
    : null
}

export function isTokenRefused(error: unknown): boolean {
  return TOKEN_REFUSED.has(slackErrorOf(error) ?? '')
}

export function isBlocksRefused(error: unknown): boolean {
  return BLOCKS_REFUSED.has(slackErrorOf(error) ?? '')
}

export function isPostGone(error: unknown): boolean {
  return POST_GONE.has(slackErrorOf(error) ?? '')
}

/** How a send ended whose call failed; what is not recognised is uncertain, because it may have been posted. */
export function toOutcome(error: unknown): SendOutcome {
  if (error instanceof WebAPIRateLimitedError) return later(error.retryAfter)
  const word = slackErrorOf(error)
  if (word !== null) {
    if (NOT_NOW.has(word)) return later(DEFAULT_RETRY_SECONDS)
    return { kind: WHO_KNOWS.has(word) ? 'uncertain' : 'failed', reason: word }
  }
  if (error instanceof WebAPIHTTPError) return { kind: 'uncertain', reason: `HTTP ${error.statusCode}` }
  if (neverConnected(networkCodeOf(error))) return later(DEFAULT_RETRY_SECONDS)
  return { kind: 'uncertain', reason: networkCodeOf(error) || 'connection lost' }
}

/** In a word or two, for the log. */
export function shortReason(error: unknown): string {
  const outcome = toOutcome(error)
  return 'reason' in outcome ? outcome.reason : 'rate-limited'
}

function later(seconds: number): SendOutcome {
  return { kind: 'rate-limited', retryAfterMs: seconds * 1000 }
}

function networkCodeOf(error: unknown): string {
  let cause: unknown = error instanceof WebAPIRequestError ? error.original : error
  for (let depth = 0; depth < 4 && cause instanceof Error; depth++) {
    if ('code' in cause && typeof cause.code === 'string' && !cause.code.startsWith('slack_'))
      return cause.code
    if (cause.name === 'TimeoutError') return 'ETIMEDOUT'
    cause = cause instanceof AggregateError ? cause.errors[0] : cause.cause
  }
  return ''
}
