import { describe, expect, it } from 'vitest'
import { repliesToMail, replyByMail } from '../../src/desk/reply-by-mail.js'
import type { Ticket, TicketEvent } from '../../src/escalation/tickets.js'

const NOW = new Date('2026-11-23T09:00:00Z')
const AN = { kind: 'staff', id: 'an', name: 'An Peeters' } as const

const TICKET: Ticket = {
  reference: 'VB-2026-0001',
  question: 'Wat met verlof?',
  topic: null,
  team: 'personeel',
  reason: 'niets gevonden',
  found: [],
  channel: 'web',
  conversation: 'c1',
  asker: { body: null, kind: 'onbekend', name: null, person: 'web:1' },
  urgent: false,
  state: 'answered',
  claimedBy: 'an',
  closeReason: null,
  resolution: 'unknown',
  version: 3,
  createdAt: NOW.toISOString(),
  answeredAt: null,
  updatedAt: NOW.toISOString(),
}

function event(number: number, kind: TicketEvent['kind'], text: string): TicketEvent {
  return { number, kind, actor: AN, text, messageId: null, at: NOW.toISOString() }
}

const EVENTS = [
  event(1, 'opened', ''),
  event(2, 'note', 'intern: lastig lid'),
  event(3, 'replied', 'Twintig dagen.'),
]

function handler(mail: string | null, ticket: Ticket | null = TICKET) {
  return replyByMail({
    tickets: { find: async () => ticket, events: async () => EVENTS },
    provenMail: async (person) => (person === 'web:1' ? mail : null),
    languageOf: () => 'nl',
    publicUrl: null,
  })
}

const due = (number: number) => ({
  id: '1',
  attempts: 1,
  key: `reply-by-mail/VB-2026-0001/${number}`,
  kind: 'reply-by-mail',
  subject: 'VB-2026-0001',
  at: NOW,
})

describe('an answer of a colleague to somebody on the page', () => {
  it('is planned for the mail by the number of its event; a note never is', () => {
    const added = [
      { kind: 'note', actor: AN, text: 'intern' },
      { kind: 'replied', actor: AN, text: 'Ja.' },
    ] as const
    const planned = repliesToMail(TICKET, EVENTS, added, NOW)
    expect(planned.map(({ key }) => key)).toEqual(['reply-by-mail/VB-2026-0001/5'])
    expect(repliesToMail({ ...TICKET, channel: 'slack' }, EVENTS, added, NOW)).toEqual([])
  })

  it('goes to the proven address with the question and who answers, and nothing internal', async () => {
    const { posts } = await handler('an@zonnegem.example')(due(3), NOW)
    expect(posts).toMatchObject([{ channel: 'mail', conversation: 'an@zonnegem.example' }])
    const message = posts[0]?.messages[0]?.message
    expect(message?.subject).toBe('Antwoord op uw vraag VB-2026-0001')
    expect(message?.text).toContain('An Peeters van VVSG')
    expect(message?.text).toContain('Twintig dagen.')
    expect(message?.text).not.toContain('intern')
  })

  it('goes nowhere without a proven address, and when the question is gone', async () => {
    expect((await handler(null)(due(3), NOW)).posts).toEqual([])
    expect((await handler('an@zonnegem.example', null)(due(3), NOW)).posts).toEqual([])
    expect((await handler('an@zonnegem.example')(due(9), NOW)).posts).toEqual([])
  })
})
