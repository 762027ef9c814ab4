/** Kinds of members as they are called, and what a question calls them. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['gemeenten', /\b(?:gemeenten|steden|stadsbesturen|gemeentebesturen|municipalities|towns)\b/i],
  ["OCMW's", /\b(?:ocmw'?s|sociale huizen|welfare centres)\b/i],
  ['politiezones', /\b(?:politiezones|pz'?s|korpsen|politiekorpsen|police zones)\b/i],
  ['afvalintercommunales', /\b(?:afvalintercommunales|waste intermunicipal\w*)\b/i],
  ['intercommunales', /\bintercommunales\b|(?<!waste )\bintermunicipal\w*\b/i],
  ["AGB's", /\b(?:agb'?s|(?:autonome )?gemeentebedrijven|municipal (?:companies|enterprises))\b/i],
]
const COMPARES =
  /\b(?:vs|versus|each|evenveel|meer|minder|samen|opgeteld|samengeteld|tel|verschil|talrijker|vaker|more|fewer|together|as many)\b/i
const OF_MEMBERS = /\b(?:lid|leden|aangesloten|hoeveel|aantal|tel|jullie|members?|how many)\b/i
const OTHER_MATTER =
  /\b(?:lidgeld|betal\p{L}*|bijdrage\p{L}*|fusie\p{L}*|kost\p{L}*|mag|mogen|moet|moeten|werken|samenwerk\p{L}*|samen werken|advies|onderhandel\p{L}*|lobby\p{L}*|niet|geen|macht|stemmen|alle soorten|totaal)\b|%/iu

/** The kinds that a text speaks of, as they are called. */
function calledIn(text: string, kinds: readonly (readonly [string, RegExp])[]): readonly string[] {
  return kinds.filter(([, called]) => called.test(text)).map(([kind]) => kind)
}

/** "zijn er meer politiezones of meer AGB's lid" needs both numbers; null when nothing is held against each other. */
export function compared(text: string): string | null {
  if (!COMPARES.test(text) || !OF_MEMBERS.test(text) || OTHER_MATTER.test(text)) return null
  const kinds = calledIn(text, KINDS)
  return kinds.length > 1 ? `${kinds.map((kind) => `hoeveel ${kind} zijn lid`).join(' en ')}?` : null
}

const ALL_OF =
  /\b(?:hoeveel|aantal|how many)\b[^?]*[,;.?] ?(?:en )?(?:is|zijn|are|is that) (?:dat|het|ze|dit|that|those|all)\b[^?]*\b(?:elke?|iedere?|alle|allemaal|every|all)\b/iu

/** "hoeveel pz's zijn lid, is dat elke zone" is told by the text that says whether all are; null for any other. */
export function wholeOf(text: string): string | null {
  if (!ALL_OF.test(text) || OTHER_MATTER.test(text)) return null
  const [kind, ...others] = calledIn(text, KINDS)
  return kind !== undefined && others.length === 0 ? `zijn alle ${kind} lid?` : null
}

const WITHOUT =
  /\bhoeveel (?:leden|besturen|aangesloten besturen)\b[^?]*\b(?:zonder|buiten|behalve|exclusief|uitgezonderd|naast|niet meegerekend)\b/iu

/** "hoeveel leden zonder de OCMW's" is told by the list of all kinds with their numbers; null for any other. */
export function without(text: string): string | null {
  const left = calledIn(text, KINDS).length > 0
  return left && WITHOUT.test(text) && !OTHER_MATTER.test(text.replace(/\bniet meegerekend\b/iu, ''))
    ? 'geef een overzicht van alle leden met aantallen'
    : null
}

/** What a body does, for who says that rather than what it is called. */
const DOES: readonly (readonly [string, RegExp])[] = [
  ['afvalintercommunales', /\b(?:afval|huisvuil|vuilnis|restafval|recyclage|containerpark)\p{L}*/iu],
  [
    'intercommunales voor streekontwikkeling',
    /\b(?:streek|bedrijventerrein)\p{L}*|\bregionale ontwikkeling\b/iu,
  ],
  ['politiezones', /\b(?:politie|flik)\p{L}*|\bkorps(?:en)?\b/iu],
  ["AGB's", /\bagb\b|\bgemeentelijk bedrijf\b|\bgemeentebedrijf\b/iu],
]
const LIKE_US =
  /\b(?:hoeveel|veel)\b[^?]*\b(?:zoals (?:ons|wij|het onze|wij zijn)|van (?:onze|die|dat|deze|ons) (?:soort|aard|slag|type)|van ons soort)\b|\bmet hoeveel (?:zijn|zitten) (?:wij|we)\b/iu

/** "wij halen huisvuil op, hoeveel zoals wij zijn er lid" asks for bodies that do the same; null for any other. */
export function likeUs(text: string): string | null {
  if (!LIKE_US.test(text) || OTHER_MATTER.test(text)) return null
  const [kind, ...others] = calledIn(text, DOES)
  return kind !== undefined && others.length === 0 ? `hoeveel ${kind} zijn lid?` : null
}

const STANDS_FOR =
  /\b(?:waar(?:voor)? sta(?:an|at)|wat (?:betekenen|betekent|willen|wil)|betekenis|voluit|stand for)\b/iu
const ABBREVIATION = /\b(?:regr|cemr|cglu|uclg|vleva|vvsg|ocmw|agb)\b/giu

/** Each of several abbreviations is asked by itself: they are explained apart; null unless there are several. */
export function spelledOut(text: string): string | null {
  if (!STANDS_FOR.test(text)) return null
  const names = [...new Set((text.match(ABBREVIATION) ?? []).map((name) => name.toUpperCase()))]
  // "Waarvoor staat AGB bij de VVSG" asks one.
  const asked = names.length > 2 ? names : names.filter((name) => name !== 'VVSG')
  return asked.length > 1 ? asked.map((name) => `waar staat ${name} voor?`).join(' ') : null
}
