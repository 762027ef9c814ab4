import { phrase } from './phrase.js'
import type { Rule, RuleTable } from './rule.js'

const WHEN =
  "(nu|nog|straks|vandaag|morgen|overmorgen|vanavond|vanmiddag|(deze|in de|'s|morgen|over de|tijdens de)? ?(voormiddag|namiddag|middag|avond|ochtend|morgen)s?|(maan|dins|woens|donder|vrij|zater|zon)dag|weekend|\\d{1,2}(u|h|\\.|:)?(\\d\\d)?( uur)?|half|kwart|lunch|now|today|tomorrow)"
const PERSON =
  '(iemand|iemand van jullie|(een|uw|jullie) ((echte?|menselijke|levende|andere|bevoegde) )?(mens|persoon|medewerker|stafmedewerker|stafmedewerkster|expert|jurist|adviseur|dossierbeheerder|specialist)|de helpdesk|iemand van (de )?vvsg|de bevoegde medewerker)'

const ANYBODY =
  "(iemand|een (\\p{L}+ ){0,2}(mens|persoon|medewerk(er|ster)|stafmedewerk(er|ster)|collega|ambtenaar|deskundige|specialist|expert|jurist|adviseur|kenner|dossier\\p{L}+)|(een|iemand) van (uw|jullie|de|je) (\\p{L}+ )?(mensen|team|collega's|medewerkers|experts|dienst)|(uw|jullie|de) (\\p{L}+ )?(collega|collega's|medewerkers?|helpdesk|stafmedewerkers?)|somebody|someone|anybody|anyone|(a|an) (\\p{L}+ ){0,2}(human|person|human being|colleague|member of staff|employee|agent|representative)|(your )?staff|your colleague)"
const TO_ME = '(mij|me|ons|us)'
const MACHINE = '(robot|computer|bot|machine|chatbot|automaat|ai|robotje|computerstem|antwoordmachine)'
/** The wish is all there is: a longer message says what it is about, and that may be answered. */
const SHORT = '(?=^.{0,90}$)'

/** Asks when somebody can be reached: the clock answers that. */
const REACHABLE = phrase(
  '(is|zijn|zit|zitten) er .. (iemand|personeel|medewerkers?) .. (aan de|op de|op|bij de|in het|in de) (lijn|telefoon|kantoor|bureau|gebouw|onthaal)',
  `${WHEN} .. iemand .. (aan de (lijn|telefoon)|bereiken|bereikbaar|te pakken)`,
  `iemand .. (aan de (lijn|telefoon)|bereiken|bereikbaar|te pakken) .. ${WHEN}`,
  '(neemt|pakt) er .. iemand .. (op|af)',
  '(is|will) (there )?(anyone|anybody|someone|somebody) .. (reachable|available|on the phone|in the office|there)',
)

