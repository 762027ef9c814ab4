import { hasSubject, keyTerms, weightIn } from './key-terms.js'

/** Behind a full stop only where a new sentence can start: not inside an address, nor behind an abbreviation. */
const SENTENCE_END =
  /(?<=[?!;\n])\s*|(?<=\.)(?<!\b(?:a\.s|m\.a\.w|d\.w\.z|bv|bijv|nr|tel|art|dhr|mevr)\.)\s+/iu

/**
 * What is asked, without the letter around it: of a text of several sentences only those that ask, and of a sentence
 * that says who wants to know only what he wants to know.
 *
 * A question that names no subject ("kunt u mij die geven?") takes the sentences before it along until one is named.
 *
 * @param asksMore whether a sentence asks something although it names no subject: "zijn jullie er nu?"
 * @example
 * ```ts
 * coreOf('Wij maken een nota. Hoeveel OCMW\'s zijn lid? Alvast bedankt.') //=> "Hoeveel OCMW's zijn lid?"
 * coreOf('Onze raad wil weten hoe het lidgeld bepaald wordt') //=> 'hoe het lidgeld bepaald wordt'
 * ```
 */
export function coreOf(typed: string, asksMore: (sentence: string) => boolean = () => false): string {
  const text = typed.replace(WHAT_TO_SAY, '')
  const sentences = text
    .replace(DOUBT, '')
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
  const asking = sentences.map(askedIn)
  if (asking.some((asked) => asked !== null && saysEnough(asked))) {
    const core = asking.filter((asked) => asked !== null && (namesWhatItAsks(asked) || asksMore(asked)))
    return core.length < sentences.length || sentences.length === 1 ? core.join(' ') : text
  }
  const last = sentences.findLastIndex((sentence) => sentence.includes('?'))
  return last > 0 ? withSubject(sentences, last) : text
}

/** "Is dat een week, of hoe moet ik dat zien?" asks whether it is a week; "dat hij ervoor niet kon" denies nothing. */
const DOUBT =
  /(?:,? (?:of|or) (?:hoe (?:moet|zie|zit|werkt|gaat|loopt|doen) (?:(?:ik|we|wij|je|dat|het|jullie) )*(?:(?:juist|precies|eigenlijk|dan|in elkaar|in mekaar|zien|begrijpen|dat)[ ?.]*)*|wat|hoe|how does (?:that|it) work|what)| (?:dat|wat) (?:hij|zij|ze|we|wij|ik|je|men|u) (?:er|daar)?voor(?:heen|dien|af)? (?:nog )?niet (?:kon|konden|kende|kenden|wist|wisten))(?=\s*(?:[?.!]|$))/giu

/** "Een collega vraagt of alle zones lid zijn, wat antwoord ik" asks what the colleague asks. */
const WHAT_TO_SAY =
  /,? (?:en )?wat (?:antwoord|zeg|vertel|schrijf|moet|mag|kan) (?:ik|we|wij)(?: (?:hem|haar|hen|daarop|dan|die))*(?: (?:antwoorden|zeggen|vertellen))?(?=\s*[?.!]*$)/iu

function withSubject(sentences: readonly string[], asked: number): string {
  const from = sentences.slice(0, asked).findLastIndex(hasSubject)
  return from < 0 ? sentences.join(' ') : sentences.slice(from, asked + 1).join(' ')
}

const REQUEST =
  /^(?:gelieve|graag|(?:kunt|kan) u|mag ik|mogen wij|bezorg|geef|stuur|please|could you|can you)\b/i

/** What a sentence asks; null when it asks nothing. */
function askedIn(sentence: string): string | null {
  const wanted = embedded(withoutPurpose(sentence))
  if (wanted !== null && saysEnough(wanted)) return wanted
  const behind = BEHIND_STORY.exec(sentence)?.[1]
  if (behind !== undefined && namesWhatItAsks(behind)) return behind
  const plain = withoutPurpose(sentence)
  const asks = [sentence, plain].some(
    (text) => text.includes('?') || REQUEST.test(text) || OPENS_ASKING.test(text),
  )
  return asks ? plain : null
}

