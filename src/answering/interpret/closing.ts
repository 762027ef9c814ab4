import { isPlain } from '../question/key-terms.js'
import { domainWords } from './domain-words.js'
import { phrase } from './phrase.js'

const SATISFIED = phrase(
  '(geholpen|gerustgesteld|gerust|wijzer|tevreden|content|opgelost|gesteld)',
  '(helpt|hielp|volstaat|scheelt)',
  'weet* .. (genoeg|alles|voldoende|wat ik moet weten)',
  '(genoeg|voldoende|alles|al) .. (nodig|zocht*|weten|wou|wilde|moest)',
  'wat (ik|we|wij) .. (zocht*|nodig (had|heb|hadden|hebben)|weten|vroeg*|hoopte*)',
  'meer (moet|moest|hoef|hoefde) (ik|we|wij) niet .. weten',
  '(ik|we|wij|hier|daar|hiermee|daarmee) .. (verder|vooruit|voort|aan de slag)',
  '(bent|zijt|ben) .. (schat|engel|topper|held|ster|kei|redder|bedankt)',
  'tot (nog eens|nog|de volgende|een volgende|wederhoren|binnenkort|weerziens|dan)',
  '(goed|prima|in orde|duidelijk|klaar|genoeg|geregeld) (zo|voor (mij|ons|vandaag|nu))',
  '(helps|helped|helpful|sorted|lifesaver|appreciate* it)',
  '(all|everything|what|exactly) .. (i|we) (need*|want*|was|were|looking)',
  '(answers|answered) my question',
  '(enough|clear) (for (me|us|now)|information|info)',
  "(that's|that is|that was) .. (all|it|great|perfect|clear|enough)",
  "(i'm|i am|we're|we are) (good|done|all set|happy)",
)
/** "Ik geef het door aan mijn collega": what the asker does next is no wish of his. */
const NEXT =
  /^(?:dan )?(?:ik|we|wij|i|i'll|we'll)(?: zal| zullen| ga| gaan| will)? (?:geef|geven|stuur|sturen|speel|bezorg|noteer|laat|bekijk|probeer|lees|pass|note|try|let)\p{L}* (?:het|dit|dat|ze|it|this|that)\b.*\b(?:door|weten|mee|uit|eens|na|op|on|down|out|know|collega\p{L}*|colleague\p{L}*)$/iu
const WILL =
  '(?:bel|bellen|mail|mailen|schrijf|kom|komen|vraag|vragen|probeer|hoor|zie|stuur|wacht|wachten|call|ring|phone|mail|email|write|ask|come|try)'
/** "Ik bel morgen wel": what he will do himself, and later, asks for nothing now. */
const LATER = new RegExp(
  `^(?!.*\\b(?:hoe\\p{L}*|wat|wie|waar\\p{L}*|welke?|wanneer|of|what|who|where|which|when|how)\\b)(?:ok |oke |oké |okee |goed |dan |en |maar |allez |and |then )*(?:(?:ik|we|wij) (?:zal |zullen |ga |gaan )?(?:${WILL} |het |dat )(?:[\\p{L}'-]+ ){0,6}?wel(?: (?:eens|even|een keer|langs|terug|opnieuw|verder|aan [\\p{L}' -]{2,30}|bij [\\p{L}' -]{2,30}|bellen|mailen|vragen|proberen))*|dan ${WILL} (?:ik|we|wij)(?: [\\p{L}'-]+){0,5}|(?:i'll|i will|we'll|we will) ${WILL}(?: (?:you|back|again|later|tomorrow|monday|tuesday|wednesday|thursday|friday|next week|instead|my colleague|then|another time))*)$`,
  'iu',
)
/** The same without "wel", behind "laat maar" or "goed". */
const LATER_PLAIN = new RegExp(
  `^(?:dan |en |maar )*(?:(?:ik|we|wij) ${WILL}|${WILL} (?:ik|we|wij))(?: (?:jullie|u|ulle|het|dat|morgen|overmorgen|straks|later|vandaag|\\p{L}+dag|volgende week|deze week|eens|even|nog|terug|langs|dan|opnieuw|zelf|in de (?:voormiddag|namiddag)))+$`,
  'iu',
)

