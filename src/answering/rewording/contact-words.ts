const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** What members ask to write to, call or enter in their books, by the words that name it. */
export const CONTACT_FACTS = {
  telefoonnummer: words(
    'telefoonnummer telefoonnr telefoonnummers telnummer tel nummer nummers nummertje nummerke telefooncentrale phonenumber telephonenumber',
  ),
  adres: words(
    'adressering adresgegevens adreslabel adres adreske adresje postadres straat straatnaam huisnummer postcode postnummer address postaladdress street',
  ),
  'e-mailadres': words(
    'mailadres e-mailadres emailadres maladres mailadreske emailaddress mailaddress e-mailaddress',
  ),
  'btw-nummer': words('btw btwnummer btw-nummer btwnr be-nummer benummer vatnumber vatid vat-nummer vat'),
  ondernemingsnummer: words(
    'ondernemingsnummer ondernemingsnr kbo kbonummer kbo-nummer companynumber bedrijfsnummer',
  ),
  contactgegevens: words('contactgegevens coordinaten contactinfo contactinformatie contactdetails'),
} as const

/** What is done with them: it asks for one only beside "waar", "hoe" or "welk". */
export const CONTACT_USES: Readonly<Partial<Record<ContactFact, ReadonlySet<string>>>> = {
  telefoonnummer: words(
    'bellen bel belt opbellen telefoneren telefoneer telefoon telefoontje phone telephone ring call dial',
  ),
  adres: words(
    'brief briefke briefje brieven omslag enveloppe envelop pakje pakket pak zending post posten opsturen versturen aangetekend aangetekende gps letter parcel envelope package packages deliver courier koerier afgeven afleveren leveren bezorgen brengen',
  ),
  'e-mailadres': words('mailen mail mailtje mailke e-mail email mails'),
}

/** One of the facts a member may want of VVSG. */
export type ContactFact = keyof typeof CONTACT_FACTS

/** Names of VVSG and of those who are addressed. */
export const OURS = words('jullie u uw je jouw ge gij ulle ulie ulder gulder vvsg your you vereniging')

/** Words of an ordinary request for a contact that the plain words do not have. */
export const ASIDE = words(
  `dringend onderweg kwijt kwijtgeraakt vergeten verloren bereiken bereik bereikbaar telefonisch algemeen algemene algemeen officieel officiele juiste juist huidige correcte vast vaste
  staan staat stond geraken geraak krijg krijgen sturen stuur stuurt schrijven schrijf aanspreken spreken contacteren contact draaien draai vorm vormen toets typ noteren noteer opzoeken zoeken
  zoekt onthaal centrale secretariaat nodig opnieuw terug iemand volledig volledige rap rapper vlugskes seffens momentje kop pardon snelle
  bevindt bevinden zetel hoofdzetel hoofdkantoor gevestigd signed registered ondertekende papieren naam alweer keer keren ook opgeschreven lijst bestand alsnog rond intussen hallo
  asap quickly urgently kindly send post mail reach dial general main official correct again lost forgot tikfout typfout schrijffout typo adresseer adresseren adresseert richten richt aangetekende ontvangen kreeg mochten hadden vriendelijk vandaag
  tik tikken cijfers vraagt horen straks kregen onbekend gericht software invullen geldig begunstigde aanvullen supplier vendor zet zetten note asjeblieft naartoe heen brussel`,
)
