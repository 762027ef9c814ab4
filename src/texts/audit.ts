const ACTIONS: Readonly<Record<string, string>> = {
  'sign-in': 'Aanmelden',
  'sign-out': 'Afmelden',
  'sign-out.all': 'Overal afmelden',
  reindex: 'Documenten opnieuw inlezen',
  'ticket.claim': 'Vraag opnemen',
  'ticket.release': 'Vraag teruggeven aan het team',
  'ticket.reply': 'Antwoorden aan het lid',
  'ticket.ask': 'Het lid iets terugvragen',
  'ticket.note': 'Interne notitie bewaren',
  'ticket.reassign': 'Vraag toewijzen',
  'ticket.topic': 'Thema verbeteren',
  'ticket.urgent': 'Dringend maken of niet',
  'ticket.close': 'Vraag afsluiten',
  'ticket.reopen': 'Vraag heropenen',
  'booking.move': 'Sessie verplaatsen',
  'booking.cancel': 'Sessie annuleren',
  'booking.settle': 'Sessie bevestigen',
  'booking.participants': 'Aantal deelnemers wijzigen',
  'answer.draft': 'Ontwerp van een antwoord bewaren',
  'answer.publish': 'Antwoord publiceren',
  'answer.withdraw': 'Antwoord intrekken',
  'knowledge.export': 'Antwoorden exporteren',
  'insights.download': 'Cijfers downloaden',
}

const OUTCOMES: Readonly<Record<string, string>> = {
  done: 'gelukt',
  taken: 'niet gelukt: een collega heeft het al',
  'not-claimed': 'niet gelukt: nog door niemand opgenomen',
  closed: 'niet gelukt: al afgesloten',
  'not-closed': 'niet gelukt: nog niet afgesloten',
  anonymous: 'niet gelukt: anoniem gemaakt',
  'not-allowed': 'niet gelukt: mag niet',
  'would-release': 'niet gelukt: nog te bevestigen',
  empty: 'niet gelukt: niets ingevuld',
  unknown: 'niet gelukt: onbekend',
  'not-found': 'niet gelukt: bestaat niet',
  changed: 'niet gelukt: intussen gewijzigd',
  full: 'niet gelukt: volzet',
  over: 'niet gelukt: voorbij',
  'not-free': 'niet gelukt: niet vrij',
  refused: 'niet gelukt: geweigerd',
  unavailable: 'niet gelukt: de aanmelddienst antwoordt niet',
  'foreign-tenant': 'niet gelukt: andere organisatie',
  link: 'niet gelukt: de link werkt niet meer',
}

/**
 * What was done, as colleagues read it in the audit trail. A name without words of its own is shown as it is stored, so that nothing is ever hidden.
 *
 * @example
 * ```ts
 * auditAction('ticket.reply') // 'Antwoorden aan het lid'
 * ```
 */
export function auditAction(action: string): string {
  return Object.hasOwn(ACTIONS, action) ? (ACTIONS[action] ?? action) : action
}

/** How it ended, as {@link auditAction}. */
export function auditOutcome(outcome: string): string {
  return Object.hasOwn(OUTCOMES, outcome) ? (OUTCOMES[outcome] ?? outcome) : outcome
}
