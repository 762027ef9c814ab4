import { Registry } from 'prom-client'
import { describe, expect, it } from 'vitest'
import { createLog } from '../../src/http/logging.js'
import { modelEvents } from '../../src/http/model-events.js'

describe('what is told of a language model', () => {
  it('is counted and written, one line each, with failures as warnings', async () => {
    const registry = new Registry()
    const lines: string[] = []
    const observe = modelEvents(createLog('info', { write: (line) => lines.push(line) }), registry)
    const call = {
      kind: 'call',
      role: 'compose',
      model: 'ollama:qwen',
      passages: ['leden#0'],
      prompt: 'ab'.repeat(32),
      tokensIn: 500,
      tokensOut: 40,
      ms: 900,
    } as const
    observe({ ...call, outcome: 'answered' })
    observe({ ...call, outcome: 'timeout', ms: 4000 })
    observe({
      kind: 'wording',
      model: 'ollama:qwen',
      outcome: 'worded',
      kept: 2,
      dropped: { link: 1 },
      ms: 950,
    })
    const metrics = await registry.metrics()
    expect(metrics).toContain('vraagbaak_model_call_seconds_count{role="compose",outcome="timeout"} 1')
    expect(metrics).toContain('vraagbaak_model_tokens_total{direction="in"} 1000')
    expect(metrics).toContain('vraagbaak_model_answers_total{outcome="worded"} 1')
    expect(metrics).toContain('vraagbaak_model_sentences_dropped_total{reason="link"} 1')
    const written = lines.map((line): unknown => JSON.parse(line))
    expect(written).toMatchObject([
      { level: 30, msg: 'model call', passages: ['leden#0'], outcome: 'answered' },
      { level: 40, msg: 'model call', outcome: 'timeout' },
      { level: 30, msg: 'model wording', outcome: 'worded', kept: 2 },
    ])
  })
})
