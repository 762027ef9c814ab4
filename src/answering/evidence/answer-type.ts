import { type AnswerType, TELLING } from '../question/question.js'
import { type Analyse, analysedWord, credit, NAMED, type SoughtTerm } from './matching.js'
import { type Quantity, quantitiesOf } from './quantities.js'

/** Whether a sentence holds the kind of thing the question asks for; always true for an open question. */
export function holds(
  text: string,
  type: AnswerType,
  sought: readonly SoughtTerm[],
  analyse: Analyse,
): boolean {
  const quantities = quantitiesOf(text)
  switch (type) {
    case 'amount':
      return quantities.some(({ unit }) => unit === 'euro')
    case 'count':
      return quantities.some(
        (quantity) => quantity.unit === 'count' && countsOneOf(quantity, sought, analyse),
      )
    case 'percent':
      return quantities.some((quantity) => quantity.unit === 'percent')
    case 'duration':
      return quantities.some(({ counts }) => counts.some((word) => DURATION.test(word)))
    case 'frequency':
      return FREQUENCY.test(text)
    case 'clock':
      return quantities.some(({ unit }) => unit === 'time') || CALENDAR.test(text)
    case 'how-to':
      return WAY.test(text)
    case 'person':
      return NAME.test(text) || ROLE.test(text)
    case 'reason':
      return REASON.test(text)
    case 'place':
      return /\b\d{4} \p{Lu}|laan\b|straat\b|plein\b|huis\b|brussel|www\./iu.test(text)
    default:
      return true
  }
}

const DURATION =
  /^(?:uur|uren|minuut|minuten|dag|dagen|weken|week|maanden?|jaar|jaren|hours?|days?|years?|months?)$/i
const CALENDAR =
  /\b(?:19|20)\d\d\b|\b(?:maan|dins|woens|donder|vrij|zater|zon|week)dag(?:en)?\b|\b(?:elke|iedere) dag\b|\bdagelijks|\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|lente|zomer|herfst|winter|january|february|march|june|july|august|october)\b/i
const REASON =
  /\b(?:want|omdat|doordat|daarom|dus|zodat|opdat|waardoor|vanwege|wegens|streeft|doel\w*|om (?:\p{L}+ ){1,6}te|because|so that|in order to)\b/iu
const FREQUENCY =
  /\b(?:dagelijks\w*|wekelijks\w*|maandelijks\w*|jaarlijks\w*|keer|maal|per (?:dag|week|maand|jaar)|om de|daily|weekly|monthly|yearly|times)\b/i
/** A way to go, a place to look or somebody to turn to. */
const WAY =
  /\b(?:via|per (?:mail|post|telefoon)|mailen|bellen|bereik\w*|telefoonnummer|e-mailadres|adres|stelt|mogen|betalen|staat in|verwijst naar|through|online|formulier)\b|www\.|@/iu
const NAME = /(?<![.!?:]\s)(?<!^)\b\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u
const ROLE =
  /\b(?:leden|medewerkers?|mandatarissen|politici|bestuurders|besturen|gemeenten|beleidsmakers|personeel\w*|deelnemers|projectteams?|vertegenwoordigers|belanghebbenden|betrokkenen|stafmedewerkers|schepen(?:en)?|representatives|staff|makers|councillors|employees)\b/i

/** Whether a number stands beside what is counted: the head of the question, or without one any telling word. */
export function countsOneOf(quantity: Quantity, sought: readonly SoughtTerm[], analyse: Analyse): boolean {
  const heads = sought.filter(({ term }) => term.head)
  const telling = sought.filter(({ term }) => term.weight >= TELLING)
  // Of common words alone ("sociale huizen, met hoeveel") the least common are counted.
  const most = Math.max(0, ...sought.map(({ term }) => term.weight))
  const least = telling.length > 0 ? telling : sought.filter(({ term }) => term.weight === most)
  const counted = heads.length > 0 ? heads : least
  const words = quantity.counts.flatMap((word) => analysedWord(word, analyse))
  const bag = {
    wholes: new Set(words.map(({ term }) => term)),
    parts: new Set(words.flatMap(({ parts }) => parts)),
  }
  return counted.some((one) => credit(one, bag) >= NAMED)
}
