import type { Passage, SearchOptions } from '../../knowledge/passage.js'
import type { Answer, Asked } from '../answer.js'
import { type AnsweringParts, assess } from '../evidence/assess.js'
import { OFFER_STAFF_FROM } from '../evidence/confidence-in-evidence.js'
import { type Evidence, weigh } from '../evidence/evidence.js'
import { coreOf, type Question, questionOf } from '../question/question.js'
import { type Ground, groundOf } from './grounding/ground.js'

/** A passage for the model, with what the desk itself would quote from it. */
export interface Gathered {
  readonly ground: Ground
  readonly evidence: Evidence
  readonly question: Question
}

/** Passages a model is shown at most, and characters of them together. */
const MOST_PASSAGES = 6
const MOST_CHARACTERS = 8000

/**
 * The passages a model may word an answer from: those the desk's own answer cites, then others it would answer from
 * itself; only in the asker's language and only what may be quoted. Empty when there is none.
 */
export async function gather(
  own: Answer,
  asked: Pick<Asked, 'text' | 'language'>,
  parts: AnsweringParts,
  options: SearchOptions,
  mask: (text: string) => string,
): Promise<readonly Gathered[]> {
  const question = questionOf(coreOf(asked.text), asked.language)
  const { evidence, weighed } = await assess(question, parts, options)
  const cited = [...new Set(own.citations.map(({ passage }) => passage))].flatMap((id) => {
    const found = evidence.find(({ hit }) => hit.passage.id === id)
    const passage = found ? null : parts.index.passage(id)
    return found ? [found] : passage ? [weighedAlone(question, passage, parts)] : []
  })
  const others = weighed
    .filter(({ evidence: one, confidence }) => confidence >= OFFER_STAFF_FROM && !cited.includes(one))
    .map(({ evidence: one }) => one)
  return [...cited, ...others]
    .filter(({ hit, units }) => hit.passage.document.language === asked.language && units.length > 0)
    .slice(0, MOST_PASSAGES)
    .map((one) => ({
      evidence: one,
      question,
      ground: groundOf(
        one.hit.passage,
        one.units.map(({ unit }) => unit),
        mask,
      ),
    }))
    .filter(({ ground }) => ground.units.length > 0)
    .filter(within(MOST_CHARACTERS))
}

function weighedAlone(question: Question, passage: Passage, parts: AnsweringParts): Evidence {
  return weigh(question, { passage, score: 0, parts: {}, matched: [] }, parts.analyse)
}

/** Keeps passages until together they are too long. */
function within(most: number): (gathered: Gathered) => boolean {
  let length = 0
  return ({ ground }) => {
    length += ground.text.length
    return length <= most
  }
}
