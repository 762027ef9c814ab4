import { WORD } from './wording.js'

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Open a question that "ja" or "nee" does not answer. */
const QUESTION_WORDS = list(
  `hoe wat wie waar wanneer waarom welke welk hoeveel hoelang hoezo waarvoor waarmee waarop waarvan waardoor waarbij
   waarover waarin waaruit waarheen how what who where when why which`,
)
const VERBS = list(
  `kan kun kunt kunnen mag mogen moet moeten is zijn ben was waren wordt worden word heeft hebben heb gaat ga gaan zal
   zullen zou zouden wil wilt willen dient dien dienen hoeft hoef hoeven doet doe doen geldt gelden bestaat bestaan
   krijg krijgt krijgen werkt werken klopt komt komen blijft blijven can may must is are do does`,
)
/** After a verb that opens a question; an article there may as well belong to a statement. */
const SUBJECTS = list('ik je jij u wij we men er')
/** Open a clause without saying what it asks. */
const LEADS = list('en maar of dus nu dan aan voor met in op bij vanaf tot van over naar uit om')
const CONDITIONS = list('als wanneer dat omdat zodat indien')

const SENTENCE = /(?<=[.?!])\s+/
const CLAUSE = /,\s*| [-–] |[:;]\s/

/**
 * Whether a question wants "ja" or "nee"; null when its wording does not tell, or when it asks both.
 *
 * @example
 * ```ts
 * asksYesOrNo('Ik ben op reis, kan ik de app gebruiken?') //=> true
 * asksYesOrNo('Hoe lang is een bewijs geldig?') //=> false
 * asksYesOrNo('termijn voor bezwaar') //=> null
 * ```
 */
export function asksYesOrNo(question: string): boolean | null {
  const sentences = question.toLowerCase().split(SENTENCE)
  const asking = sentences.filter((sentence) => sentence.trimEnd().endsWith('?'))
  const told = new Set(
    (asking.length > 0 ? asking : sentences.slice(-1))
      .flatMap((sentence) => sentence.split(CLAUSE))
      .map((clause) => clauseAsks(clause, asking.length > 0)),
  )
  told.delete(null)
  if (told.size !== 1) return null
  return told.has(true)
}

function clauseAsks(clause: string, marked: boolean): boolean | null {
  const words: string[] = clause.match(WORD) ?? []
  const start = words.findIndex((word) => !LEADS.has(word))
  const [first, second] = words.slice(Math.max(0, start))
  if (first === undefined) return null
  if (QUESTION_WORDS.has(first)) return false
  if (VERBS.has(first)) return true
  const inverted = marked && second !== undefined && SUBJECTS.has(second) && !CONDITIONS.has(first)
  return inverted ? true : null
}

const REPLY = /^[^\p{L}\p{N}]*(?:ja|jazeker|nee|neen|inderdaad|yes|no)(?![\p{L}\p{N}])/iu

/** Whether a text begins as the answer to a question that wants "ja" or "nee". */
export function repliesYesOrNo(text: string): boolean {
  return REPLY.test(text)
}
