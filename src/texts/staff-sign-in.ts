/** What somebody reads who signs in to the staff desk, or is kept out. */
export const SIGN_IN_TEXTS = {
  title: 'Aanmelden',
  withAccount: 'Aanmelden met uw werkaccount',
  accountWhy: 'Deze pagina’s zijn voor medewerkers. U meldt zich aan met het account van uw organisatie.',
  linkTitle: 'Aanmelden op deze computer',
  linkWhy:
    'Deze helpdesk is nog niet aan een aanmelddienst gekoppeld. Wie de computer beheert waarop hij draait, komt binnen met een link die één keer werkt: ze staat op de terminal waar de helpdesk gestart is, en “vraagbaak staff link” geeft er een nieuwe.',
  linkConfirm: 'U meldt zich aan als beheerder, op deze computer alleen. De link werkt daarna niet meer.',
  linkButton: 'Meld mij aan',
  signedOut: 'U bent afgemeld.',
  signOut: 'Afmelden',
  signOutAll: 'Alle sessies afmelden',
  again: 'Opnieuw aanmelden',
  expiredTitle: 'U bent niet meer aangemeld',
  expired: 'Meld u opnieuw aan. Er is niets verstuurd of gewijzigd.',
  typed: 'Dit had u geschreven. Kopieer het voor u zich aanmeldt:',
  refusedTitle: 'Geen toegang',
  errors: {
    unavailable:
      'De aanmelddienst antwoordt niet. Probeer het over enkele ogenblikken opnieuw, of meld het aan uw beheerder.',
    refused:
      'Het aanmelden is niet gelukt. Begin opnieuw; blijft het misgaan, meld het dan aan uw beheerder.',
    'foreign-tenant': 'Dit account hoort niet bij een organisatie die hier toegang heeft.',
    unknown:
      'U bent aangemeld, maar niet bekend als medewerker van de helpdesk. Vraag uw beheerder om u toe te voegen aan staff.yaml.',
    taken:
      'Bij uw mailadres hoort hier al een ander account. Vraag uw beheerder om de koppeling te vernieuwen (“vraagbaak staff untie”).',
    link: 'Deze link werkt niet (meer). Vraag een nieuwe met “vraagbaak staff link” en open ze op de computer waarop de helpdesk draait.',
    'foreign-site': 'Deze opdracht kwam niet van een pagina van de helpdesk. Er is niets gewijzigd.',
    'not-allowed': 'Deze pagina is voor verantwoordelijken en beheerders.',
    'too-fast': 'Dat gaat wat snel. Wacht even en probeer het opnieuw.',
  },
  terminal: (link: string) => `Staff desk, once, on this machine, within 15 minutes: ${link}`,
} as const
