import type { TimeMention } from './clock-time.js'
import type { DateReading } from './dates.js'
import type { LevelReading } from './level.js'
import type { People } from './people.js'
import { foreignTopic, orders, serviceDesign } from './subjects.js'

/** What was read of a message, for judging what it wants. */
export interface Facts {
  /** Lower case, without accents. */
  readonly text: string
  readonly level: LevelReading
  readonly dates: DateReading
  readonly times: readonly TimeMention[]
  readonly people: People | null
  readonly hasPlace: boolean
}

/** What a message wants to do with a session, and how sure that is, 0 to 1. */
export interface Intent {
  readonly kind: 'wish' | 'change' | 'cancel'
  readonly confidence: number
}

const STRONG_VERB =
  /\b(ge?boekt|boek(en|t|te|ing|ingen)?|bkn|inboeken|ge?reserveerd|reserve(er|ren|ert|erde|ring)?|reservatie|vast ?te? ?leggen|vastleggen|vastgelegd|(leg(gen)?|zet(ten)?)\b.{0,60}\bvast|in ?te? ?plannen|inplannen|ingepland|plan\b.{0,60}\bin\b|in ?te? ?schrijven|inschrijven|ingeschreven|inschrijving|schrijf\b.{0,60}\bin\b|aanmelden|meld\b.{0,40}\baan\b|intekenen|noteer\b.{0,30}|noteren|book|booking|reserve|schedule|sign( \w+)? up|enrol|enroll|register|(op|on) (de|the|jullie|your) (wacht)?lijst|waiting list|wachtlijst)\b/
const SOFT_VERB =
  /\b(afspraak|plan(nen)?|aanvragen|aan te vragen|aanvraag|organiseren|interesse|interested|langs ?komen|langs te komen|komen geven|geven|krijgen|volgen|deelnemen|meedoen|doen|starten|opstarten|beginnen|opzetten|afspreken|arrange|set up|organi[sz]e|start|come|host|attend|join|take part)\b/
const WISH =
  /\b(graag|gaarne|liefst|aub|a\.u\.b|alstublieft|alsjeblieft|please|svp|plz|wil|willen|wilden|wensen|zou|zouden|kunnen we|kunnen wij|kan|kunnen|kunt|kan je|kunde|mogelijk|past|lukt|interesse|we zoeken|zoeken|would like|d like|want|could|can|possible|looking for|interested|need|nodig|ok\b)/
/** A bare `niveau 2 aub` asks for it. */
const POLITE = /\b(graag|gaarne|aub|svp|plz|please|alstublieft|alsjeblieft|zo snel mogelijk|asap|zsm)\b/
const AVAILABLE =
  /\b((nog )?(vrij|vrije|beschikbaar|beschikbare|available|volzet|plaats|plek|plaatsen|plekken|plekje|plaatsjes?|free|room|spots?|gaatjes?)\b.{0,60}|(wanneer|when|welke (data|datums|dagen|momenten)|which dates) (kan|kunnen|zijn|is|komen|hebben|past|can|could|are|do|passen|gaan|gaat|vindt|start))/
