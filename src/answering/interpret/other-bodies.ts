import { phrase } from './phrase.js'
import type { Rule } from './rule.js'

const BRUSSELS =
  '(anderlecht|oudergem|sint-agatha-berchem|etterbeek|evere|vorst|ganshoren|elsene|jette|koekelberg|sint-jans-molenbeek|molenbeek|sint-gillis|sint-joost*|schaarbeek|ukkel|watermaal-bosvoorde|sint-lambrechts-woluwe|sint-pieters-woluwe|stad brussel)'
/** Towns outside Flanders; "namen" and "bergen" are words too and stand apart. */
const ELSEWHERE =
  '(luik|li[eè]ge|namur|charleroi|mons|doornik|tournai|moeskroen|mouscron|waver|wavre|nijvel|nivelles|verviers|aarlen|arlon|hoei|huy|seraing|dinant|la louvi[eè]re|eupen|malmedy|sankt vith|st\\.? vith|bastenaken|bastogne|ottignies|waterloo|amsterdam|rotterdam|utrecht|eindhoven|tilburg|breda|maastricht|nijmegen|arnhem|groningen|den haag|middelburg|terneuzen|sluis|hulst|roosendaal|rijsel|lille|duinkerke|dunkerque|keulen|aken|aachen|luxemburg|parijs|berlijn)'
const WORD_TOO = '(namen|bergen|vorst|evere|hoei|hulst|sluis)'
const ASKS = '(hier|vraagt|zoekt|wil|wenst|heeft een vraag|met een vraag|zou graag|stelt|kan .. helpen)'
const REGION =
  '(brussels (hoofdstedelijk )?gewest|brussels gewest|waals gewest|walloni[eë]|duitstalige gemeenschap|nederland|frankrijk|duitsland|luxemburg|wallonia|the netherlands|brussels region)'

/** Signs that somebody asks for a body that another association serves. */
export const OTHER: readonly Rule[] = [
  {
    name: 'is a school',
    weight: 4,
    when: phrase(
      '(wij|we) zijn (een |de )?(\\p{L}+ )?(school|basisschool|lagere school|kleuterschool|academie|scholengroep|scholengemeenschap)',
      'ik (ben|werk) (een |de |als |op een |in een |bij een )?(\\p{L}+ )?(leerkracht|schooldirecteur|directeur van een school|zorgco[oö]rdinator|leraar|lerares|juf|school|basisschool)',
      'als (school|leerkracht|schooldirecteur)',
      '(directeur|directrice|leerkracht|secretaresse) (van )?(de |een |onze )?(basisschool|gemeenteschool|lagere school|kleuterschool|academie) .. (hier|vraag|ovsg|ben ik)',
      '(gemeenteschool|basisschool|school) .. aangesloten bij (de )?ovsg',
    ),
    unless: phrase('(de|onze) school (wil|moet|vraagt)'),
  },
  {
    name: 'speaks for or to another association',
    weight: 3,
    when: phrase(
      '(kan|kunnen|mag|wil) (de )?(ovsg|brulocalis|vvp|uvcw) .. (mij|ons|bellen|helpen|langskomen)',
      '(ik|wij|we) (bel|mail|schrijf|vraag|spreek) (voor|namens) (de |het )?(provincie|brusselse|waalse)*',
      '(wij|we) zijn (lid van )?(de )?(ovsg|brulocalis|vvp|uvcw|vng)',
      '(ik|wij|we) (werk|werken|bel|mail) (voor|bij|naar) (de )?(ovsg|brulocalis|vvp|uvcw|vng)',
      '(is dit|ben ik hier bij|spreek ik met|is dat) (de )?(ovsg|brulocalis|vvp|uvcw|vng)',
      '(school|scholen|directeur) (van|bij) (de )?ovsg',
      '(vraag|contract|abonnement|lidmaatschap|facturen?|nascholing|leerplan*|opleiding|pedagogisch begeleider) .. (van|bij|aan|voor) (de )?(ovsg|brulocalis|vvp|uvcw)',
    ),
  },
  {
    name: 'is a body in Brussels, Wallonia or abroad',
    weight: 4,
    when: phrase(
      `(wij|we|ik) (zijn|werk|werken|ben) .. ${BRUSSELS}`,
      `(gemeente|ocmw|cpas) ${BRUSSELS}`,
      '(wij|we|ik) (zijn|werk|werken|ben) .. (brusselse|waalse|nederlandse|duitstalige|franse) (gemeente|ocmw|stad|provincie|cpas|commune|politiezone|intercommunale)',
      '(wij|we|ik) (zijn|werk|werken|ben) .. (provinciebestuur|provincieraad|de provincie|een provincie|vlaamse overheid|federale overheid*|een ministerie)',
      '(voor|als) (een )?(brusselse|waalse|nederlandse) gemeente',
      `(brusselse|waalse|nederlandse|duitse|franse|luxemburgse|duitstalige) (gemeente|stad|commune|ocmw|cpas|politiezone|intercommunale|collega's) (\\p{L}+ )?${ASKS}`,
      `(vraag|vraagje|bericht|mail|adviesvraag) (van|vanuit|namens) (de |het |een )?(stad|gemeente|ocmw|cpas|commune|politiezone|provincie|collega's (van|uit)) (van )?(${ELSEWHERE}|${WORD_TOO}|${BRUSSELS})`,
      `(stad|gemeente|ocmw|cpas|commune|politiezone) (van )?(${ELSEWHERE}|${WORD_TOO}) ${ASKS}`,
      `(wij|we|ik) (zijn|werk|werken|ben|schrijf|schrijven) .. (bij|van|voor|uit) (de |het )?(stad|gemeente|ocmw|cpas|commune) (van )?(${ELSEWHERE}|${WORD_TOO})`,
      `(onze|ons|wij|we|mijn) .. (ligt|liggen|zitten|zijn|werken|is) .. ${REGION}`,
      `(gemeente|ocmw|stad|bestuur) (in|uit|van) (het )?${REGION} ${ASKS}`,
      `collega's (van|uit|bij) (de |het )?(stad|gemeente|ocmw|cpas|commune) (van )?(${ELSEWHERE}|${WORD_TOO}|${BRUSSELS}) .. (wij|we|hier|vraag)`,
      'nous sommes (une|la|le) (\\p{L}+ )?(commune|ville|cpas|zone)',
      'our (commune|municipality|city|town) (in|near) (wallonia|brussels|the netherlands|holland|germany|france|li[eè]ge|namur)',
      "(we are|i work for|i'm from) .. (brussels|walloon|dutch|french|german) (municipality|commune|city|region|town)",
    ),
    unless: phrase(
      'zijn .. (brusselse gemeenten|gemeenten) .. lid',
      'samenwerk*',
      'verhuis*',
      'komt uit',
      '(inwoner|burger|cli[eë]nt|kandidaat|vreemdeling|student)* .. (uit|in|naar|van)',
      '(akte|attest|diploma|rijbewijs|nummerplaat) .. (uit|van)',
      '(partner|project|uitwisseling|zusterstad|jumelage|grensoverschrijdend)*',
    ),
  },
]
