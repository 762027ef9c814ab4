/** What of VVSG a question is about: the building, the telephone, or simply being there. */
export interface HoursCues {
  readonly open: boolean
  readonly telephone: boolean
  readonly reach: boolean
  readonly visit: boolean
  /** Whether something is brought or fetched. */
  readonly delivery: boolean
  /** Whether VVSG is addressed or named. */
  readonly addressed: boolean
  /** Whether the building is named. */
  readonly building: boolean
  readonly closingDays: boolean
  /** Whether somebody is sought without saying how: "jullie proberen", "iemand treffen". */
  readonly contact: boolean
  /** Whether it is asked if coming or calling then is of any use: "heeft het zin", "te vroeg", "op tijd". */
  readonly worth: boolean
  /** Whether a day is asked for as a working day or a day off. */
  readonly dayOff: boolean
  /** "wanneer", "tot hoe laat", "openingsuren": asks for hours, not for yes or no. */
  readonly asksHours: boolean
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

const OPEN = words(
  'open opent openen opengaan geopend openingsuren openingsuur openingstijden openingstijd openingsdagen gesloten sluiten sluit ' +
    'sluitingsuur sluitingsuren sluitingstijd sluitingsdag sluitingsdagen toe dicht kantooruren kantoortijden bureeluren bureau-uren ' +
    'dichtgaan dichtgaat toegaan toegaat opengaan opengaat gewerkt toegankelijk accessible openen openblijven sluitingstijden closed close closes opens opening werken werkt working',
)
const TELEPHONE = words(
  'telefonisch telefoon telefoons telefoonuren telefoontijden telefoonpermanentie telefoonlijn telefoonlijnen lijn lijnen bellen ' +
    'opbellen bel belt telefoneer telefoneren telefoontje telefoondienst getelefoneerd gebeld opnemen opgenomen neemt phone telephone call phones line lines telefoonlijntje ring rings ' +
    'hoorn toestel oproep oproepen',
)
const REACH = words(
  'gehoor bereikbaar bereiken bereik bereikt bereikbaarheid bereikbare bemand bemande aanwezig beschikbaar permanentie paraat present stand-by reachable reach available staffed present',
)
const VISIT = words(
  'binnenspringen langskomen langsgaan langskom langs binnenlopen binnenwippen binnenkomen passeren terecht bezoeken bezoek ' +
    'afkomen springen aanbellen aankomen aankom toekomen toekom arriveren arriveer geraken geraak geraakt raken raak raakt binnen binnengeraken binnenraken ' +
    'binnenstappen binnenkom langsgaan langsloop langslopen redden red halen haal onthaald visit visiting drop come arrive arriving ' +
    'welkom dumpen aankloppen aanklop aanklopt klop kloppen binnenvallen binnenval binnenwaaien passeer passeert show aanmelden',
)
/** Bringing or fetching something: a visit, when it is clear that it happens at the office. */
const DELIVERY = words(
  'afgeven afgeef afgegeven brengen breng brengt binnenbrengen binnenbreng langsbrengen langsbreng afleveren aflever afgeleverd leveren lever levert ' +
    'geleverd bezorgen ophalen ophaal opgehaald afhalen afhaal afgehaald oppikken deponeren neerleggen ' +
    'kwijt deliver delivering delivered bring collect fetch',
)
/** What people bring or fetch, and who does it for them. */
const BROUGHT = words(
  'pakje pakjes pakket pakketje pakketten doos dozen dossier dossiers map mapje mappen stuk stukken document documenten papieren brief enveloppe omslag ' +
    'koerier koerierdienst bode iets spullen parcel parcels package packages file files folder documents papers letter courier something off',
)
const ADDRESSED = words(
  'jullie jij je u uw ge gij gijle ulle ulder gulder gullie zijde zijdegij jou jouw vvsg you your onthaal secretariaat helpdesk medewerker medewerkers collega iemand ' +
    'anyone anybody someone somebody staff',
)
const BUILDING = words(
  'kantoor kantoren gebouw gebouwen bureau bureaus bureel burelen huis madou balie onthaal onthaalbalie infobalie receptie zetel hoofdzetel ' +
    'hoofdkantoor secretariaat deur deuren poort poorten office offices building reception desk doors door headquarters',
)
const CONTACT = words(
  'horen hoor hoort proberen probeer probeert treffen tref treft storen stoor stoort try trying disturb catch',
)
const WORTH = words(
  'zin zinloos nut nutteloos moeite waard loont lonen haasten haast vergeefs tevergeefs nipt krap vroeg laat tijd halen haal redden red ' +
    'early late worth point pointless',
)
const DAYS_OFF = words('verlof verlofdag vrij vrijaf feestdag werkdag congé conge holiday off')
const CLOSING_DAYS = words(
  'sluitingsdag sluitingsdagen feestdag feestdagen brugdagen verlofdagen holidays holiday',
)
const ASKS_HOURS = words(
  'wanneer laat hoelaat hoelang bereikbaarheid lang welke wat uren openingsuren openingsuur openingstijden openingstijd sluitingsuur sluitingsuren kantooruren ' +
    'telefoonuren bureeluren sluitingsdagen when what which how hours',
)

/** Words that say nothing of what a question is about. Whatever is not in one of these lists is another subject. */
const FILLER = words(
  `de het een 't 'n is zijn zijt ben bent was waart waren wordt worden kan kunnen kunt kon mag mogen zou zouden wil willen gaan gaat ga nog ook
  al dan daar er eens even graag aub alstublieft alsjeblieft plz pls svp please dank bedankt thanks thank dag hallo hey hoi hi hello beste
  mvg groeten groetjes met van voor vanaf tot om op in aan bij tijdens over rond na naar te per tussen en of want maar dat die deze dit dus
  der die daarna welke wanneer wat hoe laat lang hoelang hoelaat hoeveel krijgen ist uur uren u h ik we wij hij zij zit zitten sta staat staan kom komt komen
  normaal normale gewoon gewone eigenlijk trouwens misschien ongeveer precies exact altijd elke iedere alle allemaal week weken dag dagen
  weekdag weekdagen werkdag werkdagen zaterdag zondag feestdag feestdagen wettelijke officiele dacht denk denken weet weten vraag vraagje
  vroeg vroeger later laatst laatste eerst eerste eerstvolgende volgende komende keer terug opnieuw weer zo toch niet geen wel ja nee ok oke
  heb hebben heeft hebt geldt gelden moment momenten tijdstip tijd tijden dezelfde andere ander speciaal speciale aangepast aangepaste extra
  brussel vakantie verlof verlofperiode brugdag brug jaar einde eind eindejaar periode zomer juist klopt klopte soms vlug snel nu hier ginder
  buiten heel hele gans ganse doorlopend bijna binnenkort thuis werk nen den 's s ne men
  the a an are is be am at on in to do does did can could may might i it we until till what when which time times hours hour still
  from by for and or there here this that these those please normally usually during over between day days week weekend lunch daily any
  open how late long right will would if so not no yes ok then also too public bank get through someone answer answers answering picked up by
  zonder afspraak trein auto fiets bus metro personen mensen we's alles alle direct meteen dadelijk onmiddellijk rechtstreeks lukt lukken gaan mogelijk
  blijven blijf blijft begint beginnen begin start starten stopt stoppen eindigt eindigen langer korter later eerder straks seffens subiet gehoord gelezen
  bevestig bevestigen bevestigt zeker juist waar toch dus pakken pak pakt ze nemen neem neemt krijgen krijg krijgt vinden niemand zoek zoeken
  correct right true confirm sure arrive before after between leave about what's whats long close shut ja/nee graag eventjes even samen twee drie vier
  gewoonlijk voorzien geopende wie telkens steeds pas wel echt officieel er's effectief regulier reguliere standaard verwachten verwacht halve halven
  zaterdags zondags vroegst vroegste uiterlijk eender vandaag morgen tegenwoordig deze
  hoek stoep ingang stipt volk best beter wou wouden wilde answered
  earlier sooner longer shorter different same doen doe plegen pleeg uitligt platligt bezet stappen meer zoals anders verschillend verschilt verschillen afwijkend afwijkende zelfde pikt onderweg dn den
  he hee zeg nietwaar fout actueel zo'n erop erna ervoor daarvoor nadien voordien toen eraan ervan kloppen stopt sluit case it's there's
  chauffeur bode koerier ziel levende mens kat niemand alleman allez amai me levend bad good bit running then today's gij daags
  ruim genoeg niks niets voor goed tijdig sowieso natuurlijk noch alsnog komende aanstaande lang gesloten nodig geldig kunt kun still valid
  moest voet uit person nobody told exactly times hold latest welk shift visitors visitor someone's lunchtime noone mis front i'm
  lunchen eten lunchuur middagmaal werkuren vrijdags brussels brusselse station centraal noord zuid af stoppen opneem loopt lopen duurt duren klok`,
)

const CUE_WORDS = new Set([...OPEN, ...TELEPHONE, ...REACH, ...VISIT, ...CLOSING_DAYS])
const KNOWN = new Set([
  ...CUE_WORDS,
  ...ADDRESSED,
  ...BUILDING,
  ...ASKS_HOURS,
  ...FILLER,
  ...DELIVERY,
  ...BROUGHT,
  ...CONTACT,
  ...WORTH,
  ...DAYS_OFF,
])

/** The words of a text from which times were taken out; numbers that are left over count as words. */
export function wordsOf(rest: string): readonly string[] {
  return (withWholeVerbs(withoutContrast(rest)).match(/[a-z0-9]+(?:[-'][a-z0-9]+)*|'[a-z]\b/g) ?? []).map(
    repaired,
  )
}

/** "we komen om 15u toe" arrives, "jullie zijn toe" is closed; "af te komen" is one verb. */
function withWholeVerbs(rest: string): string {
  return (
    rest
      .replace(
        /\b(?:\d+ ?x|(?:twee|drie|vier|enkele|verschillende|meerdere|een paar) (?:keer|maal|keren))\b/g,
        ' ',
      )
      .replace(/\bte pakken\b/g, ' bereiken ')
      // "kan mijn burgemeester u bellen"
      .replace(
        /\b(kan|kunnen|mag|mogen) (?:mijn|onze?|ons|een) [a-z-]+(?= .*\b(?:u|jullie|vvsg)\b.*\b(?:bellen|opbellen|telefoneren|bereiken)\b)/,
        '$1 ik',
      )
      .replace(/\bkom(?:en|t)? ([^.?!]{0,40}?)\btoe\b/, 'aankomen $1')
      .replace(/\b(af|langs|binnen|toe|aan) te (komen|springen|gaan|lopen|wippen)\b/, '$1$2')
  )
}

/** "voor ons een werkdag, voor jullie ook?": the asker only compares. */
function withoutContrast(rest: string): string {
  return /\b(?:jullie|ulle|ulder|u|vvsg|you)\b/.test(rest)
    ? rest.replace(/\b(?:bij|voor|for|with) (?:ons|mij|us|me)\b/, ' ')
    : rest
}

/** Whether every word is about hours or about nothing: one other word and the question is about something else. */
export function areAllKnown(tokens: readonly string[]): boolean {
  return tokens.every((token) => KNOWN.has(token))
}

export function cuesOf(tokens: readonly string[]): HoursCues {
  const any = (list: readonly string[]) => tokens.some((token) => list.includes(token))
  return {
    open: any(OPEN),
    telephone: any(TELEPHONE),
    reach: any(REACH),
    visit: any(VISIT) || any(DELIVERY),
    delivery: any(DELIVERY),
    addressed: any(ADDRESSED),
    building: any(BUILDING),
    closingDays: any(CLOSING_DAYS),
    contact: any(CONTACT),
    worth: any(WORTH),
    dayOff: any(DAYS_OFF),
    asksHours: any(ASKS_HOURS),
  }
}

/** The cue word that a slip of one letter was meant to be; other words as they are. */
function repaired(token: string): string {
  if (token.length < 6 || KNOWN.has(token)) return token
  for (const word of CUE_WORDS) {
    if (word.length >= 6 && isOneSlip(token, word)) return word
  }
  return token
}

/** Whether two words differ by one letter added, left out, replaced, or by two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let endA = a.length
  let endB = b.length
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  const left = a.slice(start, endA)
  const right = b.slice(start, endB)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
