import { type BookingTexts, capital } from './booking-types.js'

/** The dialogue in English. */
export const ENGLISH: BookingTexts = {
  opening: {
    wish: 'I will gladly help you ask for a service design session.',
    again: 'Fine, I have changed that.',
    change: 'You want to change an existing booking.',
    cancel: 'You want to cancel an existing booking.',
  },
  withdrawn:
    'All right, I drop your request. Nothing had been booked yet. You can ask for a session again at any time.',
  understood: 'This is what I understood:',
  level: ({ number, name, lasts, content }) => `Level ${number}: ${name}, ${lasts} (${content})`,
  levelShort: ({ number, name, lasts }) => `level ${number} (${name}, ${lasts})`,
  unknownLevel: (number) => `There is no level ${number}: there are three levels, 1, 2 and 3.`,
  date: (dates) => `Date: ${dates}`,
  session: (level, date) => (level === null ? `Session on ${date}` : `${capital(level)} on ${date}`),
  period: (from, to) => `from ${from} to ${to}`,
  participants: (count, atLeast) =>
    `${atLeast === null ? '' : `${atLeast} to `}${count} ${count === 1 ? 'participant' : 'participants'}`,
  fewerOrMore: (before, after) => `from ${before} to ${after} participants`,
  teams: (count) => (count === 1 ? '1 team' : `${count} teams`),
  more: (count) => (count > 0 ? `${count} more participants` : `${-count} fewer participants`),
  group: (words) => `Group: ${words}`,
  askPlace: (places) => `where it can be held (${places.join(', ').replace(/, ([^,]*)$/, ' or $1')})`,
  place: (place) => `Place: ${place}`,
  places: { member: 'at your place', vvsg: 'at VVSG in Brussels', online: 'online' },
  placeOf: (town) => `at your place in ${town}`,
  parts: {
    morning: 'in the morning',
    afternoon: 'in the afternoon',
    evening: 'in the evening',
    day: 'the whole day',
  },
  at: (hour) => `at ${hour}`,
  preferably: (weekdays) => `preferably on ${weekdays}`,
  notOn: (weekdays) => `not on ${weekdays}`,
  existing: (day) => `Existing booking: ${day}`,
  asked: (message) => `Your question: “${message}”`,
  holidays: {
    kerst: 'Christmas holidays',
    krokus: 'February school holidays',
    paas: 'Easter holidays',
    zomer: 'summer holidays',
    herfst: 'autumn school holidays',
  },
  moveTo: (day) => `New date: ${day}`,
  or: ' or ',
  and: ' and ',
  remarks: {
    past: (day) => `${day} is in the past, so I cannot plan anything then.`,
    impossible: (text) => `There is no such date as “${text}”.`,
    wrongWeekday: (day, weekday, near) => `${day} is not a ${weekday}. Do you mean ${day}, or ${near}?`,
    weekend: (day) => `${day} is in the weekend: we give no sessions then.`,
    schoolHoliday: (day, holiday) => `${day} is in the ${holiday}: possible, but fewer people may be there.`,
    weekends: 'We give no sessions in the weekend. An exception is possible only if staff confirm it.',
    closed: (day, name) => `VVSG is closed on ${day} (${name}).`,
    bridge: (day, name) => `${day} may be a bridge day (next to ${name}): that day has to be confirmed.`,
    outsideHours: (weekday, opens, closes) =>
      `On ${weekday} the office is open from ${opens} to ${closes}: that hour is not possible, I suggest another.`,
    outsideHoursWithEnd: (weekday, opens, closes, lasts) =>
      `On ${weekday} the office is open from ${opens} to ${closes}, and the session takes ${lasts}: that hour does not fit, I suggest another.`,
    evening: (closes) =>
      `We give no sessions in the evening: the office is open until ${closes}. An evening is possible only if staff confirm it.`,
    tooSoon: (day, level, days, first) =>
      `${day} is too soon: level ${level} has to be asked for at least ${days} days ahead, so for ${first} at the earliest.`,
    tooFar: (day, last) => `${day} is too far ahead: we plan until ${last}. Staff would have to confirm it.`,
    groupLarge: (level, participants, max) =>
      `${participants} participants is a large group: level ${level} takes at most ${max} a session. That has to be confirmed, or the group split into ${Math.ceil(participants / max)} sessions.`,
    groupSmall: (level, participants, min) =>
      `${participants} ${participants === 1 ? 'participant is' : 'participants is'} a small group: level ${level} needs at least ${min}. Could more people come, or people of another organisation? Otherwise it has to be confirmed.`,
    teams: (min, max) =>
      `A project team has ${min} to ${max} people: this number does not fit. Staff would have to confirm it.`,
    place: (level, place) => `Level ${level} is not given ${place}: where else could it be?`,
  },
  offers: {
    fits: "These moments are free in our hosts' planning, subject to confirmation:",
    nearest: 'The nearest possibilities are, subject to confirmation:',
    choose: 'Choose one (“the first”, “the second”) or name another day.',
    first: 'The first free moments are, subject to confirmation:',
    none: 'I find no free moment in that period. Please name another one.',
    path: 'A learning path has several days spread over one year: those dates are set together with the local governments that take part.',
    free: {
      fits: 'This is free:',
      nearest: 'The nearest free moments are:',
      first: 'The first free moments:',
    },
    reserve: " (subject to confirmation: the facilitator's calendar cannot be read now)",
  },
  needed: 'What I still need to know:',
  ask: {
    level: 'which level you want (1, 2 or 3)',
    date: 'which date or period suits you',
    participants: 'how many participants will come',
    body: 'which organisation it is for',
    contact: 'whom we may contact, and how',
  },
  levelChoice: (levels) =>
    levels.map(({ number, name, lasts }) => `level ${number}: ${name}, ${lasts}`).join('; '),
  askNewDate: 'which new date suits you',
  teamSize: (min, max) => `how many people each team has (${min} to ${max})`,
  askDateOfChange: 'which session it is (the date it is planned on)',
  unconfirmed: ({ name, email, phone }) =>
    `Please note: it is not yet confirmed that VVSG still offers this training in this form. The contact named in our source is ${name}; VVSG can be reached at ${email} or ${phone}.`,
  notOffered: (level, { name, email, phone }) =>
    `${capital(level)} is not offered at the moment. The contact is ${name}; VVSG can be reached at ${email} or ${phone}. Your wish goes to staff.`,
  complete: 'Nothing is booked yet: I pass your wish on to VVSG staff, who have to confirm it.',
  incomplete: 'Nothing is booked yet: VVSG staff confirm every request.',
  notYet: 'Nothing is booked yet: as soon as you choose a moment I keep it free for you.',
  unproven: 'I can only settle a booking for somebody I recognise as a member.',
  several: 'You ask for more than one session: all your wishes go to a colleague together.',
  oneByOne: 'If you would rather settle a moment yourself right away, ask for the sessions one by one.',
  byStaff: ({ name, email, phone }) =>
    `I cannot settle this myself. If you would like to talk about it meanwhile: the contact is ${name}; you reach VVSG at ${email} or ${phone}.`,
  staffChange:
    'I cannot change an existing booking myself: I pass this on to VVSG staff, who have to confirm the change.',
  staffCancel:
    'I cannot cancel an existing booking myself: I pass this on to VVSG staff, who have to confirm the cancellation.',
  capacity: 'The capacity for that number has to be confirmed too.',
}
