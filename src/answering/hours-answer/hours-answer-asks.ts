import type { When } from '../../hours/when.js'
import type { HoursCues } from './hours-answer-words.js'

/** Whether anything about when is said. */
export function hasTime(when: When): boolean {
  return when.days !== null || when.clock !== null || when.part !== null || when.now
}

/** Whether the words, of which none is about something else, ask when VVSG is there. */
export function isAboutHours(tokens: readonly string[], cues: HoursCues, when: When): boolean {
  // "waar werken jullie rond" asks no hours.
  if (asksHow(tokens) || /^(?:waar|where|wie|who)$/.test(tokens[0] ?? '')) return false
  const words: Words = {
    tokens,
    cues,
    when,
    asker: names(tokens, ASKERS),
    timed: hasTime(when) || cues.asksHours,
  }
  const reading = READINGS.find(({ applies }) => applies(words))
  return reading?.asks(words) ?? false
}

interface Words {
  readonly tokens: readonly string[]
  readonly cues: HoursCues
  readonly when: When
  /** Whether the asker, or somebody of his, comes or calls. */
  readonly asker: boolean
  readonly timed: boolean
}

interface WayOfAsking {
  applies(words: Words): boolean
  asks(words: Words): boolean
}

const ASKERS = [
  'ik',
  'we',
  'wij',
  'i',
  'men',
  'collega',
  'koerier',
  'bode',
  'chauffeur',
  'courier',
  'raakt',
  'geraakt',
]
const names = (tokens: readonly string[], some: readonly string[]) =>
  some.some((word) => tokens.includes(word))

/** What the words may ask, the plainest first: the first that applies decides. */
const READINGS: readonly WayOfAsking[] = [
  {
    applies: ({ cues }) => cues.open,
    asks: ({ tokens, cues, asker }) => asksWhetherOpen(tokens, cues, asker),
  },
  {
    applies: ({ cues }) => cues.reach,
    asks: ({ tokens, cues, timed }) =>
      timed || names(tokens, ['nog', 'still']) || (cues.telephone && !names(tokens, ['bereiken', 'reach'])),
  },
  { applies: ({ cues }) => cues.closingDays, asks: ({ cues }) => cues.addressed },
  {
    applies: ({ cues }) => cues.telephone,
    asks: ({ tokens, cues, asker, timed }) => asksWhenToCall(tokens, cues, asker, timed),
  },
  // "is het te vroeg om jullie te proberen", "zijn we op tijd in Brussel"
  {
    applies: ({ tokens, cues, timed }) =>
      cues.worth && timed && (seeksUs(cues) || names(tokens, ['brussel'])),
    asks: () => true,
  },
  {
    applies: ({ cues }) => cues.contact,
    asks: ({ tokens, cues, when }) => hasTime(when) && (cues.addressed || names(tokens, ['volk'])),
  },
  {
    applies: ({ tokens }) => names(tokens, ['krijgen']) && names(tokens, ['kan', 'kunnen', 'kunt']),
    asks: ({ cues, asker, when }) => asker && cues.addressed && when.clock !== null,
  },
  {
    applies: ({ tokens }) => names(tokens, ['stopt', 'stoppen']),
    asks: ({ tokens, cues, timed }) =>
      timed && (cues.addressed || cues.building) && !names(tokens, ['bus', 'trein', 'metro', 'tram']),
  },
  {
    applies: ({ cues }) => cues.visit,
    asks: ({ tokens, cues, when, asker, timed }) =>
      timed && isOwnVisit(cues, when) && (asker || asksLeaveToCome(tokens, cues)),
  },
  {
    applies: ({ tokens }) => names(tokens, ['uren', 'hours']),
    asks: ({ tokens, cues }) => (cues.addressed || cues.building) && !names(tokens, ['hoeveel', 'how']),
  },
  // "hebben jullie die dag verlof"
  { applies: ({ cues, when }) => cues.dayOff && cues.addressed && when.days !== null, asks: () => true },
  { applies: ({ when }) => hasTime(when), asks: ({ tokens }) => isSomebodyThere(tokens) },
]

