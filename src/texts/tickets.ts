import type { Language } from './language.js'

/** How a closed ticket ended, by the stable names that are stored. */
type Closed = 'answered' | 'referred' | 'withdrawn' | 'duplicate' | 'out-of-remit'

/** Where a ticket stands, by the stable names that are stored. */
type Standing = 'new' | 'claimed' | 'waiting' | 'answered' | 'closed' | 'reopened'

/** What a member reads about a question that waits for staff. Never how soon an answer comes. */
export interface TicketTexts {
  /** A colleague has the conversation from now on. */
  claimed(name: string, reference: string): string
  /** A colleague's answer, with who wrote it. */
  reply(name: string, reference: string, text: string): string
  /** As `reply`, for a question back. */
  askedBack(name: string, reference: string, text: string): string
  /** The colleague gave it back to the team: the desk answers again, the question stays. */
  released(reference: string): string
  /** The end, and that the desk answers again. */
  closed(reference: string, reason: Closed): string
  readonly didItHelp: string
  readonly labels: { readonly helped: string; readonly notHelped: string }
  /** After "this helped". */
  readonly thanks: string
  /** After "this did not help". */
  reopened(reference: string, promise: string): string
  /** It was reopened or taken up already. */
  stillOpen(reference: string, promise: string): string
  /** What was written goes with a question that waits already. */
  added(reference: string, promise: string): string
  /** Outside office hours, to somebody who writes to a colleague. */
  passedOn(reference: string, promise: string): string
  withdrawn(reference: string): string
  alreadyClosed(reference: string): string
  /** The state of an own question. `promise` is null when nothing of ours is to come. */
  state(reference: string, standing: Standing, who: string | null, promise: string | null): string
  /** No such question of this person's. */
  unknown(reference: string): string
  /** What the member wrote when asking for a person about the question before, for the colleague. */
  /** For staff: the topic comes from an earlier question that a colleague put right. */
  byExample(reference: string): string
  /** For staff: somebody who works for several bodies. */
  oneOf(bodies: readonly string[]): string
  asksForPerson(question: string): string
  /** To who asks how long an answer takes. */
  readonly noResponseTime: string
}

const CLOSED_NL: Readonly<Record<Closed, string>> = {
  answered: 'is afgehandeld',
  referred: 'is afgehandeld: we hebben u doorverwezen',
  withdrawn: 'is stopgezet, omdat ze niet meer nodig is',
  duplicate: 'is samengevoegd met een andere vraag van u',
  'out-of-remit': 'valt buiten wat de VVSG voor haar leden kan doen en is afgesloten',
}

const CLOSED_EN: Readonly<Record<Closed, string>> = {
  answered: 'has been dealt with',
  referred: 'has been dealt with: we have referred you',
  withdrawn: 'has been stopped because it is no longer needed',
  duplicate: 'has been joined with another question of yours',
  'out-of-remit': 'is outside what VVSG can do for its members and has been closed',
}

function stateNl(standing: Standing, who: string | null): string {
  switch (standing) {
    case 'new':
    case 'reopened':
      return 'wacht op een medewerker'
    case 'claimed':
      return who === null ? 'is opgenomen door een medewerker' : `is opgenomen door ${who}`
    case 'waiting':
      return 'wacht op uw antwoord: een medewerker heeft u iets gevraagd'
    case 'answered':
      return 'is beantwoord. Schrijf gerust terug als er nog iets is'
    case 'closed':
      return 'is afgesloten'
  }
}

function stateEn(standing: Standing, who: string | null): string {
  switch (standing) {
    case 'new':
    case 'reopened':
      return 'is waiting for a member of staff'
    case 'claimed':
      return who === null ? 'has been taken up by a member of staff' : `has been taken up by ${who}`
    case 'waiting':
      return 'is waiting for your answer: a member of staff asked you something'
    case 'answered':
      return 'has been answered. Do write back if there is anything else'
    case 'closed':
      return 'has been closed'
  }
}