const HUMAN: readonly Rule[] = [
  {
    name: 'wants to speak to somebody',
    weight: 3,
    when: phrase(
      `(kan|mag|wil|zou|moet|kunnen|mogen|willen|zouden) (ik|wij|we) .. (met )?${PERSON} .. (spreken|praten|bellen|chatten|overleggen|aan de (lijn|telefoon)|horen|contacteren)`,
      `(ik|wij|we) (wil|zou|willen|zouden|moet) .. (met )?${PERSON} .. (spreken|praten|bellen|chatten|horen|contacteren)`,
      `(graag|liever) .. (met )?${PERSON} .. (spreken|praten|bellen|chatten|aan de lijn|horen)`,
      `(spreken|praten|contact) met ${PERSON}`,
      `(praat|spreek) (liever |graag )?met ${PERSON}`,
      `geef (mij |me )?(maar )?${PERSON}`,
      `^(graag|liever) ${PERSON}$`,
      `${PERSON} aan de (lijn|telefoon)`,
      '(can|could) (someone|somebody|anyone|a person) .. (call|contact|phone|help) me',
      `ik wil (gewoon |liever )?${PERSON}$`,
      `(liever|geen (robot|bot|chatbot|computer)) .. (mens|medewerker|persoon|iemand)`,
      '(connect|transfer|put) me (with|to|through)',
      `kan ${PERSON} (mij|me|ons) (even |terug |eens )?(terugbellen|opbellen|bellen|contacteren|helpen)`,
      '(bel|bellen jullie|contacteer) (mij|me|ons) (even |aub |alstublieft )?(terug|op)',
      `laat ${PERSON} (mij|me|ons) .. (bellen|terugbellen|opbellen|contacteren|mailen)`,
      '(can|could|may) i (speak|talk|chat) (to|with)',
      '(speak|talk) to (a|an|some) (human|person|someone|agent|employee|real)',
      "(i want|i need|i'd like|give me) (a |to speak to a |to talk to a )?(human|real person|person)",
      'human (please|agent)',
      `(geef|zet|verbind|schakel|breng|stuur) ${TO_ME} .. (door|over|naar|aan|met) .. ${ANYBODY}`,
      `(doorgeven|overzetten|doorsturen|voorstellen) (aan|naar) ${ANYBODY}`,
      `(u|je|jullie) ${TO_ME} (eens |even |maar |dan |met iemand ){0,2}(in contact brengen|doorschakelen|doorverbinden|overzetten|doorgeven)`,
      `(kan|kunnen|kunt|kun|wil|wilt|zou|mag|laat|moet) .. (${ANYBODY}|jullie|u) .. (contact .. (met )?${TO_ME} .. opnemen|${TO_ME} .. (contacteren|opbellen|terugbellen|bellen|telefoneren))`,
      `(kan|kunnen|wil|wilt|zou|mag|laat|moet) .. (${ANYBODY}|jullie|u) .. contact .. opnemen .. (met )?${TO_ME}`,
      `(neem|neemt|nemen) .. contact (op )?(met )?${TO_ME}`,
      '(wil|zou|willen|zouden) .. (ge(bel|contacteer|holpe)[dn]|teruggebeld|opgebeld|gecontacteerd) .. worden',
      `(is|zijn) er .. ${ANYBODY} .. (met wie|die|waarmee|to) .. (ik|wij|we|${TO_ME}) .. (spreken|praten|chatten|helpen|overleggen|verder helpen)`,
      `(mag|kan) ik ${ANYBODY}( (eens|even|graag|hebben|alstublieft|aan de lijn))*$`,
      `(prefer|rather|want|like|need|let|get) .. (speak|talk|chat|deal|me) .. (to|with)? ?${ANYBODY}`,
      `(wil|wens|wou|zou|kan|mag|graag|liever) .. (spreken|praten|babbelen|klappen|overleggen|chatten|gesprek|babbel) .. (met )?${ANYBODY}`,
      `(wil|wens|wou|zou|kan|mag|graag|liever) .. met ${ANYBODY} .. (spreken|praten|babbelen|klappen|overleggen|chatten)`,
      `(verbind|schakel) ${TO_ME}`,
      `${TO_ME} .. laten (contacteren|bellen|opbellen|terugbellen)`,
      '(mens|persoon|iemand|medewerker|collega) .. van vlees en bloed',
      `(get|give|find|fetch) me ${ANYBODY}`,
      '(actual|real|living|live) (human|person)( being)?',
    ),
    unless: new RegExp(
      `${REACHABLE.source}|${phrase('mag een (raadslid|schepen|burger|inwoner)', 'recht om te spreken', 'spreekrecht').source}`,
      'iu',
    ),
  },
  {
    name: 'wants no machine',
    weight: 3,
    when: new RegExp(
      `${SHORT}.*${phrase(`(geen|gene|niet (met|tegen) een|no|not a) ${MACHINE}`, `(beu|zat|moe|tired of|fed up with) .. ${MACHINE}`).source}`,
      'iu',
    ),
    unless: phrase('(ben|bent|zijt|is|are) (je|jij|u|dit|you|this)'),
  },
  {
    name: 'wants the question passed on',
    weight: 3,
    when: phrase(
      '(verbind|schakel) .. door',
      '(doorverbinden|doorgeschakeld|doorverbonden)',
      '(stel|stuur|geef|leg|speel|bezorg) (mijn|deze|die|dit|mijne|de) (vraag|bericht|dossier) .. (aan|naar|door|voor)',
      '(stel|stuur|geef) (mijn|deze|de) vraag (door|aan de vvsg|aan vvsg)',
      '(vraag|dit|het) (maar |graag )?(doorgeven|doorsturen|doorspelen) aan (een |de )?(medewerker|vvsg|collega|expert)',
      '(geef|stuur|speel) (het|dit|dat|mijn vraag|de vraag|deze vraag) (maar |eens |aub |alstublieft )?door',
      '(pass|forward) (my|this|the) question',
      'put me through',
      'transfer me',
      'connect me',
    ),
    unless: phrase('(gegevens|persoonsgegevens|akte) .. doorgeven'),
  },
  {
    name: 'only says medewerker',
    weight: 2,
    when: /^\W*(?:een )?(?:mens|medewerker|stafmedewerker|persoon|human|agent|helpdesk)(?: (?:alstublieft|graag|please))?\W*$/iu,
  },
]

