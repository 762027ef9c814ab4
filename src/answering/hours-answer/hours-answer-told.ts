import { parseWhen, type When } from '../../hours/when.js'
import { domainWords } from '../interpret/domain-words.js'
import { hasTime } from './hours-answer-asks.js'
import { areAllKnown, cuesOf, wordsOf } from './hours-answer-words.js'

/** A question with a story around it, of which only the part that asks counts. */
export interface Told {
  /** The words of the clauses that ask, of which none is about something else. */
  readonly tokens: readonly string[]
  readonly when: When
  /** Whether the moment that was told is the one that is asked about: of a train's arrival it is not. */
  readonly isSameMoment: boolean
}

interface Clause {
  readonly text: string
  readonly tokens: readonly string[]
  readonly known: boolean
}

const PARTING = /(?<=[.!?;:])\s+|,\s+|\s+-\s+|\s+(?=(?:als|want|omdat|dus|zodat|because|if|when|so) )/u
/** A clause that asks something of its own; what it asks would be lost. */
const ASKS =
  /\?$|^(?:(?:en|maar|of|and|but|or|dus) )?(?:(?:tot|vanaf|tussen|van|tegen|op|om|until|from) )?(?:wat|wie|hoe|hoeveel|waar\p{L}*|welke?|wanneer|kan|kun|kunt|kunnen|mag|mogen|moet|moeten|is|zijn|bent|heeft|hebben|hebt|heb|wordt|worden|geldt|doet|doen|krijg\p{L}*|what|who|how|where|which|when|why|can|could|may|must|should|is|are|does|do|has|have|will)\b/iu
const ORDERS =
  /^(?:(?:en|maar|and) )?(?:stuur|geef|bezorg|vertel|zeg|leg|boek|reserveer|annuleer|verplaats|noteer|bel|mail|send|give|tell|book|cancel|explain)\b/iu
/** Points at the moment that was told. */
const POINTS_BACK =
  /\b(?:dan|toen|daar|daarna|erna|nadien|direct|meteen|onmiddellijk|dadelijk|straight away|right away|die (?:dag|dagen)|op dat (?:uur|moment)|then|that (?:day|time)|afterwards)\b/
const PAST =
  /\b(?:stuurde|stuurden|mailde|mailden|belde|belden|vroeg|kreeg|kregen|was|waren|had|hadden|gisteren|vorige|gestuurd|gemaild|gebeld|gekregen|geweest|sent|called|yesterday|last)\b/

/**
 * Takes the question out of a message that tells something first: "Kerstmis valt op een vrijdag: is het gebouw dan
 * toegankelijk". The day may stand in the story.
 *
 * Null when nothing of it asks when VVSG is there, and when the story asks something too.
 */
export function toldQuestion(text: string, now: Date, zone: string): Told | null {
  const clauses = clausesOf(text, now, zone)
  const story = clauses.filter(({ known }) => !known)
  const asking = clauses.filter(({ known }) => known)
  if (asking.length === 0) return null
  if (story.some(({ text: told }) => ASKS.test(told) || ORDERS.test(told) || isHeading(told, now, zone)))
    return null
  const asked = asking.flatMap((clause) => clause.tokens)
  const awaits = asked.includes('dan') && asked.some((token) => SOMEBODY.test(token))
  const tokens =
    cuesOf(asked).asksHours || awaits ? [...asked, ...story.flatMap(({ text: told }) => wishIn(told))] : asked
  const { addressed, building } = cuesOf(tokens)
  // Who carries a file asks where he brings it; of another's counter the story is not about himself.
  const isOurs = (told: string) => addressed || (building && OWN_ERRAND.test(told))
  if (story.some((clause) => domainWords(clause.text) > 0 && !isOurs(clause.text))) return null
  if (!asking.some((clause) => ASKS.test(clause.text) || CONFIRMS.test(clause.text))) return null
  const own = parseWhen(textOf(asking), now, zone)
  const whole = parseWhen(textOf(clauses), now, zone)
  return { tokens, ...momentMeant(own, whole, textOf(asking), textOf(story)) }
}

/** "even bellen om 13u, is er dan iemand?" */
const SOMEBODY = /^(?:iemand|niemand|volk|kat|mens|anyone|somebody)$/

