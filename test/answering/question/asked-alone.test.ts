import { describe, expect, it } from 'vitest'
import { askedAlone } from '../../../src/answering/question/asked-alone.js'

describe('the clause of a message that asks', () => {
  it.each([
    ['waar staan de letters VVSG voor, ben nieuw hier aan het onthaal', 'waar staan de letters VVSG voor'],
    ['Wij zijn net gefusioneerd. Hoeveel gemeenten zijn lid? Alvast bedankt', 'Hoeveel gemeenten zijn lid?'],
    ['wat zijn de kerntaken van de VVSG, in twee zinnen', 'wat zijn de kerntaken van de VVSG'],
    ['how is VVSG funded, for our newsletter', 'how is VVSG funded'],
  ])('%s', (text, asked) => {
    expect(askedAlone(text)?.asked).toBe(asked)
  })

  it('says what the asker tells of himself', () => {
    expect(askedAlone('wij bouwen een zwembad, wat is het adres van de VVSG')?.ofTheAsker).toBe(
      'wij bouwen een zwembad',
    )
  })

  it.each([
    ['nothing stands around it', 'hoeveel gemeenten zijn lid?'],
    ['what follows narrows it', 'hoeveel gemeenten zijn lid, die van de kust'],
    ['it leans on what was told', 'onze raad wil een vraag stellen, wie mag dat?'],
    ['two clauses ask', 'wij zijn nieuw, wat kost het lidgeld, wie betaalt het lidgeld'],
    [
      'what stands beside it is the subject',
      'interlokale vereniging zonder rechtspersoonlijkheid, wie is werkgever?',
    ],
    ['it says too little by itself', 'ik ben huurder, wie belt u dan?'],
  ])('is nothing by itself when %s', (_, text) => {
    expect(askedAlone(text)).toBeNull()
  })
})
