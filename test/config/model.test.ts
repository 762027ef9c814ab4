import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config.js'

describe('the configuration of a language model', () => {
  it('is none without MODEL, whatever else is set', () => {
    expect(loadConfig({}).model).toBeNull()
    expect(loadConfig({ MODEL_URL: 'http://127.0.0.1:8000/v1', MODEL_TIMEOUT_MS: '900' }).model).toBeNull()
  })

  it('has limits without being told', () => {
    expect(loadConfig({ MODEL: 'mistral:mistral-small-latest' }).model).toEqual({
      model: 'mistral:mistral-small-latest',
      url: null,
      timeoutMs: 4000,
      maxTokens: 600,
      concurrency: 4,
      priceIn: 0,
      priceOut: 0,
      budgetPerDay: null,
      asksPerMember: 100,
    })
  })

  it('reads prices with a fraction, a server of one’s own, and 0 asks as no limit', () => {
    const env = {
      MODEL: 'openai:qwen3:8b',
      MODEL_URL: 'http://127.0.0.1:8000/v1/',
      MODEL_PRICE_IN: '0.1',
      MODEL_PRICE_OUT: '0.4',
      MODEL_BUDGET_PER_DAY: '2.50',
      MODEL_ASKS_PER_MEMBER: '0',
    }
    expect(loadConfig(env).model).toMatchObject({
      model: 'openai:qwen3:8b',
      url: 'http://127.0.0.1:8000/v1',
      priceIn: 0.1,
      priceOut: 0.4,
      budgetPerDay: 2.5,
      asksPerMember: null,
    })
  })

  it.each([
    ['MODEL', 'anthropic:x'],
    ['MODEL', 'gpt-99'],
    ['MODEL_URL', 'ftp://secret-host'],
    ['MODEL_TIMEOUT_MS', '5'],
    ['MODEL_MAX_TOKENS', 'many'],
    ['MODEL_CONCURRENCY', '0'],
    ['MODEL_PRICE_IN', '-1'],
    ['MODEL_ASKS_PER_MEMBER', '1.5'],
  ])('names %s when it is wrong', (name, value) => {
    const read = () => loadConfig({ MODEL: 'ollama:qwen', [name]: value })
    expect(read).toThrow(name)
    if (value.length > 3) expect(read).not.toThrow(value)
  })

  it('refuses a budget that nothing is counted against', () => {
    const read = () => loadConfig({ MODEL: 'ollama:qwen', MODEL_BUDGET_PER_DAY: '5' })
    expect(read).toThrow(/MODEL_BUDGET_PER_DAY needs MODEL_PRICE_IN/)
  })
})