/** "mijn baas wil bij u langskomen, tussen welke uren kan dat": what is wished in the story is what the hours are for. */
function wishIn(story: string): readonly string[] {
  const wish = WISH.exec(story.toLowerCase())
  return wish === null ? [] : ['ik', ...wordsOf(wish[0]).filter((token) => areAllKnown([token]))]
}

const WISH =
  /\b(?:bij|naar|tot bij) (?:u|jullie|de vvsg|vvsg)\b.{0,30}\b(?:langs\w*|binnen\w*|bezoek\w*|komen|afgeven|brengen)\b(?: te (?:gaan|komen))?|\b(?:langs\w*|binnen\w*|komen|afgeven|brengen) (?:bij|naar|tot bij) (?:u|jullie|de vvsg|vvsg)\b|\b(?:u|jullie|de vvsg|vvsg) (?:eens |even |graag |dringend |nog )*(?:opbellen|bellen|telefoneren|bereiken|bezoeken)\b|\b(?:even|nog|eens|snel|vlug|rap|wil|wou|moet|ga|zal) (?:bellen|opbellen|telefoneren)\b/

/** "Glijdende werktijden: ..." says what the rest is about. */
function isHeading(text: string, now: Date, zone: string): boolean {
  return text.endsWith(':') && !TELLS.test(text) && !hasTime(parseWhen(text, now, zone))
}

/** "ik heb hier een dossier liggen" */
const OWN_ERRAND =
  /^(?:ik|wij|we|i) (?:\S+ ){0,2}?(?:heb|hebben|zit|zitten|sta|staan|kom|komen|breng|brengen|rij|moet|moeten|wil|willen|have|bring) .*\b(?:dossiers?|map|mappen|stuk|stukken|papieren|document|documenten|aanvraag|aanvragen|plannen|file|files|papers|documents)\b/iu

/** A clause of its own, no heading. */
const TELLS =
  /\b(?:ik|wij|we|mijn|onze?|i|my|our)\b.*\b(?:ben|zit|zitten|heb|hebben|ga|moet|moeten|denk|dacht|wil|zou|werk|is|sta|am|have|was)\b|\b(?:ben|zit|zitten|heb|hebben|ga|moet|moeten|denk|dacht|wil|zou|werk|is|sta|staan)\b.*\b(?:ik|wij|we|vol)\b|\b(?:mijn|onze?|ons) .*\b(?:zit|is|staat|loopt)\b/iu

const CONFIRMS = /\b(?:goed|ok|oke|zeker|toch|juist|correct|klopt|lukt|halen|haal|redden|nog|right|too)\b/i

function clausesOf(text: string, now: Date, zone: string): readonly Clause[] {
  return text
    .split(PARTING)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const tokens = wordsOf(withoutObject(parseWhen(part, now, zone).rest))
      return { text: part, tokens, known: areAllKnown(tokens) }
    })
}

/** "kom ik mijn attest halen": whatever is brought or fetched, it is done at the office. */
function withoutObject(rest: string): string {
  return rest.replace(
    /\b(?:mijn|onze|ons|een|het|de|die|dat|my|our|a|the) [a-z-]+ (?=(?:te |nog |even )?(?:halen|afhalen|ophalen|brengen|afgeven|afleveren|leveren|kwijt)\b)/g,
    '',
  )
}

const textOf = (clauses: readonly Clause[]) => clauses.map(({ text }) => text).join(' ')

function momentMeant(
  own: When,
  whole: When,
  asking: string,
  story: string,
): Pick<Told, 'when' | 'isSameMoment'> {
  const pointsBack = POINTS_BACK.test(asking.toLowerCase()) || own.shift !== null
  const isOver = PAST.test(story.toLowerCase()) && !pointsBack
  const days = own.days ?? (isOver ? null : whole.days)
  const named = own.days === null && !isOver ? whole.named : own.named
  // Who is busy "tot half een" asks about half een.
  const told: When['clock'] = whole.clock === null ? null : { ...whole.clock, relation: 'at' }
  const clock = own.clock ?? (pointsBack ? told : null)
  const part = own.part ?? (pointsBack && own.clock === null ? whole.part : null)
  const isSameMoment = isOver || clock !== null || whole.clock === null
  return {
    when: { ...own, days, named, clock, part, shift: null },
    isSameMoment: isSameMoment || !hasTime(whole),
  }
}