const TEXTS: Readonly<Record<Language, TicketTexts>> = {
  nl: {
    claimed: (name, reference) =>
      `${name} van de VVSG neemt uw vraag ${reference} op. Wat u hier nu schrijft, leest een medewerker; de digitale assistent antwoordt niet meer tot uw vraag is afgehandeld.`,
    reply: (name, reference, text) =>
      `${name} van de VVSG antwoordt op uw vraag ${reference}:\n\n${text}\n\nU kunt hier gewoon terugschrijven: een medewerker leest mee.`,
    askedBack: (name, reference, text) =>
      `${name} van de VVSG heeft een vraag voor u over ${reference}:\n\n${text}\n\nU kunt hier gewoon antwoorden: een medewerker leest mee.`,
    released: (reference) =>
      `Uw vraag ${reference} blijft bij ons team. De helpdesk beantwoordt intussen opnieuw uw vragen.`,
    closed: (reference, reason) =>
      `Uw vraag ${reference} ${CLOSED_NL[reason]}. De helpdesk beantwoordt opnieuw uw vragen.`,
    didItHelp: 'Bent u geholpen?',
    labels: { helped: 'Ja, dit helpt', notHelped: 'Nee, nog niet' },
    thanks: 'Fijn dat u geholpen bent. Bedankt om het te laten weten.',
    reopened: (reference, promise) =>
      `Jammer dat u nog niet geholpen bent. Uw vraag ${reference} staat opnieuw open. ${promise} Schrijf er gerust bij wat er nog ontbreekt, met de referentie erbij.`,
    noResponseTime:
      'De VVSG maakt geen antwoordtermijn bekend. Ik kan u dus niet zeggen wanneer u een antwoord krijgt.',
    stillOpen: (reference, promise) => `Uw vraag ${reference} staat open bij een medewerker. ${promise}`,
    added: (reference, promise) =>
      `Over dit onderwerp wacht al een vraag van u op een medewerker. Ik heb uw bericht daaraan toegevoegd: ${reference}. ${promise}`,
    passedOn: (reference, promise) => `Uw bericht staat bij uw vraag ${reference}. ${promise}`,
    withdrawn: (reference) => `Goed, ik heb uw vraag ${reference} stopgezet. Waarmee kan ik u nog helpen?`,
    alreadyClosed: (reference) => `Uw vraag ${reference} was al afgesloten.`,
    state: (reference, standing, who, promise) =>
      [`Uw vraag ${reference} ${stateNl(standing, who)}.`, promise ?? ''].join(' ').trim(),
    unknown: (reference) =>
      `Ik vind bij u geen vraag met referentie ${reference}. Kijk de referentie even na, of stel uw vraag opnieuw.`,
    byExample: (reference) => `thema zoals een collega dat verbeterde bij ${reference}`,
    oneOf: (bodies) => bodies.join(' of '),
    asksForPerson: (question) => `Vraagt ook een medewerker over: ${question}`,
  },
  en: {
    claimed: (name, reference) =>
      `${name} of VVSG has taken up your question ${reference}. What you write here now is read by a member of staff; the digital assistant does not answer until your question is dealt with.`,
    reply: (name, reference, text) =>
      `${name} of VVSG answers your question ${reference}:\n\n${text}\n\nYou can simply write back here: a member of staff reads it.`,
    askedBack: (name, reference, text) =>
      `${name} of VVSG has a question for you about ${reference}:\n\n${text}\n\nYou can simply answer here: a member of staff reads it.`,
    released: (reference) =>
      `Your question ${reference} stays with our team. Meanwhile the help desk answers your questions again.`,
    closed: (reference, reason) =>
      `Your question ${reference} ${CLOSED_EN[reason]}. The help desk answers your questions again.`,
    didItHelp: 'Did this help you?',
    labels: { helped: 'Yes, this helps', notHelped: 'No, not yet' },
    thanks: 'Glad that it helped. Thank you for letting us know.',
    reopened: (reference, promise) =>
      `We are sorry that it has not helped yet. Your question ${reference} is open again. ${promise} Do add what is still missing, with the reference.`,
    noResponseTime: 'VVSG publishes no response time, so I cannot tell you when you will get an answer.',
    stillOpen: (reference, promise) =>
      `Your question ${reference} is open with a member of staff. ${promise}`,
    added: (reference, promise) =>
      `A question of yours about this is already waiting for a member of staff. I have added your message to it: ${reference}. ${promise}`,
    passedOn: (reference, promise) => `Your message is with your question ${reference}. ${promise}`,
    withdrawn: (reference) => `I have stopped your question ${reference}. What else can I do for you?`,
    alreadyClosed: (reference) => `Your question ${reference} was closed already.`,
    state: (reference, standing, who, promise) =>
      [`Your question ${reference} ${stateEn(standing, who)}.`, promise ?? ''].join(' ').trim(),
    unknown: (reference) =>
      `I cannot find a question of yours with reference ${reference}. Please check the reference, or ask your question again.`,
    byExample: (reference) => `thema zoals een collega dat verbeterde bij ${reference}`,
    oneOf: (bodies) => bodies.join(' of '),
    asksForPerson: (question) => `Vraagt ook een medewerker over: ${question}`,
  },
}

/** What a member reads about a ticket, in a language. */
export function ticketTexts(language: Language): TicketTexts {
  return TEXTS[language]
}
