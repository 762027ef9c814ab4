import pino, { type DestinationStream, type Logger } from 'pino'
import type { DispatchEvent } from '../desk/dispatcher.js'
import type { DueEvent } from '../desk/due-runner.js'
import type { SendEvent } from '../desk/sender.js'
import type { Metrics } from './metrics.js'

/** Structured lines: one a turn, one for whatever goes wrong. Never a text of anybody, masked or not. */
export function createLog(level: string, destination: DestinationStream): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorForLog } },
    destination,
  )
}

/** Listeners of dispatcher, sender and due rows that log and count what happens. */
export function deskEvents(log: Logger, metrics: Metrics) {
  return {
    onDispatch: (event: DispatchEvent) => logDispatch(event, log, metrics),
    onSend: (event: SendEvent) => logSend(event, log, metrics),
    onDue: (event: DueEvent) => logDue(event, log),
  }
}

function logDispatch(event: DispatchEvent, log: Logger, metrics: Metrics): void {
  if (event.kind === 'error') {
    log.error({ err: event.error }, 'dispatch')
    return
  }
  const { channel, conversation, attempts, incoming } = event.claim
  const ids = { channel, conversation, event: incoming.eventId, attempts }
  if (event.kind === 'handled') {
    metrics.turn({ channel, outcome: event.figures.outcome, ms: event.ms })
    log.info({ ...ids, ...event.figures, masked: incoming.masked, ms: event.ms }, 'turn')
    return
  }
  metrics.turn({ channel, outcome: event.kind, ms: 0 })
  if (event.kind === 'redone') log.warn({ ...ids, why: event.why }, 'turn redone')
  else log.error({ ...ids, err: event.error }, `turn ${event.kind}`)
}

function logSend(event: SendEvent, log: Logger, metrics: Metrics): void {
  if (event.kind === 'error') {
    log.error({ err: event.error }, 'send')
    return
  }
  const { channel, attempts, delivery } = event.claim
  const conversation = conversationForLog(channel, delivery.conversation)
  const ids = { channel, conversation, message: delivery.id, attempts }
  const result = event.kind === 'settled' ? event.settlement.kind : event.kind
  metrics.send({ channel, result })
  const level = result === 'failed' || result === 'uncertain' ? 'error' : 'debug'
  log[level]({ ...ids, result }, 'send')
}

/** In the mail channel a conversation is somebody's address, which is for no log; the message's own id finds it. */
function conversationForLog(channel: string, conversation: string): string | null {
  return channel === 'mail' ? null : conversation
}

function logDue(event: DueEvent, log: Logger): void {
  if (event.kind === 'error') {
    log.error({ err: event.error }, 'due')
    return
  }
  const { kind, subject, attempts } = event.due
  const ids = { due: kind, subject, attempts }
  if (event.kind === 'done') log.info({ ...ids, lateMs: event.lateMs }, 'due')
  else if (event.kind === 'redone') log.debug({ ...ids, why: event.why }, 'due redone')
  else log.error({ ...ids, err: event.error, retryInMs: event.retryInMs }, `due ${event.kind}`)
}

/** Faults of the program, whose messages name no data. */
const PROGRAM_FAULTS = new Set(['TypeError', 'ReferenceError', 'RangeError', 'AssertionError'])
const OWN_CODE = /^(?!ERR_|SQLITE_)[A-Z]+(_[A-Z]+)+$/

/**
 * An error as it may be logged: what it is and where it came from.
 *
 * Messages of a database or a parser quote what they choked on, and so perhaps what a member wrote; only messages
 * of our own and of the language are kept.
 */
export function errorForLog(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const safe = PROGRAM_FAULTS.has(error.name) || (code !== undefined && OWN_CODE.test(code))
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    ...(safe && { message: error.message }),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 6)
      .map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: errorForLog(error.cause) }),
  }
}
