import { contactAsked } from '../rewording/contact-question.js'
import { hasSubject, keyTerms, weightIn } from './key-terms.js'

const ASK =
  '(?:(?:bij|met|aan|op|voor|van|naar|in|tot|tegen|vanaf|door|via|langs|on|to|at|from|until) )?(?:hoe\\p{L}*|wat|wie|waar\\p{L}*|wanneer|welke?|how|what|which|who|where|when|why)\\b'
/** Asks with its verb first: "organiseren jullie ook studiedagen", "gaat het daarbij ook om". */
const VERB_FIRST =
  '(?:(?!(?:bij|van|met|voor|aan|door|tot|naar|op|in|over|om|of|dat|als|tussen|from|with|for|of|to|at|if|that)\\b)\\p{L}{2,} (?:jullie|ulle|u|ge|gij|de vvsg|vvsg|you)\\b|(?:gaat|is|zijn|wordt|worden|mag|mogen|kan|kunnen|moet|moeten|heeft|hebben|krijgt|krijgen|kost|kosten|duurt|loopt|geldt|betaalt|betalen|is|are|does|do) (?:het|dat|die|er|ze|zij|hij|daar|it|they|there|that)\\b)'
const NEXT_QUESTION = new RegExp(
  `(?<=[?!])\\s+|(?:,? (?:en|and)|[,;/])\\s+(?=${ASK})|,? (?:en|and)\\s+(?=${VERB_FIRST})`,
  'iu',
)
/** Of a topic that was named, a comma parts questions with their verb first as well. */
const NEXT_OF_TOPIC = new RegExp(`${NEXT_QUESTION.source}|,\\s+(?=${VERB_FIRST})`, 'iu')
const ASKS = new RegExp(`^(?:(?:en|and|maar) )?(?:${ASK}|${VERB_FIRST})|[?]$`, 'iu')
/** "Ons lidgeld: wordt dat ..., en waarvan hangt het af": what all the questions are about. */
const TOPIC = /^((?:(?:ons|onze|het|de|jullie|uw|our|the|your) )?[\p{L}'-]+(?: \d)?)\s*:\s+(?=\p{L})/iu
/** Beside another question a commoner word says what about. */
const ASKED_ABOUT = 0.25

/** "Wie zit daarin? Enkel schepenen?" asks one thing; "zijn jullie daar lid van" is told where it is explained. */
const BELONGS =
  /^(?:enkel|alleen|ook|of|only|or)\b|^(?:(?:en|and) )?(?:bent|zijt|is|zijn|zit|zitten|hoort|horen|are) (?:jullie|ulle|u|ge|wij|we|(?:de )?vvsg|you) (?:daar|er|daarvan|daarbij|part of it)\b|^(?:hoeveel|how many) \p{L}+ (?:telt|heeft|has) (?:het|die|dat|it)\b|^(?:how many of (?:them|those)|hoeveel (?:daarvan|ervan))\b/iu
const SHORTEST = 3

/**
 * The questions of a text that asks several things outright, each with its own question word or mark; the text as the
 * only element when it asks one thing, or when one of them only makes sense with another.
 *
 * @example
 * ```ts
 * questionsIn('op welk adres zitten jullie en wanneer is het gebouw open?')
 * //=> ['op welk adres zitten jullie', 'wanneer is het gebouw open?']
 * questionsIn('lidgeld: wie betaalt dat en waarvan hangt het af?')
 * //=> ['lidgeld: wie betaalt dat', 'lidgeld: waarvan hangt het af?']
 * ```
 */
export function questionsIn(text: string): readonly string[] {
  const topic = TOPIC.exec(text)
  const about = topic && hasSubject(topic[1] ?? '') ? `${topic[1]}: ` : ''
  const parts = text
    .slice(about === '' ? 0 : topic?.[0].length)
    .split(about === '' ? NEXT_QUESTION : NEXT_OF_TOPIC)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => about + part)
  const each = parts.every((part) => ASKS.test(part.slice(about.length)) && weightIn(part) >= ASKED_ABOUT)
  const apart = parts.slice(1).every((part) => !BELONGS.test(part) && part.split(' ').length >= SHORTEST)
  return each && apart && parts.length > 1 ? parts : [text]
}

/** A part of an enumeration may be named by a commoner word than a whole question: its neighbours say the rest. */
const NAMED_PART = 0.4
/** Not inside "tussen kerst en nieuwjaar". */
const BREAK = /\s*(?:[;,+&]|(?<!\b(?:tussen|between) [^;,?]{1,20})\b(?:en|and)\b|\balsook\b|\bplus\b)\s*/

/** Whether a part asks something although it names no subject: "zijn jullie er nu"; `before` stands before it. */
export type AsksMore = (part: string, before: string | null) => boolean

/**
 * Splits a question that asks for several things at once into one text each: "adres, btw-nummer en openingsuren".
 *
 * Returns the whole as its only element when the parts do not each name a subject in a few words; the caller tries
 * the whole first and the parts only when no single passage answers it.
 */
export function facetsOf(text: string, asksMore: AsksMore = () => false): readonly string[] {
  const all = text.split(/(?<=[?!])\s+/).map((part) => part.trim())
  const sentences = all.filter((part, at) => hasSubject(part) || asksMore(part, all[at - 1] ?? null))
  if (sentences.length > 1) return sentences.flatMap((sentence) => facetsOf(sentence, asksMore))
  const split = text.split(BREAK).map((part) => part.trim())
  const more = split.map((part) => asksMore(part, null))
  const besideClock = more.includes(true)
  const parts = split.filter((part, at) => more[at] || isNamed(part, besideClock) || asksContact(part))
  const short = parts.every((part) => keyTerms(part.toLowerCase()).length <= 6)
  const named = besideClock ? parts : parts.filter((part) => hasSubject(part) || asksContact(part))
  return named.length > 1 && short ? parts : [text]
}

const asksContact = (part: string) => contactAsked(part) !== null

/** Beside a question for the clock, a question word makes up for a common word: "waar ligt jullie kantoor". */
function isNamed(part: string, besideClock: boolean): boolean {
  const terms = keyTerms(part.toLowerCase())
  return (
    terms.some(({ weight }) => weight >= NAMED_PART) || (besideClock && terms.length > 0 && ASKS.test(part))
  )
}
