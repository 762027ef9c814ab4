import { describe, expect, it } from 'vitest'
import { withContact } from '../../../src/answering/rewording/contact-asked.js'

describe('whom to turn to about the training', () => {
  it.each([
    ['bij wie klop ik aan voor niveau 2?', 'wie is de contactpersoon voor niveau 2?'],
    ['naar wie stuur ik mijn vragen over de introsessie', 'wie is de contactpersoon over de introsessie'],
    ['wie van jullie gaat over service design', 'wie is de contactpersoon service design'],
    ['wie moet ik hebben voor de eendaagse', 'wie is de contactpersoon voor de eendaagse'],
    ['who is in charge of the spider training', 'wie is de contactpersoon the spider training'],
    ['whom should i contact about level 2', 'wie is de contactpersoon about level 2'],
  ])('is asked in many ways: %s', (asked, plainly) => {
    expect(withContact(asked)).toBe(plainly)
  })

  it.each([
    'bij wie klop ik aan voor een omgevingsvergunning?',
    'met wie doe je aan service design',
    'voor wie is niveau 2',
    'wie van ons mag naar niveau 2',
    'van wie is de toolkit',
  ])('is not what is asked: %s', (asked) => {
    expect(withContact(asked)).toBe(asked)
  })
})
