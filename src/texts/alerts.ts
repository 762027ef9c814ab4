/** What those who run the desk read when something fails; in the language they work in. */

type Kind = 'unreachable' | 'refused' | 'full' | 'failing' | 'late'

const PARTS: Readonly<Record<string, string>> = {
  database: 'de databank',
  disk: 'de schijf',
  index: 'de index van de documenten',
  model: 'het taalmodel',
  schedule: 'het geplande werk',
  'channel.slack': 'Slack',
  'channel.teams': 'Microsoft Teams',
  'channel.mail': 'de mailserver',
  'channel.web': 'de webpagina',
}

const WHAT: Readonly<Record<Kind, (part: string) => string>> = {
  unreachable: (part) => `${part} is niet bereikbaar`,
  refused: (part) => `${part} aanvaardt onze aanmelding niet meer`,
  full: (part) => `${part} is bijna vol`,
  failing: (part) => `${part} faalt keer op keer`,
  late: (part) => `${part} loopt achter`,
}

const DO: Readonly<Record<string, string>> = {
  database:
    'Kijk of de databank draait en bereikbaar is. Vragen worden intussen niet aangenomen; niets gaat verloren.',
  disk: 'Maak plaats vrij op de schijf van DATA_DIR. Is ze vol, dan neemt Vraagbaak geen vragen meer aan.',
  index:
    'Vraagbaak antwoordt voort uit de laatste goede index. "vraagbaak reindex --status" zegt wat er misliep.',
  model:
    'Vraagbaak antwoordt voort met citaten. Kijk bij de aanbieder van het taalmodel, en naar de sleutel.',
  schedule:
    'Herinneringen, uitnodigingen of het nachtelijke opruimen blijven liggen. "vraagbaak doctor" zegt welke.',
  'channel.slack':
    'Installeer de app opnieuw of vernieuw het token; "vraagbaak doctor --live" zegt of het weer gaat.',
  'channel.teams':
    'Kijk het geheim van de app na in Entra ID; "vraagbaak doctor --live" zegt of het weer gaat.',
  'channel.mail':
    'Mails wachten en gaan vanzelf mee zodra de mailserver ze aanvaardt. Kijk SMTP_URL en de server na.',
}

/** What an alert says. */
export interface AlertWords {
  readonly change: 'raised' | 'over'
  readonly subject: string
  readonly kind: Kind
  /** A code or a figure; empty when there is none. */
  readonly detail: string
  /** On the office's clock. */
  readonly since: string
}

/** An alert as a mail or a post: subject and text. */
export function alertText(words: AlertWords): { readonly subject: string; readonly text: string } {
  const { change, subject, kind, detail, since } = words
  const part = PARTS[subject] ?? subject
  const what = WHAT[kind](part)
  const more = detail === '' ? '' : ` (${detail})`
  if (change === 'over') {
    return {
      subject: `Vraagbaak: weer in orde: ${part}`,
      text: `Voorbij: ${what}${more}. Het begon op ${since}.`,
    }
  }
  const advice = DO[subject] ?? ''
  return { subject: `Vraagbaak: ${what}`, text: `${upper(what)}${more}, sinds ${since}.\n\n${advice}`.trim() }
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
