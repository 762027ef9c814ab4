import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeMarkup, plainText } from '../../../adapters/slack/markup.js'
import { MAX_TEXT, renderMessage } from '../../../adapters/slack/render.js'
import type { PersonKey } from '../../../src/desk/conversation.js'
import type { OutgoingMessage } from '../../../src/desk/outgoing.js'
import { asBlocks, blocksProblem } from '../../fakes/slack-limits.js'
import { labelsOf, shownIn } from '../../fakes/slack-shown.js'
import { message } from '../../fakes/web-desk.js'

type Citation = OutgoingMessage['citations'][number]

const CONVERSATION = 'T0TESTVVSG/C0LEDEN/1763802000.000100'
const citation: Citation = {
  document: 'over-ons',
  title: 'Over ons',
  section: 'Leden',
  url: 'https://www.vvsg.be/over-ons?a=1&b=2',
  date: '2024-03-12',
  quote: 'De VVSG telt 300 gemeenten en hun OCMW als lid.',
  kind: 'bron',
  source: null,
  passage: 'over-ons#1',
}

function render(outgoing: OutgoingMessage) {
  const rendered = renderMessage(outgoing, CONVERSATION, { sourceUrl: ({ url }) => url })
  const blocks = asBlocks(rendered.blocks)
  const post = { text: rendered.text, blocks } as Parameters<typeof shownIn>[0]
  return { ...rendered, blocks, shown: shownIn(post), plain: shownIn({ ...post, blocks: [] }) }
}