const RESPONSE_TIME: readonly Rule[] = [
  {
    name: 'asks how soon an answer comes',
    weight: 3,
    when: phrase(
      '(binnen|na|in) (hoeveel|welke) (dagen|tijd|termijn|uur|werkdagen|weken) .. (krijg|krijgen|mag|mogen|heb|hebben|ontvang*|verwacht*|kan|kunnen|antwoorden jullie|antwoordt u) .. (antwoord|advies|reactie|terug|verwachten|ontvang*)',
      '(hoe ?lang|hoe snel|hoe vlug|hoe rap) .. (antwoord|reactie|reageren|advies|antwoorden|teruggebeld) (van (de )?vvsg|van jullie|krijgen|krijg|verwachten|geven|duurt*|wachten)',
      '(hoe ?lang|hoe snel|hoe vlug|hoe rap) (duurt|moet|krijg|krijgen|antwoord*|reageer*|reageren|beantwoord*|mag|kan|kunnen|gaat|wacht|wordt|worden) .. (antwoord|reactie|vraag|vragen|adviesvraag|jullie|vvsg|advies)',
      '(wanneer|tegen wanneer) .. (krijg|krijgen|mag|mogen|kan|kunnen|heb|hebben|ontvang*|komt|volgt|verwacht*) .. (antwoord|reactie|advies terug|nieuws over mijn vraag)',
      '^hoe ?lang (is het )?wachten',
      '(termijn|deadline) .. (vvsg|jullie) .. antwoord*',
      'wanneer (hoor|horen) (ik|wij|we) (iets|meer|er iets|nog iets|terug)',
      '(krijg|krijgen) (ik|wij|we) (vandaag|morgen|deze week|snel|nog|vlug|vandaag nog|op tijd)( nog| een)* antwoord',
      'how long .. (advice|take to (get|answer|reply))',
      'wat is (de|jullie) (gemiddelde )?(antwoordtermijn|responstijd|reactietijd|antwoordtijd|wachttijd|doorlooptijd)',
      '(antwoordtermijn|responstijd|reactietijd|antwoordtijd) (van|bij|voor) (de |een )?(vvsg|jullie|adviesvraag|adviesvragen|vraag|vragen)',
      'how (fast|soon|quickly|long) .. (answer|reply|respond|response|hear back)',
      'when .. (get|expect|receive|have) .. (answer|reply|response)',
      '(wanneer|binnen (hoeveel|welke) \\p{L}+|hoe ?lang|hoe snel|hoe vlug|hoe rap) (antwoorden|antwoordt|beantwoorden|beantwoordt|reageren|reageert) (jullie|u|ge|de vvsg|vvsg)',
      '(hoe snel|hoe vlug|hoe rap|wanneer) (krijg|krijgen|hoor|horen) (ik|wij|we) (hier |dan |al )?(iets|bericht|een bericht|een mail|een mailtje|mail) (terug|van (jullie|u|de vvsg|vvsg))',
      'hoeveel tijd (hebben|hebt|heeft|vragen) (jullie|u|de vvsg|vvsg) .. (antwoorden|beantwoorden|reageren)',
      'when (will|do|can|could) you .. (answer|reply|respond|get back|come back)',
      'response time',
    ),
    unless: phrase(
      '(mag|moet|kan|heeft|krijgt) (een|het|de|ons|onze) (college|gemeente|gemeenteraad|ocmw|raad|burgemeester|schepen|politiezone|gecoro|commissie|provincie|adviesraad)',
      'moet (de|het|een|onze|ons) (gemeente|ocmw|college|burgemeester|bestuur|schepen|politiezone|raad|agb) .. (antwoord*|reageren|beantwoorden|reactie)',
      'moeten (wij|we) .. (antwoorden|reageren|beantwoorden|reactie|antwoord)',
      '(wij|we) .. (antwoorden|beantwoorden|reageren) op',
      '(schriftelijke vraag|raadslid|openbaarheid|woo|inzageverzoek|bezwaar|bezwaarschrift|parlementaire|burger|inwoner|pod mi|agentschap|toezicht|vlaanderen|minister|abb|klacht)',
      'openbaar onderzoek',
      'klachtenbehandeling',
    ),
  },
]

