/** What colleagues read about tickets, in their channels and on the staff desk. Staff read Dutch. */

/** Where a ticket stands, by the stable names that are stored. */
type Standing = 'new' | 'claimed' | 'waiting' | 'answered' | 'closed' | 'reopened'

/** Stable names of what can be answered to a colleague who tried something. */
type Closed = 'answered' | 'referred' | 'withdrawn' | 'duplicate' | 'out-of-remit'

/** Why a ticket is closed, as colleagues choose it. */
export const CLOSE_REASON_NAMES: Readonly<Record<Closed, string>> = {
  answered: 'Beantwoord',
  referred: 'Doorverwezen',
  withdrawn: 'Niet meer nodig',
  duplicate: 'Dubbel',
  'out-of-remit': 'Niet voor de VVSG',
}

/** Why something was not done. Every sentence says what can be done instead, where there is something. */
export const REFUSALS = {
  notFound: (reference: string) => `Er is geen vraag met referentie ${reference}.`,
  taken: (name: string) => `${name} heeft deze vraag al opgenomen.`,
  takenLead: (name: string) =>
    `${name} heeft deze vraag al opgenomen. Wijs ze eerst aan uzelf toe om ze over te nemen.`,
  takenBySelf: 'U hebt deze vraag al opgenomen.',
  notClaimed: 'Niemand heeft deze vraag opgenomen.',
  closed: 'Deze vraag is afgesloten. Heropen ze eerst.',
  notClosed: 'Deze vraag is niet afgesloten.',
  anonymous:
    'Deze vraag is anoniem gemaakt: wie wat vroeg, is niet meer bekend. Ze telt alleen nog mee in de cijfers. Vraag het lid om de vraag opnieuw te stellen.',
  notAllowed: (team: string) =>
    `Deze vraag is voor ${team}. Vraag een collega van dat team, of een verantwoordelijke.`,
  emptyReply: 'Er staat geen antwoord in. Schrijf eerst wat het lid moet lezen.',
  emptyNote: 'Er staat geen notitie in.',
  nobody: 'Kies een team of een collega.',
  unknownTeam: (team: string) => `Er is geen team “${team}”.`,
  unknownColleague: (who: string) => `Er is geen collega “${who}”.`,
  unknownTopic: (topic: string) => `Er is geen thema “${topic}”.`,
  changed:
    'Deze vraag is gewijzigd sinds u ze opende. Er is niets verstuurd. Kijk het gesprek na; uw tekst staat nog in het formulier.',
  wouldRelease: (name: string, team: string) =>
    `Er is niets gewijzigd: dit thema is voor ${team}, en ${name} heeft deze vraag en zit niet in dat team. Geef de vraag eerst vrij, of bevestig dat ze naar dat team mag.`,
  wouldReleaseSelf: (team: string) =>
    `Er is niets gewijzigd: dit thema is voor ${team}, en u hebt deze vraag en zit niet in dat team. Geef de vraag eerst vrij, of bevestig dat ze naar dat team mag.`,
} as const

/** Said to whoever uses what is for colleagues and is not in the list. */
export const STRANGER_IN_STAFF =
  'Ik ken u niet als medewerker, dus ik heb niets veranderd. Vraag uw verantwoordelijke om u toe te voegen aan staff.yaml.'

/** What can be typed in a team's channel. */
export const STAFF_HELP = [
  'Dit begrijp ik hier:',
  '• opnemen VB-2026-0001, of vrijgeven, heropenen',
  '• antwoord VB-2026-0001: wat het lid moet lezen',
  '• vraag terug VB-2026-0001: wat u van het lid wilt weten',
  '• notitie VB-2026-0001: alleen voor collega’s',
  '• toewijzen VB-2026-0001 aan een team of een collega',
  '• thema VB-2026-0001: het juiste thema',
  '• afsluiten VB-2026-0001, eventueel met de reden',
  'Schrijven onder een vraag is altijd een interne notitie.',
].join('\n')

/** Buttons under a card, and the fields they open; the titles of forms are at most 24 characters, as platforms want. */
export const STAFF_LABELS = {
  claim: 'Opnemen',
  release: 'Vrijgeven',
  reply: 'Antwoorden',
  note: 'Interne notitie',
  reassign: 'Toewijzen',
  topic: 'Thema verbeteren',
  urgent: 'Dringend',
  notUrgent: 'Niet dringend',
  close: 'Afsluiten',
  reopen: 'Heropenen',
  publish: 'Publiceren als kennis',
  forms: {
    reply: (reference: string) => `Antwoord ${reference}`,
    note: (reference: string) => `Notitie ${reference}`,
    reassign: (reference: string) => `Toewijzen ${reference}`,
    topic: (reference: string) => `Thema ${reference}`,
    close: (reference: string) => `Afsluiten ${reference}`,
  },
  submit: {
    reply: 'Versturen',
    note: 'Bewaren',
    reassign: 'Toewijzen',
    topic: 'Bewaren',
    close: 'Afsluiten',
  },
  fields: {
    replyText: 'Dit leest het lid',
    noteText: 'Alleen voor collega’s: het lid ziet dit nooit',
    asksBack: 'Wacht u op een antwoord van het lid?',
    asksBackNo: 'Nee, dit is het antwoord',
    asksBackYes: 'Ja, ik vraag iets terug',
    team: 'Team',
    colleague: 'Collega',
    topic: 'Thema',
    givesBack: 'Wie de vraag heeft, zit misschien niet in het team van dat thema. Mag ze dan naar dat team?',
    givesBackNo: 'Nee, wijzig dan niets',
    givesBackYes: 'Ja, de vraag mag naar dat team',
    reason: 'Reden',
  },
} as const

