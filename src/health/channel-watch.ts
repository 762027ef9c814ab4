import type { Problem, ProblemKind } from './alerts.js'

/** How a send ended, as far as it says how the channel is. */
export type SendResult = 'delivered' | 'failed' | 'later' | 'again' | 'check' | 'uncertain'

/** Sends in a row that were put off, and how long that goes on, before somebody is told. Milliseconds. */
const PUT_OFF = { times: 2, ms: 60_000 }
/** Sends in a row that were refused for good or lost sight of. */
const LOST = 3
/** What a channel said of itself counts for this long, unless it says it again or a send arrives. Milliseconds. */
const SAID_MS = 15 * 60_000

interface Said {
  readonly kind: ProblemKind
  readonly detail: string
  readonly at: number
}

interface State {
  said: Said | null
  putOff: number
  putOffSince: number
  lost: number
}

/** Tells from what sends come to, and from what channels say themselves, which of them do not work. */
export class ChannelWatch {
  readonly #states = new Map<string, State>()

  /** @param now milliseconds since 1970, as everywhere here. */
  sent(channel: string, result: SendResult, now: number): void {
    const state = this.#of(channel)
    if (result === 'delivered') {
      this.#states.delete(channel)
    } else if (result === 'later' || result === 'again') {
      if (state.putOff === 0) state.putOffSince = now
      state.putOff += 1
    } else {
      state.lost += 1
    }
  }

  /** A channel says that it does not work. */
  said(channel: string, kind: ProblemKind, detail: string, now: number): void {
    this.#of(channel).said = { kind, detail, at: now }
  }

  problems(now: number): readonly Problem[] {
    return [...this.#states].flatMap(([channel, state]) => {
      const found = troubleOf(state, now)
      return found === null ? [] : [{ subject: `channel.${channel}`, ...found }]
    })
  }

  #of(channel: string): State {
    const state = this.#states.get(channel) ?? { said: null, putOff: 0, putOffSince: 0, lost: 0 }
    this.#states.set(channel, state)
    return state
  }
}

function troubleOf(state: State, now: number): Pick<Problem, 'kind' | 'detail'> | null {
  const { said, putOff, putOffSince, lost } = state
  if (said !== null && now - said.at < SAID_MS) return { kind: said.kind, detail: said.detail }
  if (lost >= LOST) return { kind: 'failing', detail: '' }
  const away = putOff >= PUT_OFF.times && now - putOffSince >= PUT_OFF.ms
  return away ? { kind: 'unreachable', detail: '' } : null
}
