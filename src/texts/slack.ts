import { CHAT_TEXTS } from './chat.js'

/** What members and staff read in Slack beside the desk's own messages. */
export const SLACK_TEXTS = {
  ...CHAT_TEXTS,
  aChannel: '#kanaal',
  /** After the name of the app: Slack shows them so. */
  statuses: { searching: 'zoekt het antwoord op ...', writing: 'schrijft het antwoord ...' },
  prompts: {
    title: 'Waarmee kan ik u helpen?',
    list: [
      { title: 'Wie zijn de leden?', message: 'Wie zijn de leden van VVSG?' },
      { title: 'Openingsuren', message: 'Wanneer is de VVSG open?' },
      { title: 'Sessie boeken', message: 'Ik wil een sessie service design boeken.' },
      { title: 'Een medewerker', message: 'Ik wil een vraag stellen aan een medewerker.' },
    ],
  },
  command: {
    usage:
      'Typ uw vraag achter het commando, bijvoorbeeld: /vraagadvies Wie zijn de leden van VVSG? Het antwoord komt in een privébericht.',
    sent: 'Ik antwoord u in een privébericht.',
    failed: 'Uw vraag is niet aangekomen. Probeer het over enkele ogenblikken opnieuw.',
    echo: (question: string) => `Uw vraag: ${question}`,
  },
  form: {
    cancel: 'Annuleren',
    choose: 'Kies',
    required: 'Vul dit veld in.',
    number: 'Geef een geheel getal.',
    date: 'Kies een datum.',
    choice: 'Kies een van de mogelijkheden.',
    tooLong: 'Deze tekst is te lang.',
  },
  home: {
    title: 'Vraagbaak van de VVSG',
    intro:
      'Stel uw vraag in het tabblad Berichten, met /vraagadvies, of door mij te vermelden in een kanaal. Ik antwoord uit de documenten van de VVSG en geef door aan een medewerker wat ik niet weet.',
    questions: 'Uw vragen aan de VVSG',
    noQuestions: 'U hebt nog geen vragen die bij een medewerker liggen.',
    bookings: 'Uw sessies',
    noBookings: 'U hebt nog geen sessies geboekt.',
    ticketStates: {
      new: 'wacht op een medewerker',
      claimed: 'een medewerker heeft ze opgenomen',
      waiting: 'wacht op uw antwoord',
      answered: 'beantwoord',
      closed: 'afgesloten',
      reopened: 'opnieuw geopend',
    },
    bookingStates: { held: 'wordt voor u vrijgehouden', confirmed: 'geboekt' },
  },
  installed: {
    title: 'De Vraagbaak is toegevoegd aan uw Slack.',
    next: 'U kunt dit venster sluiten. Stel uw eerste vraag in een bericht aan de app.',
    failed: 'De Vraagbaak kon niet worden toegevoegd. Begin opnieuw bij de link om te installeren.',
  },
} as const
