import type { BookingLanguage } from './booking-types.js'

/** Words of holding, confirming and changing a booking. Days, hours and names come in ready to read. */
export interface BookingTalkTexts {
  /** `until` is an hour. */
  held(what: string, until: string): string
  readonly tentative: string
  /** Asks for what is needed to confirm. */
  readonly askBody: (bodies: readonly string[]) => string
  readonly askMail: string
  readonly mailKnown: string
  readonly askConfirm: string
  readonly mailLost: string
  confirmed(reference: string, what: string): string
  readonly invitationMailed: string
  readonly invitationWaits: string
  readonly invitationHere: string
  readonly preparation: (words: string) => string
  readonly released: string
  readonly expired: string
  readonly gone: string
  readonly taken: string
  readonly busy: string
  readonly otherSlots: string
  readonly noSlots: string
  readonly full: string
  perBody(most: number): string
  readonly changed: string
  readonly unproven: string
  moveOffer(what: string): string
  readonly moveChoose: string
  moved(reference: string, what: string): string
  askCancel(reference: string, what: string): string
  cancelled(reference: string): string
  readonly kept: string
  tooLate(reference: string, terms: string): string
  which(bookings: readonly string[]): string
  /** What this person booked; a line for each, none when there is nothing. */
  mine(bookings: readonly string[]): string
  participants(reference: string, count: number): string
  participantsRefused(min: number, max: number): string
  readonly paths: string
  path(name: string, dates: string, place: string, left: number, until: string): string
  pathFull(name: string, dates: string): string
  readonly choosePath: string
  readonly noPaths: string
  readonly askTeam: (min: number, max: number) => string
  readonly teamSize: (min: number, max: number, teams: number) => string
  minimum(teams: number, until: string): string
  readonly waitOffer: string
  /** `what` is a day or a period. */
  neverGiven(what: string): string
  waiting(what: string): string
  swapOffer(number: number): string
  swapChoice(name: string, what: string): string
  readonly swapNone: string
  swapped(reference: string, number: number, what: string): string
  offered(what: string, until: string): string
  staffChanged(reference: string, what: string): string
  staffCancelled(reference: string, what: string): string
  readonly seat: (teams: number) => string
  readonly labels: Readonly<
    Record<
      | 'confirm'
      | 'other'
      | 'drop'
      | 'cancel'
      | 'keep'
      | 'move'
      | 'accept'
      | 'decline'
      | 'wait'
      | 'fill'
      | 'send'
      | 'mail'
      | 'name'
      | 'body'
      | 'level'
      | 'date'
      | 'participants'
      | 'place'
      | 'file',
      string
    >
  >
}

