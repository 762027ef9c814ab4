import { OWN_EMPLOYMENT } from './employment-rules.js'
import { OTHER } from './other-bodies.js'
import { phrase } from './phrase.js'
import type { Rule, RuleTable } from './rule.js'

const SIDE =
  '(meerderheid|oppositie|burgemeester|schepen|coalitie|coalitiepartner|fractie|raadslid|raadsvoorzitter|mayor|opposition|majority|alderman|councillor)'

const POLITICS: readonly Rule[] = [
  {
    name: 'asks who is right',
    weight: 3,
    when: phrase(
      '(oppositie|meerderheid|burgemeester|schepen|college|raadslid|raadsleden|fractie|partij|coalitie*) .. (wie|welke) .. (gelijk|juist|fout)',
      'wie (van beiden |van de twee )?(heeft|krijgt) .. gelijk',
      'geef (ons|mij|de) .. gelijk',
      '(kies|kiezen|kiest) .. (partij|kant) (voor|in|van)',
      '(kies|kiezen|kiest) (jullie |u |een |eens |nu |toch )?(partij|kant|zijde)',
      '(vvsg|jullie) .. (oppositie|meerderheid|burgemeester|schepen|coalitie) .. (veroordeel*|afkeur*|sanctioneer*|terechtwij*|aanpakken)',
      '(vindt|vinden) (jullie|de vvsg|vvsg) .. (gedrag|houding|uitspraken|stijl) van',
      'aan wiens kant',
      'aan welke kant staan',
      '(heeft|hebben) .. het bij het rechte eind',
      '(wiens|wie zijn|wier) (schuld|fout)',
      '(meerderheid|oppositie|burgemeester|schepen|college|fractie|partij) .. (fout zit|fout zitten|ongelijk heeft|ongelijk hebben|gelijk heeft|moet opstappen|moeten opstappen|zou moeten opstappen)',
      'who is right',
      'take sides',
      'side with (us|me|the)',
    ),
    // Two figures for one thing ("ik las 308, mijn collega zegt 300") are no quarrel.
    unless: phrase(
      'wie heeft recht',
      'gelijke*',
      '(ik|we|wij|collega) (las|lees|lezen|dacht|zegt|zeggen|telt|tel|telde) .. \\d+',
    ),
  },
  {
    name: 'wants a politician judged',
    weight: 3,
    when: phrase(
      '(onze|de|die|mijn) (burgemeester|schepen|fractieleider|voorzitter|algemeen directeur|coalitiepartner|meerderheid|oppositie) .. (liegt|liegen|leugenaar|corrupt*|onbekwaam|incompetent|belachelijk|terechtwijzen|op (zijn|haar|het) vingers|de mond snoeren|tot de orde roepen|afzetten|buitenwerken|dwarsligt|zwijgen)',
      '(veroordelen|veroordeelt|afkeuren) .. (jullie|vvsg) .. (burgemeester|schepen|oppositie|meerderheid)',
      '(op wie|op welke partij|voor wie|voor welke partij) (moet|zou|kan|stem) (ik|je|u|men)',
      '(welke|wat is de) (beste )?partij .. (best*|goed)',
      '(beoordeel|oordeel|bepaal|beslis|zeg) .. (burgemeester|schepen|voorzitter|raadslid|fractie|fractieleider|oppositie|meerderheid) .. (over de schreef|deontologisch|onfatsoenlijk|laakbaar|ongepast|in de fout|schuldig|moet opstappen)',
      '(geef|spreek) .. (oordeel|schande) .. (burgemeester|schepen|voorzitter|fractie|oppositie|meerderheid|coalitie)',
      '(steunt|steunen|vindt|vinden|veroordeelt) (jullie|vvsg|de vvsg) .. (burgemeester|schepen|oppositie|meerderheid|n-va|vooruit|cd&v|groen|vld|vlaams belang|pvda|partij|coalitie)',
    ),
    unless: phrase(
      '(procedure|hoe) .. (afzetten|tuchtprocedure|motie van wantrouwen)',
      'motie .. wantrouwen',
    ),
  },
  {
    name: 'asks which side was right',
    weight: 3,
    when: phrase(
      `(had|hadden|heeft|hebben|krijg|krijgt) .. ${SIDE} .. gelijk`,
      `(had|hadden|heeft|hebben|krijg|krijgt) ${SIDE} gelijk`,
      `wie (had|heeft|krijgt) .. gelijk .. ${SIDE}`,
      `${SIDE} of .. ${SIDE} .. wie .. gelijk`,
      `(was|is) .. ${SIDE} (right|wrong) or`,
    ),
    unless: phrase('gelijk (dat|als|wanneer|indien|aantal|stemmenaantal|recht*)', 'stemmen .. gelijk'),
  },
  {
    name: 'wants help in a local quarrel',
    weight: 3,
    when: phrase(
      '(ruzie|conflict|vete|twist) .. (burgemeester|schepen|oppositie|meerderheid|coalitie|fractie) .. (bemiddel*|beslecht*|oplossen|tussenkomen|uitspraak)',
      '(bemiddelen|tussenkomen|beslechten|scheidsrechter) .. (ruzie|politiek* (conflict|ruzie|twist|geschil))',
      '(ruzie|conflict) (met|van) (mijn|onze|zijn|haar) (partij|fractie|lijst|coalitiepartner) .. (gelijk|oordeel*|fout|schuld|jullie)?$',
      '(ruzie|politiek (conflict|geschil|twist)) .. (bemiddelen|beslechten|scheidsrechter|standpunt|gelijk)',
    ),
  },
]

