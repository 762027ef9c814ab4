import { phrase } from './interpret/phrase.js'

const MINOR = phrase(
  'kind',
  'kindje',
  'kinderen',
  'minderjarige*',
  'baby',
  'peuter',
  'kleuter',
  'leerling*',
  'scholier',
  'niet-begeleide',
  '(dochter|zoon|meisje|jongen|dochtertje|zoontje) van \\d+',
  '(1?\\d|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien) ?(-?jarige?|jaar oud)',
  'minors?',
  'child',
  'children',
)

const STOLEN_CARD = phrase(
  '(eid|e-id|identiteitskaart*|id-kaart*|kaartnummer|identity card|id card|paspoort) .. (gestolen|gepikt|verloren|kwijt|stolen|lost|verdwenen)',
  '(gestolen|gepikt|verloren|kwijt|verdwenen|stolen|lost|diefstal|verlies) .. (eid|e-id|identiteitskaart*|id-kaart*|identity card|id card|paspoort)',
)

/** Whether a message speaks of a child, so that the notice about personal data asks for extra care. */
export function mentionsMinor(text: string): boolean {
  return MINOR.test(text)
}

/** Whether a message says that an identity card was stolen or lost. */
export function mentionsStolenCard(text: string): boolean {
  return STOLEN_CARD.test(text)
}
