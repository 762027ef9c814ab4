import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskDocument, maskMessage, withoutMasks } from '../../src/members/masking.js'
import { enterpriseNumber, ibanOf, layout, nationalNumber, padded, twelveDigits } from './numbers.js'

const separator = fc.constantFrom('', '.', '-', ' ', '/', ' - ', '\u00A0', '\u2009', '\u2011', '\u2013', '. ')
const separators = fc.array(separator, { minLength: 4, maxLength: 4 })
const sentence = fc.constantFrom(
  (datum: string) => `Mevrouw Janssens (${datum}) vraagt een leefloon aan.`,
  (datum: string) => `${datum}`,
  (datum: string) => `kunt ge nakijken of ${datum}, geboren in Aalst, nog ingeschreven staat?`,
  (datum: string) => `dossier van ${datum}\nalvast bedankt`,
)

/** Starts as a year and breaks off there, `1920 0000153`: taken for a file number unless the words around say otherwise. */
const isLikeFileNumber = (written: string) => /^(?:19|20)\d\d\D/.test(written)

describe('a national register number', () => {
  it('is masked in every layout, in any sentence, for either century', () => {
    const groups = fc.constantFrom([2, 2, 2, 3, 2], [6, 3, 2], [6, 5], [11], [9, 2], [2, 2, 2, 5])
    fc.assert(
      fc.property(
        nationalNumber('register'),
        groups,
        separators,
        sentence,
        (digits, sizes, between, wrap) => {
          const masked = maskMessage(wrap(layout(digits, sizes, between)))
          expect(masked.text).toBe(wrap('[rijksregisternummer]'))
          expect(masked.kinds).toEqual(['rijksregisternummer'])
          expect(maskDocument(wrap(layout(digits, sizes, between)))).toEqual(masked)
        },
      ),
    )
  })

  it('is masked as a BIS number when the month is raised by 20 or 40', () => {
    fc.assert(
      fc.property(nationalNumber('bis'), separators, sentence, (digits, between, wrap) => {
        const written = layout(digits, [2, 2, 2, 3, 2], between)
        fc.pre(!isLikeFileNumber(written))
        const masked = maskMessage(wrap(written))
        expect(masked).toEqual({ text: wrap('[bisnummer]'), kinds: ['bisnummer'] })
      }),
    )
  })

  it('is masked when unseen characters, other spaces or other digits stand in it', () => {
    const noise = fc.constantFrom(
      '\u200B',
      '\u00AD',
      '\u2060',
      '\uFEFF',
      '\u200D',
      '\u0332',
      '\u2009',
      '\u00A0',
    )
    const zero = fc.constantFrom(0x30, 0x660, 0x966, 0xff10, 0x1d7ce, 0x1d7ec)
    fc.assert(
      fc.property(
        nationalNumber('register'),
        fc.array(noise, { minLength: 10, maxLength: 10 }),
        zero,
        (digits, between, from) => {
          const written = [...digits]
            .map((digit, index) => String.fromCodePoint(from + Number(digit)) + (between[index] ?? ''))
            .join('')
          expect(maskMessage(`nr ${written}!`).text.replace(/\p{M}/gu, '')).toBe('nr [rijksregisternummer]!')
        },
      ),
    )
  })

  it.each([
    'mijn rijksregisternummer is 85.07.30-033.29',
    'INSZ: 85073003329',
    'RRN 850730 033 29 graag nakijken',
    'rr-nr. 85-07-30-033-29',
    '85073003329 (rijksregister)',
    'NISS 85 07 30 03 329',
    'zijn bis 85473003329',
    'national register number 85073003329',
  ])('is masked in spite of a slip when the words say what it is: %s', (text) => {
    expect(maskMessage(text).text).not.toMatch(/\d/)
    expect(maskDocument(text).text).not.toMatch(/\d/)
  })

  it('is masked with a slip in its own official layout, but not as bare digits', () => {
    expect(maskMessage('het gaat om 85.07.30-033.29').text).toBe('het gaat om [rijksregisternummer]')
    expect(maskMessage('het gaat om 85073003329').kinds).toEqual([])
  })

  it('may have 00 for month and day', () => {
    expect(maskMessage('00.00.00-001.96').kinds).toHaveLength(1)
    expect(maskMessage('mevr. 850000-001-38').kinds).toEqual(['rijksregisternummer'])
  })
})

describe('a bank account', () => {
  it('is masked in every layout when it is Belgian and its checks are right', () => {
    fc.assert(
      fc.property(twelveDigits, separator, fc.boolean(), sentence, (account, between, lower, wrap) => {
        const iban = layout(ibanOf('BE', account), [4, 4, 4, 4], [between.slice(0, 2)])
        const masked = maskMessage(wrap(lower ? iban.toLowerCase() : iban))
        expect(masked).toEqual({ text: wrap('[rekeningnummer]'), kinds: ['iban'] })
      }),
    )
  })

  it.each([
    'NL91 ABNA 0417 1643 00',
    'FR1420041010050500013M02606',
    'DE89 3704 0044 0532 0130 00',
    'LU280019400644750000',
  ])('is masked when it is foreign: %s', (iban) => {
    expect(maskMessage(`stort op ${iban} en meld het`).text).toBe('stort op [rekeningnummer] en meld het')
    expect(maskDocument(`IBAN: ${iban}.`).text).toBe('IBAN: [rekeningnummer].')
  })

  it('is left when its check is wrong and nothing calls it an account', () => {
    expect(maskMessage('code BE68 5390 0754 7035').kinds).toEqual([])
    expect(maskMessage('rekening BE68 5390 0754 7035').kinds).toEqual(['iban'])
  })
})