const DECISION =
  '\\p{L}{0,30}(besluit|beslissing|reglement|raadsbesluit|collegebesluit|gemeenteraadsbesluit|benoeming|aanstelling|vergunning|stemming|belasting|beslissingen|besluiten|gunning|ontslag)'
const LAWFUL =
  '(wettig|onwettig|wettelijk|onwettelijk|legaal|illegaal|rechtsgeldig|ongeldig|geldig|nietig|onrechtmatig|rechtmatig|in strijd met de wet|ongrondwettelijk)'
const LEGALITY: readonly Rule[] = [
  {
    name: 'asks for a ruling on a decision',
    weight: 3,
    when: phrase(
      `(oordeel*|bevestig*|verklaar*|verklaren|vonnis|garandeer*|garanderen) .. ${LAWFUL}`,
      // Whose decision, of which day, about what: that takes more words than stand between most.
      `(oordeel*|bevestig*|verklaar*|verklaren|garandeer*|garanderen) .. ${DECISION} .. ${LAWFUL}`,
      `${DECISION} .. ${LAWFUL} .. bevestig*`,
      '(geef|doe|vraag|wil|krijg|graag) (een |mij een |ons een )?(juridische |formele |duidelijke )?uitspraak',
      '(heeft|hebben) (ons|onze|het|de) (college|burgemeester|gemeenteraad|gemeente|raad|bestuur|schepen|ocmw) .. (wet|decreet|regels) overtreden',
      `${DECISION} .. ${LAWFUL} .. (oordeel*|bevestig*|verklaar*|verklaren|uitspraak)`,
      '(jullie|vvsg|kunt u) .. (besluit|beslissing|reglement|gunning) .. (vernietigen|nietig verklaren|schorsen|ongeldig verklaren)',
      '(controleren|nagaan|toetsen|beoordelen|oordelen|nakijken|onderzoeken) (jullie |u )?of .. (wettig|onwettig|legaal|illegaal|rechtsgeldig|de wet overtre*|wet overtreedt|wettelijk is|ongeldig)',
      '(ik|wij|we) .. klacht (indienen |neerleggen )?(tegen|over|indienen tegen) .. (burgemeester|schepen|college|gemeenteraad|gemeentebestuur|ocmw|beslissing|besluit|gemeente)',
      `(zeg|vertel) (mij |me |ons |eens )?of .. (legaal|illegaal|wettig|onwettig|rechtsgeldig)`,
      '(declare|rule|confirm) .. (legal|illegal|unlawful|lawful|invalid)',
      'rule .. (legal|illegal|unlawful|lawful)',
      '(is|was) (the|our|this) .. decision .. (legal|illegal|lawful|unlawful|valid)',
    ),
    unless: phrase(
      '(als|wanneer|indien|hoe) (een|wij|we|je|men) .. (oordel*|bevestig*)',
      '(kan|kunnen|mag|moet|wie|wanneer|heeft|zal|laat|laten) .. (gouverneur*|raad van state|rechter|rechtbank|hof|minister|toezicht*|agentschap|abb) .. (verkla*|oordel*)',
      'wie (kan|mag|moet|verklaart|oordeelt|beslist)',
      'hoe (verklaar|verklaart|verklaren)',
      'klacht* (behandel*|procedure|reglement|van een|over een)',
      'klachtenbehandeling',
      '(een|de) (burger|inwoner|cli[eë]nt|personeelslid) .. klacht',
      'hoe (behandel*|verwerk*|registreer*|gaan|moet|moeten) .. klacht*',
    ),
  },
  {
    name: 'asks whether this decision is lawful',
    weight: 3,
    when: phrase(
      `(is|was|zijn|waren) (ons|onze|dit|deze|dat|die|het|de) (\\p{L}+ )?${DECISION} (van|die|dat|over|om|tot|wel|eigenlijk|nu|niet|hier) .. ${LAWFUL}`,
      `(is|was) (ons|onze|dit|deze|dat|die) (\\p{L}+ )?${DECISION} (wel |eigenlijk |nu |nog )?${LAWFUL}`,
      `(is|was|waren) (de|het|ons|onze|deze|die|dat) (\\p{L}+ )?${DECISION} .. (van|op) \\d{1,2} .. (in orde|terecht|ok|ok[eé]|fout|verkeerd)`,
      `(heeft|hebben) (onze|ons|het|de) .. ${LAWFUL} (gehandeld|beslist|gestemd)`,
    ),
    unless: phrase(
      `${LAWFUL} (als|wanneer|indien|zonder|bij|verplicht|toegelaten)`,
      `(als|wanneer|indien|zonder|mits) .. ${LAWFUL}`,
    ),
  },
]

