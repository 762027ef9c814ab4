/** What members and staff read in Teams beside the desk's own messages. */
export const TEAMS_TEXTS = {
  /** In place of a mention of another person. */
  somebody: '@iemand',
  /** In place of a colleague's name where only Teams knows it. */
  colleague: 'collega',
  attachment: (name: string) => `[bijlage: ${name}]`,
  unnamedAttachment: 'zonder naam',
  attachmentsRefused: (count: number) =>
    count === 1
      ? 'Ik kan geen bestanden lezen: uw bijlage heb ik niet bewaard. Schrijf uw vraag in uw eigen woorden; vraagt een medewerker om een document, stuur het dan met de post of per e-mail.'
      : 'Ik kan geen bestanden lezen: uw bijlagen heb ik niet bewaard. Schrijf uw vraag in uw eigen woorden; vraagt een medewerker om een document, stuur het dan met de post of per e-mail.',
  welcome: {
    personal:
      'Welkom bij de Vraagbaak van de VVSG. U praat met een digitale assistent (een AI-systeem), niet met een mens. Stel hier uw vraag: ik antwoord uit de documenten van de VVSG, met de bron erbij, en geef door aan een medewerker wat ik niet weet. Deel hier geen persoonsgegevens.',
    shared:
      'Dag allemaal. Ik ben de Vraagbaak van de VVSG, een digitale assistent (een AI-systeem). Vermeld mij in een bericht om een vraag te stellen: ik antwoord uit de documenten van de VVSG, met de bron erbij, en geef door aan een medewerker wat ik niet weet. Deel hier geen persoonsgegevens.',
  },
  /** Shown by Teams for a moment after a press. */
  received: 'Ontvangen.',
  pressFailed: 'Dat is niet aangekomen. Probeer het over enkele ogenblikken opnieuw.',
  form: {
    choose: 'Kies',
    required: 'Vul dit veld in.',
    missing: (label: string) => `Vul eerst in: ${label}.`,
    wrong: (label: string) => `Dit is niet goed ingevuld: ${label}.`,
  },
  sources: {
    one: 'Bron',
    summaryOf: (source: string) => `onze samenvatting van ${source}`,
    ourSummary: 'onze samenvatting',
    dateUnknown: 'datum onbekend',
    others: (count: number) => `en nog ${count} ${count === 1 ? 'bron' : 'bronnen'}`,
  },
  card: {
    urgent: 'Dringend',
    state: 'Stand',
    topic: 'Onderwerp',
    noTopic: 'geen onderwerp gevonden',
    team: 'Team',
    member: 'Lid',
    askedAt: 'Gesteld op',
    reason: 'Waarom niet beantwoord',
    found: 'Wat de assistent vond',
    latest: 'Laatste berichten',
    internal: 'intern',
    open: 'Openen op de werkplek',
  },
} as const
