import { describe, expect, it } from 'vitest'
import { bareTail, gives, givesWhatFollows } from '../../../src/answering/question/bare-tail.js'

describe('a question word behind a question', () => {
  it('is parted from it', () => {
    expect(bareTail('wie maakte de toolkit, en wanneer?')).toEqual({
      rest: 'wie maakte de toolkit?',
      asks: 'wanneer',
    })
    expect(bareTail('hoeveel zones zijn lid en welke?')?.asks).toBe('welke')
  })

  it('is none when more follows it, or nothing stands before it', () => {
    expect(bareTail('wie maakte de toolkit en wanneer kwam hij uit?')).toBeNull()
    expect(bareTail('en wanneer?')).toBeNull()
  })

  it.each([
    ['wanneer', 'Het project liep af in 2015.', true],
    ['wanneer', 'Twee bureaus maakten de toolkit.', false],
    ['sinds wanneer', 'Het project liep af in 2015.', false],
    ['welke', 'Er zijn drie organen: de vergadering, de raad en het comité.', true],
    ['welke', 'De vereniging telt 53 bedrijven als lid.', false],
    ['waarom', 'Dat is zo omdat er gemeenten fuseerden.', true],
    ['waarom', 'De toolkit is gemaakt door twee bureaus.', false],
  ])('%s: "%s" tells it: %s', (asks, quote, told) => {
    expect(gives(asks, quote)).toBe(told)
  })
})

describe('a follow-up that asks why, when or how often', () => {
  it('is answered only by a text that tells it', () => {
    expect(givesWhatFollows('en waarom?', 'Er zijn 110 zones lid.')).toBe(false)
    expect(givesWhatFollows('waarom is dat veranderd?', 'Er zijn 300 gemeenten lid.')).toBe(false)
    expect(givesWhatFollows('en hoe vaak komen die samen?', 'Het blad verschijnt zes keer per jaar.')).toBe(
      true,
    )
  })

  it('leaves every other follow-up alone', () => {
    expect(givesWhatFollows("en agb's?", 'Er zijn 110 zones lid.')).toBe(true)
  })
})
