import type { SendOutcome } from '../../src/desk/channel.js'

/** How long a server that says no for now is left alone, in milliseconds. */
const BUSY_MS = 5 * 60_000
/** One that cannot be reached, or does not let us in: somebody has to look at it. */
const AWAY_MS = 60_000

/**
 * What a failed send means.
 *
 * - 4xx: the server took nothing and may later; grey-listing is one of these.
 * - 5xx: it never will.
 * - Not reached, not let in, or broken before the mail was over there: nothing was sent, later again.
 * - Broken after the last byte of the mail: nobody knows.
 *
 * @param handedOver whether the whole mail had been written to the server.
 */
export function toOutcome(error: unknown, handedOver: boolean): SendOutcome {
  const { code, responseCode, message } = factsOf(error)
  if (code === 'EAUTH') return { kind: 'rate-limited', retryAfterMs: BUSY_MS }
  if (responseCode !== null && responseCode >= 500) {
    return { kind: 'failed', reason: `The mail server refused it: ${message}` }
  }
  if (responseCode !== null && responseCode >= 400) return { kind: 'rate-limited', retryAfterMs: BUSY_MS }
  if (handedOver) return { kind: 'uncertain', reason: `The connection ended before the answer: ${message}` }
  // What can be known without a server will be no different the next time.
  if (responseCode === null && (code === 'EENVELOPE' || code === 'EMESSAGE' || code === 'ECONTENT')) {
    return { kind: 'failed', reason: `It is no mail: ${message}` }
  }
  return { kind: 'rate-limited', retryAfterMs: AWAY_MS }
}

function factsOf(error: unknown) {
  if (!(error instanceof Error)) return { code: null, responseCode: null, message: 'unknown error' }
  return {
    code: 'code' in error && typeof error.code === 'string' ? error.code : null,
    responseCode:
      'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null,
    // A server repeats the address in its answer; whoever reads a list of failures has it beside that anyway.
    message: error.message.replace(/\s+/g, ' ').slice(0, 200),
  }
}