describe('an answer in Slack', () => {
  it('shows its text, its source with date and link, and what is cited when the text does not say it', () => {
    const { shown, plain, blocks } = render(message('Er zijn 300 gemeenten.', { citations: [citation] }))
    expect(shown).toContain('Er zijn 300 gemeenten.')
    expect(JSON.stringify(blocks)).toContain('<https://www.vvsg.be/over-ons?a=1&amp;b=2|Over ons>')
    expect(shown).toContain('Leden (2024-03-12)')
    expect(shown).toContain(`>${citation.quote}`)
    expect(plain).toContain('Bron: Over ons, Leden (2024-03-12) - https://www.vvsg.be/over-ons?a=1&b=2')
  })

  it('marks a paragraph that is cited word for word as a quote, and does not cite it again', () => {
    const text = `Volgens onze documenten:\n\n${citation.quote}\n\nBron: Over ons, Leden`
    const { shown } = render(message(text, { citations: [citation] }))
    expect(shown).toContain(`\n>${citation.quote}`)
    expect(shown.split(citation.quote)).toHaveLength(2)
  })

  it('says that a summary is ours and that a date is unknown, and links nowhere without an address', () => {
    const summary = {
      ...citation,
      url: null,
      date: null,
      kind: 'samenvatting',
      source: 'VVSG, Leden',
    } as const
    const { shown, blocks } = render(message('Er zijn er 300.', { citations: [summary] }))
    expect(shown).toContain('Over ons, Leden (onze samenvatting van VVSG, Leden, datum onbekend)')
    expect(JSON.stringify(blocks)).not.toContain('<')
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'onzin',
    'https://',
  ])('links nowhere with the address %s', (url) => {
    const { blocks } = render(message('Tekst', { citations: [{ ...citation, url }] }))
    expect(JSON.stringify(blocks)).not.toContain('<')
  })

  it('cannot be made to link elsewhere by an address or a title', () => {
    const url = 'https://www.vvsg.be/a|b>c<d'
    const title = 'A|B> <https://kwaad.example|hier> <!channel>'
    const { blocks, text } = render(message('Tekst', { citations: [{ ...citation, url, title }] }))
    const links = [...`${JSON.stringify(blocks)} ${text}`.matchAll(/<([^>|]*)/g)].map(([, target]) => target)
    expect(links).toEqual(['https://www.vvsg.be/a%7Cb%3Ec%3Cd'])
  })

  it('has a button for each action, with its style, and a value that is understood again', () => {
    const actions = [
      { name: 'helped', label: 'Dit helpt', value: '' },
      { name: 'ask-staff', label: 'Stel mijn vraag aan VVSG', value: 'x', style: 'primary' as const },
    ]
    const { blocks, records } = render(message('Tekst', { actions }))
    expect(labelsOf(blocks)).toEqual(['Dit helpt', 'Stel mijn vraag aan VVSG'])
    expect(blocks.at(-1)).toMatchObject({ type: 'actions', elements: [{}, { style: 'primary' }] })
    expect(records).toEqual([])
  })

  it('keeps apart what does not fit in a button', () => {
    const field = { name: 'team', label: 'Team', kind: 'choice', required: true } as const
    const options = Array.from({ length: 60 }, (_, index) => ({
      label: `Team met een lange naam ${index}`,
      value: `t${index}`,
    }))
    const form = { title: 'Doorgeven', submit: 'Geef door', fields: [{ ...field, options }] }
    const actions = [{ name: 'ticket-reassign', label: 'Doorgeven', value: 'VB-2026-0001', form }]
    const { blocks, records } = render(message('Tekst', { actions }))
    expect(records).toHaveLength(1)
    expect(JSON.stringify(blocks)).toContain(records[0]?.key)
  })

  it('stays within what Slack takes, whatever it holds, and leaves no word of its text out', () => {
    const nasty = fc.constantFrom(
      '<',
      '>',
      '&',
      '&amp;',
      '"',
      '\n\n',
      '\n',
      ' ',
      'ë',
      '👩‍👩‍👧',
      'woord ',
      '<!channel>',
      '\\',
    )
    const text = fc
      .array(fc.oneof(nasty, fc.string({ maxLength: 40, unit: 'grapheme' })), {
        maxLength: 3000,
        size: 'max',
      })
      .map((parts) => parts.join('').slice(0, MAX_TEXT) || 'x')
    const citations = fc.array(
      fc.record({ title: text, quote: text, section: text }).map((more) => ({ ...citation, ...more })),
      { maxLength: 12 },
    )
    const actions = fc.array(
      fc.record({ name: fc.constant('choose'), label: text, value: fc.string({ maxLength: 4000 }) }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(text, citations, actions, (words, cited, pressable) => {
        const outgoing = message(words, { citations: cited, actions: pressable })
        const rendered = renderMessage(outgoing, CONVERSATION, { sourceUrl: ({ url }) => url })
        expect(blocksProblem(rendered.blocks)).toBeNull()
        expect(rendered.text.length).toBeLessThanOrEqual(40_000)
        const bare = (value: string) => value.replace(/\s+/g, '')
        const post = { text: rendered.text, blocks: [] } as unknown as Parameters<typeof shownIn>[0]
        if (!/[<>&|]/.test(words)) expect(bare(shownIn(post))).toContain(bare(words))
        if (rendered.blocks.length === 0 || /[<>&|]/.test(words)) return
        const shown = shownIn({ ...post, blocks: asBlocks(rendered.blocks) }).replace(/^>/gm, '')
        expect(bare(shown)).toContain(bare(words))
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('is posted as plain text when blocks cannot hold it, and is never cut inside an escape', () => {
    const { blocks, text } = render(message('<&>"\n'.repeat(1600)))
    expect(blocks.length === 0 || blocksProblem(blocks) === null).toBe(true)
    expect(text).toBe(escapeMarkup('<&>"\n'.repeat(1600)))
    const sections = render(message('<'.repeat(2500))).blocks
    for (const block of sections) {
      const markup = block.type === 'section' ? (block.text?.text ?? '') : ''
      expect(markup.replace(/&(lt|gt|amp);/g, '')).not.toContain('&')
    }
  })
})

describe('a ticket card in Slack', () => {
  const card = {
    reference: 'VB-2026-0001',
    question: 'Mag <b>dit</b>?',
    state: 'claimed',
    status: 'opgenomen door Bart Claes',
    topic: null,
    team: 'Personeel',
    member: 'Gemeente Zonnegem (gemeente)',
    urgent: true,
    askedAt: 'zaterdag 21 november om 23.10 uur',
    reason: 'Onze documenten zeggen er niets over.',
    found: ['Verlofregeling'],
    latest: [{ who: 'Bart Claes', text: 'Ik bel even.', internal: true }],
    url: 'https://vraagbaak.example.be/staff/VB-2026-0001',
  } as const

  it('shows all that colleagues need', () => {
    const { shown } = render(message('Tekst', { kind: 'ticket-card', card }))
    for (const part of [
      'Dringend · VB-2026-0001 · opgenomen door Bart Claes',
      'Mag <b>dit</b>?',
      'Gemeente Zonnegem (gemeente)',
      'geen onderwerp gevonden',
      'zaterdag 21 november om 23.10 uur',
      'Onze documenten zeggen er niets over.',
      'Verlofregeling',
      '*Bart Claes (intern):* Ik bel even.',
      'https://vraagbaak.example.be/staff/VB-2026-0001',
    ]) {
      expect(shown).toContain(part)
    }
  })

  it('stays within what Slack takes when everything in it is long', () => {
    const long = 'een heel lang verhaal '.repeat(400)
    const latest = Array.from({ length: 30 }, () => ({ who: long, text: long, internal: false }))
    const big = { ...card, question: long, reason: long, topic: long, team: long, member: long, status: long }
    const found = Array.from({ length: 30 }, () => long)
    const { blocks } = render(message('Tekst', { kind: 'ticket-card', card: { ...big, found, latest } }))
    expect(blocks.length).toBeGreaterThan(0)
    expect(blocksProblem(blocks)).toBeNull()
  })
})

describe('a word to colleagues', () => {
  it('asks the attention of who it is for, and of nobody that its text names', () => {
    const mentions = ['slack:T0TESTVVSG/U0BART', 'teams:x', 'slack:T0TESTVVSG/U0AN> <!channel'] as PersonKey[]
    const rendered = render(message('Bart, kijk jij? <@U0AN>', { kind: 'staff-notice', mentions }))
    for (const markup of [rendered.text, JSON.stringify(rendered.blocks)]) {
      expect(markup.match(/<[^>]*>/g)).toEqual(['<@U0BART>'])
    }
  })
})

describe('what somebody wrote in Slack', () => {
  it.each([
    ['<@U0BOT> hallo', 'hallo'],
    ['<@U0BOT>: hallo', 'hallo'],
    ['dag <@U0AN>, en <@U0BART|bart>', 'dag @iemand, en bart'],
    ['<#C1> en <#C2|vragen>', '#kanaal en #vragen'],
    ['<!here> <!subteam^S1|@team> <!date^1^{date}|gisteren>', '@here @team gisteren'],
    [
      '<https://www.vvsg.be> <https://www.vvsg.be/|www.vvsg.be> <https://a.be|lees>',
      'https://www.vvsg.be www.vvsg.be lees (https://a.be)',
    ],
    ['<mailto:an@b.be|an@b.be> <tel:+3222115500|02 211 55 00>', 'an@b.be 02 211 55 00'],
    ['3 &lt; 4 &amp;&amp; 5 &gt; 4, &amp;lt;', '3 < 4 && 5 > 4, &lt;'],
    ['een\r\ntwee\u0000\u0007', 'een\ntwee'],
    ['<', '<'],
  ])('is read as it was meant: %j', (written, read) => {
    expect(plainText(written, 'U0BOT')).toBe(read)
  })

  it('comes back the same when it is shown again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const clean = plainText(escapeMarkup(text), 'U0BOT')
        expect(plainText(escapeMarkup(clean), 'U0BOT')).toBe(clean)
      }),
    )
  })
})
