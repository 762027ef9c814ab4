/**
 * Words that say how something is asked, not what about: they are no evidence when a passage lacks them.
 *
 * Dutch (Flemish speech included) and English, lower case, as typed after chat abbreviations are written out.
 */
export const PLAIN_WORDS: ReadonlySet<string> = new Set(
  `
  de het een en of maar want dus dat die dit deze er hier daar waar wat wie wiens welk welke wanneer hoe hoeveel hoelang
  hoeveelste waarom waarvoor waarmee waarvan waarin waarop waarover waartoe waaraan waaruit waarbij waarheen
  waarnaartoe vanwaar ik jij je jou jouw u uw hij zij ze haar hem hun hen wij we ons onze jullie mij me mijn men iemand
  iets niemand niets zelf zich elkaar ge gij zijt waart bent ben is zijn was waren wordt worden werd werden geworden word
  heb hebt heeft hebben had hadden gehad kan kun kunt kunnen kon konden mag mogen mocht mochten moet moeten moest
  moesten wil wilt willen wou wilde wilden zou zouden zal zult zullen ga gaat gaan ging gingen laat laten liet doe doet
  doen deed gedaan hoeft hoeven blijft blijven bleef kom komt komen kwam in op aan bij te ten ter tot om van voor met
  zonder over onder tussen door naar uit tegen na per via volgens binnen tijdens sinds vanaf rond toe af als dan toen
  terwijl omdat zodat indien hetzij noch ook nog al alle alles allemaal allebei beide elk elke ieder iedere sommige
  veel meer meest minder weinig zo zoals even eens eigenlijk precies juist exact ongeveer gewoon echt nu vandaag
  momenteel huidig huidige tegenwoordig ooit nooit altijd soms vaak misschien wellicht toch wel niet geen nee ja neen
  ja nee zeker enkel alleen slechts maar liefst graag snel vlug dringend kort ergens nergens overal hierover daarover
  hiervan daarvan hiervoor daarvoor daarmee erover ervan ervoor ermee erin erop eruit dat's 't 's 'k 'm m'n z'n d'r
  aub alstublieft alsjeblieft sorry excuseer dank bedankt merci thx dag hallo hoi hey goedendag goeiedag
  goedemorgen goeiemorgen goedemiddag goeiemiddag beste geachte mevrouw meneer heer mvg groeten groetjes vriendelijke
  vraag vragen vraagje vraagske weet weten weetje wist zeg zegt zeggen gezegd vertel vertellen uitleg uitleggen leg
  geef geven geeft doorgeven bezorgen bezorg stuur sturen toon tonen zien zie vind vinden vond zoek zoeken gezocht
  ken kent kennen herinner dacht denk denken peins peinsde vermoed vermoeden snap begrijp meen hoor hoorde gehoord las lees gelezen vermoed nodig hebben klopt
  kloppen correct waar juist officieel officiele officiële concreet concrete eerst eerste graag benieuwd vroeg
  afvroeg afvragen info informatie antwoord antwoorden helpen help hulp bedoel bedoelt bedoeld betreft betreffende
  inzake omtrent aangaande verband vanwege dankzij namelijk bijvoorbeeld enzovoort etc trouwens overigens 
  heel hele erg zeer tamelijk nogal best goed goede beter slecht nieuw nieuwe zulke zo'n ander andere anders
  the a an and or but what which who whom whose when where why how many much is are was were be been am do does did
  done have has had can could may might must shall should will would i me my we us our you your he she it its they
  them their this that these those there here in on at by to from for of with without about into over under between
  as if then so not no yes any some all every each also just only please thanks thank hello hi dear regards know
  tell say explain give find ask question information info want like need exactly currently now actually really
  `
    .split(/\s+/)
    .filter(Boolean),
)

/**
 * Words that carry a little of the subject: their absence from a passage is weak evidence against it.
 *
 * Light verbs and general nouns; everything in neither list counts in full.
 */
