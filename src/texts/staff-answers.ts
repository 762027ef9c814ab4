/** What colleagues read where questions become knowledge. */
export const STAFF_ANSWER_TEXTS = {
  title: 'Kennis uit antwoorden',
  why: 'Wat u hier publiceert, leest de helpdesk binnen de minuut in. Wie daarna hetzelfde vraagt, krijgt dit antwoord met de bron erbij.',
  write: 'Schrijf een nieuw antwoord',
  states: { draft: 'Ontwerpen', published: 'Gepubliceerd', withdrawn: 'Ingetrokken' },
  state: { draft: 'ontwerp', published: 'gepubliceerd', withdrawn: 'ingetrokken' },
  none: 'Hier staat nog niets.',
  newTitle: 'Nieuw antwoord',
  missing: 'Dit antwoord bestaat niet.',
  back: 'Terug naar alle antwoorden',
  fromTicket: (reference: string) => `Uit vraag ${reference}`,
  by: (name: string) => `Geschreven door ${name}`,
  publishedBy: (name: string, at: string) => `Gepubliceerd door ${name}, ${at}`,
  reviewBy: (day: string) => `Na te kijken tegen ${day}`,
  overdue: (day: string) => `Had nagekeken moeten zijn tegen ${day}`,
  fields: {
    title: 'Titel, zoals leden hem lezen',
    question: 'De vraag, zoals een lid ze stelt (zonder namen of nummers van personen)',
    answer: 'Het antwoord',
    answerHint:
      'Schrijf volledige zinnen: de helpdesk citeert ze letterlijk. Een lege regel begint een nieuwe alinea.',
    source: 'Waarop het steunt, bijvoorbeeld “Decreet Lokaal Bestuur, artikel 27” (mag leeg blijven)',
    audience: 'Voor wie',
    audiences: { publiek: 'Iedereen', leden: 'Alleen bekende leden' },
    language: 'Taal',
    languages: { nl: 'Nederlands', en: 'Engels' },
    reviewBy: 'Kijk dit na tegen',
  },
  save: 'Bewaar als ontwerp',
  publish: 'Publiceer',
  withdraw: 'Trek in',
  revise: 'Pas aan',
  secondPerson: 'U schreef dit zelf: een collega moet het nakijken en publiceren.',
  publishedHint: 'Aanpassen kan nadat het is ingetrokken.',
  done: {
    draft: 'Het ontwerp is bewaard.',
    publish: 'Gepubliceerd. Leden vinden het binnen de minuut.',
    withdraw: 'Ingetrokken. Leden vinden het niet meer.',
  },
  masked: (kinds: string) => `Weggelaten omdat het persoonsgegevens zijn: ${kinds}.`,
  /** Said in a team's channel; `where` is null when the staff desk has no public address. */
  fromChat: (reference: string, where: string | null) =>
    where === null
      ? `Van ${reference} staat een ontwerp klaar bij “Kennis” op de medewerkerspagina. Kijk het na en laat het publiceren.`
      : `Van ${reference} staat een ontwerp klaar: ${where}. Kijk het na en laat het publiceren.`,
  nothingToPublish: (reference: string) =>
    `Bij ${reference} is nog niets geantwoord, dus er is niets om te publiceren.`,
  refusals: {
    'not-found': 'Dit antwoord bestaat niet.',
    changed:
      'Een collega wijzigde dit antwoord intussen. Er is niets bewaard; uw tekst staat nog in het formulier.',
    own: 'U schreef dit zelf: een collega moet het nakijken en publiceren.',
    'not-allowed': 'Intrekken kan de auteur, een verantwoordelijke of een beheerder.',
    'wrong-state': 'Dat kan niet (meer) met dit antwoord: kijk na of het gepubliceerd is.',
    incomplete: 'Titel, vraag, antwoord en nakijkdatum zijn nodig. De nakijkdatum ligt na vandaag.',
  },
} as const
