/** What a visitor of the web page reads when a request cannot be handled, or on the page of a source. */
export const WEB_TEXTS = {
  notFound: 'Deze pagina bestaat niet.',
  broken: 'Er ging iets mis aan onze kant. Probeer het over enkele ogenblikken opnieuw.',
  badRequest: 'Deze aanvraag is niet juist opgebouwd.',
  refusals: {
    'not-json': 'De vraag moet als JSON worden verstuurd (Content-Type: application/json).',
    'bad-request': 'Deze aanvraag is niet juist opgebouwd.',
    'empty-text': 'Typ eerst een vraag.',
    'long-text': 'Uw vraag is te lang. Hou het bij hoogstens 4.000 tekens.',
    'too-large': 'Uw bericht is te groot.',
    'unknown-action': 'Deze knop hoort niet bij dit gesprek.',
    'foreign-site': 'Een andere website mag hier geen vragen stellen in uw naam.',
    'not-found': 'Dit gesprek bestaat niet, of niet in deze browser.',
    'too-fast': 'Dat gaat wat snel. Wacht even en probeer het opnieuw.',
    'too-many-streams': 'Dit gesprek staat al in te veel vensters open.',
    unavailable: 'De assistent is even niet bereikbaar. Probeer het over enkele ogenblikken opnieuw.',
  },
  /** What became of a request to prove an address. */
  proof: {
    sent: 'Er is een code onderweg. Typ ze hieronder; ze werkt 15 minuten.',
    proven: 'Uw adres is bewezen.',
    forgotten: 'Uw adres is hier vergeten.',
    wrong: 'Dat is niet de juiste code. Kijk ze na en probeer het opnieuw.',
    expired: 'Deze code werkt niet meer. Vraag een nieuwe.',
    'not-an-address': 'Dat lijkt geen e-mailadres. Voorbeeld: naam@uwgemeente.be.',
    'too-many': 'Er zijn al veel codes gevraagd. Probeer het over een uur opnieuw.',
    'no-mail': 'Deze helpdesk kan nu geen mail versturen. Bel 02 211 55 00 of mail naar info@vvsg.be.',
  },
  /** Mail with the code. */
  proofMail: {
    subject: 'Uw code voor Vraagbaak',
    text: (code: string) =>
      `Uw code is ${code}. Typ ze op de vragenpagina van VVSG; ze werkt 15 minuten.\n\nHebt u geen code gevraagd? Dan hoeft u niets te doen.`,
  },
  source: {
    back: 'Naar de vragenpagina',
    summaryOf: (source: string) => `Dit is onze samenvatting van: ${source}.`,
    source: (source: string) => `Bron: ${source}.`,
    date: (date: string) => `Datum van de bron: ${date}.`,
    dateUnknown: 'Datum van de bron: onbekend.',
    original: 'De bron zelf bekijken',
    quoted: 'Geciteerd in het antwoord',
    missing: 'Dit document is er niet (meer), of is niet openbaar.',
  },
} as const
