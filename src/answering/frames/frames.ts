import { CONTACT_FRAMES } from './contact-frames.js'
import type { Frame } from './frame.js'
import { MEMBERSHIP_FRAMES } from './membership-frames.js'
import { TRAINING_FRAMES } from './training-frames.js'

const DATED = /\b(?:19|20)\d\d\b|\b\d{1,2} (?:jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)/i
/** No text gives it: only staff know. */
const NOBODY = /(?!)/

/**
 * What light words ask for: they are too common to weigh as subject, and yet a text without their answer is beside
 * the question ("hoe word ik lid van een commissie", "wanneer is de volgende vergadering").
 */
const FRAMES: readonly Frame[] = [
  {
    name: 'een komende datum',
    asks: /\b(?:(?:eerst)?volgende|komende?|next|upcoming)\b.*\b(?:vergadering|zitting|studiedag|opleiding|workshop|sessie|trefdag|editie|nummer|seminarie|meeting|session|edition)|\b(?:wanneer|op welke (?:dag|datum)|when)\b.*\b(?:gaat|gaan|vindt|vinden|start|begint|verschijnt)\b.*(?:\b(?:door|plaats)\b|\?|$)|\bkalender\b|\bagenda van\b/i,
    given: DATED,
  },
  {
    name: 'lid worden of deelnemen',
    asks: /^(?!.*\b(?:how many|how large|hoeveel (?:mensen|man|personen|deelnemers|collega's)|met hoeveel)\b).*\b(?:lid worden|word(?:en)? (?:ik|we|wij|je|men)? ?(?:\p{L}+ )?lid|(?:in|aan)schrijv\w*|schrijf\w* .*\bin\b|inschrijving|aanmelden|toetreden|kandidaat stellen|zetelen in|join|sign up|enrol|register)\b/iu,
    given: /\b(?:lid worden|inschrij\w*|aanmeld\w*|toetred\w*|kandida\w*|join|sign up|register)\b/i,
  },
  {
    name: 'stopzetten of veranderen',
    asks: /\b(?:opzeg\w*|zeg\w* .*\bop\b|annul\w*|afmeld\w*|verplaats\w*|uitstel\w*|wijzig\w*|aanpassen|terugbeta\w*|terugkrijgen|cancel|refund|unsubscribe)\b/i,
    given:
      /\b(?:opzeg\w*|annul\w*|afmeld\w*|verplaats\w*|wijzig\w*|aanpass\w*|terugbeta\w*|cancel|refund)\b/i,
  },
  {
    name: 'iets om te halen of te kopen',
    asks: /\b(?:download\w*|bestel(?!bon)\w*|koop|kopen|huur|huren|reserver\w*|abonne\w*|licentie\w*|exempla\w*|buy|order|rent|subscri\w*|licen[cs]e\w*)\b/i,
    given:
      /\b(?:download\w*|bestel\w*|kopen|huren|huur|reserver\w*|abonne\w*|licentie\w*|order|rent|subscri\w*)\b/i,
  },
  {
    name: 'namen of een lijst',
    asks: /\b(?:(?:de )?namen(?: en \p{L}+)?(?: van)?|ledenlijst|lijst (?:met|van)|which ones|names of)\b|\bwelke \p{L}+ (?:precies|concreet)\b|\bwelke \p{L}+ (?:zijn|hebben|deden|volgden|zitten) .*\b(?:al|niet|geen|mee)\b/iu,
    given: /(?:\p{Lu}\p{Ll}+,? (?:en )?){2}\p{Lu}\p{Ll}+|\n- .*\n- |aparte pagina|overzicht van/u,
  },
  {
    name: 'welke besturen bij naam',
    asks: /\b(?:welke|which|what) (?:\p{L}+ )?(?:gemeenten?|steden|ocmw'?s|politiezones?|pz'?s|agb'?s|gemeentebedrijven|municipalities|cities|police zones|ocmws)\b/iu,
    given: /(?:\p{Lu}\p{Ll}+(?:,| en| and) ){2}|\balle \d+ (?:Vlaamse )?(?:gemeenten|OCMW)/u,
  },
  {
    name: 'wie er niet bij is',
    asks: /\b(?:welke|which)\b[^?.,]*\b(?:geen|niet|not|no)\b[^?.,]*\b(?:lid|leden|aangesloten|mee|bij|members?)\b/i,
    given: /\b(?:geen|niet) (?:\p{L}+ ){0,2}(?:lid|aangesloten)|\b(?:behalve|uitgezonderd)\b/iu,
  },
  {
    name: 'wie leidt',
    asks: /\bwie (?:\p{L}+ ){0,2}(?:leidt|trekt)\b|\bwie zit .*\bvoor\s*\??$|\bwho (?:leads|chairs|heads|runs)\b/iu,
    given: /\b(?:leidt|voorzitter|directeur|geleid|chair|director)\b/i,
  },
  {
    name: 'wie in naam van iemand spreekt, of nog in dienst is',
    asks: /\bwie\b[^?]*\bnamens (?:de )?(?:ons|onze|vvsg|jullie|vakbond\p{L}*|vlaamse|overheid|ocmw\p{L}*)|\bwie vertegenwoordigt (?:de )?(?:vvsg|jullie|ons|onze)\b|\bwho represents (?:vvsg|you|us|our)\b|\bnog (?:altijd )?(?:in dienst|werkzaam|aan het werk)\b|\bstill (?:works?|employed)\b/iu,
    given: NOBODY,
    decides: true,
  },
  {
    name: 'hoeveel mensen er werken',
    asks: /\b(?:hoeveel|aantal|how many) .*\b(?:werken|personeelsleden|werknemers|medewerkers|stafmedewerkers|employees|staff)\b/i,
    given: /\b\d+ (?:\p{L}+ )?(?:personeelsleden|werknemers|medewerkers|stafmedewerkers)|voltijds/iu,
  },
  {
    name: 'een bedrag per eenheid',
    asks: /\bper (?:bed|inwoner|bewoner|deelnemer|persoon|hoofd|kop|jaar|kilo|uur|participant|inhabitant|head)\b|\b(?:korting|discount|verhoging|stijging|steeg|gestegen|indexe\w*|bedraagt|bedrag)\b/i,
    given: /€|\beuro\b|\bcent\b|\bgebaseerd\b/i,
  },
  {
    name: 'hoe het vroeger was of wordt',
    asks: /\b(?:vorig jaar|volgend jaar|vroeger|in het verleden|evolutie|trend|last year|next year|sinds wanneer|since when|in de toekomst|(?<!tot |tot in |tot eind )20(?:2[6-9]|[3-9]\d))\b/i,
    given: /\b(?:vorig jaar|volgend jaar|vroeger|evolutie|sinds|20(?:2[6-9]|[3-9]\d))\b/i,
  },
  {
    name: 'iemands eigen nummer of adres',
    asks: /\b(?:rechtstreekse?|persoonlijke?|eigen|direct)\b.*\b(?:nummer|nr|lijn|mail\w*|number|line)\b|\bgsm\b|\bwhatsapp\w*|\bfax\w*/i,
    given: /\b(?:rechtstreekse lijn|gsm|whatsapp|fax\w*|eigen e-mailadres)\b/i,
  },
  {
    name: 'wat een bestuur mag of moet',
    asks: /^(?!.*\b(?:hoe (?:groot|lang|veel)|hoelang|hoeveel deelnemers|bij wie|naar wie|wie|welk|introductie\w*|introworkshop|introsessie|kennismaking(?:s\w+)?|eendaagse|dagopleiding|opleidingsdag|leertraject|(?:niveau|level) \d)\b)(?:(?!\b(?:jullie|vvsg|u|uw|ulle|bij de vereniging)\b).)*\b(?:mag|mogen|moet|moeten|verplicht|verliezen|(?:is|zijn) .*(?:toegelaten|toegestaan|wettelijk|verplicht))\b(?:(?!\b(?:jullie|vvsg|u|uw|ulle|vraag|vragen|advies|bellen|mailen|contact\w*)\b).)*$/i,
    given: /\b(?:mag|mogen|moet|moeten|verplicht|toegelaten|toegestaan)\b/i,
  },
  {
    name: 'een stand van zaken',
    asks: /\b(?:hoe ver sta\w*|al behandeld|stand van .*dossier|ons dossier|mijn dossier|onze (?:aanvraag|factuur|vraag)|onze? vaste contact\w*|dossier \d)/i,
    given: NOBODY,
  },
  ...CONTACT_FRAMES,
  ...TRAINING_FRAMES,
  ...MEMBERSHIP_FRAMES,
]

/**
 * What a question asks for that a text does not give, by the turns of phrase it uses; empty when it asks for nothing
 * particular or the text gives it all.
 *
 * @example
 * ```ts
 * ungiven('wanneer is de volgende algemene vergadering?', 'De vzw heeft drie bestuursorganen.') //=> ['een komende datum']
 * ```
 */
export function ungiven(question: string, text: string): readonly string[] {
  return lacking(question, text).map(({ name }) => name)
}

/** Something is lacking without which no text answers. */
export const DECIDES = 2

/** How much of it is lacking: 0 for nothing, 1 for something, or {@link DECIDES}. */
export function lack(question: string, text: string): 0 | 1 | typeof DECIDES {
  const frames = lacking(question, text)
  if (frames.length === 0) return 0
  return frames.some(({ decides }) => decides) ? DECIDES : 1
}

function lacking(question: string, text: string): readonly Frame[] {
  return FRAMES.filter(({ asks, given }) => asks.test(question) && !given.test(text))
}