const FILE_STATUS: readonly Rule[] = [
  {
    name: 'still waits for an answer',
    weight: 3,
    when: phrase(
      '(nog steeds|nog altijd|al|nog) .. (geen|zonder) (enkel )?(antwoord|reactie|nieuws) (van jullie|van de vvsg|van vvsg|gekregen|ontvangen|gehad|op mijn)',
      '(dossier|ticket|vraag|adviesvraag|mail|e-mail|aanvraag|referentie|bericht) .. (is|zit|ligt|staat|blijft|blijven|bleef|bleven) .. (zonder|geen) (antwoord|reactie)',
      '(dossier|ticket|adviesvraag) .. (nog steeds|nog altijd|al) .. (geen|zonder) (antwoord|reactie|nieuws)',
      '(nog steeds|nog altijd|nog) geen (antwoord|reactie|nieuws) (op (mijn|onze) (vraag|mail|e-mail|adviesvraag|dossier)|van jullie|gekregen|gehad|ontvangen)',
      'wacht(en)? (al|nog steeds|nog altijd|nog) .. (op|voor) .. (antwoord|reactie|advies)',
      'geen (antwoord|reactie) op (mijn|onze|ons|die) (vraag|mail|e-mail|adviesvraag|dossier|bericht)',
      '(stuurde|mailde|vroeg|stelde|schreef|stuurden|mailden|vroegen|stelden|gestuurd|gemaild|gesteld|gevraagd) .. (nog|nooit|geen) .. (reactie|antwoord|nieuws)',
      '(mijn|onze) (vraag|adviesvraag|mail|bericht) .. (niet|nooit|nog niet) (beantwoord|behandeld|gelezen)',
      '(hebben|hebt|heeft) (jullie|u|de vvsg|vvsg|men|iemand) (mijn|onze) (vraag|mail|e-mail|adviesvraag|bericht) .. (ontvangen|gekregen|gezien|gelezen|bekeken)',
      'any (news|update*|progress) .. (my|our) (question|ticket|request|file)',
      "still (no|waiting for|haven't) .. (answer|reply|response)",
      '(no|without) (answer|reply|response) (yet|to my|for)',
    ),
    unless: phrase(
      'van (de|het) (pod mi|agentschap|provincie|minister|abb|burger|leverancier|aannemer|federale*|rsz|toezicht|gouverneur|parket|inwoner|opgroeien|vlaamse overheid)',
      '(burger|inwoner|leverancier|aannemer) .. (antwoordt|reageert) niet',
    ),
  },
  {
    name: 'asks where his file is',
    weight: 3,
    when: phrase(
      '(hoe ver|hoever|waar) (staat|zit|zijn jullie met|bent u met|staan jullie met) .. (mijn|onze|ons|ticket|dossier|adviesvraag|vraag)',
      '(status|stand van zaken|opvolging|voortgang) (van|over|bij|in|met betrekking tot) (mijn|onze|ons|ticket|dossiernummer|dossier nr|adviesvraag|de vraag die) *',
      '(wat is|wat wordt|krijg ik) (de status|de stand|een update) .. (ticket|adviesvraag|dossier|vraag)',
      '(status|update) (van |over |voor )?(ticket|dossier|referentie|dossiernummer|adviesvraag) ?(nummer )?([\\p{L}-]+)?\\d+',
      '(dossier|ticket|dossiernummer|referentie) (nummer )?([\\p{L}-]+)?\\d{3}[\\d/-]{0,20} .. (status|antwoord|stand|nieuws|hoe ver|opgevolgd|behandeld|update|waar)',
      '(is|werd|wordt) (mijn|onze) (vraag|mail|adviesvraag|dossier|ticket) (al|reeds|nog|wel|ooit|goed) .. (behandeld|bekeken|aangekomen|opgevolgd|gelezen|ontvangen|beantwoord)',
      'vb-\\d{4}-\\d+',
      '(status|where) .. my (question|ticket|file|request|case)',
      'status of (ticket|my)',
    ),
    unless: phrase(
      '(stand van zaken|status) .. (decreet|wetgeving|statiegeld|hervorming|akkoord)',
      '(leefloon|burger|cli[eë]nt|omgevings)dossier',
    ),
  },
]

/** Wishes that end with staff, whoever asks. Earlier tables win a tie. */
export const STAFF_TABLES: readonly RuleTable[] = [
  { reading: { kind: 'file-status' }, yieldsToMembers: 0, rules: FILE_STATUS },
  { reading: { kind: 'response-time' }, yieldsToMembers: 0, rules: RESPONSE_TIME },
  { reading: { kind: 'human' }, yieldsToMembers: 0, rules: HUMAN },
]
