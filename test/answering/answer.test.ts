import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../../src/desk/reply.js'
import { DOCUMENTS, linksIn, type OpenDesk, openDeskOn, POISON } from './association.js'

let desk: OpenDesk
beforeAll(async () => {
  desk = await openDeskOn()
}, 60_000)
afterAll(() => desk.close())

const reply = async (text: string): Promise<Reply> => (await desk.ask(text)).reply
const quotes = ({ citations }: Reply) => citations.map(({ quote }) => quote)

describe('an answer rests on its sources', () => {
  it.each([
    'Hoeveel duinposten zijn lid van de Duinbond?',
    'Hoeveel vuurtorens zijn lid?',
    'Hoe heet het ledenblad van de Duinbond, en wat is het ondernemingsnummer?',
    'Waar komt de algemene vergadering bijeen?',
    'Wanneer keurt de Duinbond strandcabines?',
    'Who designed the prototypes of the harbour project?',
  ])('quotes verbatim from the passage it cites: %s', async (text) => {
    const { outcome, citations } = await reply(text)
    expect(outcome).toBe('answer')
    expect(citations.length).toBeGreaterThan(0)
    for (const { passage, quote } of citations) {
      expect(quote.trim()).not.toBe('')
      expect(desk.index.passage(passage)?.text).toContain(quote)
    }
  })

  it('says in the text nothing factual that is not quoted', async () => {
    const answer = await reply('Hoe heet het ledenblad van de Duinbond?')
    expect(answer.text).toContain(quotes(answer)[0])
  })
})

describe('a question noted as answered nowhere', () => {
  it.each([
    'Verschijnt het ledenblad van de Duinbond ook digitaal?',
    'Wie leest het ledenblad?',
    'hoeveel lezers heeft dat ledenblad eigenlijk',
  ])('goes to staff, in other words too: %s', async (text) => {
    expect((await reply(text)).outcome).toBe('hand-over')
  })

  it('leaves the questions beside it answered', async () => {
    expect((await reply('Hoe heet het ledenblad van de Duinbond?')).text).toContain('De Zandloper')
    expect((await reply('Hoe vaak verschijnt het ledenblad?')).text).toContain('zes keer per jaar')
  })
})

describe('a policy domain named beside the question', () => {
  it('speaks against an answer about something else', async () => {
    const alone = await reply('Wanneer worden de cabines gekeurd?')
    const beside = await reply(
      'Een bouwheer kreeg bij stilzwijgen zijn omgevingsvergunning. Wanneer worden de cabines gekeurd?',
    )
    expect(alone.confidence - beside.confidence).toBeGreaterThan(0.1)
  })
})

describe('sources that disagree', () => {
  it('are both named with their dates, the one with more authority first', async () => {
    const answer = await reply('Hoeveel duinposten zijn lid van de Duinbond?')
    expect(answer.citations.map(({ document, date }) => [document, date])).toEqual([
      ['jaarverslag', '2025-03-01'],
      ['folder', 'circa 2016'],
    ])
    expect(answer.text).toMatch(/^214\. .*- 214 duinposten/s)
    expect(answer.text).toContain('onze samenvatting van Folder Duinbond (circa 2016)')
    expect(answer.text.indexOf('214')).toBeLessThan(answer.text.indexOf('198'))
  })

  it('are not made of numbers for other things', async () => {
    const answer = await reply('Hoeveel vuurtorens zijn lid van de Duinbond?')
    expect(answer.text).not.toContain('Let op')
    expect(answer.citations.map(({ document }) => document)).not.toContain('folder')
  })
})

describe('a question for a number', () => {
  it.each([
    ['Hoeveel vuurtorens zijn lid van de Duinbond?', '37.'],
    ['aantal reddingsboten die lid zijn', '12.'],
    ['Klopt het dat 37 vuurtorens lid zijn?', 'Ja. 37.'],
    ['Klopt het dat 500 duinposten lid zijn van de Duinbond?', 'Nee. 214.'],
    ['Klopt het dat het ondernemingsnummer van de Duinbond 0409.782.141 is?', 'Ja. '],
    ['Klopt het dat het ondernemingsnummer van de Duinbond 0409.782.999 is?', ''],
  ])('%s opens with "%s"', async (text, opening) => {
    const answer = await reply(text)
    expect(answer.outcome).toBe('answer')
    expect(answer.text.startsWith(opening)).toBe(true)
  })

  it('never confirms a number that was masked', async () => {
    const { text, masked } = await reply(
      'Klopt het dat het ondernemingsnummer van de Duinbond 0409.782.999 is?',
    )
    expect(masked).toEqual(['telefoon'])
    expect(text).not.toMatch(/\bJa\./)
  })

  it('has its list with the lead-in and only the item that was asked for', async () => {
    const { text } = await reply('Hoeveel vuurtorens zijn lid?')
    expect(text).toContain('De Duinbond is de ledenorganisatie van:\n- 37 vuurtorens, samen de Lichtkring')
    expect(text).not.toContain('reddingsboten')
  })
})

describe('several questions at once', () => {
  it('are answered one by one', async () => {
    const answer = await reply(
      'Hoe heet het ledenblad van de Duinbond, wat is het ondernemingsnummer en hoeveel reddingsboten zijn lid?',
    )
    for (const fact of ['De Zandloper', '0409.782.141', '12 reddingsboten'])
      expect(answer.text).toContain(fact)
    expect(answer.offersStaff).toBe(false)
  })

  it('name the part that has no answer, and offer staff for it', async () => {
    const answer = await reply('ondernemingsnummer, ledenblad en parkeertarief van de Duinbond')
    expect(answer.text).toContain('De Zandloper')
    expect(answer.text).toContain('Over “parkeertarief van de Duinbond” vind ik niets in onze documenten')
    expect(answer.offersStaff).toBe(true)
  })

  it('name the second when only the first has an answer', async () => {
    const answer = await reply(
      'hoeveel reddingsboten zijn lid van de Duinbond en welke kleur hebben de parkeerborden?',
    )
    expect(answer.text).toContain('12 reddingsboten')
    expect(answer.text).toContain('Over “welke kleur hebben de parkeerborden” vind ik niets')
    expect(answer.offersStaff).toBe(true)
  })
})

