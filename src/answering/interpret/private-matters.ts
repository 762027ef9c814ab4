import { phrase } from './phrase.js'
import type { Rule } from './rule.js'

/** What stands between "mijn" and a paper, a fine, a dwelling. */
const KIND_OF =
  '(eigen |nieuwe? |oude? |vorige |laatste |eerste |tweede |huidige |verloren |gestolen |vervallen |verlopen |voorlopige? |internationale? |elektronische? |belgische? |gekregen |toekomstige? |overleden ){0,3}'
const FINE =
  '(gas-?boete|parkeerboete|parkeerbon|verkeersboete|snelheidsboete|boete|bekeuring|parkeerticket|naheffing|retributiefactuur|parkeerretributie|gas-?pv)'
const PAPER =
  '(identiteitskaart|id-kaart|eid|kids-?id|paspoort|reispas|rijbewijs|verblijfskaart|verblijfstitel|geboorteakte|huwelijksakte|trouwboekje|domicilie|adres officieel|inschrijving in het bevolkingsregister|bewonerskaart|parkeerkaart|kiesbrief|oproepingsbrief|omgevingsvergunning|bouwvergunning|bouwaanvraag)'
const WASTE =
  '(huisvuil|restafval|pmd|gft|oud papier|grofvuil|vuilnis|vuilzak*|afval|kliko|vuilbak|afvalcontainer|gft-container|groencontainer|papiercontainer|compostvat)'
const BENEFIT =
  '(leefloon|steun|uitkering|werkloosheidsuitkering|ziekte-uitkering|kindergeld|groeipakket|huursubsidie|huurpremie|huurtoelage|sociaal tarief|verwarmingstoelage|verwarmingspremie|stookolietoelage|isolatiepremie|energiepremie|renovatiepremie|premie|studiebeurs|zorgbudget|mantelzorgpremie)'
const RELATIVE =
  '(ex|ex-?(man|vrouw|partner|vriend|vriendin|lief)|lief|verloofde|man|vrouw|vriend|vriendin|partner|moeder|vader|mama|papa|ouders|zoon|zoontje|dochter|dochtertje|kind|kinderen|kindje*|baby|broer|zus|oma|opa|bomma|bompa|grootouders|grootmoeder|grootvader|schoon(moeder|vader|ouders|broer|zus|zoon|dochter)|stief(zoon|dochter|vader|moeder)|neef|nicht|tante|nonkel|kleinkind*|huisgenoot|kotgenoot|gezin)'

/** Who is spoken of is a client, an inhabitant or staff: a member's own question. */
const SOMEBODY_ELSE = phrase(
  '(een|de|onze|sommige|die|deze|veel) (inwoner|burger|cli[eë]nt|bewoner|huurder|betrokkene|kandidaat|overtreder|aanvrager|ouder|personeelslid|leefloner|begunstigde|vereniging|leverancier)*',
  '(cli[eë]nt|inwoner|burger|overtreder|aanvrager|huurder) .. (zegt|vraagt|betwist|wil|heeft|krijgt|weigert|verhuist|woont|beweert)',
  'sanctionerend* ambtena*',
  'maatschappelijk werk*',
)

const ON_DUTY = phrase(
  '(gemeente|provincie)?raadslid',
  'schepen*',
  'burgemeester',
  'mandataris*',
  'bcsd*',
  'ik werk (bij|op|voor|in) (de |het |een )?(dienst|gemeente|stad|ocmw|burgerzaken|politiezone|loket)',
  '(studiedag|opleiding|vorming|cursus|webinar|congres|trefdag|workshop|sessie|vvsg)*',
  '(belangenconflict|onverenigbaarheid|belangenvermenging|persoonlijk belang|deontologi*|nepotisme|aanwerven|in dienst nemen)',
  'mijn dienst',
  'cadeau*',
  'collega*',
)

