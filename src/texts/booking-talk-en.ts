import type { BookingTalkTexts } from './booking-talk-types.js'

const INVITATION = {
  here: {
    mailed: 'The invitation for your calendar is on its way by mail; it is below as well.',
    waits:
      'The invitation for your calendar is below. I cannot send it by mail yet: no mail server is set up, it stays ready.',
    none: 'The invitation for your calendar is below.',
  },
  elsewhere: {
    mailed: 'The invitation for your calendar is on its way by mail.',
    waits:
      'I cannot mail the invitation for your calendar yet: no mail server is set up, it stays ready. Please note the moment yourself meanwhile.',
    none: 'Without an e-mail address I cannot give you an invitation here: please put the moment in your calendar yourself.',
  },
} as const

/** Holding, confirming and changing in English. */
export const TALK_EN: BookingTalkTexts = {
  held: (what, until) => `I keep this free for you until ${until}:\n- ${what}`,
  tentative:
    "Please note: I could not look at the facilitator's calendar. This moment is subject to confirmation by a colleague.",
  askBody: (bodies) => `Which organisation is it for: ${bodies.join(', ').replace(/, ([^,]*)$/, ' or $1')}?`,
  askMail:
    'Which e-mail address may the invitation go to? Type it here, or choose “Confirm”; that settles the booking. It can be done without: type “confirm without mail”.',
  mailKnown: 'The invitation goes to the e-mail address I know of you.',
  askConfirm: 'Do you confirm? Type “yes”, or choose “Confirm”.',
  mailLost: (here) =>
    `I could not keep that e-mail address here: I mask addresses. Fill it in with the button “Confirm”, or type “confirm without mail”${here ? '; you then get the invitation here' : ''}.`,
  confirmed: (reference, what) => `Booked. Your reference is ${reference}.\n- ${what}`,
  invitation: (mail, here) => (here ? INVITATION.here : INVITATION.elsewhere)[mail],
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
  cancelled: (reference, here) =>
    `Cancelled: ${reference} is off.${here ? ' The file below takes it out of your calendar.' : ''}`,
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
