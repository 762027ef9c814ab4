import { expect, it } from 'vitest'
import { memoryLedger } from '../../src/answering/model/ledger.js'
import { onEachDatabase } from './databases.js'

onEachDatabase('the ledger of the language model', (on) => {
  it('counts each counter of each day by itself, as the one in memory does', async () => {
    for (const ledger of [on.store.modelLedger, memoryLedger()]) {
      expect(await ledger.add('2026-11-23', 'spent', 580)).toBe(580)
      expect(await ledger.add('2026-11-23', 'spent', 20)).toBe(600)
      expect(await ledger.add('2026-11-23', 'asked/a', 1)).toBe(1)
      expect(await ledger.add('2026-11-23', 'spent', -100)).toBe(500)
      expect(await ledger.add('2026-11-24', 'spent', 7)).toBe(7)
    }
  })

  it('loses nothing when many add at once', async () => {
    const added = await Promise.all(
      Array.from({ length: 50 }, () => on.store.modelLedger.add('2026-11-23', 'spent', 1)),
    )
    expect([...added].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
  })

  it('forgets who asked on the days before, and nothing else', async () => {
    const { modelLedger } = on.store
    await modelLedger.add('2026-11-23', 'asked/a', 3)
    await modelLedger.add('2026-11-24', 'asked/b', 1)
    await modelLedger.add('2026-11-24', 'spent', 5)
    expect(await modelLedger.add('2026-11-23', 'asked/a', 0)).toBe(0)
    expect(await modelLedger.add('2026-11-24', 'spent', 0)).toBe(5)
  })
})
