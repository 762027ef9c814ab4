import type { Logger } from 'pino'
import { Counter, Histogram, type Registry } from 'prom-client'
import type { ModelObserver } from '../answering/model/observe.js'

/**
 * A listener that counts what a language model is asked and writes one line a call: which passages were sent, the
 * hash of the prompt, tokens and outcome, and no text. The lines are the record of what left the house.
 */
export function modelEvents(log: Logger, registry: Registry): ModelObserver {
  const calls = new Histogram({
    name: 'vraagbaak_model_call_seconds',
    help: 'Calls of the language model, by role and outcome',
    labelNames: ['role', 'outcome'],
    buckets: [0.25, 0.5, 1, 2, 3, 4, 5, 10, 30],
    registers: [registry],
  })
  const tokens = new Counter({
    name: 'vraagbaak_model_tokens_total',
    help: 'Tokens to and from the language model',
    labelNames: ['direction'],
    registers: [registry],
  })
  const worded = new Counter({
    name: 'vraagbaak_model_answers_total',
    help: 'Questions a language model was to word, by how that ended',
    labelNames: ['outcome'],
    registers: [registry],
  })
  const dropped = new Counter({
    name: 'vraagbaak_model_sentences_dropped_total',
    help: 'Sentences of the language model that did not hold against their passages, by reason',
    labelNames: ['reason'],
    registers: [registry],
  })
  return (record) => {
    const { kind, ...figures } = record
    if (record.kind === 'call') {
      calls.observe({ role: record.role, outcome: record.outcome }, record.ms / 1000)
      tokens.inc({ direction: 'in' }, record.tokensIn)
      tokens.inc({ direction: 'out' }, record.tokensOut)
      log[record.outcome === 'answered' ? 'info' : 'warn'](figures, 'model call')
      return
    }
    worded.inc({ outcome: record.outcome })
    for (const [reason, count] of Object.entries(record.dropped)) dropped.inc({ reason }, count)
    log.info(figures, `model ${kind}`)
  }
}
