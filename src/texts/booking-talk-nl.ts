import type { BookingTalkTexts } from './booking-talk-types.js'

const INVITATION = {
  here: {
    mailed: 'De uitnodiging voor uw agenda is onderweg per mail; ze staat ook hieronder.',
    waits:
      'De uitnodiging voor uw agenda staat hieronder. Per mail kan ik ze nog niet versturen: er is nog geen mailserver ingesteld, ze blijft klaarstaan.',
    none: 'De uitnodiging voor uw agenda staat hieronder.',
  },
  elsewhere: {
    mailed: 'De uitnodiging voor uw agenda is onderweg per mail.',
    waits:
      'De uitnodiging voor uw agenda kan ik nog niet mailen: er is nog geen mailserver ingesteld, ze blijft klaarstaan. Noteer het moment intussen zelf.',
    none: 'Zonder e-mailadres kan ik u hier geen uitnodiging bezorgen: noteer het moment zelf in uw agenda.',
  },
} as const

/** Holding, confirming and changing in Dutch. */
export const TALK_NL: BookingTalkTexts = {
  held: (what, until) => `Ik hou dit voor u vrij tot ${until}:\n- ${what}`,
  tentative:
    'Let op: de agenda van de begeleider kon ik niet nakijken. Dit moment is onder voorbehoud, tot een medewerker het bevestigt.',
  askBody: (bodies) => `Voor welk bestuur is het: ${bodies.join(', ').replace(/, ([^,]*)$/, ' of $1')}?`,
  askMail:
    'Naar welk e-mailadres mag de uitnodiging? Typ het hier, of kies “Bevestig”; daarmee ligt de boeking vast. Zonder adres kan ook: typ “bevestig zonder mail”.',
  mailKnown: 'De uitnodiging gaat naar het e-mailadres dat ik van u ken.',
  askConfirm: 'Bevestigt u? Typ “ja”, of kies “Bevestig”.',
  mailLost: (here) =>
    `Dat e-mailadres kon ik hier niet bewaren: adressen scherm ik af. Vul het in met de knop “Bevestig”, of typ “bevestig zonder mail”${here ? '; de uitnodiging krijgt u dan hier' : ''}.`,
  confirmed: (reference, what) => `Geboekt. Uw referentie is ${reference}.\n- ${what}`,
  invitation: (mail, here) => (here ? INVITATION.here : INVITATION.elsewhere)[mail],
  preparation: (words) => `Voorbereiding: ${words}.`,
  released: 'In orde, ik laat het los. Er is niets geboekt.',
  expired:
    'De tijd om te bevestigen is om: het moment is weer vrij voor anderen. Wilt u het nog, zeg het gerust.',
  gone: 'Dat moment hou ik niet meer voor u vrij. Zeg gerust opnieuw wat u wenst.',
  taken: 'Dat moment is net door iemand anders genomen.',
  busy: 'Dat moment is niet meer vrij.',
  otherSlots: 'Dit is nog vrij:',
  noSlots: 'In die periode vind ik niets vrij meer. Noem gerust een andere periode.',
  full: 'Die groep is volzet.',
  perBody: (most) =>
    most === 1
      ? 'Elk bestuur kan met één team deelnemen.'
      : `Elk bestuur kan met hoogstens ${most} teams deelnemen.`,
  changed: 'Deze boeking is intussen gewijzigd. Zeg gerust nog eens wat u wenst.',
  unproven:
    'Zelf vastleggen kan ik alleen voor wie ik herken als lid; daarom gaat uw wens naar een medewerker, die ze met u afspreekt.',
  moveOffer: (what) => `Dat kan: ${what}. Zal ik uw boeking verplaatsen?`,
  moveChoose: 'Naar welk moment mag ik uw boeking verplaatsen?',
  moved: (reference, what) => `Verplaatst. Uw boeking ${reference} is nu:\n- ${what}`,
  askCancel: (reference, what) =>
    `U wilt ${reference} annuleren:\n- ${what}\nBent u zeker? Typ “ja” of “nee”.`,
  cancelled: (reference, here) =>
    `Geannuleerd: ${reference} vervalt.${here ? ' Met het bestand hieronder verdwijnt ze uit uw agenda.' : ''}`,
  kept: 'In orde, uw boeking blijft zoals ze is.',
  tooLate: (reference, terms) =>
    `Boeking ${reference}: ${terms} Ik geef uw vraag daarom door aan een medewerker.`,
  which: (bookings) =>
    `Over welke boeking gaat het?\n${bookings.map((one) => `- ${one}`).join('\n')}\nNoem de referentie of de datum.`,
  mine: (bookings) =>
    bookings.length === 0
      ? 'Ik vind bij u geen boeking die nog moet komen.'
      : `Dit hebt u bij ons geboekt:\n${bookings.map((one) => `- ${one}`).join('\n')}\nU kunt hier vragen om een boeking te verplaatsen of te annuleren.`,
  participants: (reference, count) => `Aangepast: voor ${reference} verwachten we nu ${count} deelnemers.`,
  participantsRefused: (min, max) =>
    `Deze sessie is voor ${min} tot ${max} deelnemers. Ik geef uw vraag door aan een medewerker.`,
  paths: 'Deze groepen van het leertraject kunt u nog volgen:',
  path: (name, dates, place, left, until) =>
    `${name}, ${place}: ${dates}. Nog plaats voor ${left === 1 ? '1 team' : `${left} teams`}; inschrijven kan tot en met ${until}.`,
  pathFull: (name, dates) => `${name}: ${dates}. Volzet.`,
  choosePath: 'Kies gerust (“de eerste”, “groep B”).',
  noPaths: 'Op dit moment staat er geen groep open om voor in te schrijven.',
  askTeam: (min, max) => `Met hoeveel mensen komt u? Een projectteam telt ${min} tot ${max} mensen.`,
  teamSize: (min, max, teams) =>
    `Een team telt ${min} tot ${max} mensen, en elk bestuur kan met hoogstens ${teams === 1 ? '1 team' : `${teams} teams`} deelnemen: met dit aantal komt dat niet uit. Met hoeveel mensen komt u?`,
  minimum: (teams, until) =>
    `Het traject gaat door als er op ${until} minstens ${teams} teams ingeschreven zijn.`,
  neverGiven: (what) =>
    `Een wachtlijst helpt hier niet: in deze periode (${what}) wordt deze sessie niet gegeven.`,
  waitOffer: 'Zal ik u op de wachtlijst zetten? Typ “wachtlijst”.',
  waiting: (what) =>
    `U staat op de wachtlijst: ${what}. Komt er een plaats vrij, dan laat ik het u hier weten.`,
  swapOffer: (number) => `Dag ${number} kunt u volgen met een andere groep:`,
  swapChoice: (name, what) => `${name}: ${what}`,
  swapNone: 'Voor die dag is er in geen andere groep plaats. Ik geef uw vraag door aan een medewerker.',
  swapped: (reference, number, what) => `Gewisseld: dag ${number} van ${reference} is nu ${what}.`,
  offered: (what, until) =>
    `Er is een plaats vrijgekomen, en u stond op de wachtlijst:\n- ${what}\nIk hou ze voor u vrij tot ${until}. Wilt u ze? Typ “ja” of “nee”.`,
  staffChanged: (reference, what) =>
    `Een medewerker heeft uw boeking ${reference} aangepast. Ze is nu:\n- ${what}`,
  staffCancelled: (reference, what) => `Een medewerker heeft uw boeking ${reference} geannuleerd:\n- ${what}`,
  seat: (teams) => (teams === 1 ? '1 team' : `${teams} teams`),
  labels: {
    confirm: 'Bevestig',
    other: 'Ander moment',
    drop: 'Toch niet',
    cancel: 'Ja, annuleer',
    keep: 'Nee, behoud',
    move: 'Ja, verplaats',
    accept: 'Ja, ik wil ze',
    decline: 'Nee, bedankt',
    wait: 'Zet me op de wachtlijst',
    fill: 'Vul aan',
    send: 'Verstuur',
    mail: 'E-mailadres voor de uitnodiging',
    name: 'Naam van de contactpersoon',
    body: 'Bestuur',
    level: 'Niveau',
    date: 'Datum',
    participants: 'Aantal deelnemers',
    place: 'Plaats',
    file: 'Uitnodiging voor uw agenda',
  },
}
