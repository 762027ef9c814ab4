import { expect, it } from 'vitest'
import type { AuditEntry } from '../../src/desk/audit.js'
import { onEachDatabase, START } from './databases.js'

const entry = (action: string): AuditEntry => ({
  at: START,
  actor: 'an-peeters',
  actorName: 'An Peeters',
  action,
  subject: 'VB-2026-0001',
  outcome: 'done',
})

onEachDatabase('the audit trail', (fixture) => {
  it('is read newest first, page by page', async () => {
    const { audit } = fixture.store
    for (const action of ['sign-in', 'ticket.claim', 'ticket.reply']) await audit.write(entry(action))
    const first = await audit.read({ before: null, limit: 2 })
    expect(first).toMatchObject([{ action: 'ticket.reply', at: START }, { action: 'ticket.claim' }])
    const rest = await audit.read({ before: first[1]?.number ?? null, limit: 2 })
    expect(rest).toEqual([{ ...entry('sign-in'), number: 1 }])
  })

  it('keeps every entry that is written at the same moment', async () => {
    const { audit } = fixture.store
    await Promise.all(Array.from({ length: 40 }, (_, at) => audit.write(entry(`a${at}`))))
    const all = await audit.read({ before: null, limit: 100 })
    expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, at) => 40 - at))
  })
})
