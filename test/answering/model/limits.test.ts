import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { LanguageModel } from '../../../src/answering/model/language-model.js'
import { type ModelLedger, memoryLedger } from '../../../src/answering/model/ledger.js'
import { modelTexts } from '../../../src/texts/model.js'
import { modelDesk, QUESTION, settings, WORDED } from './desk.js'

const on = modelDesk()

beforeEach(() => on.says(WORDED))

describe('a person who asked as often as a day allows', () => {
  it('gets the desk’s own answer with a polite word, and the model is not called', async () => {
    const ask = await on.desk.withModel(settings(on.server.url, { asksPerMember: 2 }))
    const worded = [await ask(QUESTION), await ask(QUESTION)]
    const before = on.server.requests.length
    const third = (await ask(QUESTION)).reply
    const own = (await on.desk.ask(QUESTION)).reply
    expect(worded.every(({ reply }) => reply.text.startsWith(WORDED))).toBe(true)
    expect(on.server.requests.length).toBe(before)
    expect(third).toEqual({ ...own, text: `${own.text}\n\n${modelTexts('nl').overQuota}` })
    expect(on.desk.outcomes().at(-1)).toBe('over-quota')
  })

  it('does not keep another from asking', async () => {
    const ask = await on.desk.withModel(settings(on.server.url, { asksPerMember: 1 }))
    await ask(QUESTION)
    expect((await ask(QUESTION, undefined, 'lid-2')).reply.text.startsWith(WORDED)).toBe(true)
  })

  it('is not known by name in the ledger', async () => {
    const seen: string[] = []
    const memory = memoryLedger()
    const ledger: ModelLedger = {
      add: (day, counter, amount) => {
        seen.push(counter)
        return memory.add(day, counter, amount)
      },
    }
    const ask = await on.desk.withModel(settings(on.server.url, { asksPerMember: 1 }), { ledger })
    await ask(QUESTION, undefined, 'jan.peeters')
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.join()).not.toContain('jan')
  })
})

describe('the cost of a day', () => {
  const prices = { priceIn: 1, priceOut: 2 }

  it('is counted as the provider counts it', async () => {
    const ledger = memoryLedger()
    const ask = await on.desk.withModel(settings(on.server.url, { ...prices, budgetPerDay: 1 }), { ledger })
    await ask(QUESTION)
    await new Promise((resolve) => setImmediate(resolve))
    // 500 tokens in, 40 out, at 1 and 2 euro a million: 580 millionths.
    expect(await ledger.add('2026-11-23', 'spent', 0)).toBe(580)
  })

  it('is never passed: what a call may cost is set aside before it is made', async () => {
    const ledger = memoryLedger()
    const budgetPerDay = 0.004
    const ask = await on.desk.withModel(
      settings(on.server.url, { ...prices, budgetPerDay, maxTokens: 300 }),
      {
        ledger,
      },
    )
    const before = on.server.requests.length
    for (let i = 0; i < 10; i++) await ask(QUESTION)
    const calls = on.server.requests.length - before
    expect(calls).toBeGreaterThan(0)
    expect(calls).toBeLessThan(10)
    expect(await ledger.add('2026-11-23', 'spent', 0)).toBeLessThanOrEqual(budgetPerDay * 1e6)
    expect(on.desk.outcomes().slice(-2)).toEqual(['over-budget', 'own-answer'])
  })

  it('stops the calls when it cannot be counted', async () => {
    const broken: ModelLedger = { add: () => Promise.reject(new Error('disk full')) }
    const ask = await on.desk.withModel(settings(on.server.url, { ...prices, budgetPerDay: 1 }), {
      ledger: broken,
    })
    const before = on.server.requests.length
    expect((await ask(QUESTION)).reply).toEqual((await on.desk.ask(QUESTION)).reply)
    expect(on.server.requests.length).toBe(before)
  })

  it('does not make the member wait when the count hangs', async () => {
    const hung: ModelLedger = { add: () => new Promise(() => {}) }
    const limits = { asksPerMember: 5, budgetPerDay: 1, ...prices, timeoutMs: 200 }
    const ask = await on.desk.withModel(settings(on.server.url, limits), { ledger: hung })
    const started = performance.now()
    expect((await ask(QUESTION)).reply.outcome).toBe('answer')
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('calls at once', () => {
  it('are no more than allowed; who waits too long gets the desk’s own answer', async () => {
    let underWay = 0
    const model: LanguageModel = {
      name: 'silent',
      async *stream(_, signal) {
        underWay++
        await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      },
    }
    const late = new AbortController()
    const parts = { model, timeout: () => late.signal }
    const ask = await on.desk.withModel(settings(on.server.url, { concurrency: 2 }), parts)
    const asking = [1, 2, 3, 4, 5, 6].map(() => ask(QUESTION))
    await vi.waitFor(() => expect(underWay).toBe(2))
    await sleep(200)
    expect(underWay).toBe(2)
    late.abort()
    const own = (await on.desk.ask(QUESTION)).reply
    for (const { reply } of await Promise.all(asking)) expect(reply).toEqual(own)
    expect(underWay).toBe(2)
    const calls = on.desk.records.filter(({ kind }) => kind === 'call').map(({ outcome }) => outcome)
    expect(calls.sort()).toEqual(['busy', 'busy', 'busy', 'busy', 'timeout', 'timeout'])
  })
})
