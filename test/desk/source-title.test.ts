import { expect, it } from 'vitest'
import type { Citation } from '../../src/answering/citation.js'
import { withTitle } from '../../src/desk/source-title.js'

const CITATION: Citation = {
  document: 'gepubliceerd:antwoord-0001',
  title: 'Verlof bij overlijden',
  section: '',
  url: null,
  date: '2026-11-20',
  quote: 'Tien dagen.',
  kind: 'bron',
  source: null,
  passage: 'gepubliceerd:antwoord-0001#0',
}

it('keeps the title of a source that may be quoted', () => {
  expect(withTitle(CITATION, 'nl')).toBe(CITATION)
})

it.each([
  ['gepubliceerd:antwoord-0001', 'nl', 'Antwoord van een VVSG-medewerker'],
  ['gepubliceerd:antwoord-0001', 'en', 'Answer of VVSG staff'],
  ['over-vvsg/leden', 'nl', 'Document “over-vvsg/leden”'],
] as const)('names %s in words (%s) where its title may not be quoted', (document, language, title) => {
  expect(withTitle({ ...CITATION, document, title: document }, language).title).toBe(title)
})