/** What may be too early or too late: a call, a visit, "jullie". */
function seeksUs({ visit, telephone, contact, addressed }: HoursCues): boolean {
  return visit || telephone || contact || addressed
}

/** Bringing without a time or a place is about a term: "wanneer kunnen we het dossier bezorgen". */
function isOwnVisit({ delivery, building }: HoursCues, when: When): boolean {
  return !delivery || building || hasTime(when)
}

/** "hoe kan ik jullie bereiken", not "hoe laat". */
export function asksHow(tokens: readonly string[]): boolean {
  const has = (words: RegExp) => tokens.some((token) => words.test(token))
  return countsPeople(tokens) || (has(/^(?:hoe|how)$/) && !has(/^(?:laat|lang|late|long|zit)$/))
}

/** "hoeveel mensen werken er", not how long they do. */
function countsPeople(tokens: readonly string[]): boolean {
  const has = (words: RegExp) => tokens.some((token) => words.test(token))
  return has(/^(?:hoeveel|many)$/) && has(/^(?:mensen|personen|people)$/)
}

/** Not "wanneer bellen jullie terug", nor "kan ik een medewerker aan de lijn krijgen": a wish to be called or helped. */
function asksWhenToCall(tokens: readonly string[], cues: HoursCues, asker: boolean, timed: boolean): boolean {
  const has = (words: RegExp) => tokens.some((token) => words.test(token))
  if (has(/^(?:terug|opnieuw)$/) && !has(/^(?:pakken|pakt|nemen|neemt|opnemen|er)$/)) return false
  // "bel me morgen"
  if (has(/^me$/)) return false
  const wantsSomebody = has(/^krijg(?:en|t)?$/) && has(/^(?:iemand|medewerkers?|collega)$/)
  if (wantsSomebody && !timed && !has(/^(?:nog|nu)$/)) return false
  return (asker || !isCallByVvsg(tokens, cues)) && (timed || asker)
}

/** "morgen 9u30 langskomen ok?", not "kunnen jullie langskomen": that is a wish to be visited. */
function asksLeaveToCome(tokens: readonly string[], { addressed }: HoursCues): boolean {
  // "do 12 november 15u langskomen?"
  return (
    !addressed &&
    (tokens.length === 1 || tokens.some((token) => /^(?:oke?|mag|kan|mogelijk|lukt|gaat)$/.test(token)))
  )
}

/** "zijn wij open op 11 juli?" is about the asker's own office, "werken we morgen?" too. */
function asksWhetherOpen(tokens: readonly string[], cues: HoursCues, asker: boolean): boolean {
  const { addressed, visit, building, telephone } = cues
  if (
    tokens.includes('werk') ||
    (!addressed && tokens.some((token) => /^werk(?:en|t)$|^working$/.test(token)))
  )
    return false
  return !asker || addressed || visit || building || telephone
}

function isCallByVvsg(tokens: readonly string[], { addressed }: HoursCues): boolean {
  return (
    addressed &&
    tokens.some((token) => /^(?:op)?bellen$|^bel$|^telefoneren$|^call$/.test(token)) &&
    !tokens.includes('te') &&
    // "even bellen om 13u, is er dan al iemand?"
    !/\bis er\b.*\biemand\b/.test(tokens.join(' '))
  )
}

/** "zijn jullie er morgen?", "is er om half vijf nog iemand op kantoor?" */
function isSomebodyThere(tokens: readonly string[]): boolean {
  const is = tokens.some((token) => /^(?:is|zijn|zijt|ben|bent|hebben|hebt|heeft|are|will)$/.test(token))
  const there = tokens.some((token) =>
    /^(?:er|there|daar|kantoor|kantoren|bureau|bureaus|onthaal|balie|gebouw|huis|office|desk|reception|building)$/.test(
      token,
    ),
  )
  const somebody = tokens.some((token) =>
    /^(?:jullie|je|u|ge|gij|you|vvsg|iemand|medewerkers?|anyone|someone|anybody|somebody|staff|volk|mens|ziel|kat|niemand|nobody)$/.test(
      token,
    ),
  )
  return is && there && somebody
}
