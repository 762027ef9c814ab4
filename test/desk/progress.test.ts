import { describe, expect, it } from 'vitest'
import type { AnswerEvent } from '../../src/answering/model/answer-port.js'
import type { Progress } from '../../src/desk/channel.js'
import type { ConversationId } from '../../src/desk/conversation.js'
import { Dispatcher } from '../../src/desk/dispatcher.js'
import type { Claim, CommitResult, Turns } from '../../src/desk/ports.js'
import { TurnProgress } from '../../src/desk/progress.js'
import { EMPTY_STATE } from '../../src/desk/state.js'
import type { Turn } from '../../src/desk/turn.js'
import { FakeChannel } from '../fakes/channel.js'
import { ManualClock } from '../fakes/clock.js'
import { echo, incoming, notice } from '../fakes/messages.js'

const C1 = 'C1' as ConversationId
const WRITING: AnswerEvent = { kind: 'status', step: 'writing', text: 'Ik schrijf.' }
const sentence = (text: string): AnswerEvent => ({ kind: 'sentence', text, passages: ['a#0'] })

/** A channel that writes down what it is told to show. */
class ShowingChannel extends FakeChannel {
  readonly shown: (Progress | null)[] = []

  showProgress(_conversation: ConversationId, progress: Progress | null): void {
    this.shown.push(progress)
  }
}

const showing = () => new ShowingChannel('web', () => new Date(0))

describe('what a channel is told of a turn that runs', () => {
  it('is each time all there is to show, and at the end that it goes', () => {
    const channel = showing()
    const progress = new TurnProgress(channel, C1)
    progress.show({ kind: 'status', step: 'searching', text: 'Ik zoek.' })
    progress.show(WRITING)
    progress.show(sentence('Een.'))
    progress.show(sentence('Twee.'))
    progress.end()
    expect(channel.shown).toEqual([
      { step: 'searching', status: 'Ik zoek.', sentences: [] },
      { step: 'writing', status: 'Ik schrijf.', sentences: [] },
      { step: 'writing', status: 'Ik schrijf.', sentences: ['Een.'] },
      { step: 'writing', status: 'Ik schrijf.', sentences: ['Een.', 'Twee.'] },
      null,
    ])
  })

  it('is nothing when there was nothing to show, and nothing after the end', () => {
    const channel = showing()
    const progress = new TurnProgress(channel, C1)
    progress.end()
    progress.show(WRITING)
    expect(channel.shown).toEqual([])
  })

  it('costs nobody a reply: a channel that cannot show it, or fails at it, is let be', () => {
    const failing = {
      showProgress: () => {
        throw new Error('no line')
      },
    }
    for (const channel of [failing, {}, undefined]) {
      const progress = new TurnProgress(channel, C1)
      expect(() => progress.show(WRITING)).not.toThrow()
      expect(() => progress.end()).not.toThrow()
    }
  })
})

describe('what was shown of a turn', () => {
  const claim: Claim = {
    channel: 'web',
    conversation: C1,
    fence: 1,
    version: 0,
    state: EMPTY_STATE,
    sequence: 1,
    attempts: 1,
    incoming: incoming('C1', 'hallo', { channel: 'web' }),
    heldBy: null,
  }

  /** Runs one turn to its end, on a store that says this to its commit. */
  async function run(turn: Turn, ends: CommitResult, clock = new ManualClock('2026-11-23T09:00:00Z')) {
    const channel = showing()
    const order: string[] = []
    const open = [claim]
    const turns: Turns = {
      claim: async () => open.splice(0),
      renew: async () => true,
      commit: async () => {
        order.push(`${ends}, shown ${channel.shown.at(-1)?.sentences.length}`)
        return ends
      },
      release: async () => {},
    }
    const dispatcher = new Dispatcher({
      turns,
      signals: { subscribe: () => () => {} },
      turn,
      channels: new Map([['web', channel]]),
      clock,
      owner: 'desk-1',
      givenUp: () => notice('opgegeven'),
      onEvent: () => {},
    })
    return { channel, order, drained: dispatcher.drain() }
  }

  const shows: Turn = (message, state, now, heldBy, show) => {
    show?.(WRITING)
    show?.(sentence('Een.'))
    return echo(message, state, now, heldBy)
  }

  it.each([
    'committed',
    'changed',
    'lost',
  ] as const)('goes after the commit, when that is %s', async (ends) => {
    const { channel, order, drained } = await run(shows, ends)
    await drained
    expect(order).toEqual([`${ends}, shown 1`])
    expect(channel.shown.at(-1)).toBeNull()
  })

  it('goes when the turn fails', async () => {
    const fails: Turn = async (_message, _state, _now, _heldBy, show) => {
      show?.(WRITING)
      throw new Error('no index')
    }
    const { channel, drained } = await run(fails, 'committed')
    await drained
    expect(channel.shown.map((progress) => progress?.step ?? null)).toEqual(['writing', null])
  })

  it('goes when the turn takes too long, and what that turn still says is not shown', async () => {
    const clock = new ManualClock('2026-11-23T09:00:00Z')
    let late = () => {}
    const hangs: Turn = (_message, _state, _now, _heldBy, show) => {
      show?.(WRITING)
      late = () => show?.(sentence('Te laat.'))
      return new Promise(() => {})
    }
    const { channel, drained } = await run(hangs, 'committed', clock)
    while (clock.sleeping < 2) await new Promise((resolve) => setImmediate(resolve))
    clock.advance(121_000)
    await drained
    late()
    expect(channel.shown.map((progress) => progress?.step ?? null)).toEqual(['writing', null])
  })
})
