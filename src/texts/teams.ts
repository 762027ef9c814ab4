import { CHAT_TEXTS } from './chat.js'

/** What members and staff read in Teams beside the desk's own messages. */
export const TEAMS_TEXTS = {
  ...CHAT_TEXTS,
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
  /** What a card is fetched anew with, where Teams lets somebody do that by hand. */
  refresh: 'Vernieuwen',
  /** Shown by Teams for a moment after a press. */
  received: 'Ontvangen.',
  form: {
    choose: 'Kies',
    required: 'Vul dit veld in.',
    missing: (label: string) => `Vul eerst in: ${label}.`,
    wrong: (label: string) => `Dit is niet goed ingevuld: ${label}.`,
  },
} as const
