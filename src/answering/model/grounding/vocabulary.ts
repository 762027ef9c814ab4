import { DUTCH_STOP_WORDS, ENGLISH_STOP_WORDS } from '../../../knowledge/dutch/stop-words.js'

const words = (list: string): readonly string[] => list.trim().split(/\s+/)

/** Words that any sentence may use without the passage having them: they state nothing by themselves. */
const CONNECTING = new Set(
  words(`
    namelijk bijvoorbeeld dus daarnaast bovendien verder eveneens zowel evenals waaronder waarbij waartoe daarbij
    daarvoor daarmee hiervoor hierbij hiermee samen onder vanwege wegens dankzij inzake betreffende omtrent richting
    vindt vinden staat staan bestaat bestaan bedraagt bedragen telt tellen gaat betekent betekenen heet heten biedt
    bieden geeft geven krijgt krijgen komt komen hoort horen behoort behoren gebeurt gebeuren omvat omvatten bevat
    bevatten vormt vormen leest lezen informatie gelegen gevestigd volgende genoemd genoemde vermeld vermelde aanwezig beschikbaar terecht via binnen
    however also includes include including consists called named according following available provides offers
  `),
)

/** Whether a word, lower case, is grammar or mere connection. */
export function isFunctionWord(word: string): boolean {
  return DUTCH_STOP_WORDS.has(word) || ENGLISH_STOP_WORDS.has(word) || CONNECTING.has(word)
}

/** Words that deny. */
export const NEGATION =
  /(?<![\p{L}\d])(?:geen|niet|niets|nooit|noch|niemand|nergens|evenmin|zonder|behalve|tenzij|uitgezonderd|not|no|never|none|neither|nor|without|cannot|except|unless)(?![\p{L}\d])|n't\b/iu

/**
 * Words that turn what a sentence states: a sentence with one of a group needs one of the same group in what it rests
 * on. The second list, where given, are words that support the group without belonging to it.
 */
export const CLAIM_GROUPS: readonly {
  readonly words: ReadonlySet<string>
  readonly supports: ReadonlySet<string>
}[] = (
  [
    [
      'moet moeten moest moesten verplicht verplichte verplichting dient vereist vereiste noodzakelijk must required mandatory obligatory',
      '',
    ],
    ['mag mogen mocht toegelaten toegestaan may allowed permitted', 'kan kunnen kunt can'],
    ['verboden verbod verbiedt forbidden prohibited', ''],
    [
      'alle alles allemaal elke elk iedere ieder iedereen altijd steeds overal volledig volledige all every everyone everything always',
      '',
    ],
    ['enkel alleen uitsluitend slechts louter only solely exclusively', ''],
    ['minstens minimaal minimum minimale tenminste least', ''],
    ['hoogstens maximaal maximum maximale hooguit most', ''],
    ['meer hoger hogere groter grotere stijgt stijgen toename more higher greater', ''],
    ['minder lager lagere kleiner kleinere daalt dalen afname less fewer lower', ''],
    ['eerder vroeger voorheen voortaan earlier formerly', ''],
    ['gratis kosteloos kosteloze free', ''],
    ['betalend betalende kost kosten prijs tarief costs price fee', ''],
    ['vrijwillig vrijwillige facultatief facultatieve optioneel optional voluntary', ''],
    ['open geopend opent opening openingsuren opens', ''],
    ['dicht gesloten sluit sluiten closed closes', ''],
    ['dringend onmiddellijk meteen direct urgent immediately', ''],
    ['afgeschaft stopgezet gestopt opgeheven abolished', ''],
    [
      'nu vandaag momenteel morgen gisteren recent onlangs binnenkort now today currently tomorrow yesterday recently soon',
      '',
    ],
    ['maandag monday', ''],
    ['dinsdag tuesday', ''],
    ['woensdag wednesday', ''],
    ['donderdag thursday', ''],
    ['vrijdag friday', ''],
    ['zaterdag saturday', 'weekend'],
    ['zondag sunday', 'weekend'],
    ['weekend', ''],
    ['dagelijks dagelijkse daily', ''],
    ['wekelijks wekelijkse weekly', ''],
    ['maandelijks maandelijkse monthly', ''],
    ['jaarlijks jaarlijkse yearly annual annually', ''],
    ['ja nee jawel neen yes', ''],
    [
      'oudste jongste grootste kleinste beste slechtste hoogste laagste laatste largest smallest best worst latest',
      '',
    ],
    ['illegaal onwettig strafbaar wettelijk wettig legaal illegal legal', ''],
    ['garandeert garantie gegarandeerd guaranteed', ''],
    [
      'wachtwoord paswoord pincode login inloggen aanmelden klik klikken download downloaden installeer installeren betaal betalen overschrijven rekeningnummer rekening stuur sturen mail mailen bel bellen surf surfen bezoek bezoeken negeer vergeet password click pay transfer send visit call ignore forget',
      '',
    ],
  ] as const
).map(([list, supports]) => ({ words: new Set(words(list)), supports: new Set(words(supports)) }))

/** Words that say on which side of a number something lies; each needs its kin beside the same number. */
export const DIRECTIONS: readonly (readonly string[])[] = [
  words('vanaf van sinds from since'),
  words('tot until till'),
  words('voor before'),
  words('na after'),
  words('onder minder below under'),
  words('boven meer over above'),
  words('minstens minimaal minimum tenminste'),
  words('hoogstens maximaal maximum hooguit'),
]
