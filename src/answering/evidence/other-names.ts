import type { KeyTerm } from '../question/key-terms.js'
import type { Question } from '../question/question.js'

/**
 * A question whose words know their other names; the words of a phrase that has names ("police zones") become one
 * term, so that a text that calls it otherwise names it whole or not at all.
 */
export function withOtherNames(question: Question, names: ReadonlyMap<string, readonly string[]>): Question {
  const phrases = [...names.keys()].filter((name) => name.includes(' '))
  const merged = phrases.reduce(withPhrase, question)
  const terms = merged.terms.map((term) => ({ ...term, others: names.get(term.word) ?? [] }))
  return { ...merged, terms }
}

function withPhrase(question: Question, phrase: string): Question {
  const words = new Set(phrase.split(' '))
  const members = question.terms.filter(({ word }) => words.has(word))
  const [first] = members
  // A word of the phrase that is no term of its own says how it is asked: the phrase is not what is asked about.
  if (first === undefined || members.length < words.size) return question
  const whole: KeyTerm = {
    word: phrase,
    weight: Math.max(...members.map(({ weight }) => weight)),
    head: members.some(({ head }) => head),
    point: members.some(({ point }) => point),
    name: members.some(({ name }) => name),
    others: [],
  }
  return {
    ...question,
    noun: question.noun !== null && words.has(question.noun) ? phrase : question.noun,
    terms: question.terms.flatMap((term) =>
      term === first ? [whole] : members.includes(term) ? [] : [term],
    ),
  }
}
