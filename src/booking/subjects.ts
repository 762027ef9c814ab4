import { oneSlipApart } from './words.js'

/** Whether a text (lower case, no accents) speaks of service design, slips of the pen included. */
export function serviceDesign(text: string): boolean {
  if (
    /\bservi[a-z]{0,3}[ -]?desi[a-z]{0,3}n?\w*|\bdienst(en)?ontwerp|\bspider[ -]?(workshop|training|opleiding|sessie)/.test(
      text,
    )
  )
    return true
  const words = text.split(/[^a-z]+/)
  return words.some((word, at) => {
    const next = words[at + 1] ?? ''
    return oneSlipApart(word, 'servicedesign') || (near(word, 'service') && near(next, 'design'))
  })
}

function near(word: string, known: string): boolean {
  return word.length > 3 && oneSlipApart(word, known)
}

/**
 * Subjects of other questions in which members write `boeken`, `reserveren`, `inschrijven`, `traject` or
 * `workshop`: the accounts, halls, schools, the registers, social work, other trainings and events.
 */
const FOREIGN =
  /\b(zalen|zaalverhuur|zaalreservatie|(?<!in (onze|de|een|het|ons|jullie) )(?<!onze )(polyvalente )?zaal|vergaderruimtes?|hotels?|tenten|podia|podium|sporthal(len)?|zwembad|feestzaal|theater|tafel|restaurant|trein|bus|tickets?|vlucht|kamers?|fietsen|deelfiets|wagens?|dienstwagens?|laadpaal|boeken(verkoop|beurs)|boekjaar|leesboek|bibliotheekboeken|dotaties?|bbc|boekhoud\w*|boekingen? (in|van) (de )?(dotatie|subsidie|bbc|factu\w+)|subsidies?|toelage|factu\w+|krediet(en)?|budget\w*|begroting|meerjarenplan\w*|rekeningen?|algemene rekening|btw|ontvangsten?|uitgaven?|beleidsveld|rubriek|investering(en)?|afschrijv\w*|leningen?|kasstroom|reservefonds|reserves|bestemde gelden|voorziening(en)?|pensioen\w*|verkoopprijs|opbrengst(en)?|retributie\w*|belasting\w*|scholen|school|onderwijs|buitenschoolse|kinderopvang|opvang\w*|leerling(en)?|kleuters?|peuters?|speelplein\w*|kampen|vakantieopvang|academie|huwelijk(en)?|trouw\w*|rijbewij\w*|kids-?id|paspoort(en)?|identiteitskaart\w*|bevolkingsregister|vreemdelingenregister|wachtregister|rijksregister|domicilie|referentieadres|kieslijst|kiezers|concessie\w*|begraaf\w*|begraven|columbarium|adres inschrij\w+|ambtshalve|leefloon|inburger\w*|integratie\w*|tewerkstelling\w*|activering\w*|art(ikel)?\.? ?60|participatietraject\w*|inspraak\w*|hulpverlening\w*|schuldbemiddeling|budgetbeheer|asiel\w*|daklo\w*|zorgtraject\w*|re-?integratie\w*|traject ziekte|selectieproce\w*|werving\w*|examens?|loopbaan\w*|opleidingsverlof|vormingsverlof|scholingsbeding|vormingsplicht|opleidingsplan|vormingsplan|sollicit\w*|studiedag(en)?|webinars?|congres\w*|lerend netwerk|lekp|burgemeestersconvenant|klimaat\w*|energie\w*|mobiliteit\w*|erfgoed\w*|infosessies?|trefdag(en)?|ledendag|commissies?|raadscommissies?|algemene vergadering|overheidsopdracht\w*|gunning|raamovereenkomst|aanbesteding|omgevings\w+|vergunning\w*|bouwaanvraag|ruimtelijke|gdpr|avg|privacy|cyber\w*|excel|ehbo|brandweer\w*|preventie\w*|deontologi\w*|integriteit\w*|wegcode|ambulante|standplaats(en)?|markt(en)?|evenement\w*|inname|parkeer\w*|containers?|recyclage\w*|grofvuil|taxi\w*|horeca|drank\w*|verenigingen|jeugdhuis|woningen|woonmaatschappij|sociale huur|kandidaat-?huurder\w*|notaris|akte|mobiscore|hypothe\w*|kadaster|gipod|leegstand\w*|conformiteits\w*|meeting room|(?<!town |city )hall|classroom|invoice|accounts?|grant|school|pupils?|childcare|wedding|parking|conference|seminar)\b/