/** "Net terug, 340 mails, dus kort: wat was de REGR": what is asked stands behind the colon, without a word for the story. */
const BEHIND_STORY =
  /^(?![^:]*\?)(?=[^:]*[, ][^:]*,|[^:]*\b(?:ik|ge|mijn|m'n|wij|we|onze?|ons|i|my)\b[^:]*\b(?:is|ben|zijn|heb|hebben|zit|zitten|was|moet|ga|gaat|werk|kom|lig|ligt|am|have|are)\b|[^:]*\b(?:ben|heb|zit|was|ga|werk|kom|am)\b)[^:]{12,}:\s+((?:(?:in|op|bij|met|aan|tot|van|voor|to|at|on) )?(?:hoe\p{L}*|wat|wie|waar\p{L}*|wanneer|welke?|how|what|who|where|when|which)\b(?!.*\b(?:het|dat|die|er|daar|ze|it|that|they)\b).*)$/iu

/** "En wat kost die", without a question mark. */
const OPENS_ASKING =
  /^(?:(?:en|and|dus|nee|neen|serieus|maar|of|ocmw'?s|verder|ook|then)[ ,]+){0,3}(?:(?:bij|met|aan|op|voor|van|naar|in|tot|tegen) )?(?:hoe\p{L}*|wat|wie|waar\p{L}*|wanneer|welke?|how|what|who|where|when)\b/iu
/** Beside another question a commoner word says what about. */
const ASKED_ABOUT = 0.25

function namesWhatItAsks(asked: string): boolean {
  if (saysEnough(asked)) return true
  return OPENS_ASKING.test(asked) && keyTerms(asked.toLowerCase()).some(({ weight }) => weight >= ASKED_ABOUT)
}

/** Several commoner words together name a subject as well as one rare word does. */
const TOGETHER = 0.75

function saysEnough(asked: string): boolean {
  return hasSubject(asked) || weightIn(asked) >= TOGETHER
}

/** Somebody who wants to know, with a verb of asking: "onze raad vroeg zich af", "ik zou graag begrijpen". */
const WANTS_TO_KNOW =
  /^(?=[^?]*\b(?:ik|wij|we|ons|onze?|mijn|mij|me|graag|collega|iemand|benieuwd|i|our|my|us)\b)[^?]{0,90}?\b(?:geweten|weten niet|weet niet|weten|wist|vernemen|vernam|begrijpen|horen|nagaan|uitzoeken|benieuwd|(?:vraag|vragen|vraagt|vroeg|vroegen)(?: \p{L}+){0,4} af|afvraag\p{L}*|vraagt|vroeg|vroegen|zeggen|vertellen|meedelen|uitleggen|knows?|wonder(?:ing)?|tell (?:me|us)|asks?|asked|explain)[ ,:]+(?:eens |graag |even )?(?:(?<whether>of|if|whether) (?!u\b|je\b|jullie\b|iemand\b)|(?=(?:(?:bij|met|aan|op|voor|van|naar|in|tot|uit|langs|via|over|on|to|at|from|for) )?(?:hoe\p{L}*|wat|wie\p{L}*|waar\p{L}*|wanneer|welke?|hoeveel|how|what|which|who|where|when|why)\b))(?<wanted>[^?]*)/iu

/** What the asker, or somebody he asks for, wants to know; null when the sentence does not put it so. */
function embedded(sentence: string): string | null {
  const groups = WANTS_TO_KNOW.exec(sentence)?.groups
  const wanted = groups?.wanted?.trim()
  if (!wanted) return null
  return groups?.whether === undefined ? wanted : `klopt het dat ${wanted}`
}

/** What it is for says nothing about what it is: "voor onze boekhouding: het ondernemingsnummer". */
function withoutPurpose(sentence: string): string {
  const rest = sentence.replace(
    /^(?:voor|ten behoeve van|met het oog op) (?:onze?|mijn|in)\b[^:?]{3,60}:\s*/iu,
    '',
  )
  return withoutAsker(hasSubject(rest) ? rest : sentence)
}

/** Where the asker works and since when, before what he asks: "ik werk pas op het secretariaat, waar ...". */
const ASKER =
  /^(?:hallo |dag )?(?:ik|wij|we) (?:werk|werken|ben|zijn|begon|begonnen|startte|startten|zit|zitten|sta|staan|kom|komen) (?!(?:geen|niet|met)\b)[^,?!]{0,70}?\b(?:dienst|secretariaat|burgerzaken|onthaal|loket|pas|nieuw|nieuwe|begonnen|gestart|in dienst|sinds|kersvers|kersverse|stagiair|schepen|burgemeester|raadslid|bediende|medewerker|medewerkster|ambtenaar|maatschappelijk werker|directeur|diensthoofd|jurist|onthaalbediende|administratie)\b[^,?!]{0,40}, (?:en |dus )?(?=(?:(?:bij|met|aan|op|voor|van|naar|in|tot|langs|via) )?(?:hoe\p{L}*|wat|wie|waar\p{L}*|wanneer|welke?|hoeveel)\b)/iu

/** Of one who leans on what he said ("mogen wij dat"), nothing is left out. */
function withoutAsker(sentence: string): string {
  const rest = sentence.replace(ASKER, '')
  return /\b(?:dat|daar|die|dit)\b/iu.test(rest) || !saysEnough(rest) ? sentence : rest
}