/** The state in words. `who` has it; null when nobody does. */
export function stateText(state: Standing, who: string | null, reason: Closed | null): string {
  switch (state) {
    case 'new':
      return 'nieuw'
    case 'claimed':
      return who === null ? 'opgenomen' : `opgenomen door ${who}`
    case 'waiting':
      return who === null ? 'wacht op het lid' : `wacht op het lid (${who})`
    case 'answered':
      return who === null ? 'beantwoord' : `beantwoord door ${who}`
    case 'closed': {
      const why = reason === null ? 'afgesloten' : `afgesloten: ${CLOSE_REASON_NAMES[reason].toLowerCase()}`
      return who === null ? why : `${why} (${who})`
    }
    case 'reopened':
      return 'heropend'
  }
}

/** Why the desk handed a question over, by the stable names that are stored; other words become a sentence. */
export function reasonText(reason: string): string {
  return REASONS[reason] ?? sentence(reason)
}

function sentence(words: string): string {
  const begun = words.charAt(0).toUpperCase() + words.slice(1)
  return words === '' || /[.!?]$/.test(words) ? begun : `${begun}.`
}

const REASONS: Readonly<Record<string, string>> = {
  'not-covered': 'De documenten beantwoorden deze vraag niet.',
  nothing: 'De documenten zeggen hier niets over.',
  unsure: 'De documenten gaan erover, maar het antwoord is niet zeker genoeg.',
  human: 'Het lid vraagt een medewerker.',
  'response-time': 'Het lid vraagt wanneer er een antwoord komt.',
  'file-status': 'Het lid vraagt hoe het met een dossier of eerdere vraag staat.',
  failure: 'Er liep iets mis bij het antwoorden.',
  boeking: 'Het lid wil een sessie boeken.',
}

/** Sentences of cards, digests, reminders and notices. */
export const STAFF_TEXTS = {
  unknownAsker: 'Onbekend bestuur',
  member: 'Lid',
  desk: 'Helpdesk',
  internal: 'interne notitie',
  urgent: 'DRINGEND',
  correctedNote: (text: string) => `Verbeterd: ${text}`,
  movedTo: (team: string) => `doorgegeven aan ${team}`,
  card: (reference: string, status: string) => `${reference} (${status})`,
  askedBy: (member: string, at: string) => `${member}, ${at}`,
  topic: (name: string) => `Thema: ${name}`,
  noTopic: 'Thema: nog geen',
  found: (titles: string) => `Gevonden: ${titles}`,
  digest: (since: string, count: number) =>
    count === 1 ? `Sinds ${since} kwam 1 vraag binnen.` : `Sinds ${since} kwamen ${count} vragen binnen.`,
  added: (reference: string, text: string) => `Het lid schreef bij ${reference}:\n${text}`,
  edited: (reference: string, text: string) => `Het lid paste een bericht bij ${reference} aan:\n${text}`,
  deleted: (reference: string) => `Het lid verwijderde een bericht bij ${reference}.`,
  withdrew: (reference: string) => `Het lid heeft ${reference} niet meer nodig. De vraag is afgesloten.`,
  helped: (reference: string) => `Het lid is geholpen met ${reference}.`,
  notHelped: (reference: string) =>
    `Het lid is nog niet geholpen met ${reference}. De vraag staat opnieuw open.`,
  reopened: (reference: string) => `${reference} staat opnieuw open.`,
  reassigned: (reference: string, who: string) => `${reference} is toegewezen aan ${who}.`,
  undelivered: (reference: string) =>
    `Een bericht aan het lid over ${reference} is niet aangekomen, of het is niet zeker dat het aankwam. Bel of mail het lid.`,
  attention: (name: string, text: string) => `${name}: ${text}`,
  remindClaimer: (reference: string, hours: string) =>
    `${reference} wacht al ${hours} werktijd op een antwoord van u.`,
  remindTeam: (reference: string, hours: string, who: string | null) =>
    who === null
      ? `${reference} wacht al ${hours} werktijd en niemand heeft de vraag opgenomen.`
      : `${reference} wacht al ${hours} werktijd; ${who} heeft de vraag opgenomen. Kan iemand helpen?`,
  remindLead: (reference: string, hours: string, team: string) =>
    `${reference} van ${team} wacht al ${hours} werktijd zonder antwoord.`,
  reminderSubject: (reference: string) => `Herinnering: ${reference} wacht op een antwoord`,
  absent: (name: string, until: string) => `${name} is afwezig tot en met ${until}.`,
  done: {
    claim: (reference: string) => `${reference}: u hebt deze vraag opgenomen.`,
    release: (reference: string) => `${reference} is vrijgegeven.`,
    reply: (reference: string) => `${reference}: uw antwoord is verstuurd naar het lid.`,
    note: (reference: string) => `${reference}: notitie bewaard, alleen voor collega’s.`,
    reassign: (reference: string) => `${reference} is toegewezen.`,
    topic: (reference: string) => `${reference}: thema aangepast.`,
    urgent: (reference: string) => `${reference}: aangepast.`,
    close: (reference: string) => `${reference} is afgesloten.`,
    reopen: (reference: string) => `${reference} staat opnieuw open.`,
  },
} as const

/** Working time in words: "45 minuten", "8 uur", "2 uur en 30 minuten". Minutes, 0 or more. */
export function durationText(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes))
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  const restText = rest === 1 ? '1 minuut' : `${rest} minuten`
  if (hours === 0) return restText
  return rest === 0 ? `${hours} uur` : `${hours} uur en ${restText}`
}
