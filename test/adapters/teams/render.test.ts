import { describe, expect, it } from 'vitest'
import { renderMessage } from '../../../adapters/teams/render.js'
import type { PersonKey } from '../../../src/desk/conversation.js'
import type { OutgoingMessage } from '../../../src/desk/outgoing.js'
import { notice } from '../../fakes/messages.js'
import { shownIn } from '../../fakes/teams-connector.js'

const citation = {
  document: 'leden',
  title: 'De leden',
  section: 'Soorten',
  url: 'https://www.vvsg.be/leden',
  date: '2026-03-01',
  quote: 'Alle 300 gemeenten zijn lid van de vereniging.',
  kind: 'samenvatting',
  source: 'VVSG, Over ons',
  passage: 'leden#1',
} as const
const answer: OutgoingMessage = { ...notice('Alle gemeenten.'), kind: 'answer', citations: [citation] }
const options = { sourceUrl: ({ url }: { url: string | null }) => url }
const render = (message: OutgoingMessage) => renderMessage(message, 'd1', options)
const shown = (message: OutgoingMessage) =>
  shownIn({ id: '', conversation: '', changes: 0, activity: { ...render(message).activity } })
const card = (message: OutgoingMessage) => render(message).activity.attachments?.[0]?.content

/** Every object within that has this key. */
function having(key: string, within: unknown): readonly Record<string, unknown>[] {
  if (Array.isArray(within)) return within.flatMap((one) => having(key, one))
  if (!within || typeof within !== 'object') return []
  const own: Record<string, unknown> = { ...within }
  return [...(key in own ? [own] : []), ...Object.values(own).flatMap((one) => having(key, one))]
}

describe('an answer', () => {
  it('shows its source with quote, date and what it is, and links only there', () => {
    const said = shown(answer).replace(/\n/g, '')
    expect(said).toContain('Bron: De leden, Soorten (onze samenvatting van VVSG, Over ons, 2026-03-01)')
    expect(said).toContain(citation.quote)
    const links = having('url', card(answer)).map(({ url }) => url)
    expect(links).toEqual([citation.url])
  })

  it('is complete as text for clients without cards', () => {
    const { plain, activity } = render(answer)
    for (const text of [plain?.text, card(answer)?.fallbackText, activity.summary]) {
      expect(text).toContain('Alle gemeenten.')
      expect(text).toContain('Bron: De leden, Soorten')
    }
    expect(plain?.textFormat).toBe('plain')
  })

  it('is marked as written by AI with what it rests on; what colleagues wrote is not', () => {
    const [entity] = render(answer).activity.entities ?? []
    expect(entity).toMatchObject({
      type: 'https://schema.org/Message',
      additionalType: ['AIGeneratedContent'],
      citation: [
        { position: 1, appearance: { name: 'De leden', abstract: citation.quote, url: citation.url } },
      ],
    })
    for (const kind of ['staff-reply', 'staff-notice', 'ticket-card', 'notice'] as const)
      expect(render({ ...notice('Dag.'), kind }).activity).not.toHaveProperty('entities')
  })

  it('shows no link for a source without an address of the web', () => {
    const message = { ...answer, citations: [{ ...citation, url: 'javascript:alert(1)' }] }
    expect(JSON.stringify(render(message).activity)).not.toMatch(/OpenUrl|"url"/)
  })
})

describe('what somebody wrote', () => {
  it('is never markup: no text block, no link, no mention comes of it', () => {
    const hostile = '[klik](https://evil.example) **vet** <at>iedereen</at> {{DATE(2026-01-01)}} <b>x</b>'
    const ticket = {
      reference: 'VB-2026-0001',
      question: hostile,
      state: 'new',
      status: hostile,
      topic: hostile,
      team: hostile,
      member: hostile,
      urgent: true,
      askedAt: 'nu',
      reason: hostile,
      found: [hostile],
      latest: [{ who: hostile, text: `${hostile}\n${hostile}`, internal: true }],
      url: null,
    } as const
    for (const message of [
      { ...answer, text: hostile, citations: [{ ...citation, title: hostile, section: hostile }] },
      { ...notice(hostile), kind: 'ticket-card', card: ticket } as const,
    ]) {
      const content = card(message)
      expect(having('type', content).map(({ type }) => type)).not.toContain('TextBlock')
      expect(having('selectAction', content).map(({ selectAction }) => selectAction)).toEqual(
        message.citations.map(() => ({ type: 'Action.OpenUrl', url: citation.url })),
      )
      expect(shown(message)).toContain(hostile)
    }
    expect(render(notice(hostile)).activity).toMatchObject({ text: hostile, textFormat: 'plain' })
  })
})

describe('a card', () => {
  it('asks the attention of colleagues by their object id, with no name of ours', () => {
    const mentions = ['teams:00000000-0000-4000-8000-000000000020@t', 'slack:T1/U1'] as PersonKey[]
    const message: OutgoingMessage = { ...notice('Lena: kijk eens.'), kind: 'staff-notice', mentions }
    expect(card(message)).toMatchObject({
      body: [{ type: 'TextBlock', text: '<at>collega</at>' }, { type: 'RichTextBlock' }],
      msteams: { entities: [{ mentioned: { id: '00000000-0000-4000-8000-000000000020' } }] },
    })
  })

  it('has at most five buttons in a row, in order', () => {
    const actions = Array.from({ length: 12 }, (_, at) => ({
      name: 'n',
      label: `Knop ${at}`,
      value: `${at}`,
    }))
    const content = card({ ...notice('Kies.'), actions })
    const rows = having('actions', content).map(({ actions: row }) => (Array.isArray(row) ? row.length : 0))
    expect(rows).toEqual([5, 5, 2])
    expect(shown({ ...notice('Kies.'), actions })).toMatch(/Knop 0\n[\s\S]*Knop 11/)
  })

  it('leaves out quotes, and then itself, rather than be too large', () => {
    const long = { ...citation, quote: 'woord '.repeat(120) }
    const many = { ...answer, text: 'w'.repeat(8000), citations: Array(8).fill(long) }
    expect(JSON.stringify(render(many).activity).length * 2).toBeLessThanOrEqual(80_000)
    const actions = Array.from({ length: 25 }, (_, at) => ({
      name: 'n',
      label: 'Kies',
      value: `${at}${'v'.repeat(2000)}`,
    }))
    expect(render({ ...answer, actions })).toMatchObject({
      activity: { text: expect.stringContaining('Alle gemeenten.') },
      plain: null,
    })
  })
})
