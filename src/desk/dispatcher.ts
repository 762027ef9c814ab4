import type { Channel } from './channel.js'
import type { Clock } from './clock.js'
import type { ChannelName } from './conversation.js'
import { inTime } from './in-time.js'
import type { Incoming } from './incoming.js'
import { destination, outbound } from './outbound.js'
import type { OutgoingMessage } from './outgoing.js'
import type { Claim, Signals, Turns, TurnWork } from './ports.js'
import { TurnProgress } from './progress.js'
import { Pump } from './pump.js'
import { readState } from './stored-state.js'
import { ticketYear } from './ticket-year.js'
import type { Turn, TurnFigures, TurnResult } from './turn.js'

/** What the dispatcher works with. */
export interface DispatcherOptions {
  readonly turns: Turns
  readonly signals: Signals
  readonly turn: Turn
  readonly channels: ReadonlyMap<ChannelName, Channel>
  readonly clock: Clock
  /** Names this process among those on the same database. */
  readonly owner: string
  /** What a member reads when the desk gives up on a message. */
  readonly givenUp: (incoming: Incoming) => OutgoingMessage
  readonly onEvent: (event: DispatchEvent) => void
  readonly tuning?: Partial<DispatchTuning>
}

/** Times in milliseconds. */
export interface DispatchTuning {
  /** Conversations handled side by side. */
  readonly concurrency: number
  /** How long a conversation stays with a process that says nothing more. */
  readonly leaseMs: number
  /** A turn that takes longer has failed. */
  readonly turnMs: number
  /** An event is parked after this many attempts. */
  readonly maxAttempts: number
  /** Wait after the first failure; four times longer after each next one. */
  readonly backoffMs: number
  readonly pollMs: number
}

export const DISPATCH_TUNING: DispatchTuning = {
  concurrency: 8,
  leaseMs: 30_000,
  turnMs: 120_000,
  maxAttempts: 5,
  backoffMs: 1000,
  pollMs: 1000,
}

/** What happened, for the log and the metrics: no text of anybody. */
export type DispatchEvent =
  | { readonly kind: 'handled'; readonly claim: Claim; readonly figures: TurnFigures; readonly ms: number }
  | { readonly kind: 'redone'; readonly claim: Claim; readonly why: 'lost' | 'changed' }
  | { readonly kind: 'failed'; readonly claim: Claim; readonly error: unknown; readonly retryInMs: number }
  | { readonly kind: 'parked'; readonly claim: Claim; readonly error: unknown }
  | { readonly kind: 'error'; readonly error: unknown }

/**
 * Takes conversations that have something to do and runs a turn for the oldest open event of each: strictly in
 * order within a conversation, side by side between them.
 */
export class Dispatcher {
  readonly #options: DispatcherOptions
  readonly #tuning: DispatchTuning
  readonly #pump: Pump<Claim>
  readonly #held = new Set<Claim>()