describe('an identity card', () => {
  it('is masked in its layout; a payment reference with the same digits stays', () => {
    fc.assert(
      fc.property(
        twelveDigits,
        fc.constantFrom('-', ' ', '.', '\u2013'),
        sentence,
        (digits, between, wrap) => {
          expect(maskMessage(wrap(layout(digits, [3, 7, 2], [between])))).toEqual({
            text: wrap('[identiteitskaartnummer]'),
            kinds: ['eid'],
          })
          const reference = `+++${layout(digits, [3, 4, 5], ['/'])}+++`
          expect(maskMessage(wrap(reference)).text).toBe(wrap(reference))
          expect(maskMessage(wrap(reference.replaceAll('+', '*'))).kinds).toEqual([])
          expect(maskMessage(wrap(reference.replaceAll('+', ''))).kinds).toEqual([])
          expect(maskMessage(`gestructureerde mededeling ${digits}`).kinds).not.toContain('eid')
          expect(maskMessage(`identiteitskaart nr ${digits}`).kinds).toEqual(['eid'])
        },
      ),
    )
  })
})

describe('telephone numbers and mailboxes of people', () => {
  it.each([
    '0470 12 34 56',
    '0470/12.34.56',
    '0470-12-34-56',
    '0470123456',
    '0470 123 456',
    '+32 470 12 34 56',
    '+32470123456',
    '0032 470 12 34 56',
    '+32 (0)470 12 34 56',
    '02 123 45 67',
    '02/123.45.67',
    '(02) 123 45 67',
    '016 12 34 56',
    '011/12.34.56',
    '+32 16 12 34 56',
    '09 123 45 67',
    '03-123-45-67',
    '021234567',
    '+31 6 12345678',
    '+33 1 23 45 67 89',
    '0031 6 1234 5678',
    '0800 12 345',
    '0470\u00A012\u00A034\u00A056',
    '04 70 12 34 56',
    '(0470) 12 34 56',
  ])('%s is masked in a message and left in a document', (number) => {
    expect(maskMessage(`ge kunt haar bereiken op ${number}, liefst voor vijf uur`)).toEqual({
      text: 'ge kunt haar bereiken op [telefoonnummer], liefst voor vijf uur',
      kinds: ['telefoon'],
    })
    expect(maskDocument(`Bel ${number}.`)).toEqual({ text: `Bel ${number}.`, kinds: [] })
  })

  it('are masked without the leading zero after a word that says so', () => {
    expect(maskMessage('gsm: 470 12 34 56').text).toBe('gsm: [telefoonnummer]')
  })

  it.each([
    'els.privé@example.org',
    'jan+werk@gemeente.voorbeeld.be',
    'jan (at) example.org',
    'JAN@EXAMPLE.ORG',
    'jan\u200B@example.org',
  ])('%s is masked in a message and left in a document', (mailbox) => {
    expect(maskMessage(`mail naar ${mailbox}.`)).toEqual({
      text: 'mail naar [e-mailadres].',
      kinds: ['e-mail'],
    })
    expect(maskDocument(`Mail ${mailbox}`).kinds).toEqual([])
  })

  it.each([
    'info@vvsg.be',
    'Info@VVSG.be',
    '02 211 55 00',
    '02/211.55.00',
    '+32 2 211 55 00',
    '+32 (0)2 211 55 00',
    '022115500',
    '(02) 211 55 00',
    '0032 2 211 55 00',
  ])('VVSG publishes %s, so it stays', (contact) => {
    expect(maskMessage(`Bereik ik jullie op ${contact}?`).text).toBe(`Bereik ik jullie op ${contact}?`)
  })

  it.each([
    'klopt 02 211 55 01?',
    'is 02/211.56.00 jullie nummer',
    'op onze affiche staat +32 2 211 55 99',
  ])('a number a digit beside the published one is a question about it: %s', (text) => {
    expect(maskMessage(text).kinds).toEqual([])
  })

  it.each([
    'bel mij op 02 212 56 00',
    'mijn nummer is 02 311 55 10',
    'tel 03 211 54 00',
  ])('a number further off is somebody else: %s', (text) => {
    expect(maskMessage(text).kinds).toEqual(['telefoon'])
  })

  it('are named in the order in which they stand', () => {
    expect(
      maskMessage(
        'stuur het antw naar els.privé@example.org en cc mijn man luc@example.org, tel 0470 00 00 13',
      ),
    ).toEqual({
      text: 'stuur het antw naar [e-mailadres] en cc mijn man [e-mailadres], tel [telefoonnummer]',
      kinds: ['e-mail', 'telefoon'],
    })
  })
})