const NL: BookingTalkTexts = {
  held: (what, until) => `Ik hou dit voor u vrij tot ${until}:\n- ${what}`,
  tentative:
    'Let op: de agenda van de begeleider kon ik niet nakijken. Dit moment is onder voorbehoud, tot een medewerker het bevestigt.',
  askBody: (bodies) => `Voor welk bestuur is het: ${bodies.join(', ').replace(/, ([^,]*)$/, ' of $1')}?`,
  askMail:
    'Naar welk e-mailadres mag de uitnodiging? Typ het hier, of kies “Bevestig”; daarmee ligt de boeking vast. Zonder adres kan ook: typ “bevestig zonder mail”.',
  mailKnown: 'De uitnodiging gaat naar het e-mailadres dat ik van u ken.',
  askConfirm: 'Bevestigt u? Typ “ja”, of kies “Bevestig”.',
  mailLost:
    'Dat e-mailadres kon ik hier niet bewaren: adressen scherm ik af. Vul het in met de knop “Bevestig”, of typ “bevestig zonder mail”; de uitnodiging krijgt u dan hier.',
  confirmed: (reference, what) => `Geboekt. Uw referentie is ${reference}.\n- ${what}`,
  invitationMailed: 'De uitnodiging voor uw agenda is onderweg per mail; ze staat ook hieronder.',
  invitationWaits:
    'De uitnodiging voor uw agenda staat hieronder. Per mail kan ik ze nog niet versturen: er is nog geen mailserver ingesteld, ze blijft klaarstaan.',
  invitationHere: 'De uitnodiging voor uw agenda staat hieronder.',
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
  cancelled: (reference) =>
    `Geannuleerd: ${reference} vervalt. Met het bestand hieronder verdwijnt ze uit uw agenda.`,
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

const EN: BookingTalkTexts = {
  held: (what, until) => `I keep this free for you until ${until}:\n- ${what}`,
  tentative:
    "Please note: I could not look at the facilitator's calendar. This moment is subject to confirmation by a colleague.",
  askBody: (bodies) => `Which organisation is it for: ${bodies.join(', ').replace(/, ([^,]*)$/, ' or $1')}?`,
  askMail:
    'Which e-mail address may the invitation go to? Type it here, or choose “Confirm”; that settles the booking. It can be done without: type “confirm without mail”.',
  mailKnown: 'The invitation goes to the e-mail address I know of you.',
  askConfirm: 'Do you confirm? Type “yes”, or choose “Confirm”.',
  mailLost:
    'I could not keep that e-mail address here: I mask addresses. Fill it in with the button “Confirm”, or type “confirm without mail”; you then get the invitation here.',
  confirmed: (reference, what) => `Booked. Your reference is ${reference}.\n- ${what}`,
  invitationMailed: 'The invitation for your calendar is on its way by mail; it is below as well.',
  invitationWaits:
    'The invitation for your calendar is below. I cannot send it by mail yet: no mail server is set up, it stays ready.',
  invitationHere: 'The invitation for your calendar is below.',
  preparation: (words) => `Preparation: ${words}.`,
  released: 'All right, I let it go. Nothing is booked.',
  expired:
    'The time to confirm is over: the moment is free for others again. If you still want it, just say so.',
  gone: 'I no longer keep that moment free for you. Just say again what you would like.',
  taken: 'Somebody else has just taken that moment.',
  busy: 'That moment is not free any more.',
  otherSlots: 'This is still free:',
  noSlots: 'I find nothing free in that period any more. Feel free to name another one.',
  full: 'That group is full.',
  perBody: (most) =>
    most === 1
      ? 'Each organisation can take part with one team.'
      : `Each organisation can take part with at most ${most} teams.`,
  changed: 'This booking was changed in the meantime. Please say again what you would like.',
  unproven:
    'I can only settle a booking for somebody I recognise as a member; so your wish goes to a colleague, who will arrange it with you.',
  moveOffer: (what) => `That is possible: ${what}. Shall I move your booking?`,
  moveChoose: 'To which moment may I move your booking?',
  moved: (reference, what) => `Moved. Your booking ${reference} is now:\n- ${what}`,
  askCancel: (reference, what) =>
    `You want to cancel ${reference}:\n- ${what}\nAre you sure? Type “yes” or “no”.`,
  cancelled: (reference) => `Cancelled: ${reference} is off. The file below takes it out of your calendar.`,
  kept: 'All right, your booking stays as it is.',
  tooLate: (reference, terms) => `Booking ${reference}: ${terms} So I pass your question on to a colleague.`,
  which: (bookings) =>
    `Which booking do you mean?\n${bookings.map((one) => `- ${one}`).join('\n')}\nName the reference or the date.`,
  mine: (bookings) =>
    bookings.length === 0
      ? 'I find no booking of yours that is still to come.'
      : `This is what you have booked with us:\n${bookings.map((one) => `- ${one}`).join('\n')}\nYou can ask here to move or cancel a booking.`,
  participants: (reference, count) => `Changed: for ${reference} we now expect ${count} participants.`,
  participantsRefused: (min, max) =>
    `This session is for ${min} to ${max} participants. I pass your question on to a colleague.`,
  paths: 'You can still join these groups of the learning path:',
  path: (name, dates, place, left, until) =>
    `${name}, ${place}: ${dates}. Room for ${left === 1 ? '1 more team' : `${left} more teams`}; you can join up to and including ${until}.`,
  pathFull: (name, dates) => `${name}: ${dates}. Full.`,
  choosePath: 'Just choose (“the first”, “group B”).',
  noPaths: 'No group is open to join at the moment.',
  askTeam: (min, max) => `How many people will come? A project team has ${min} to ${max} people.`,
  teamSize: (min, max, teams) =>
    `A team has ${min} to ${max} people, and each organisation can take part with at most ${teams === 1 ? '1 team' : `${teams} teams`}: this number does not fit. How many people will come?`,
  minimum: (teams, until) => `The path goes ahead if at least ${teams} teams have joined by ${until}.`,
  neverGiven: (what) =>
    `A waiting list does not help here: this session is not given in that period (${what}).`,
  waitOffer: 'Shall I put you on the waiting list? Type “waiting list”.',
  waiting: (what) => `You are on the waiting list: ${what}. If a place comes free I will tell you here.`,
  swapOffer: (number) => `You can take day ${number} with another group:`,
  swapChoice: (name, what) => `${name}: ${what}`,
  swapNone: 'No other group has room on that day. I pass your question on to a colleague.',
  swapped: (reference, number, what) => `Swapped: day ${number} of ${reference} is now ${what}.`,
  offered: (what, until) =>
    `A place came free, and you were on the waiting list:\n- ${what}\nI keep it free for you until ${until}. Do you want it? Type “yes” or “no”.`,
  staffChanged: (reference, what) =>
    `A colleague has changed your booking ${reference}. It is now:\n- ${what}`,
  staffCancelled: (reference, what) => `A colleague has cancelled your booking ${reference}:\n- ${what}`,
  seat: (teams) => (teams === 1 ? '1 team' : `${teams} teams`),
  labels: {
    confirm: 'Confirm',
    other: 'Another moment',
    drop: 'Never mind',
    cancel: 'Yes, cancel',
    keep: 'No, keep it',
    move: 'Yes, move it',
    accept: 'Yes, I want it',
    decline: 'No, thank you',
    wait: 'Put me on the waiting list',
    fill: 'Fill in',
    send: 'Send',
    mail: 'E-mail address for the invitation',
    name: 'Name of the contact',
    body: 'Organisation',
    level: 'Level',
    date: 'Date',
    participants: 'Number of participants',
    place: 'Place',
    file: 'Invitation for your calendar',
  },
}

/** The words of holding, confirming and changing, in a language. */
export function bookingTalkTexts(language: BookingLanguage): BookingTalkTexts {
  return language === 'en' ? EN : NL
}
