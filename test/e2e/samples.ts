import type { Incoming } from '../../src/desk/incoming.js'
import type { OutgoingMessage } from '../../src/desk/outgoing.js'
import type { Passage } from '../../src/knowledge/passage.js'
import { message } from '../fakes/web-desk.js'

const document: Passage['document'] = {
  id: 'over-vvsg/leden',
  title: 'De leden van VVSG',
  kind: 'samenvatting',
  source: 'VVSG, Over ons',
  url: 'https://www.vvsg.be/over-ons',
  date: '2025-02-01',
  authority: 2,
  validFrom: null,
  validUntil: null,
  audience: 'publiek',
  language: 'nl',
}

const quote = 'VVSG telt 300 gemeenten en 300 OCMW’s onder haar leden.'

/** A document of two passages, the first of which is quoted in the sample answer. */
export const PASSAGES: readonly Passage[] = [
  {
    id: 'over-vvsg/leden#0',
    document,
    section: ['Gemeenten en OCMW’s'],
    position: 0,
    text: `Alle lokale besturen kunnen lid worden. ${quote}\n\nOok intercommunales zijn lid.`,
    asked: [],
  },
  {
    id: 'over-vvsg/leden#1',
    document,
    section: ['Politiezones'],
    position: 1,
    text: 'Bijna alle politiezones zijn lid: 110 in totaal.',
    asked: [],
  },
]

const citation: OutgoingMessage['citations'][number] = {
  document: document.id,
  title: document.title,
  section: 'Gemeenten en OCMW’s',
  url: document.url,
  date: document.date,
  quote,
  kind: document.kind,
  source: document.source,
  passage: 'over-vvsg/leden#0',
}

const english: OutgoingMessage['citations'][number] = {
  ...citation,
  document: 'service-design/spider',
  title: 'SPIDER',
  section: '',
  url: null,
  date: 'circa 2013',
  quote: 'The association represents the 308 municipalities and the public centres for social welfare.',
  kind: 'bron',
  source: null,
}

const actions = [
  { name: 'helped', label: 'Dit helpt', value: '' },
  { name: 'ask-staff', label: 'Stel mijn vraag aan VVSG', value: '' },
]

/** What the sample desk says: an answer, a question back, a hand-over, or whatever was asked, word for word. */
export function sampleAnswer({ text, action }: Incoming): readonly OutgoingMessage[] {
  if (action?.name === 'helped') return [message('Fijn dat dit helpt.', { kind: 'notice' })]
  if (action?.name === 'ask-staff') return [handOver]
  if (action?.name === 'choose') return [message(`U koos: ${action.value}`)]
  if (text.includes('leden')) return [message(ANSWER, { citations: [citation, english], actions })]
  if (text.includes('PV')) return [clarify]
  return [message(text)]
}

const ANSWER = [
  'VVSG telt 300 gemeenten en 300 OCMW’s onder haar leden.',
  '',
  'Ook lid zijn:',
  '- 110 politiezones',
  '- 58 intercommunales',
  '- 53 autonome gemeentebedrijven',
].join('\n')

const handOver = message(
  'Uw vraag gaat naar een medewerker van VVSG. Een medewerker kan ten vroegste maandag 23 november om 8.30 uur kijken.',
  { kind: 'hand-over', ticket: { reference: 'VB-2026-0001', topic: 'algemeen' } },
)

const clarify = message('Wat bedoelt u met PV?', {
  kind: 'clarify',
  actions: [
    { name: 'choose', label: 'proces-verbaal', value: 'proces-verbaal' },
    { name: 'choose', label: 'photovoltaïsche panelen', value: 'photovoltaïsche panelen' },
  ],
})
