import type { Channel, SendOutcome } from './channel.js'
import type { Clock } from './clock.js'
import type { ChannelName } from './conversation.js'
import { inTime } from './in-time.js'
import { isSent } from './outbound.js'
import type { Outbox, SendClaim, Settlement, Signals } from './ports.js'
import { Pump } from './pump.js'
import { afterCheck, afterSend, type Judgement } from './send-rules.js'

/** What the sender works with. */
export interface SenderOptions {
  readonly outbox: Outbox
  readonly signals: Signals
  readonly channels: ReadonlyMap<ChannelName, Channel>
  readonly clock: Clock
  /** Names this process among those on the same database. */
  readonly owner: string
  readonly onEvent: (event: SendEvent) => void
  readonly tuning?: Partial<SendTuning>
}

/** Times in milliseconds. */
export interface SendTuning {
  /** Lanes served side by side. */
  readonly concurrency: number
  /** A call to a platform that takes longer is uncertain. */
  readonly callMs: number
  /** Longer than `callMs`, so that a lane is not taken over from a process that waits for its platform. */
  readonly leaseMs: number
  readonly pollMs: number
}

export const SEND_TUNING: SendTuning = { concurrency: 8, callMs: 30_000, leaseMs: 45_000, pollMs: 1000 }

/** What happened, for the log and the metrics: no text of anybody. */
export type SendEvent =
  | { readonly kind: 'settled'; readonly claim: SendClaim; readonly settlement: Settlement }
  | { readonly kind: 'lease-lost'; readonly claim: SendClaim }
  | { readonly kind: 'error'; readonly error: unknown }

/** Sends what is in the outbox: per conversation in order, per lane at the platform's pace, never twice blindly. */
export class Sender {
  readonly #options: SenderOptions
  readonly #tuning: SendTuning
  readonly #pump: Pump<SendClaim>

  constructor(options: SenderOptions) {
    this.#options = options
    this.#tuning = { ...SEND_TUNING, ...options.tuning }
    const { outbox, clock, owner, onEvent } = options
    const { concurrency, leaseMs, pollMs } = this.#tuning
    const channels = [...options.channels.keys()].filter(isSent)
    const bursts = new Map(channels.map((name) => [name, options.channels.get(name)?.limits.bursts ?? []]))
    this.#pump = new Pump<SendClaim>({
      clock,
      signals: options.signals,
      topic: 'outbox',
      concurrency,
      pollMs,
      claim: (limit) => outbox.claim({ owner, now: clock.now(), leaseMs, limit, channels, bursts }),
      handle: (claim) => this.#handle(claim),
      onError: (error) => onEvent({ kind: 'error', error }),
    })
  }

  start(): void {
    this.#pump.start()
  }

  /** Finishes the sends that run, within `boundMs`; true when all did. */
  stop(boundMs: number): Promise<boolean> {
    return this.#pump.stop(boundMs)
  }

  /** Sends what is due now, without starting. */
  drain(): Promise<void> {
    return this.#pump.drain()
  }

  async #handle(claim: SendClaim): Promise<void> {
    const channel = this.#options.channels.get(claim.channel)
    if (!channel) return
    const { settlement, laneFreeInMs } = await this.#deliver(channel, claim)
    const now = this.#options.clock.now()
    const freeAt = new Date(now.getTime() + laneFreeInMs)
    const kept = await this.#options.outbox.settle(claim, settlement, now, freeAt)
    this.#options.onEvent(kept ? { kind: 'settled', claim, settlement } : { kind: 'lease-lost', claim })
  }

  async #deliver(channel: Channel, claim: SendClaim): Promise<Judgement> {
    const { clock } = this.#options
    if (claim.kind === 'send') {
      const outcome = await this.#inTime(channel.send(claim.delivery)).catch(unknownEnd)
      return afterSend(outcome, channel.limits, clock.now())
    }
    const found = await this.#inTime(channel.reconcile(claim.delivery)).catch(() => 'unknown' as const)
    return afterCheck(claim, found, channel.limits, clock.now())
  }

  #inTime<T>(call: Promise<T>): Promise<T> {
    return inTime(call, this.#tuning.callMs, this.#options.clock, 'The platform did not answer in time')
  }
}

/** A channel does not throw for what a platform does; should it, nobody knows whether the message went out. */
function unknownEnd(error: unknown): SendOutcome {
  return { kind: 'uncertain', reason: error instanceof Error ? error.message : 'Unknown error' }
}
