import type { BookingLanguage } from './booking-types.js'

/** What a calendar and a mail say of a booking. Days and hours come in ready to read; nothing here computes. */
export interface BookingMailTexts {
  /** Title of the whole: `Service design: introductieworkshop (niveau 1)`. */
  title(name: string, level: number): string
  /** Title of one day of a path. */
  dayOf(title: string, number: number, of: number): string
  readonly tentative: string
  readonly participants: (count: number) => string
  readonly teams: (count: number) => string
  readonly body: (body: string) => string
  readonly place: (place: string) => string
  readonly preparation: (words: string) => string
  readonly reference: (reference: string) => string
  readonly contact: (name: string, email: string, phone: string) => string
  readonly subject: Readonly<
    Record<
      'invitation' | 'changed' | 'cancelled' | 'week' | 'day' | 'offer',
      (title: string, when: string) => string
    >
  >
  /** First line of a mail to the member. */
  readonly toMember: Readonly<Record<'invitation' | 'changed' | 'cancelled' | 'week' | 'day', string>>
  /** First line of a mail to the host. */
  readonly toHost: Readonly<Record<'invitation' | 'changed' | 'cancelled', string>>
  readonly when: string
  readonly terms: (terms: string) => string
  readonly change: string
  readonly dayList: { subject(day: string): string; readonly opening: (day: string) => string }
  /** To colleagues: a learning path has too few teams when joining is over. */
  readonly minimum: {
    subject(name: string): string
    text(name: string, teams: number, min: number, until: string): string
  }
}

const NL: BookingMailTexts = {
  title: (name, level) => `Service design: ${name} (niveau ${level})`,
  dayOf: (title, number, of) => `${title}, dag ${number} van ${of}`,
  tentative: 'Onder voorbehoud: een medewerker kijkt de agenda van de begeleider nog na.',
  participants: (count) => `Aantal deelnemers: ${count}`,
  teams: (count) => (count === 1 ? 'Aantal teams: 1' : `Aantal teams: ${count}`),
  body: (body) => `Bestuur: ${body}`,
  place: (place) => `Plaats: ${place}`,
  preparation: (words) => `Voorbereiding: ${words}.`,
  reference: (reference) => `Referentie: ${reference}`,
  contact: (name, email, phone) => `Contactpersoon: ${name}, ${email}, ${phone}`,
  subject: {
    invitation: (title, when) => `Uitnodiging: ${title}, ${when}`,
    changed: (title, when) => `Gewijzigd: ${title}, ${when}`,
    cancelled: (title, when) => `Geannuleerd: ${title}, ${when}`,
    week: (title, when) => `Volgende week: ${title}, ${when}`,
    day: (title, when) => `Binnenkort: ${title}, ${when}`,
    offer: (title, when) => `Er is een plaats vrij: ${title}, ${when}`,
  },
  toMember: {
    invitation: 'Uw boeking is vastgelegd. In bijlage zit de uitnodiging voor uw agenda.',
    changed: 'Uw boeking is gewijzigd. De uitnodiging in bijlage vervangt de vorige.',
    cancelled: 'Uw boeking is geannuleerd. Met de bijlage verdwijnt ze uit uw agenda.',
    week: 'Een herinnering: over een week is het zover.',
    day: 'Een herinnering: uw sessie komt eraan.',
  },
  toHost: {
    invitation: 'Er is een sessie geboekt die u begeleidt.',
    changed: 'Een sessie die u begeleidt, is gewijzigd.',
    cancelled: 'Een sessie die u begeleidt, is geannuleerd.',
  },
  when: 'Wanneer:',
  terms: (terms) => terms,
  change:
    'Wilt u verplaatsen, annuleren of met meer of minder komen? Zeg het in het gesprek waarin u boekte.',
  dayList: {
    subject: (day) => `Uw sessies op ${day}`,
    opening: (day) => `Dit zijn uw sessies op ${day}:`,
  },
  minimum: {
    subject: (name) => `Te weinig teams: ${name}`,
    text: (name, teams, min, until) =>
      `Inschrijven voor ${name} kon tot en met ${until}. Er ${teams === 1 ? 'is 1 team' : `zijn ${teams} teams`} ingeschreven; het traject gaat door vanaf ${min} teams. De deelnemers weten dat het minimum bestaat, en nog niet dat het niet gehaald is. Beslis of het traject doorgaat, en annuleer anders de boekingen bij “Sessies”: dan krijgen zij bericht.`,
  },
}

const EN: BookingMailTexts = {
  title: (name, level) => `Service design: ${name} (level ${level})`,
  dayOf: (title, number, of) => `${title}, day ${number} of ${of}`,
  tentative: "Subject to confirmation: a colleague still has to look at the facilitator's calendar.",
  participants: (count) => `Participants: ${count}`,
  teams: (count) => `Teams: ${count}`,
  body: (body) => `Organisation: ${body}`,
  place: (place) => `Place: ${place}`,
  preparation: (words) => `Preparation: ${words}.`,
  reference: (reference) => `Reference: ${reference}`,
  contact: (name, email, phone) => `Contact: ${name}, ${email}, ${phone}`,
  subject: {
    invitation: (title, when) => `Invitation: ${title}, ${when}`,
    changed: (title, when) => `Changed: ${title}, ${when}`,
    cancelled: (title, when) => `Cancelled: ${title}, ${when}`,
    week: (title, when) => `Next week: ${title}, ${when}`,
    day: (title, when) => `Coming up: ${title}, ${when}`,
    offer: (title, when) => `A place came free: ${title}, ${when}`,
  },
  toMember: {
    invitation: 'Your booking is settled. The invitation for your calendar is attached.',
    changed: 'Your booking was changed. The attached invitation replaces the one before.',
    cancelled: 'Your booking was cancelled. The attachment takes it out of your calendar.',
    week: 'A reminder: it is in a week.',
    day: 'A reminder: your session is coming up.',
  },
  toHost: NL.toHost,
  when: 'When:',
  terms: (terms) => terms,
  change:
    'Do you want to move it, cancel it, or come with more or fewer people? Say so in the conversation you booked in.',
  dayList: NL.dayList,
  minimum: NL.minimum,
}

/** What calendars and mails say, in a language. Hosts read Dutch. */
export function bookingMailTexts(language: BookingLanguage): BookingMailTexts {
  return language === 'en' ? EN : NL
}