export const SOFT_WORDS: ReadonlySet<string> = new Set(
  `
  maak maakt maken gemaakt maakte krijg krijgt krijgen kreeg gekregen sta staat staan stond zit zitten zat lig ligt
  liggen bestaat bestaan bestond betekent betekenen betekenis heet heten noemen noemt genoemd gebruikt gebruiken
  gebruik geldt gelden gold werkt werken soort soorten type types aantal aantallen totaal lijst lijstje overzicht naam
  namen zaak zaken ding dingen manier wijze reden doel doelen kant deel delen stuk stukken punt punten verschil
  voorbeeld voorbeelden plaats keer tijd moment dienen dient behoren behoort horen hoort vallen valt bevat bevatten
  houdt houden gehouden neemt nemen loopt lopen gebeurt gebeuren speelt spelen biedt bieden aanbieden aangeboden
  brengt brengen zet zetten legt leggen hangt hangen begint beginnen start starten eindigt contacteren bedoeling
  inhoud inhouden houdt inhoudt omschrijving omschrijven beschrijf beschrijven samengevat kort samenvatting
  ondernemen onderneemt ondernomen waarrond
  zowel evengoed evenveel evenals namens vanwege gewone gewoonlijk doorgaans meestal vooral voornamelijk telkens apart
  afzonderlijk samen tezamen opgeteld automatisch automatische rechtstreeks specifiek specifieke bestaande volgende
  dergelijke huidig gemiddeld gemiddelde effectief feitelijk vermeld vermelden opgeven oplijsten lijst meedelen
  bevestigen bevestig nagaan checken check uitzoeken kloppend terecht gebaseerd bepaald bepalen bepaalt vertrekt
  vertrekken levert leveren oplevert loopt doorgaat doorgaan plaatsvinden verloopt verlopen praten praat spreken
  spreekt gesproken mensen mens personen persoon collega collega's iedereen volk zoiets dergelijk zulk weg langs kanaal ondertussen intussen inmiddels alvast gelieve bezorgen bezorgd bezorgt volledig volledige
  voltallig voltallige
  vleugels hoede rangen zoal hoofdzakelijk grotendeels gegroepeerd
  tellen telt tel lijstje presentatie slide speech puntjes noem noemen opsommen som hoogachting hoogachtend
  hoogachtende getal getallen cijfer cijfers letter letters stuk ronde week maand belong belongs located roughly affiliated lopen volk hoek deur halen haal haalt vandaan tell ring reach
  please kindly provide list
  lokaal lokale vlaams vlaamse belgisch belgische organisatie organisaties instelling verschillende diverse bepaalde
  vvsg vereniging vvsg'er make makes made get gets use used mean means kind kinds type types number list name names
  verstaat verstaan schets schetsen schetst noteer noteren opgelijst oplijst vermeldt duidt duiden beweert beweerde
  beweren zegge hangt afhangt aangemaakt aanmaken intikken worstelen worstelt rijtje correcte juiste wereld nota
  foldertje folder infofiche fiche verslag stuk brengt inbrengt hoedanigheid elders nergens uitmaakt uitmaken
  represent represents belong located roughly answered give gives submit website reach ring bodies body part affiliated
  called yourself yourselves themselves sits sit work works take takes offer offers local flemish organisation organization association
  `
    .split(/\s+/)
    .filter(Boolean),
)

/**
 * Common words that are nevertheless the point of a question: what something costs, who leads, since when. A passage
 * that lacks one does not answer it.
 */
export const POINT_WORDS: ReadonlySet<string> = new Set(
  `
  kost kosten kostte prijs prijzen prijskaartje tarief tarieven betalen betaal betaalt gratis duur goedkoop korting
  terugbetaling terugbetaald factuur loon lonen wedde salaris verdient verdienen vacature vacatures solliciteren
  directeur voorzitter ondervoorzitter baas chef leider leiding secretaris woordvoerder verantwoordelijke
  opgericht oprichting gesticht ontstaan geschiedenis jaar jaarverslag begroting budget
  parking parkeren parkeerplaats attest getuigschrift diploma certificaat
  aanmelden inschrijven opzeggen annuleren stopzetten toetreden uitstappen lidkaart inloggen wachtwoord login
  personeelsleden werknemers medewerkers vestigingen provincies logo
  cost costs price pay paid free salary job vacancy director chair chairman chairwoman president founded year parking
  certificate register cancel join employees staff
  `
    .split(/\s+/)
    .filter(Boolean),
)