const OTHER_TOPIC =
  /\b(opleiding(en)?|vorming(en)?|cursus(sen)?|training(en)?|workshops?|sessies?|traject(en)?|course|session)\s+(over|rond|inzake|ivm|i\.v\.m|omtrent|betreffende|mbt|m\.b\.t|about)\s+(?!(service|niveau|niv|lvl|level|de |het |onze |ons |een |jan|feb|ma|apr|mei|ju|aug|sep|okt|oct|nov|dec|may|week|begin|eind|half|dinsdag|woensdag|donderdag|vrijdag|mon|tue|wed|thu|fri|\d|the |our |gent|\p{Lu}))[a-z]{4,}/u
const OTHER_TRAINING =
  /\b(?!dag|intro|servicedesign|service|design|kennismaking|inleiding|zij|opleiding|een|halve|be|groeps|jaar|leer|ver|om|voor|na|vr|namiddag|avond|team)[a-z]{3,}(opleiding|vorming|cursus|training|workshop|traject)(en|s)?\b/
/** For whom a session is: `voor de dienst burgerzaken` is no subject. */
const AUDIENCE =
  /\b(voor|van|vr|v|met|uit|for|from)\s+((de|onze|ons|het|alle|our|the|\d+|een paar|enkele)\s+)*(dienst(en)?|team|teams|collega'?s|medewerkers|personeel|directie|afdeling|ploeg|departement|staff|colleagues|leden|diensthoofden)?(\s+(van|bij|uit|of|from))?(\s+(de|het|onze|ons|the|our))?\s+[a-z-]+((\s*,\s*|\s+en\s+|\s+and\s+)[a-z-]+)?/g

/**
 * Whether a text is about something else than these sessions. With `ours` (service design or a level is named)
 * the words that only say for whom it is do not count.
 */
export function foreignTopic(text: string, ours: boolean): boolean {
  const subject = ours ? text.replace(AUDIENCE, ' ') : text
  if (OTHER_TOPIC.test(subject) && !serviceDesign(text)) return true
  if (OTHER_TRAINING.test(subject) && !ours) return true
  return FOREIGN.test(subject) && !(ours && serviceDesign(text))
}

const ORDERABLE =
  /^(dag|dagen|uur|uurtje|datum|plaats|plaatsen|moment|sessie|sessies|workshop|workshops|opleiding|opleidingen|training|vorming|cursus|traject|groep|groepje|tal|twintigtal|tiental|vijftiental|dertigtal|hele|volledige|ganse|halve|namiddag|voormiddag|ochtend|avond|keer|afspraak|dinsdag|maandag|woensdag|donderdag|vrijdag|paar|week|team|teams|day|hour|session|date|place|slot|full|whole|introductie|gemeente|stad|collega|collegas|raadsleden|dienst|diensten|personeel|medewerkers|intercommunale|ocmw|raad|gemeenteraad|politiezone|maand|eerste|tweede|derde|laatste|vm|nm|boeking|reservatie|one|two|colleagues|council|staff|programme|course|introductory|introduction|participants|people|first|second|service|[0-9]+\w*)$/

/** Whether a text orders some other thing by name: `reserveer een springkasteel`. */
export function orders(text: string): boolean {
  const found =
    /\b(?:boek|boeken|reserveer|reserveren|book|reserve|huren|rent)\b.{0,30}?\b(?:een|de|het|a|an|the)\s+([a-z0-9-]+)/.exec(
      text,
    )
  const thing = found?.[1]
  return (
    thing !== undefined &&
    !ORDERABLE.test(thing) &&
    !/(opleiding|training|workshop|sessie|traject|dag|day|session|course|path)$/.test(thing)
  )
}
