import type { SmallTalkReason } from '../../texts/replies.js'
import { isClosing, isPlanBehind, isRemark } from './closing.js'

interface Manner {
  readonly reason: SmallTalkReason
  /** Whether it counts only when a comma or a stop parts it from the rest, since the words can be part of a sentence. */
  readonly parted: boolean
  readonly words: string
}

const WHOM =
  "(?: (?:daar|allemaal|iedereen|vvsg|team|collega'?s?|bot|vraagbaak|mevrouw|meneer|mijnheer|heer|dames|heren|en|medewerkers?|helpdesk|jullie|there|all|everyone|beste|,))*"

const DAY =
  '(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|morgen|overmorgen|week|maand|jaar|straks|later|dan|nog eens|binnenkort)'

/** What a polite opening or ending says; the first that was heard gives the reason. */
const MANNERS: readonly Manner[] = [
  {
    reason: 'thanks',
    parted: false,
    words:
      '(?:heel erg |heel |dikke |duizendmaal |zeer |hartelijk |van harte |alvast |ok |oke |super |nogmaals )*(?:bedankt|dank ?je ?wel|dank ?u ?wel|dank ?je|dank ?u|dank bij voorbaat|dank|thanks|thank you|thanx|cheers)(?: (?:alvast|bij voorbaat|voor (?:de|het|je|uw|jullie) (?:snelle |goede |duidelijke )?(?:hulp|antwoord|info|informatie|moeite|uitleg|reactie|service|tijd|geduld|toelichting|verduidelijking|opzoekwerk|medewerking)|a million|a lot|heel veel|hoor|he|hé|hè|eh|e|zeg|wel|zeer|vriendelijk|allemaal|voor alles|so much|a lot|very much|for (?:your|the) help))*',
  },
  {
    reason: 'thanks',
    parted: true,
    words:
      '(?:(?:dat|dit) (?:helpt|is duidelijk|was het|volstaat|is genoeg|is alles|was alles|(?:is|was|klinkt) (?:heel |zeer |super |echt |al |erg )*(?:duidelijk|handig|nuttig|goed|behulpzaam|vlug|snel|vriendelijk|lief|super|top|perfect)(?: uitgelegd| geholpen)?)(?: mij)?(?: enorm| zeer| goed| erg)?(?: verder)?|(?:super|top|perfect|schitterend|fantastisch|geweldig|tof|wijs|nice|great|zalig|knap|fijn|mooi|lovely|brilliant|awesome|excellent)(?: gedaan| werk| zeg| man| hoor)?|(?:je|u) (?:hebt|heeft|heb) (?:mij|me) goed geholpen)',
  },
  {
    reason: 'thanks',
    parted: true,
    words:
      '(?:chapeau|(?:hoedje|petje|hoed) af|bravo|respect|hulde|klasse|well done|good job|kudos)(?: (?:voor|aan) (?:jullie|u|de|het|dit|die|deze)(?: (?:snelle |goede |vlotte )?(?:service|dienst|hulp|antwoord|werk|team))?)?',
  },
  {
    reason: 'goodbye',
    parted: false,
    words:
      '(?:(?:nog |alvast |en |ook )*(?:een |ne |nen )?(?:fijne?|prettige?|zalige?|vrolijke?|goede|goeie|leuke?|deugddoende|happy) (?:feestdagen|feesten|kerstfeest|kerstmis|paasfeest|kerst|kerstdagen|pasen|paasdagen|vakantie|zomer|jaarwisseling|eindejaar|kerstvakantie|holidays)(?: (?:alvast|gewenst|toegewenst|nog|verder|allemaal|ook))*|(?:nog )?(?:een )?(?:goed|fijn|prettig|zonnig|leuk|deugddoend) (?:weekend|verlof|jaar)(?: (?:gewenst|toegewenst|nog|verder|allemaal))*|(?:een )?gelukkig nieuwjaar|merry christmas|(?:enjoy|have) (?:a |the |your )?(?:nice |good |great |lovely )?(?:day|weekend|evening|holidays?|week))',
  },
  {
    reason: 'goodbye',
    parted: false,
    words:
      '(?:tot ziens|tot later|tot straks|tot gauw|daag|doei|ciao|salukes|bye bye|bye|goodbye|see you|prettig weekend|fijn weekend|nog een (?:fijne|prettige|goede) (?:dag|avond|namiddag|week|weekend)|nog een (?:fijn|prettig) weekend|(?:fijne|prettige) (?:dag|avond|namiddag|week)(?: nog| verder)?|slaapwel|salut|salukes|houdoe|adieu|ajuus|tjow|tot in den draai|tot in de pruimentijd|tot de volgende keer|tot (?:volgend jaar|volgende (?:week|keer|maand)|na (?:de feestdagen|nieuwjaar|de vakantie|het verlof)|in het nieuwe jaar|in (?:januari|september))|groetjes|vriendelijke groet(?:en)?|met vriendelijke groet(?:en)?|hoogachtend|tot de volgende)',
  },
  {
    reason: 'goodbye',
    parted: true,
    words: `(?:(?:ok |oke |goed |allez |dan )*(?:tot (?:op |volgende |komende )?${DAY}|(?:spreken|horen|zien|bellen) (?:we|wij) elkaar(?: (?:op |volgende |komende )?${DAY})?)(?: dan)?)`,
  },
  { reason: 'goodbye', parted: true, words: '(?:tot morgen|saluut|groeten|dada|kind regards|best regards)' },
  {
    reason: 'greeting',
    parted: false,
    words: `(?:hallo+|hallokes|hela|bonjour|bonsoir|hoikes|dagske|hoi+|hey+|hello+|aloha|goeie ?morgen|goeiemorgen|goede ?morgen|goedemorgen|goede ?middag|goeie ?middag|goede ?namiddag|goeie ?namiddag|goeienamiddag|goede ?avond|goeie ?avond|goeienavond|goede ?dag|goei?e ?dag|goeiendag|goeiemoggel|goedendag|goedenavond|goedemiddag|goedenmiddag|goeden avond|good (?:morning|afternoon|evening|day)|dag+ (?=(?:hoe|wat|wie|waar|wanneer|welk|kan|kunnen|mag|moet|is|zijn|ik|wij|we|allemaal|iedereen|vvsg|collega|mevrouw|meneer|mijnheer|heer|klopt|hebben|graag)))${WHOM}`,
  },
  {
    reason: 'greeting',
    parted: true,
    words: `(?:(?:dag+|hi+|he|hé|yo|beste|geachte|mevrouw|mijnheer|dames en heren|dear)${WHOM}|(?:hoe gaat het|alles goed|hoe is het|alles in orde|hoe is het ermee|alles kits|alles ok|ca va|ça va|how are you|how are you doing)(?: er)?(?: mee| met (?:je|jou|u|jullie))?(?: vandaag| today)?)`,
  },
  {
    reason: 'acknowledgement',
    parted: true,
    words:
      '(?:(?:ok|oke|oké|okee|okay|ja|goed|allez)(?: (?:duidelijk|begrepen|genoteerd|top|super|dan|goed|prima|perfect|ja|is goed|dat is goed|in orde|fijn|tof))+|ok|oke|oké|okee|okay|oki|allez|ja|jaja|jawel|nee|neen|nope|yes|no|goed|prima|in orde|begrepen|duidelijk|snap ik|ik snap het|juist|inderdaad|klopt|mm+|hm+|ah(?: zo)?|aha|(?:ha)+|hihi|lol|wow|amai|tiens|zo zo|laat (?:het )?maar(?: zitten| zo| gaan)?|het is (?:al |wel |ook )*(?:goed|in orde|ok|oke|oké)(?: zo)?|never ?mind|niks|niets|doe maar|sure|fine|got it)',
  },
]