const LAWYER: readonly Rule[] = [
  {
    name: 'wants to be defended',
    weight: 3,
    when: phrase(
      '(verdedig*|vertegenwoordig*|bijstaan|bijstand|pleiten|procederen|optreden) .. (rechtbank|rechter|vrederechter|raad van state|hof|arbeidsrechtbank|proces|rechtszaak|procedure|zitting|vredegerecht|raad voor vergunningsbetwistingen)',
      '(namens|voor) ons .. (raad van state|rechtbank|rechter|hof)',
      '(kunnen|kunt|kan|willen|wil|gaan) (jullie|u|de vvsg|vvsg) .. (ons|mij|onze gemeente) .. (verdedigen|vertegenwoordigen|dagvaarden|pleiten)',
      '(kunnen|kunt|kan|willen) (jullie|u|de vvsg|vvsg) .. (dagvaarden|verzoekschrift (opstellen|schrijven|indienen)|besluiten schrijven|een proces aanspannen|een rechtszaak)',
      '(hebben|heb|zoeken|zoek) .. (een )?(advocaat|raadsman|raadsvrouw|pleiter) nodig',
      '(stel|bezorg|geef|lever|zoek|stuur) (mij |me |ons )?(een )?(goede )?(advocaat|raadsman|raadsvrouw|pleiter) .. (voor (ons|mij|mijn)|aan voor|tegen)',
      '(zoeken|zoek) (een )?(goede |bekwame )?(advocaat|raadsman|raadsvrouw|pleiter) .. (voor (mijn|onze|ons)|die|tegen|pleit*|rechtbank)',
      '(advocaat|raadsman|raadsvrouw) .. (die|om) (ons|mij) .. (pleit|pleiten|verdedigt|verdedigen|bijstaat|bijstaan|vertegenwoordigt|vertegenwoordigen)',
      '(juristen|jurist|iemand|advocaat) .. (mee|meegaan|meekomen) .. (rechtbank|rechter|zitting)',
      '(kunnen|kunt|wil|wilt|willen|kan) (u|jullie|vvsg|de vvsg) .. (dagvaarding|verzoekschrift|conclusies|pleidooi) .. (opstellen|schrijven|maken|nalezen|indienen)',
      'act as (our|my|a) (lawyer|attorney)',
      '(zijn|is|hebben) (jullie|u|vvsg) .. (onze advocaat|een advocaat (voor ons|die ons))',
      '(onze|mijn|als) advocaat (zijn|optreden|worden)',
      '(defend|represent) (us|me|our) .. (court|council of state|lawsuit|judge|case|trial)',
      'be our (lawyer|attorney)',
      '(need|looking for) (a|an) (lawyer|attorney)',
    ),
    unless: phrase(
      '(wie|hoe|mag|moet|kan) (de|het|een) (burgemeester|college|gemeente|ocmw|schepen|voorzitter|algemeen directeur|gemeenteraad|vast bureau|personeelslid|inwoner) .. (vertegenwoordig*|verdedig*|procederen|optreden)',
      'wie (vertegenwoordigt|verdedigt|treedt)',
      '(raamcontract|overheidsopdracht|bestek|aanstellen|aanbesteden) .. advoca*',
      'advoca* .. (aanstellen|raamcontract|overheidsopdracht|aanbesteden|bestek)',
      'welk orgaan',
    ),
  },
]

/** Questions members ask too, but that the association does not take on. */
export const LIMIT_TABLES: readonly RuleTable[] = [
  { reading: { kind: 'out-of-remit', reason: 'lawyer' }, yieldsToMembers: 0, rules: LAWYER },
  { reading: { kind: 'out-of-remit', reason: 'political-dispute' }, yieldsToMembers: 0, rules: POLITICS },
  { reading: { kind: 'out-of-remit', reason: 'legality-judgement' }, yieldsToMembers: 0, rules: LEGALITY },
  { reading: { kind: 'out-of-remit', reason: 'other-organisation' }, yieldsToMembers: 0, rules: OTHER },
  {
    reading: { kind: 'out-of-remit', reason: 'own-employment' },
    yieldsToMembers: 0,
    rules: OWN_EMPLOYMENT,
  },
]
