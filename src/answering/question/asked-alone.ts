import { weightIn } from './key-terms.js'

/** Where one clause ends and the next begins. */
const BETWEEN =
  /(?<=[.!?;])\s+|,\s+|\s*:\s+|\s+-+\s+|\s+[(]|[)]\s*|\s+(?=(?:want|omdat|aangezien|because|since)\b)/iu

const TIE = '(?:(?:en|maar|dus|of|zeg|and|so|but) )*'
const QUESTION_WORD = new RegExp(
  `^${TIE}(?:(?:bij|met|aan|op|voor|van|naar|in|tot|tegen|vanaf|door|via|langs|uit|on|to|at|from|until|for|by) )?(?:hoe\\p{L}*|wat|wa|wie|waar\\p{L}*|wanneer|welke?|how|what|who|whom|where|when|which|why)\\b`,
  'iu',
)
/** "Geef mij het adres", "kan een schepen ...", "organiseren jullie ...". */
const REQUEST = new RegExp(
  `^${TIE}(?:(?:gelieve|graag|geef|noem|bezorg|stuur|zoek|please|give|send|tell)\\b|(?:is|zijn|bent|heeft|hebben|hebt|kan|kun|kunt|kunnen|mag|mogen|moet|moeten|wordt|worden|klopt|bestaat|bestaan|doet|doen|geeft|geven|geldt|krijgt|krijgen|komt|komen|zit|zitten|staat|gaat|werkt|werken|helpt|helpen|telt|tellen|are|is|does|do|can|may|has|have) \\p{L}|\\p{L}{3,} (?:jullie|ulle|u|ge|de vvsg|vvsg|you)\\b)`,
  'iu',
)
/** The asker on himself, his work and his day. */
const OF_THE_ASKER =
  /\b(?:ik|we|wij|ons|onze|mijn|m'n|mij|me|ben|heb|i|i'm|i'd|we're|my|our|us)\b|^(?:zit|werk|moet|ga|kom|had|was|sta|zoek|lees|las) /iu
/** What it is for, how it should be said, manners. */
const PURPOSE =
  /^(?:(?:(?:dit |dat |het )?is |'t is )?voor (?:onze?|ons|mijn|m'n|een|de|het|in)\b|in (?:één|een|twee|enkele|het) \p{L}+|kort\b|liefst\b|dringend|dank|bedankt|alvast|merci|met (?:dank|vriendelijke)|groet\p{L}*|mvg|sorry|hallo|hey|hoi|dag|beste|geachte|please|thanks|kind regards|for (?:our|my|a|the)\b|in (?:one|a few) \p{L}+)/iu
/** What it says narrows the question: it may not be left out. */
const NARROWS =
  /^(?:en |maar |and |but )?(?:die|dat|dewelke|waar\p{L}*|wie|welke?|wiens|buiten|behalve|zonder|met (?!dank|vriend)|zelfs|ook|enkel|alleen|vooral|zoals|inclusief|tenzij|als|indien|wanneer|zodra|sinds|over|tegen|tijdens|na|of|noch|dus niet|niet|who|which|that|without|with|even|also|only|except|if|unless|when|since|about|during|after|or|not)\b/iu
/** Means nothing without what stands around it. */
const LEANS =
  /\b(?:dat|dit|die|deze|daar\p{L}*|hier\p{L}*|er(?:in|van|aan|mee|bij|over|voor|op)?|hij|hem|haar|zij|ze|hun|zulke?|zoiets|it|this|that|those|these|they|them|he|she|there)\b/iu
/** Less than this says too little by itself. */
const ENOUGH = 0.5

/** The one clause of a message that asks, and what else it tells. */
export interface AskedAlone {
  readonly asked: string
  /** What only tells of the asker; a word of another subject in it may say what the question is about. */
  readonly ofTheAsker: string
}

/**
 * The one clause of a message that asks something, when all around it only tells who asks, why, or what for; null when
 * nothing stands around it, or something does that the question cannot do without.
 *
 * @example
 * ```ts
 * askedAlone('waar staan de letters VVSG voor, ben nieuw hier aan het onthaal')
 * //=> { asked: 'waar staan de letters VVSG voor', ofTheAsker: 'ben nieuw hier aan het onthaal' }
 * askedAlone('hoeveel gemeenten zijn lid, die van de kust') //=> null
 * ```
 */
export function askedAlone(text: string): AskedAlone | null {
  const clauses = text
    .split(BETWEEN)
    .map((clause) => clause.trim())
    .filter((clause) => /\p{L}/u.test(clause))
  const asking = clauses.filter((clause) => QUESTION_WORD.test(clause) || REQUEST.test(clause))
  const [asked] = asking
  if (asked === undefined || asking.length > 1 || clauses.length < 2) return null
  if (LEANS.test(asked) || weightIn(asked) < ENOUGH) return null
  const around = clauses.filter((clause) => clause !== asked)
  if (around.some((clause) => NARROWS.test(clause))) return null
  const told = around.filter((clause) => !PURPOSE.test(clause))
  return told.every((clause) => OF_THE_ASKER.test(clause)) ? { asked, ofTheAsker: told.join('. ') } : null
}