const PARTING = String.raw`[\s,.!?;:)(\p{Extended_Pictographic}\u200d\ufe0f^-]`
const EXTRA = '(?: (?:alstublieft|hoor|zeg|zenne|eh|euh|e|he|hé|hè|please|dan|nog|maar|ook|eens))*'
const SIGNED =
  /((?:met )?vriendelijke groet(?:en)?|groetjes|groeten|hoogachtend|kind regards)[\s,]+(?:\p{Lu}[\p{L}.'-]*\s*){1,4}$/u

/** "Aan heel het team daar", behind a wish. */
const TO_WHOM =
  /^[\s,.!]*(?:(?:aan|voor|van|vanuit|ook|to|for|from|en) )+(?:(?:heel|gans|het|de|uw|jullie|ulle|ons|al|alle|hele|ganse|the|your|all|our) )*(?:team|ploeg|bende|dienst|collega'?s|medewerkers|iedereen|allemaal|ons|mij|u|jullie|ulle|secretariaat|everyone|all|you|me|us)(?: (?:daar|ginder|allemaal|ook|bij jullie|bij de vvsg|there|too))*[\s,.!]*$/iu

/** A message without its polite ends. */
export interface Stripped {
  /** What is left; empty for a message of manners alone. */
  readonly rest: string
  /** What the manners said; null when there were none. */
  readonly reason: SmallTalkReason | null
}

/**
 * Takes greetings, thanks and good wishes off both ends of a message; words in the middle stay.
 *
 * @example
 * ```ts
 * stripManners('dag, hoeveel gemeenten zijn lid? alvast bedankt').rest // 'hoeveel gemeenten zijn lid?'
 * stripManners('hallo!') // { rest: '', reason: 'greeting' }
 * ```
 */
export function stripManners(text: string): Stripped {
  const heard = new Set<SmallTalkReason>()
  let rest = text.replace(SIGNED, '$1').trim()
  for (let before = ''; before !== rest; ) {
    before = rest
    for (const manner of MANNERS) {
      const shorter = takeOff(rest, manner)
      if (shorter !== rest) heard.add(manner.reason)
      rest = shorter
    }
    const open = withoutClosings(rest)
    if (open !== rest) heard.add(isPlanBehind(rest) ? 'acknowledgement' : 'thanks')
    rest = open
  }
  if (saysNoMore(rest, heard)) rest = ''
  const first = MANNERS.find(({ reason }) => heard.has(reason))
  return { rest: /[\p{L}\d]/u.test(rest) ? rest : '', reason: first?.reason ?? null }
}

/** Whether what is left beside manners asks for nothing: a remark behind thanks, a plan of the asker behind "laat maar". */
function saysNoMore(rest: string, heard: ReadonlySet<SmallTalkReason>): boolean {
  const isEnding = heard.has('thanks') || heard.has('goodbye')
  if (isEnding && (isRemark(rest) || TO_WHOM.test(rest))) return true
  return heard.has('acknowledgement') && isPlanBehind(rest)
}

/** Clauses at either end that only say that the asker has what he wanted. */
function withoutClosings(text: string): string {
  const clauses = text.split(/(?<=[,.!?;])\s+|(?<=\p{L})\s+(?=(?:en|and) (?:dan|nu|tot)\b)/u)
  const last = clauses.at(-1)
  if (last !== undefined && isClosing(last))
    return clauses
      .slice(0, -1)
      .join(' ')
      .replace(/[\s,;]+$/u, '')
  return clauses.length > 0 && isClosing(clauses[0] ?? '') ? clauses.slice(1).join(' ') : text
}

function takeOff(text: string, { parted, words, reason }: Manner): string {
  // "en tot vrijdag?" goes on about the hours.
  if (parted && reason === 'goodbye' && /\?\s*$/u.test(text)) return text
  const after = parted ? String.raw`\s*(?:[,.!?;:)(-]${PARTING}*|$)` : `(?:${PARTING}+|$)`
  const before = parted ? String.raw`(?:^|[,.!?;:)(-]\s*)` : `(?:^|${PARTING}+)`
  const front = new RegExp(`^${PARTING}*(?:(?:en|and|euh|eh|ah) )?${words}${EXTRA}${after}`, 'iu')
  if (front.test(text)) return text.replace(front, '').trim()
  // "..., juist?" asks whether it is so.
  if (reason === 'acknowledgement' && /\p{L}\s*\?\s*$/u.test(text)) return text
  const back = new RegExp(`(${before})${words}${EXTRA}${PARTING}*$`, 'iu')
  return text.replace(back, (_, stop: string) => (stop.trim().startsWith('?') ? '?' : '')).trim()
}
