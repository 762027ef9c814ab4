import { describe, expect, it } from 'vitest'
import { clarification } from '../../../src/answering/clarify.js'
import { completions, goesOnFrom, leansOnPrevious } from '../../../src/answering/question/follow-up.js'

describe('going on about the question before', () => {
  it.each([
    ['en op vrijdag?', true],
    ["en agb's?", true],
    ['hoelang duurt die?', true],
    ['wat met vuurtorens', true],
    ['hoeveel?', true],
    ['hoeveel vuurtorens zijn lid van de duinbond?', false],
  ])('%s: %s', (text, leans) => {
    expect(leansOnPrevious(text)).toBe(leans)
  })

  it('puts the new subject in the place of the old one first, then behind it', () => {
    const previous = 'hoeveel politiezones zijn lid?'
    const all = completions("en agb's?", previous)
    expect(all[0]).toBe("hoeveel agb's zijn lid?")
    expect(all.at(-1)).toBe("hoeveel politiezones zijn lid? en agb's?")
  })

  it('only joins what has no subject of its own', () => {
    expect(completions('en waarom?', 'hoeveel politiezones zijn lid?')).toEqual([
      'hoeveel politiezones zijn lid? en waarom?',
    ])
  })

  it.each([
    ['en 3?', 'hoe lang duurt niveau 1', 'hoe lang duurt niveau 3'],
    ['and the second?', 'how long is level 1', 'how long is level 2'],
    ['en wat leer je er?', 'voor wie is niveau 2 bedoeld', 'wat leer je er niveau 2?'],
    ['en samen met de meeuwen?', 'hoeveel duinposten zijn lid', 'hoeveel duinposten en de meeuwen zijn lid'],
    ['en de rest?', 'welk deel komt uit duinen', 'welk deel komt uit duinen'],
  ])('%s after "%s" asks "%s"', (text, previous, question) => {
    expect(completions(text, previous)[0]).toBe(question)
  })

  it.each([
    ['en lidgelden?', 'hoeveel procent zijn subsidies', 'question'],
    ['en hoeveel duinposten zijn er?', 'hoeveel procent zijn subsidies', null],
    ['hoe lang duurt dat?', 'voor wie is niveau 2', 'level'],
    ['hoe lang duurt dat?', 'voor wie is de duin', null],
    ['wat is het lidgeld daar van een meeuwenkolonie?', 'voor wie is niveau 2', null],
  ])('%s goes on from "%s": %s', (text, previous, goesOn) => {
    expect(goesOnFrom(text, previous)).toBe(goesOn)
  })

  it('stays short however many follow-ups found no answer', () => {
    let question = 'hoeveel politiezones zijn lid?'
    for (let turn = 0; turn < 30; turn++) question = completions(`en kruisbes${turn}?`, question).at(-1) ?? ''
    expect(question.length).toBeLessThan(100)
    expect(completions('en meeuwen?', question).length).toBeLessThan(10)
  })
})

describe('asking back what a short form means', () => {
  const meanings = ['openbare verlichting', 'opblaasbaar vlot']
  const glossary = (text: string) => (/\bov\b/i.test(text) ? [{ word: 'OV', meanings }] : [])

  it.each([
    ['wat is een OV?', true],
    ['vlot dat opblaasbaar is: een OV?', false],
    ['OV vergunning kraanwagen zeewier vuurtoren planschade', false],
    ['wat is een vuurtoren?', false],
  ])('%s: %s', (text, asks) => {
    expect(clarification(text, glossary) !== null).toBe(asks)
  })

  it('does not ask when only one thing can be meant', () => {
    expect(clarification('wat is een OV?', () => [{ word: 'OV', meanings: ['vlot'] }])).toBeNull()
  })
})

describe('an ordinal after a question about a level', () => {
  it.each([
    ['en het tweede?', 'hoe lang duurt niveau 1', 'hoe lang duurt niveau 2'],
    ['and the third one?', 'what is level 1 about?', 'what is level 3 about?'],
  ])('asks the same of that level: "%s"', (text, previous, full) => {
    expect(completions(text, previous)).toEqual([full])
  })

  it('stays an ordinal where no level was asked about', () => {
    expect(completions('en het tweede?', 'wie zit in het bestuur?')).not.toContain('wie zit in het bestuur?')
  })
})