const QUESTION =
  /(^|[.!?,;] ?)(en |dus |maar )?(wa|wat|wie|waarom|waarover|welke?|((met|op|in|voor|aan|tot|naar) )?welk (niveau|level)|hoe ?lang|hoe (groot|ver|vaak|dikwijls|zwaar|verloopt|werkt)|hoeveel|(voor|met|door|van|bij|aan|naar) wie|waar kan ik meer|is er een attest|what|(to |with |for )?whom?|why|how (long|large|big|often)|how much|how many|which|for whom|where can i (read|find)|zijn er kosten|tell me|vertel|leg uit|explain)\b|\b(?<!laat (me|mij|ons|maar|iets|eens) (iets )?)(weten|vraagt|vragen|vroeg|benieuwd|vertellen|uitleggen|uitleg|begrijpen|oplijsten|samenvatten|know|explain|wonder(ing)?)\b.{0,12}\b(wa|wat|wie|waarom|hoe|what|how|why|who|of (de|het|die|dat|deze|een|niveau|level) [^.?!]{0,40}\b(duurt|is|was|gaat over|bedoeld|geschikt|dient|kost))\b|\b(oplijsten|opsommen|samenvatten|in (een|twee|drie|enkele) zinnen|overslaan|voorkennis|in volgorde|duurt|duren|(kan|mag|kunnen|mogen) (die|hij|zij) (ook|er|daar|iets|wel)\b)\b|\b(hoe ?lang|hoeveel kost|wat kost|kostprijs|prijs|prijzen|tarief|tarieven|kosten|betalend|gratis|contactpersoon|verschil|inhoud|bedoeld|geschikt voor|toolkit|ontwikkeld|gemaakt|bedacht|attest|certificaat|uitleg|overzicht|duur|overview|duration|is (niveau|niv|level) \d (iets |ook )?(voor|for|bedoeld)|(kan|kunnen|is|zijn|bestaat|wordt|can|could) (de|het|die|dat|een|zo'n|niveau|niv|level|the|i|we|wij|ik) [^.?!]{0,40}\b(online|digitaal|virtueel|via teams|via zoom|op afstand|hybride|hybrid|remotely)\b(?!.{0,60}\d)|(kan|mag|mogen|kunnen) (een|ook|elke?|alle) \w+( \w+){0,3} (deelnemen|meedoen|volgen|inschrijven|komen)|bestaat|bestaan|nog aangeboden|nog altijd|nog steeds|voorkennis|vereist|moet je|moeten we eerst|eerst gevolgd|bieden jullie|still (exist|offer\w*)|meer (info|informatie|weten)|info(rmatie)? (over|rond)|price|cost|costs|difference|intended for|developed|more information|who made)\b/
const ATTACK =
  /\b(booking ?tool|boekings?tool|tools?\b|functie ?aanroep|function call|api|endpoint|negeer|ignore|hack\w*|system ?prompt|prompt|for testing|als test|voor (de )?test|testboeking|under the name|onder de naam test|[1-9]\d+ (times|keer|maal|x)\b)/
const CHANGE =
  /\b(verzet(ten|t)?|te verzetten|verplaats(en|t|ing)?|verschuiv(en|ing)|verschuif(t)?|opschuiven|op te schuiven|opgeschoven|schuif\b.{0,40}\bop\b|schuiven|verschoven|verplaatst|verzetten|(op|onder) (de )?naam v(an)?\b.{0,40}\b(zetten|gezet|overzetten)|verleg(gen|d)?|wijzig(en|ing|t)?|gewijzigd|aan ?te? ?passen|aanpass(en|ing)|pas\b.{0,40}\baan\b|om ?te? ?boeken|omboeken|uit ?te? ?stellen|uitstel(len)?|vervroeg(en)?|verlaten|verander(en|t|ing)?|omwisselen|ruilen|wissel(en)?|move|reschedule|change|postpone|shift|switch|swap|update|(lukt|past|gaat) niet( meer)?|(uur|uurtje|dag|week|maand|kwartier|hour|day|week|month) (later|vroeger|eerder|earlier)|bring forward|push back)\b/
const NUMBER_CHANGE =
  /\b(zet|doe|voeg|reken|tel|add)\b.{0,25}\b(\d+|een|twee|drie|vier|vijf|zes|two|three|four)\b.{0,20}\b(bij|erbij|toe|more)\b|\b(komen|komt)\b.{0,12}\b(nog )?(\d+|een|twee|drie|vier|vijf|zes)\b.{0,20}\b(bij|erbij)\b|\b(van|from) \d+ (naar|nr|to) \d+\b|\b\d+ (ipv|in plaats van|instead of) \d+\b|\bmet \d+\b.{0,40}\b(ipv|in plaats van) \d+\b(?! (jan|feb|m|apr|jun|jul|aug|sep|okt|nov|dec))|\b(aantal|number)\b.{0,50}\b(naar|wordt|worden|to)\b|\b(extra|meer|minder|bijkomende|more|fewer|extra) (deelnemers?|personen|mensen|man|collega'?s|plaatsen|people|participants)\b|\b(deelnemers?|personen|mensen|man|collega'?s|plaatsen|people|participants) (extra|meer|minder|bij(?! (ons|jullie|u|de|het|een|vvsg|mij|in|voorkeur)\b)|more|fewer|less)\b/
/** `van do 4 maart naar 11 maart`, and another level for a booking that is there. */
const FROM_TO = /\b(van|v|from) [^,.?!]{2,30} (naar|nr|to) (de |het |the )?([a-z]{2}|\w+dag|\w+day)?\.? ?\d/
const CANCEL =
  /\b(annuleer|annuleert|annuleren|te annuleren|annulatie|annulering|geannuleerd|annuleerde|af ?te? ?zeggen|afzeggen|afgezegd|zeg\b.{0,50}\baf\b|schrap(pen|t)?|geschrapt|cancel(l?ed|l?ing|lation|en|t)?|gecanceld|afgelast(en)?|blaas\b.{0,50}\baf|afblazen|af te blazen|afgeblazen|aflasten|gaat\b.{0,25}\bniet door|niet (kunnen|laten) doorgaan|kan niet doorgaan|gaan niet door|schrijf\b.{0,40}\buit\b|uitschrijven|uit te schrijven|call off)\b/
const OWN_BOOKING =
  /\b((onze|ons|mijn|our|my|m'n) (geplande |geboekte |gereserveerde |eerste |tweede )?(datum|sessies?|boeking(en)?|reservatie|reservering|workshop|introworkshop|introductieworkshop|dagopleiding|leertraject|traject|opleiding|opleidingsdag|booking|session|reservation|training|niveau)|(de|the|een)? ?(boeking|reservatie|reservering|booking|reservation)|(de|the) (sessie|session|workshop|opleiding|dagopleiding|introworkshop|training) (v|vd|van|op|of|on)\b|geboekte)\b/
const MOVES =
  /\b(verzet\w*|verplaats\w*|verschui\w*|verschoven|\w*schuiven|opgeschoven|verleg\w*|wijzig\w*|gewijzigd|aanpass?\w*|pas\b.{0,40}\baan|om ?te? ?boeken|omboeken|uitstel\w*|uit te stellen|vervroeg\w*|verander\w*|move|reschedule|change|postpone|shift|switch|ipv|naar)\b/
const ORDERS_NEW =
  /^((graag|please|gelieve|kunt u|kan je|wil) )?(boek|reserveer|plan|schrijf|book|reserve|schedule)\b/
const NEW_DATE =
  /\b(nieuwe?|andere?|new|another|other) (datum|data|datums|dag|dagen|dates?|days?|moment(en)?|moments)\b.{0,40}\b(voor|for|van|of|in|op|on|naar)\b/
const ELSEWHERE =
  /\b(naar|op|to|at) (een |de |a |the )?(nieuwe?|andere?|new|another|other|different) (datum|dag|uur|moment|tijdstip|plaats|locatie|date|day|hour|time|place)\b/
const TERMS =
  /\b(gratis|kosteloos|kosten|kost|voorwaarden|annul\w*voorwaarden|terugbeta\w*|betalen|for free|free of charge|fee|refund|regeling|beleid|policy|tot wanneer|hoeveel dagen|boete|vergoeding)\b/
const THING =
  /\b((korte|kortste|lange|langste) (versie|variant|vorm|formule)(?! (van|v|vd) )|sessies?|workshops?|opleiding(en)?|training(en)?|vorming(en)?|cursus(sen)?|traject(en)?|opleidingsdag|sessions?|course|programme|program|learning path)\b/
const LASTING =
  /\b((hele|ganse|volledige|volle|heel de|een|1|full|whole|one)[ -]?(dag|day)|een uur|1 ?u(ur)?|uurtje|one hour|an hour|dagvullend)\b/

/**
 * Asks what a training is, was or holds: its subject is neither the asker nor a free place. "Is er een verslag van de
 * opleiding", "heeft onze buurgemeente de workshop gevolgd", "can anyone download the slides".
 */
const ABOUT_IT =
  /(^|[.!?;:,] )(en |maar |and |but )?(is|zijn|was|waren|werd|werden|wordt|worden|heeft|hebben|had|hadden|krijg(en|t)? (je|men|we|wij|ik|deelnemers|de|alle)|staat|staan|moet(en)? (je|men|deelnemers|we|wij|ik) .{0,30}\b(meebrengen|meenemen|betalen|kunnen|kennen)|does|did|has|have|are|were|(kan|mag|can|may) (iedereen|iemand|men|anyone|everybody|everyone|somebody)) (?!((we|wij|ik|u|jullie|i|you|(het|dat|dit|that|it)(?! (leertraject|traject|niveau|programma|opleidingsprogramma|introductiemoment|level)\b))\b|er (nog )?(een |iets |ergens )?(plaats|plek|gaatje|vrij|datum|data|moment|dag|sessie|ruimte|mogelijk)))/
const OWN_ENTRY =
  /\b(onze|ons|mijn|our|my) (inschrijving|boeking|reservatie|reservering|aanvraag|aanmelding|registration|booking|reservation)\b/
const FREE =
  /\b(vrij|vrije|plaats|plaatsen|plaatsjes?|plek|plekken|plekje|volzet|mogelijk|ruimte|gaatjes?|boekbaar|(te|kunnen) (boeken|reserveren|volgen|plannen|krijgen)|to book|free|room|spots?|possible|bookable)\b|\b(niveau|niv|level|workshop|opleiding|sessies?|data|datums|dagen|momenten|dates) (\d )?(nog )?(beschikbaar|available)\b/

/** Wants a session without knowing which level. */
const UNSURE_OF_LEVEL =
  /\b(welke?|which) (niveau|niv|level)\b.{0,60}\b(vastleggen|boeken|reserveren|inplannen|book|reserve|schedule)\b/

interface Signals {
  readonly serviceDesign: boolean
  readonly numbered: boolean
  readonly named: boolean
  readonly thing: boolean
  readonly strong: boolean
  readonly soft: boolean
  readonly wish: boolean
  readonly available: boolean
  readonly question: boolean
  readonly lasting: boolean
  readonly foreign: boolean
}

/**
 * Judges whether a message wants to book, change or cancel a service-design session; null when it wants something
 * else: information about the sessions, another training, a hall, a word such as `boeken` in the accounts.
 *
 * Each thing that speaks for or against has a weight; a wish needs enough of them together.
 */
export function judge(facts: Facts): Intent | null {
  const { text } = facts
  if (ATTACK.test(text)) return null
  const signals = signalsOf(facts)
  const object = signals.serviceDesign || signals.numbered || signals.named
  const cancel = cancelOf(facts, signals, object)
  if (cancel !== undefined) return cancel
  const change = changeOf(facts, signals, object)
  if (change !== null) return change
  const score = scoreOf(facts, signals)
  return score < THRESHOLD ? null : { kind: 'wish', confidence: sure(score) }
}

/** Whether a message in the middle of a booking is a question of its own, or about another subject. */
export function asksSomethingElse({ text }: Facts): boolean {
  if (ATTACK.test(text)) return true
  const visit =
    /\b(open|openingsuren|gesloten|telefoon|bellen|bereiken|binnenspringen|langsgaan|adres|parkeren|office hours|opening hours|phone)\b/.test(
      text,
    )
  return (QUESTION.test(text) && !AVAILABLE.test(text)) || visit || foreignTopic(text, serviceDesign(text))
}

const THRESHOLD = 2.2

function sure(score: number): number {
  return Math.round(100 / (1 + Math.exp(-1.3 * (score - 1.6)))) / 100
}

function signalsOf({ text, level }: Facts): Signals {
  const isServiceDesign = serviceDesign(text)
  const aboutIt = ABOUT_IT.test(text) && !FREE.test(text) && !OWN_ENTRY.test(text)
  const numbered =
    level.mentions.some(({ named, at }) => named && level.used.has(at)) ||
    level.unknown !== null ||
    UNSURE_OF_LEVEL.test(text) ||
    /\b(alle|all) (drie|3|three)\b.{0,10}\b(niveaus|levels)\b/.test(text)
  return {
    serviceDesign: isServiceDesign,
    numbered,
    named: level.mentions.some(({ named, at }) => named && !level.used.has(at)),
    thing: THING.test(text),
    strong: STRONG_VERB.test(text),
    soft: SOFT_VERB.test(text),
    wish: WISH.test(text),
    available: AVAILABLE.test(text) && !aboutIt,
    question: QUESTION.test(text) || aboutIt,
    lasting: LASTING.test(text),
    foreign: foreignTopic(text, isServiceDesign || numbered),
  }
}

function scoreOf({ dates, people, times, hasPlace, level, text }: Facts, signals: Signals): number {
  const day = dates.mentions.length > 0 || dates.weekdays.length > 0 || dates.impossible.length > 0
  const object = signals.serviceDesign || signals.numbered || signals.named
  const counted = people !== null
  const anything = object || signals.thing || speaksOfSize(signals, day, counted, level.mentions.length > 0)
  const wants = signals.strong || signals.soft || signals.wish || signals.available || day || counted
  const sized = object || (signals.thing && level.mentions.length > 0)
  if (!anything || !wants || (!sized && orders(text))) return 0
  const weights: readonly (readonly [boolean, number])[] = [
    [signals.serviceDesign, 1.7],
    [signals.numbered, 1.6],
    [signals.named, 1.4],
    [signals.thing, 0.5],
    [!object && level.mentions.length > 0, 0.6],
    [signals.strong, 1.4],
    [signals.soft && !signals.strong, 0.5],
    [signals.wish, 0.4],
    [object && POLITE.test(text), 0.25],
    [/\bofferte\b/.test(text) && !day, -1],
    [signals.available, 1.4],
    [day, 1],
    [times.length > 0, 0.4],
    [counted, 0.85],
    [signals.lasting, 0.5],
    [hasPlace, 0.3],
    [signals.question && !signals.available, -2.2],
    [signals.foreign, -3],
  ]
  return weights.reduce((sum, [present, weight]) => sum + (present ? weight : 0), 0)
}

// Without a word for a session: a day and people, and either a verb for booking or how long it lasts.
function speaksOfSize(
  { strong, lasting, available }: Signals,
  day: boolean,
  counted: boolean,
  levelGuessed: boolean,
): boolean {
  if (!day) return false
  // "een vrij moment voor de kennismaking van een uur"
  if (available && lasting && levelGuessed) return true
  return (counted && (lasting || levelGuessed)) || (strong && (counted || lasting || levelGuessed))
}

/** Undefined when it is no cancelling at all; null when it cancels (or asks about) something that is not ours. */
function cancelOf({ text, dates }: Facts, signals: Signals, object: boolean): Intent | null | undefined {
  if (!CANCEL.test(text) || NEW_DATE.test(text) || /\bniet (te )?annuleren\b/.test(text)) return undefined
  const own = OWN_BOOKING.test(text)
  const dated = dates.mentions.length > 0 && signals.thing
  if (signals.foreign || (TERMS.test(text) && !(own && object))) return null
  if (signals.question && !own) return null
  if (!object && !own && !dated) return null
  return { kind: 'cancel', confidence: object ? 0.95 : own && signals.thing ? 0.85 : 0.75 }
}

function changeOf(facts: Facts, signals: Signals, object: boolean): Intent | null {
  const { text, dates, people } = facts
  if (signals.foreign) return null
  const renumbers = NUMBER_CHANGE.test(text) && people !== null
  if (!renumbers && !moves(facts)) return null
  const own = OWN_BOOKING.test(text)
  const counts = renumbers && /\b(deelnemers?|participants?|attendees|inschrijvingen)\b/.test(text)
  const thing = object || signals.thing || own || counts
  const day = dates.mentions.length > 0
  if (!thing || !(own || day || renumbers) || (signals.question && !own && !day)) return null
  return { kind: 'change', confidence: object || own ? 0.9 : 0.75 }
}

function moves({ text, dates }: Facts): boolean {
  const own = OWN_BOOKING.test(text)
  // "boek niveau 1 en een maand later niveau 2": later than the other, not than it was.
  if (!own && ORDERS_NEW.test(text) && !MOVES.test(text)) return false
  const swaps = own && /\b(ipv|rather than|liever\b.{0,40}\bdan)\b/.test(text)
  const fromTo = FROM_TO.test(text) && dates.mentions.length > 1
  return swaps || fromTo || [CHANGE, NEW_DATE, ELSEWHERE].some((pattern) => pattern.test(text))
}