/** Matters people have with their own town hall, told in their own words without saying who they are. */
export const PRIVATE_MATTERS: readonly Rule[] = [
  {
    name: 'his own fine',
    weight: 3,
    when: phrase(
      `mijn ${KIND_OF}${FINE}`,
      `ik (heb|kreeg|krijg|had|ontving) .. ${FINE}`,
      `ik .. (wil|ga|zou|moet|kan) .. ${FINE} .. (betwisten|aanvechten|betalen|afbetalen)`,
      `(moet|kan|mag) ik .. ${FINE} .. (betwisten|aanvechten|betalen|afbetalen)`,
    ),
    unless: SOMEBODY_ELSE,
  },
  {
    name: 'his own papers, in his own words',
    weight: 3,
    when: phrase(
      `mijn ${KIND_OF}${PAPER}`,
      `(wanneer|waar|hoe|kan|mag|moet|tot wanneer) .. ik .. (een |mijn |het )?(nieuwe? |internationaa?l |voorlopig )?${PAPER} .. (krijg|krijgen|aanvragen|afhalen|ophalen|vernieuwen|verlengen|aangeven|meebrengen|nodig)`,
      `${PAPER} .. (kwijt|verloren|gestolen|vervallen|verlopen) .. (ik|mij)`,
      '(domicilie|domicili[eë]ren|ingeschreven|inschrijven|gedomicilieerd) .. (op|bij) (mijn adres|mij)',
      '(bij|op) welk (loket|stadhuis|gemeentehuis) .. (moet|kan) ik',
      '(in|aan|naar) welk (loket|stadhuis|gemeentehuis) .. (moet|kan) ik',
    ),
    unless: new RegExp(`${SOMEBODY_ELSE.source}|${ON_DUTY.source}`, 'iu'),
  },
  {
    name: 'his own waste',
    weight: 3,
    when: phrase(
      `mijn ${KIND_OF}${WASTE}`,
      '(ik heb|wij hebben|we hebben) .. (ratten|muizen|wespen|wespennest|duiven|marters|onkruid|lawaai|stank|geurhinder) .. (mijn|onze) (tuin|huis|dak|zolder|garage|kelder|straat|wijk|gevel)',
      `(wanneer|waar|mag|kan|moet|hoe) .. ik .. ${WASTE} .. (buitenzetten|buiten zetten|kwijt|wegdoen|brengen|laten ophalen|zetten|storten)`,
      '(waar|hoe) (kan|moet|mag|krijg) ik .. mijn .. (kwijt|binnenbrengen|afgeven|parkeren|stallen)',
      `(wanneer|welke dag) .. ${WASTE} .. (opgehaald|buiten) .. (mijn|onze|bij mij|bij ons) .. (straat|wijk|buurt)?`,
      `${WASTE} .. (niet|nog niet) opgehaald .. (bij mij|bij ons|in (mijn|onze) straat|voor mijn deur)`,
    ),
    unless: SOMEBODY_ELSE,
  },
  {
    name: 'what he gets himself',
    weight: 3,
    when: phrase(
      `(hoeveel|welke?|wat voor) (\\p{L}+ )?${BENEFIT} (krijg|trek|ontvang|heb|kan|mag|zou|verlies) ik`,
      `(krijg|trek|verlies|behoud|ontvang) ik .. ${BENEFIT}`,
      'hoe (geraak|raak|kom) ik aan (een )?(sociale woning|woning|appartement|leefloon|voedselpakket|huurwoning|opvangplaats)',
      '(kan|mag|wil|zou) ik .. (attest|uittreksel|afschrift) .. (opvragen|aanvragen|krijgen|afhalen|ophalen)',
      `(kan|mag|zou|moet|wanneer) .. ik .. ${BENEFIT} .. (krijgen|aanvragen|terugbetalen|houden|verliezen|trekken)`,
      `${BENEFIT} (voor|vr) (mezelf|mij|mijn (dak|huis|woning|gevel|ramen|zonnepanelen|warmtepomp|verwarming|auto|fiets))`,
      `als ik .. (alleen|samen) (woon|ga wonen|woont)`,
      `ik .. ${BENEFIT} .. (aanvragen|aangevraagd|geweigerd|stopgezet|ingehouden|geschorst|verloren|krijgen)`,
      'ik (sta|zit) .. (wachtlijst|lijst) .. (sociale woning|woonmaatschappij|rusthuis|opvang|jaar)?',
      '(ik|wij|we) (zoek|zoeken) .. (sociale woning|huurwoning|huurhuis|appartement|rusthuis|serviceflat|onthaalouder|cr[eè]che|kinderopvang|opvangplaats|psycholoog|voedselbank|noodopvang|nachtopvang)',
    ),
    unless: new RegExp(`${SOMEBODY_ELSE.source}|${ON_DUTY.source}`, 'iu'),
  },
  {
    name: 'his landlord, tenants and flat',
    weight: 3,
    when: phrase(
      `mijn ${KIND_OF}(huisbaas|huisbazin|verhuurder|verhuurster|huurder|huurders|huurcontract|huurprijs|huurachterstand|plaatsbeschrijving|waarborgsom|syndicus|appartementsgebouw|studio|flat|huurhuis|huisnummer|eigendom|notaris|kadastraal inkomen|onroerende voorheffing|belastingbrief|belastingaangifte|rioolfactuur|watermeter|elektriciteitsmeter|brievenbus|voordeur|stoep|voetpad|afsluiting|schutting|carport|dakkapel|schuur|serre|boom|bomen|rolluik)`,
      'mijn (over|naaste |onder|boven|rechter|linker)?(buren|buur|buurman|buurvrouw)',
      '(de|een) (buren|buurman|buurvrouw|geburen) .. (mij|mijn|bij mij|ik)',
      '(ik|wij|we) (huur|huren|verhuur|verhuren) .. (woning|appartement|huis|kamer|studio|kot|flat)',
      '(ik|wij|we) (heb|hebben) .. (huis|appartement|bouwgrond|woning) gekocht',
    ),
    unless: new RegExp(
      `${SOMEBODY_ELSE.source}|${ON_DUTY.source}|${phrase('ocmw', 'sociale huur*').source}`,
      'iu',
    ),
  },
  {
    name: 'somebody of his own',
    weight: 3,
    when: phrase(
      `mijn ${KIND_OF}${RELATIVE} .. (domicilie|inschrijven|ingeschreven|crèche|creche|rusthuis|woonzorgcentrum|leefloon|paspoort|identiteitskaart|rijbewijs|school|kamp|speelplein*|opvang|trouwen|trouwt|scheiden|scheidt|verhuist|overleden|gestorven|begraven|begrafenis|boete|factuur|kosten|erkennen|erkenning|adres|huisvesting|pensioen|alimentatie|bewindvoering|mantelzorg*|thuiszorg|poetshulp|maaltijden)`,
      `(voor|van|met) (mijn|ons) ${KIND_OF}${RELATIVE} .. (rusthuis|woning|crèche|opvang|school|paspoort|kids-?id|identiteitskaart|begrafenis|premie|leefloon|inschrijving|zoeken|zoek)?$`,
      '(ons|mijn) kind(je)? .. (inschrijven|aangeven|erkennen|laten dopen)',
      '(ik|wij) (ben|zijn) (net |pas |zopas |onlangs )?(bevallen|gescheiden|getrouwd|verhuisd|weduwe|weduwnaar|zwanger|18 geworden|werkloos geworden)',
    ),
    unless: new RegExp(`${SOMEBODY_ELSE.source}|${ON_DUTY.source}`, 'iu'),
  },
  {
    name: 'something happened to him',
    weight: 3,
    when: phrase(
      '(ingebroken|inbraak|gestolen|diefstal|vandalisme) .. (bij mij|mijn)',
      '(ik|wij) (ben|zijn|werd|werden) .. (bestolen|aangereden|overvallen|gevallen|opgelicht|slachtoffer|gebeten) ',
      '(voor|in|aan|achter) mijn (deur|straat|huis|gevel|oprit|poort|garage|ramen?)',
      '(mijn|ons) (fiets|auto|wagen|bromfiets|step) .. (gestolen|weggesleept|getakeld|beschadigd|weg|verdwenen|verwijderd)',
    ),
    unless: new RegExp(`${SOMEBODY_ELSE.source}|${ON_DUTY.source}`, 'iu'),
  },
  {
    name: 'his own matters, in English',
    weight: 3,
    when: phrase(
      'my (own |new |old |lost |stolen )?(fine|parking fine|rubbish|waste|bin|bins|bike|car|flat|apartment|rental|tenant|tenants|landlady|ex|ex-(wife|husband)|partner|taxes|tax bill|local tax|kids|children|licen[cs]e|birth certificate|marriage certificate|registration|neighbou?rhood|sidewalk)',
      'i (have )?(lost|got|received|need|rent|bought|moved) .. (passport|id|id card|permit|fine|ticket|house|apartment|flat|driving licen[cs]e|birth certificate|residence card)',
      'where (can|do|should) i (complain|pay my|get my|get a|apply|register|report|renew|pick up)',
    ),
    unless: phrase(
      'resident* (asks|asked|wants|says)',
      '(our|a) (client|citizen|inhabitant|resident)',
      'my (department|council|municipality)',
    ),
  },
]
