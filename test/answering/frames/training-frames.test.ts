import { describe, expect, it } from 'vitest'
import { lack, ungiven } from '../../../src/answering/frames/frames.js'

const LEVEL = 'Niveau 2 is een eendaagse opleiding voor personeelsleden, met een case.'
const STATUS = 'Of de opleiding vandaag nog doorgaat, moet de bond nog bevestigen.'
const GROUP = 'Voor niveau 2 stellen wij een groep van 8 tot 20 deelnemers voor.'

describe('what a description of a training leaves open', () => {
  it.each([
    ['wie geeft de eendaagse', 'wie de les geeft'],
    ['door wie wordt het leertraject begeleid?', 'wie de les geeft'],
    ['who teaches the one-day course', 'wie de les geeft'],
    ['hoe heet de lesgever van niveau 2', 'wie de les geeft'],
    ['moet je eerst niveau 1 gevolgd hebben?', 'voorkennis of volgorde'],
    ['kan ik niveau 1 overslaan', 'voorkennis of volgorde'],
    ['do we need level 1 before joining level 2?', 'voorkennis of volgorde'],
    ['welke case wordt er gebruikt?', 'welk voorbeeld'],
    ['uit welk domein komt de casus', 'welk voorbeeld'],
    ['heeft de buurgemeente niveau 2 al gevolgd?', 'wie het al deed'],
    ['vanaf hoeveel inschrijvingen gaat niveau 2 door', 'vanaf hoeveel het doorgaat'],
    ['is er een ledenkorting op niveau 2?', 'een korting'],
    ['op welke data valt niveau 2', 'op welke dagen'],
    ['kan niveau 2 online via teams', 'online of niet'],
    ['Waar gaat niveau 2 door?', 'waar het doorgaat'],
    ['hoe groot is het lokaal van de eendaagse', 'waar het doorgaat'],
    ['en wie geeft dat?', 'wie de les geeft'],
    ["hebben jullie foto's van niveau 2?", 'iets dat ervan overblijft'],
    ['can anyone download the slides of level 2?', 'iets dat ervan overblijft'],
  ])('misses it, and that decides: %s', (question, name) => {
    expect(ungiven(question, LEVEL)).toContain(name)
    expect(lack(question, LEVEL)).toBe(2)
  })

  it.each([
    'wat betekent de afkorting REGR',
    'wie geeft mij inlichtingen over niveau 2',
    'wie mag naar niveau 2',
    'wordt er met een case gewerkt?',
    'heb je na niveau 2 geleerd een bestek te beoordelen?',
    'worden we ondersteund in niveau 2',
    'niveau 2 op een slide aub',
  ])('misses nothing: %s', (question) => {
    expect(lack(question, LEVEL)).toBe(0)
  })

  it('is answered with what is not decided only when asked whether it still goes on', () => {
    expect(lack('wat leer je op de opleiding?', STATUS)).toBe(1)
    expect(lack('wordt de opleiding nog gegeven?', STATUS)).toBe(0)
  })

  it('is answered with the size of a group only when numbers or a group are spoken of', () => {
    expect(lack('wat kunnen onze mensen na niveau 2', GROUP)).toBe(1)
    expect(lack('wat leren deelnemers in niveau 2', GROUP)).toBe(1)
    expect(lack('deelnemers niveau 2', GROUP)).toBe(0)
    expect(lack('met hoeveel mag je naar niveau 2', GROUP)).toBe(0)
    expect(lack('kan een volledige gemeenteraad mee', GROUP)).toBe(0)
  })
})
