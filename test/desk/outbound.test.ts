import { describe, expect, it } from 'vitest'
import { outbound } from '../../src/desk/outbound.js'
import { conversationId, notice } from '../fakes/messages.js'

const limits = { maxTextLength: 40, spacingMs: 0 }
const slack = { channel: 'slack', conversation: conversationId('C1/123'), limits } as const
const web = { channel: 'web', conversation: conversationId('w1'), limits } as const
const opened = { reference: 'VB-2026-0001', topic: 'personeel' }

describe('outbound', () => {
  it('needs no sending on the web, and has a lane elsewhere', () => {
    expect(outbound([notice('dag')], null, web)).toEqual([{ message: notice('dag'), lane: null }])
    expect(outbound([notice('dag')], null, slack)).toMatchObject([{ lane: 'C1/123' }])
    const shared = { ...slack, limits: { ...limits, lane: () => 'C1' } }
    expect(outbound([notice('dag')], null, shared)).toMatchObject([{ lane: 'C1' }])
  })

  it('names the ticket where the text does', () => {
    const [first, second] = outbound([notice('Uw vraag is {ticket}.'), notice('Dag.')], opened, web)
    expect(first?.message).toMatchObject({ text: 'Uw vraag is VB-2026-0001.', ticket: opened })
    expect(second?.message).toMatchObject({ text: 'Dag.', ticket: null })
    expect(outbound([notice('{ticket}')], null, web)).toMatchObject([{ message: { text: '{ticket}' } }])
  })

  it('measures the text with the reference in it', () => {
    const text = `${'x'.repeat(10)} ${'y'.repeat(10)} zzzzzzz {ticket}`
    const parts = outbound([notice(text)], opened, web)
    expect(parts.map(({ message }) => message.text)).toEqual([
      `${'x'.repeat(10)} ${'y'.repeat(10)} zzzzzzz`,
      'VB-2026-0001',
    ])
  })

  it('gives the last part what belongs to the whole', () => {
    const actions = [{ name: 'helped', label: 'Dit helpt', value: '' }]
    const parts = outbound(
      [{ ...notice('Een zin van dertig tekens lang. Nog een zin.'), actions }],
      null,
      slack,
    )
    expect(parts.map(({ message }) => message.actions.length)).toEqual([0, 1])
  })
})
