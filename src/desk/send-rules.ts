import type { ChannelLimits, Reconciliation, SendOutcome } from './channel.js'
import type { SendClaim, Settlement } from './ports.js'

/** What to write down, and how long the lane rests, in milliseconds. */
export interface Judgement {
  readonly settlement: Settlement
  readonly laneFreeInMs: number
}

/**
 * When an uncertain message is looked for, in milliseconds after the send or the look before it; together under a
 * minute. The first wait lets a request that is still under way arrive.
 */
const LOOK_AFTER_MS = [2000, 8000, 20_000, 25_000] as const

/** A platform that loses a message this often is not going to take it. */
const MAX_SENDS = 3

/** Waits a platform asks for are kept between these; a wait it did not name right is a second. */
const SHORTEST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 3_600_000

/** What follows from how a send ended. */
export function afterSend(outcome: SendOutcome, { spacingMs }: ChannelLimits, now: Date): Judgement {
  switch (outcome.kind) {
    case 'delivered':
    case 'failed':
      return { settlement: outcome, laneFreeInMs: spacingMs }
    case 'rate-limited': {
      const wait = Number.isFinite(outcome.retryAfterMs) ? outcome.retryAfterMs : 0
      return {
        settlement: { kind: 'later', reason: 'The platform asked to wait' },
        laneFreeInMs: Math.min(Math.max(wait, SHORTEST_WAIT_MS, spacingMs), LONGEST_WAIT_MS),
      }
    }
    case 'uncertain':
      return { settlement: lookAgain(0, outcome.reason, now), laneFreeInMs: spacingMs }
  }
}

/** What follows from a look-back: only a message that is surely not there is sent again. */
export function afterCheck(
  claim: SendClaim,
  found: Reconciliation,
  { spacingMs }: ChannelLimits,
  now: Date,
): Judgement {
  return { settlement: settlementOf(claim, found, now), laneFreeInMs: found === 'unknown' ? 0 : spacingMs }
}

function settlementOf(claim: SendClaim, found: Reconciliation, now: Date): Settlement {
  if (found === 'delivered') return { kind: 'delivered', platformId: null }
  if (found === 'unknown') return lookAgain(claim.checks, 'Nobody knows whether it arrived', now)
  if (found !== 'absent') return found
  if (claim.attempts < MAX_SENDS) return { kind: 'again', reason: 'It had not arrived' }
  return { kind: 'failed', reason: `Sent ${claim.attempts} times, and it never arrived` }
}

function lookAgain(looks: number, reason: string, now: Date): Settlement {
  const wait = LOOK_AFTER_MS[looks]
  if (wait === undefined) return { kind: 'uncertain', reason }
  return { kind: 'check', at: new Date(now.getTime() + wait), reason }
}
