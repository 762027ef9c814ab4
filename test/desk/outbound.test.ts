import { describe, expect, it } from 'vitest'
import { destination, outbound } from '../../src/desk/outbound.js'
import { FakeChannel } from '../fakes/channel.js'
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

  it('gives a card and files once, and each part of a post that is changed a name of its own', () => {
    const file = { name: 'a.ics', type: 'text/calendar', content: '' }
    const long = 'Een zin van dertig tekens lang. Nog een zin. En hier komt het einde.'
    const whole = { ...notice(long), replaces: 'card', under: 'root', files: [file] }
    const parts = outbound([whole], null, slack).map(({ message }) => message)
    expect(parts.map(({ replaces }) => replaces)).toEqual(['card#1', 'card'])
    expect(parts.map(({ under }) => under)).toEqual(['root', 'root'])
    expect(parts.map(({ files }) => files)).toEqual([undefined, [file]])
  })
})

describe('a destination', () => {
  it('has what its channel says, or what is safe when nobody serves that channel here', () => {
    const channel = new FakeChannel('slack', () => new Date(0), limits)
    const channels = new Map([['slack', channel] as const])
    expect(destination(channels, 'slack', slack.conversation).limits).toBe(channel.limits)
    const elsewhere = destination(channels, 'teams', conversationId('t1'))
    expect(outbound([notice('x'.repeat(9000))], null, elsewhere)).toMatchObject(
      [1, 2, 3].map(() => ({ lane: 't1' })),
    )
    const mail = destination(channels, 'mail', conversationId('bo@zonnegem.example'))
    expect(outbound([notice('x'.repeat(90_000))], null, mail)).toHaveLength(1)
  })
})
