import type { Logger } from 'pino'
import type { Turn } from '../desk/turn.js'
import type { Metrics } from './metrics.js'

/**
 * The same turn, with one structured line and one measurement each: ids, how it ended, how sure the desk was and
 * how long it took. Never a text, masked or not.
 */
export function observedTurn(turn: Turn, log: Logger, metrics: Metrics, clockMs: () => number): Turn {
  return async (incoming, state, now) => {
    const begun = clockMs()
    const { channel, conversation, eventId } = incoming
    const ids = { channel, conversation, event: eventId }
    try {
      const result = await turn(incoming, state, now)
      const ms = Math.round(clockMs() - begun)
      metrics.turn({ channel, outcome: result.figures.outcome, ms })
      log.info({ ...ids, ...result.figures, masked: incoming.masked, ms }, 'turn')
      return result
    } catch (error) {
      metrics.turn({ channel, outcome: 'error', ms: clockMs() - begun })
      log.error({ ...ids, err: error, ms: Math.round(clockMs() - begun) }, 'turn failed')
      throw error
    }
  }
}