describe('several questions of which one is known', () => {
  it('answer the known one, wherever it stands, and name the others', async () => {
    const answer = await reply('welke kleur hebben jullie parkeerborden en hoe heet jullie ledenblad?')
    expect(answer.outcome).toBe('answer')
    expect(answer.text).toContain('De Zandloper')
    expect(answer.text).toContain('Over “welke kleur hebben jullie parkeerborden” vind ik niets')
    expect(answer.offersStaff).toBe(true)
  })

  it('keep a question for the clock that stands in a sentence of its own', async () => {
    const withHours = await openDeskOn({
      ...DOCUMENTS,
      'documents/uren.md':
        '---\ntitle: "Openingsuren van het gebouw"\n---\n\n## Openingsuren\n\nHet gebouw is elke weekdag open; ons kantoor is dan telefonisch bereikbaar.\n',
    })
    const { reply: answer } = await withHours.ask('Zijn jullie morgen open? En hoe heet jullie ledenblad?')
    await withHours.close()
    expect(answer.text).toContain('morgen (dinsdag 24 november)')
    expect(answer.text).toContain('De Zandloper')
  })

  it('name a question word behind them that the answer leaves open', async () => {
    const answer = await reply('hoeveel reddingsboten zijn lid van de Duinbond en sinds wanneer?')
    expect(answer.text).toContain('12 reddingsboten')
    expect(answer.text).toContain('Over “sinds wanneer” vind ik niets')
  })
})

describe('an English question', () => {
  it('gets English words around the Dutch quote, with its words explained', async () => {
    const answer = await reply('How many lighthouses are members of the Duinbond?')
    expect(answer.language).toBe('en')
    expect(answer.text).toMatch(/^37\. Our documents say, in Dutch: “De Duinbond is de ledenorganisatie van:/)
    expect(answer.text).toContain('In English: ')
    expect(answer.text).toContain('vuurtorens = lighthouse')
  })

  it('gets no translation where the source is English', async () => {
    const { text } = await reply('Who designed the prototypes of the harbour project?')
    expect(text).not.toContain('in Dutch')
  })
})

describe('a document that gives orders', () => {
  it.each([
    'Wanneer keurt de Duinbond strandcabines?',
    'Welke sticker geeft de keurder van de strandcabines?',
    'strandcabines keuring',
    'When does the Duinbond inspect strandcabines?',
  ])('is quoted without them, and leads nowhere else: %s', async (text) => {
    const answer = await reply(text)
    const shown = JSON.stringify(answer)
    expect(shown).not.toContain(POISON.order)
    expect(shown).not.toContain(POISON.host)
    expect(linksIn(answer)).toEqual([])
  })

  it('answers nothing where nothing but orders is left', async () => {
    const { outcome, text } = await reply('Hoe zit het met de getijdenkalender?')
    expect(outcome).toBe('hand-over')
    expect(text).not.toContain(POISON.host)
  })

  it('changes nothing in what other documents answer', async () => {
    const { poisoned: _, ...clean } = { poisoned: null, ...(await import('./association.js')).DOCUMENTS }
    const without = await openDeskOn(
      Object.fromEntries(Object.entries(clean).filter(([name]) => !name.includes('strandcabines'))),
    )
    try {
      const question = 'Hoeveel duinposten zijn lid van de Duinbond?'
      const { text, outcome, citations } = await reply(question)
      const { reply: other } = await without.ask(question)
      expect({ text, outcome, citations }).toEqual({
        text: other.text,
        outcome: other.outcome,
        citations: other.citations,
      })
    } finally {
      await without.close()
    }
  }, 60_000)
})

describe('what is not for everybody, or no longer true', () => {
  it('hides a passage for members from an unknown asker, title included', async () => {
    const { reply: hidden, ticket } = await desk.ask('Wat kost de boeienlijn?')
    expect(hidden.outcome).toBe('hand-over')
    expect(JSON.stringify({ ...hidden, confidence: 0 })).not.toMatch(/77|Boeienlijn voor leden/)
    expect(ticket?.found.map(({ passage }) => passage).join()).not.toContain('boeienlijn')
  })

  it('shows it to a member', async () => {
    const { reply: shown } = await desk.ask('Wat kost de boeienlijn?', undefined, 'gemeente')
    expect(shown.text).toContain('77 euro per maand')
  })

  it('has forgotten a document that has expired', async () => {
    const { outcome, text } = await reply('Hoeveel bedraagt de zeewierpremie van de Duinbond?')
    expect(outcome).toBe('hand-over')
    expect(text).not.toContain('150')
  })
})

describe('a raw text with glued words', () => {
  it.each([
    ['What is Zandmeester?', 'Zandmeester'],
    ['Is Zandmeester a partner of the harbour project?', 'Zandmeester'],
    ['What did Ontwerpwerf design for the harbour project?', 'Ontwerpwerf'],
    ['Ontwerpwerf', 'Ontwerpwerf'],
  ])('%s finds and cites the name', async (text, name) => {
    const answer = await reply(text)
    expect(answer.outcome).toBe('answer')
    expect(answer.citations[0]?.document).toBe('projecten')
    expect(quotes(answer).join('\n')).toMatch(new RegExp(`\\b${name}\\b`))
    expect(answer.text).not.toContain('\ufffd')
  })
})
