import { tokensOf } from './topic-index.js'

/** Words of asking, and of who asks: they say nothing about the subject. */
const EMPTY = new Set(
  `aan al alle alles als andere antwoord antwoorden bent ben bij daar dan dat deze die dit doen door dus een eens
  eigenlijk elke en er even gaat gaan geen graag goed had hebben hebt heb heeft het hij hoe hoelang hoeveel hoever ik
  in iets iemand is ja juist kan kunt kunnen krijg krijgen krijgt maar mag mogen meer met mij mijn moet moeten na naar
  niet nieuws nog nodig nu of om ons onze ook op over ons per precies reeds soms staat stand stel steeds stellen te tot u uit uw van vandaag
  vanaf veel verder via volgens voor vraag vragen vroeg vroeger waar waarom wacht wachten wanneer wat we weet weten
  wel welke werd wie wij wil willen wilt word worden wordt zal ze zich zij zijn zou zouden zo zonder zult
  gemeente gemeentelijk gemeenten stad steden ocmw bestuur besturen lokaal lokale medewerker medewerkers
  personeelslid personeelsleden collega lid leden vvsg hallo dag beste dank bedankt status ticket referentie
  about again also an and any answer are as at be been by can could do does for from get has have how i if it me my
  of on or our please question still than that the there this to was we what when where which who why will with would you your`
    .split(/\s+/)
    .flatMap((word) => tokensOf(word).map(({ stem }) => stem)),
)

const SHORTEST_ALONE = 6
const SHORTEST_PART = 5

/**
 * Whether a text asks about the same thing as an open question: every word of subject of the shorter one occurs in
 * the other, itself or inside a compound. One word of subject alone must be a long one.
 *
 * "Hoeveel ziektedagen heeft een medewerker?" is not the same as "Hoeveel vakantiedagen heeft een medewerker?": each
 * names something the other does not.
 *
 * @example
 * ```ts
 * isSameQuestion('Weet u al iets over de vakantiedagen?', 'Hoeveel vakantiedagen heeft een OCMW-medewerker?') // true
 * ```
 */
export function isSameQuestion(text: string, open: string): boolean {
  const a = subjectOf(text)
  const b = subjectOf(open)
  const [small, large] = a.length <= b.length ? [a, b] : [b, a]
  if (small.length === 0) return false
  const telling = small.length > 1 || small.some((stem) => stem.length >= SHORTEST_ALONE)
  return telling && small.every((stem) => large.some((other) => meets(stem, other)))
}

/** Whether a text says what it is about: "kan ik iemand spreken?" does not. */
export function hasSubject(text: string): boolean {
  return subjectOf(text).some((stem) => !ASKING_FOR_PEOPLE.test(stem))
}

const ASKING_FOR_PEOPLE = /^(?:sprek|spreek|gesprek|bel|mens|person|talk|speak|human|telefon)/

/** The stems of a text that say what it is about, each once. */
function subjectOf(text: string): readonly string[] {
  const stems = tokensOf(text).map(({ stem }) => stem)
  return [...new Set(stems)].filter((stem) => stem.length > 2 && !EMPTY.has(stem) && !stem.startsWith('ocmw'))
}

function meets(a: string, b: string): boolean {
  if (a === b) return true
  const [part, whole] = a.length < b.length ? [a, b] : [b, a]
  return part.length >= SHORTEST_PART && (whole.startsWith(part) || whole.endsWith(part))
}
