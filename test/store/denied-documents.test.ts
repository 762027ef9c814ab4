import { expect, it } from 'vitest'
import { onEachDatabase, START } from './databases.js'

onEachDatabase('withdrawn documents', (fixture) => {
  const now = new Date(START)

  it('are listed, latest first, with who and why', async () => {
    const { deniedDocuments } = fixture.store
    expect(await deniedDocuments.list()).toEqual([])
    await deniedDocuments.deny('beleid/oud', 'verouderd', 'an', now)
    await deniedDocuments.deny('beleid/fout', '', 'bart', new Date(now.getTime() + 1000))
    expect(await deniedDocuments.list()).toEqual([
      { document: 'beleid/fout', reason: '', by: 'bart', at: '2026-11-23T09:00:01.000Z' },
      { document: 'beleid/oud', reason: 'verouderd', by: 'an', at: '2026-11-23T09:00:00.000Z' },
    ])
  })

  it('are listed once when withdrawn twice, with the last reason', async () => {
    const { deniedDocuments } = fixture.store
    await deniedDocuments.deny('a', 'eerst', 'an', now)
    await deniedDocuments.deny('a', 'dan', 'an', now)
    expect(await deniedDocuments.list()).toMatchObject([{ document: 'a', reason: 'dan' }])
  })

  it('are allowed again once', async () => {
    const { deniedDocuments } = fixture.store
    await deniedDocuments.deny('a', '', 'an', now)
    expect(await deniedDocuments.allow('a')).toBe(true)
    expect(await deniedDocuments.allow('a')).toBe(false)
    expect(await deniedDocuments.list()).toEqual([])
  })
})