/** Whether what stands behind "laat maar" or "goed" only says what the asker will do himself. */
export function isPlanBehind(text: string): boolean {
  const said = text.trim().replace(/[\s.!,;:)-]+$/u, '')
  return LATER.test(said) || LATER_PLAIN.test(said)
}
const ASKS =
  /\?|^(?:(?:en|maar|of|dus|and|but) )*(?:wat|wie|hoe\p{L}*|waar\p{L}*|welke?|wanneer|kan|kun|kunt|kunnen|mag|mogen|moet|moeten|is|zijn|bent|heeft|hebben|hebt|heb|wordt|zou|zouden|doe|geef|stuur|what|who|how\p{L}*|where|which|when|why|can|could|may|must|should|is|are|does|do|has|have)\b/iu
const DENIES = /\b(?:niet|geen|nooit|niemand|not|no|never|don't|doesn't|isn't|didn't)\b/iu
/** Words that only dress a closing. */
const DRESSING =
  /^(?:al|mee|er|hier|daar|ok|oke|oké|okee|allez|hoor|he|hé|hè|zeg|tot|ziens|wel|heel|mooi|prima|super|top|zo|voorlopig|vandaag|perfectly|perfect|great|really|lot|much|very|nicely|thanks|enough|clear|good|done|set|happy|fantastisch|geweldig|schitterend|alvast|intussen|weer|verder|plan|plannen|slag|voort|vooruit|beetje|hoop|stuk|collega|collega's|colleague|colleagues)$/iu
const LONGEST = 12

/**
 * Whether a clause only says that the asker has what he wanted, or takes his leave: nothing is asked in it, and no
 * word of it names a subject.
 *
 * @example
 * ```ts
 * isClosing('dan weet ik genoeg') // true
 * isClosing('ik weet genoeg over leefloon') // false
 * isClosing('dat helpt niet') // false
 * ```
 */
export function isClosing(clause: string): boolean {
  const text = clause.trim().replace(/[\s.!,;:)-]+$/u, '')
  if (ASKS.test(text)) return false
  if (NEXT.test(text) || LATER.test(text)) return true
  const cue = SATISFIED.exec(text)?.[0]
  if (cue === undefined) return false
  const denied = DENIES.test(text) && !/\bmeer (?:moet|moest|hoef|hoefde)\b|\bniets meer\b/iu.test(text)
  const beside =
    text
      .replace(cue, ' ')
      .toLowerCase()
      .match(/[\p{L}\d'’-]+/gu) ?? []
  if (denied || beside.length > LONGEST) return false
  const inCue = cue.toLowerCase().match(/[\p{L}\d'’-]+/gu) ?? []
  return [...beside, ...inCue.slice(1, -1)].every((word) => isPlain(word) || DRESSING.test(word))
}

const LOOKS_BACK =
  /^(?:en |and |maar |but )?(?:dan|dat|dit|daar\p{L}*|hier\p{L}*|zo|nu|u|je|jij|ge|gij|jullie|you|that|this|it|so|now|ik ben|ik kan|we kunnen|i'm|i am|i can|we can)\b/iu
const MORE =
  /\d|\b(?:mijn(?! (?:weekend|dag|week|verlof|vakantie|koffie|lunch|werk|huis|avond|middag|nota|verslag|taak|presentatie|voorstel|werkdag))|onze|ons|my(?! (?:day|life|week))|our|zoek|zoeken|wil|willen|wou|vraag|vragen|wacht|wachten|krijg|krijgen|moet|moeten|zou|nodig|hebben een|nog(?! even\b)|ook|anders|over|bedoel\p{L}*|klopt|fout|need|want|search\p{L}*|wait\p{L}*|about|also|another|\p{L}+dag|morgen)\b/iu
const LONGEST_REMARK = 9

/**
 * Whether what is left beside thanks or a farewell only looks back at what was told: "daar ben ik blij mee". Nothing
 * is asked or wished in it, and it names no matter of local government.
 */
export function isRemark(text: string): boolean {
  const sentences = text.split(/(?<=[.!;])\s+/u).filter(Boolean)
  return isOneRemark(text) || (sentences.length > 1 && sentences.every(isOneRemark))
}

function isOneRemark(text: string): boolean {
  const words = text.match(/[\p{L}\d'’-]+/gu) ?? []
  if (words.length > LONGEST_REMARK || !LOOKS_BACK.test(text)) return false
  return !ASKS.test(text) && !DENIES.test(text) && !MORE.test(text) && domainWords(text) === 0
}
