import type { SearchOptions } from '../knowledge/passage.js'
import { answerTexts } from '../texts/answers.js'
import { joinAnswers, named, surely } from './answer-facets.js'
import type { AnsweringParts } from './evidence/assess.js'
import { interpret } from './interpret.js'
import { type Clause, clausesAsking } from './question/clauses.js'
import type { Answer, Asked } from './result.js'
import { contactAsked } from './rewording/contact-question.js'

/**
 * Answers those of several questions in one message that are surely known, whichever they are, names the others and
 * offers staff for them; null when the message asks one thing, or none is known, or all are.
 *
 * A question that is known must be about the association by itself or by the question it goes on from; beside a
 * question of local policy only its hours, its contacts and what nobody else has are told, since "wie kan daarbij helpen" is part of that.
 */
export async function answerPartly(
  asked: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
): Promise<Answer | null> {
  const clauses = clausesAsking(asked.text, (text) => parts.live(text, null) !== null)
  if (clauses.length < 2) return null
  const answered = await Promise.all(
    clauses.map(async (clause) => ({
      clause,
      answer: await known(clause, besideUs(clause, clauses), asked, parts, options),
    })),
  )
  const answers = answered.flatMap(({ answer }) => (answer ? [answer] : []))
  const left = answered.filter(({ answer }) => answer === null).map(({ clause }) => clause)
  // "Heeft die commissie ... en wie is daar voorzitter": the one may be the point of the other.
  if (left.length === 0 || left.some(({ leans }) => leans)) return null
  const names = left.map(({ text }) => named(text))
  return joinAnswers(answers, [answerTexts(asked.language).unanswered(names)])
}

/** The other questions that are not for the association: what they are about, it may be about as well. */
function besideUs(clause: Clause, clauses: readonly Clause[]): string {
  return clauses
    .filter((one) => one !== clause && !one.concernsUs)
    .map(({ full }) => full)
    .join(' ')
}

async function known(
  { full, isOurs, isOwnThing, leans }: Clause,
  others: string,
  asked: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
): Promise<Answer | null> {
  if (leans || wantsMore(full, asked)) return null
  const beside = parts.domains(others).foreign > 0
  const isLive = parts.live(full, null) !== null
  const isFact = isLive || contactAsked(full) !== null
  const aboutUs = beside ? isOwnThing || (isOurs && isFact) : isOurs || isLive
  return aboutUs ? surely(full, { ...asked, text: `${full} ${others}` }, parts, options) : null
}

/** "Wie kan mij helpen" is a wish for staff, and no document's matter. */
function wantsMore(text: string, { language }: Asked): boolean {
  return interpret(text, { memberKind: 'onbekend', language }).kind !== 'question'
}