describe('what is nobody’s data stays', () => {
  it.each([
    'klopt het dat BE 0451.857.573 het ondernemingsnummer van de VVSG is',
    'btw BE0451857573',
    'ondernemingsnummer 0451 857 573',
    'KBO-nummer: 0470.123.457',
    'BTW-BE 0470 123 457',
    '12.11.2026',
    'op 01-02-2026 om 14.30 uur',
    'van 8.30 tot 12.30 uur en van 13.30 tot 17 uur',
    '2026-11-23T10:00:00+01:00',
    '€ 1.234.567,89',
    '12 345 678 901 euro',
    '+500 000 000 euro',
    'dossier 2026/00123',
    'kenmerk OMV_2026012345',
    'dossiernummer 2026-0012345',
    'dossier 021234567',
    'vestigingseenheid 2.123.456.789',
    'BBC2020-rapport 000123',
    'artikel 285, § 1, 3° van het decreet van 22 december 2017',
    'level 1 op 22/01/2027 van 9u tot 10u30 voor 14 mensen',
    '+++090/9337/55493+++',
    'RF18 5390 0754 7034',
    'Bischoffsheimlaan 1-8, 1000 Brussel',
    '@vvsg op sociale media',
  ])('%s', (text) => {
    expect(maskMessage(text)).toEqual({ text, kinds: [] })
    expect(maskDocument(text)).toEqual({ text, kinds: [] })
  })

  it('enterprise numbers, dates, amounts and file numbers of any value survive', () => {
    const date = fc.date({ min: new Date('1950-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    const other = fc.oneof(
      enterpriseNumber.map((ten) => `BE ${layout(ten, [4, 3, 3], ['.'])}`),
      enterpriseNumber.map((ten) => `BE${ten}`),
      enterpriseNumber.map((ten) => layout(ten, [4, 3, 3], ['.'])),
      enterpriseNumber.map((ten) => `ondernemingsnummer ${ten}`),
      date.map((day) => day.toISOString().slice(0, 10)),
      date.map((day) => `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`),
      date.map(
        (day) =>
          `${padded(day.getUTCDate(), 2)}.${padded(day.getUTCMonth() + 1, 2)}.${day.getUTCFullYear()} om 16u30`,
      ),
      fc.integer({ min: 0, max: 999_999_999 }).map((cents) => `€ ${(cents / 100).toLocaleString('nl-BE')}`),
      fc.integer({ min: 0, max: 999_999_999 }).map((euros) => `${euros.toLocaleString('nl-BE')} euro`),
      fc.integer({ min: 0, max: 99_999 }).map((serial) => `dossier 2026/${padded(serial, 5)}`),
      fc.integer({ min: 0, max: 9_999_999 }).map((serial) => `dossier 2026-${padded(serial, 7)}`),
    )
    fc.assert(
      fc.property(other, sentence, (datum, wrap) => {
        expect(maskMessage(wrap(datum))).toEqual({ text: wrap(datum), kinds: [] })
      }),
      { numRuns: 1000 },
    )
  })
})

describe('masking', () => {
  it('changes nothing more the second time', () => {
    const piece = fc.oneof(
      nationalNumber('register'),
      nationalNumber('bis').map((digits) => layout(digits, [6, 3, 2], ['-', '.'])),
      twelveDigits.map((account) => ibanOf('BE', account)),
      twelveDigits,
      fc.integer({ min: 0, max: 99_999_999_999 }).map((value) => padded(value, 11)),
      fc.constantFrom(
        'rijksregister',
        ' ',
        'bis',
        '0470 12 34 56',
        'a@b.be',
        '[bisnummer]',
        '+',
        '-',
        'tel: ',
        'BE',
        'iban ',
      ),
      fc.string({ unit: fc.constantFrom(...'0123456789 .-/+[]aB@\u00A0\u200B') }),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.constantFrom(maskMessage, maskDocument),
        (pieces, mask) => {
          const once = mask(pieces.join(' ')).text
          expect(mask(once)).toEqual({ text: once, kinds: [] })
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('leaves text without data as it is, odd characters included', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/[\p{Nd}@＠]/u.test(text)),
        (text) => {
          expect(maskMessage(text)).toEqual({ text, kinds: [] })
        },
      ),
    )
  })

  it('takes long texts in its stride', () => {
    const started = performance.now()
    for (const long of [
      '1 '.repeat(100_000),
      '1'.repeat(200_000),
      `${'a'.repeat(200_000)}1`,
      'a.1'.repeat(60_000),
      '+32 '.repeat(50_000),
      `${'BE'.repeat(80_000)}1@`,
    ]) {
      maskMessage(long)
    }
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('a masked text for searching', () => {
  it.each([
    ['Mag ik [rijksregisternummer] bewaren?', 'Mag ik bewaren?'],
    ['Bel [telefoonnummer].', 'Bel.'],
    ['[rijksregisternummer]', '[rijksregisternummer]'],
    ['Wat is een  rijksregisternummer?', 'Wat is een  rijksregisternummer?'],
  ])('leaves out what nobody typed: %s', (text, left) => {
    expect(withoutMasks(text)).toBe(left)
  })
})
