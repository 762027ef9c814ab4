import { describe, expect, it } from 'vitest'
import { CONTACT_FRAMES } from '../../../src/answering/frames/contact-frames.js'

const PAGE =
  'De VVSG is te bereiken op het adres Bischoffsheimlaan 1-8, 1000 Brussel, op het telefoonnummer 02 211 55 00 en op info@vvsg.be. Huis Madou is het gebouw van de VVSG.'
const lacking = (question: string) =>
  CONTACT_FRAMES.filter(({ asks, given }) => asks.test(question) && !given.test(PAGE)).map(({ name }) => name)

describe('what the general contacts do not tell', () => {
  it.each([
    ['gsm nummer van mattie jacobs', 'een rechtstreeks nummer'],
    ['mailadres van de dienst personeel van vvsg', 'het nummer of adres van een dienst'],
    ['het nummer van jullie jurist omgeving', 'het nummer of adres van een dienst'],
    ['welk nummer heeft onze politiezone', 'het nummer of adres van een ander'],
    ['geef mij het nummer van Brulocalis', 'het nummer van een andere organisatie'],
    ['wie is de persoonlijke contactpersoon voor ons bestuur', 'een contactpersoon van het eigen bestuur'],
    ['is mijn brief aangekomen', 'of iets aankwam of beantwoord werd'],
    ['krijg ik nog een mail van jullie', 'of iets aankwam of beantwoord werd'],
    ['wie leest de mails', 'wie opneemt of meeleest'],
    ['hebben jullie een kantoor in Gent', 'een ander kantoor'],
    ['is er een kantine in huis madou', 'wat er in het gebouw is'],
  ])('%s: %s', (question, name) => {
    expect(lacking(question)).toContain(name)
  })

  it.each([
    'wat is het telefoonnummer van de VVSG',
    'het adres van Huis Madou',
    'contactgegevens van de vereniging',
    'klopt het dat jullie kantoor in Gent ligt',
    'wie is de contactpersoon',
    'op welk nummer bereik ik jullie',
    'krijg ik een antwoord op mijn vraag',
    'is er een routebeschrijving naar het gebouw',
  ])('nothing is lacking for "%s"', (question) => {
    expect(lacking(question)).toEqual([])
  })
})