  constructor(options: DispatcherOptions) {
    this.#options = options
    this.#tuning = { ...DISPATCH_TUNING, ...options.tuning }
    const { turns, clock, owner, onEvent } = options
    const { concurrency, leaseMs, pollMs } = this.#tuning
    const channels = [...options.channels.keys()]
    this.#pump = new Pump<Claim>({
      clock,
      signals: options.signals,
      topic: 'inbox',
      concurrency,
      pollMs,
      claim: (limit) => turns.claim({ owner, now: clock.now(), leaseMs, limit, channels }),
      handle: (claim) => this.#handle(claim),
      onError: (error) => onEvent({ kind: 'error', error }),
    })
  }

  start(): void {
    this.#pump.start()
  }

  /** Finishes the turns that run, within `boundMs`; true when all did. The others are given to whoever runs next. */
  async stop(boundMs: number): Promise<boolean> {
    const ended = await this.#pump.stop(boundMs)
    const { clock, turns, onEvent } = this.#options
    const given = ended ? [] : [...this.#held].map((claim) => turns.release(claim, clock.now(), false))
    await Promise.all(given).catch((error) => onEvent({ kind: 'error', error })) // the leases run out
    return ended
  }

  /** Handles what is due now, without starting. */
  drain(): Promise<void> {
    return this.#pump.drain()
  }

  async #handle(claim: Claim): Promise<void> {
    const started = this.#options.clock.now()
    // An event that has used up its attempts without a word (it killed the process each time) is not tried again.
    if (claim.attempts > this.#tuning.maxAttempts) return this.#park(claim, new Error('The process ended'))
    this.#held.add(claim)
    const keeping = new AbortController()
    const kept = this.#keepLease(claim, keeping.signal)
    const progress = new TurnProgress(this.#options.channels.get(claim.channel), claim.conversation)
    try {
      const result = await this.#turn(claim, progress)
      const outcome = await this.#options.turns.commit(claim, this.#work(claim, result))
      const now = this.#options.clock.now()
      if (outcome === 'committed') {
        const ms = now.getTime() - started.getTime()
        this.#options.onEvent({ kind: 'handled', claim, figures: result.figures, ms })
      } else this.#options.onEvent({ kind: 'redone', claim, why: outcome })
    } catch (error) {
      await this.#failed(claim, error)
    } finally {
      // After the commit: whoever reads the log finds the reply before this goes.
      progress.end()
      this.#held.delete(claim)
      keeping.abort()
      await kept
    }
  }

  #turn(claim: Claim, { show }: TurnProgress): Promise<TurnResult> {
    const { turn, clock } = this.#options
    const running = turn(claim.incoming, readState(claim.state), clock.now(), claim.heldBy, show)
    return inTime(running, this.#tuning.turnMs, clock, 'The turn took too long')
  }

  #work(claim: Claim, result: TurnResult): TurnWork {
    const to = destination(this.#options.channels, claim.channel, claim.conversation)
    const now = this.#options.clock.now()
    return {
      now,
      effects: result.effects,
      ticketYear: ticketYear(now),
      parked: null,
      ...(result.counted && { counted: result.counted }),
      conclude: (outcomes) => {
        const { state, messages } = result.conclude?.(outcomes) ?? result
        const { opened } = outcomes
        return {
          state: opened ? { ...state, ticket: opened.reference } : state,
          messages: outbound(messages, opened, to),
        }
      },
    }
  }

  /** A turn may take longer than a lease: it is lengthened as long as this process lives. */
  async #keepLease(claim: Claim, signal: AbortSignal): Promise<void> {
    const { clock, turns, onEvent } = this.#options
    const { leaseMs } = this.#tuning
    for (;;) {
      await clock.sleep(leaseMs / 3, signal)
      if (signal.aborted) return
      try {
        if (!(await turns.renew(claim, new Date(clock.now().getTime() + leaseMs)))) return
      } catch (error) {
        onEvent({ kind: 'error', error })
      }
    }
  }

  async #failed(claim: Claim, error: unknown): Promise<void> {
    const blame = !isStoreFailure(error)
    if (blame && claim.attempts >= this.#tuning.maxAttempts) return this.#park(claim, error)
    const { clock, turns, onEvent } = this.#options
    const retryInMs = this.#tuning.backoffMs * 4 ** (claim.attempts - 1)
    await turns.release(claim, new Date(clock.now().getTime() + retryInMs), blame)
    onEvent({ kind: 'failed', claim, error, retryInMs })
  }

  /** Sets the event aside, tells its member, and lets the next one go on. */
  async #park(claim: Claim, error: unknown): Promise<void> {
    const { channels, clock, turns, givenUp, onEvent } = this.#options
    const to = destination(channels, claim.channel, claim.conversation)
    const now = clock.now()
    await turns.commit(claim, {
      now,
      effects: [],
      ticketYear: ticketYear(now),
      parked: reasonOf(error),
      conclude: () => ({ state: null, messages: outbound([givenUp(claim.incoming)], null, to) }),
    })
    onEvent({ kind: 'parked', claim, error })
  }
}

/** A full disk or a database that does not answer is not the fault of the message that met it. */
function isStoreFailure(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('STORE_')
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'Unknown error'
}
