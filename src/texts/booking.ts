/** Words of the booking dialogue. Dates, hours and names come in ready to read; nothing here computes. */

export type BookingLanguage = 'nl' | 'en'

/** A level as a reply names it. */
export interface LevelWords {
  readonly number: number
  readonly name: string
  readonly lasts: string
  readonly content: string
}

/** Whom to reach about the sessions. */
export interface ContactWords {
  readonly name: string
  readonly email: string
  readonly phone: string
}

/** Every sentence of the dialogue. Days read `donderdag 18 maart 2027`, hours `16.30 uur`. */
export interface BookingTexts {
  readonly opening: {
    readonly wish: string
    readonly again: string
    readonly change: string
    readonly cancel: string
  }
  readonly withdrawn: string
  readonly understood: string
  level(level: LevelWords): string
  levelShort(level: LevelWords): string
  unknownLevel(number: number): string
  date(dates: string): string
  session(level: string | null, date: string): string
  period(from: string, to: string): string
  participants(count: number, atLeast: number | null): string
  fewerOrMore(before: number, after: number): string
  teams(count: number): string
  more(count: number): string
  group(words: string): string
  askPlace(places: readonly string[]): string
  place(place: string): string
  readonly places: { readonly member: string; readonly vvsg: string; readonly online: string }
  placeOf(town: string): string
  readonly parts: Readonly<Record<'morning' | 'afternoon' | 'evening' | 'day', string>>
  at(hour: string): string
  preferably(weekdays: string): string
  notOn(weekdays: string): string
  existing(day: string): string
  asked(message: string): string
  readonly holidays: Readonly<Record<'kerst' | 'krokus' | 'paas' | 'zomer' | 'herfst', string>>
  moveTo(day: string): string
  readonly or: string
  readonly and: string
  readonly remarks: RemarkTexts
  readonly offers: {
    readonly fits: string
    readonly nearest: string
    readonly first: string
    readonly choose: string
    readonly none: string
    readonly path: string
  }
  readonly needed: string
  readonly ask: Readonly<Record<'level' | 'date' | 'participants' | 'body' | 'contact', string>>
  levelChoice(levels: readonly LevelWords[]): string
  readonly askNewDate: string
  teamSize(min: number, max: number): string
  readonly askDateOfChange: string
  unconfirmed(contact: ContactWords): string
  notOffered(level: string, contact: ContactWords): string
  readonly complete: string
  readonly incomplete: string
  readonly staffChange: string
  readonly staffCancel: string
  readonly capacity: string
}

/** Why a wish cannot be had as it was asked, or must be confirmed. */
export interface RemarkTexts {
  past(day: string): string
  impossible(text: string): string
  wrongWeekday(day: string, weekday: string, near: string): string
  weekend(day: string): string
  readonly weekends: string
  schoolHoliday(day: string, holiday: string): string
  closed(day: string, name: string): string
  bridge(day: string, name: string): string
  outsideHours(weekday: string, opens: string, closes: string): string
  outsideHoursWithEnd(weekday: string, opens: string, closes: string, lasts: string): string
  evening(closes: string): string
  tooSoon(day: string, level: number, days: number, first: string): string
  tooFar(day: string, last: string): string
  groupLarge(level: number, participants: number, max: number): string
  groupSmall(level: number, participants: number, min: number): string
  teams(min: number, max: number): string
  place(level: number, place: string): string
}

const nl: BookingTexts = {
  opening: {
    wish: 'Graag help ik u een service-designsessie aan te vragen.',
    again: 'Goed, ik pas het aan.',
    change: 'U wilt een bestaande boeking wijzigen.',
    cancel: 'U wilt een bestaande boeking annuleren.',
  },
  withdrawn:
    'In orde, ik laat uw aanvraag vallen. Er was nog niets geboekt. U kunt altijd opnieuw een sessie aanvragen.',
  understood: 'Dit heb ik begrepen:',
  level: ({ number, name, lasts, content }) => `Niveau ${number}: ${name}, ${lasts} (${content})`,
  levelShort: ({ number, name, lasts }) => `niveau ${number} (${name}, ${lasts})`,
  unknownLevel: (number) => `Niveau ${number} bestaat niet: er zijn drie niveaus, 1, 2 en 3.`,
  date: (dates) => `Datum: ${dates}`,
  session: (level, date) => (level === null ? `Sessie op ${date}` : `${capital(level)} op ${date}`),
  period: (from, to) => `van ${from} tot en met ${to}`,
  participants: (count, atLeast) =>
    `${atLeast === null ? '' : `${atLeast} tot `}${count} ${count === 1 ? 'deelnemer' : 'deelnemers'}`,
  fewerOrMore: (before, after) => `van ${before} naar ${after} deelnemers`,
  teams: (count) => (count === 1 ? '1 team' : `${count} teams`),
  more: (count) => (count > 0 ? `${count} deelnemers extra` : `${-count} deelnemers minder`),
  group: (words) => `Aantal: ${words}`,
  askPlace: (places) => `waar het mag doorgaan (${places.join(', ').replace(/, ([^,]*)$/, ' of $1')})`,
  place: (place) => `Plaats: ${place}`,
  places: { member: 'bij u', vvsg: 'bij de VVSG in Brussel', online: 'online' },
  placeOf: (town) => `bij u in ${town}`,
  parts: {
    morning: 'in de voormiddag',
    afternoon: 'in de namiddag',
    evening: "'s avonds",
    day: 'de hele dag',
  },
  at: (hour) => `om ${hour}`,
  preferably: (weekdays) => `liefst op ${weekdays}`,
  notOn: (weekdays) => `niet op ${weekdays}`,
  existing: (day) => `Bestaande boeking: ${day}`,
  asked: (message) => `Uw vraag: “${message}”`,
  holidays: {
    kerst: 'kerstvakantie',
    krokus: 'krokusvakantie',
    paas: 'paasvakantie',
    zomer: 'zomervakantie',
    herfst: 'herfstvakantie',
  },
  moveTo: (day) => `Nieuwe datum: ${day}`,
  or: ' of ',
  and: ' en ',
  remarks: {
    past: (day) => `${capital(day)} ligt in het verleden, dus daarvoor kan ik niets vastleggen.`,
    impossible: (text) => `De datum “${text}” bestaat niet.`,
    wrongWeekday: (day, weekday, near) => `${capital(day)} is geen ${weekday}. Bedoelt u ${day}, of ${near}?`,
    weekend: (day) => `${capital(day)} valt in het weekend: dan geven we geen sessies.`,
    schoolHoliday: (day, holiday) =>
      `${capital(day)} valt in de ${holiday}: dat kan, maar er is dan vaak minder volk.`,
    weekends:
      'In het weekend geven we geen sessies. Een uitzondering kan alleen als een medewerker die bevestigt.',
    closed: (day, name) => `Op ${day} (${name}) is de VVSG gesloten.`,
    bridge: (day, name) =>
      `${capital(day)} is mogelijk een brugdag (naast ${name}): die dag moeten we laten bevestigen.`,
    outsideHours: (weekday, opens, closes) =>
      `Op ${weekday} is het kantoor open van ${opens} tot ${closes}: dat uur kan niet, ik stel een ander uur voor.`,
    outsideHoursWithEnd: (weekday, opens, closes, lasts) =>
      `Op ${weekday} is het kantoor open van ${opens} tot ${closes}, en de sessie duurt ${lasts}: dat uur past niet, ik stel een ander uur voor.`,
    evening: (closes) =>
      `'s Avonds geven we geen sessies: het kantoor is open tot ${closes}. Een avond kan alleen als een medewerker dat bevestigt.`,
    tooSoon: (day, level, days, first) =>
      `${capital(day)} is te kort dag: niveau ${level} vraagt u minstens ${days} dagen vooraf aan, dus ten vroegste voor ${first}.`,
    tooFar: (day, last) =>
      `${capital(day)} is nog te ver vooruit: we plannen tot ${last}. Een medewerker moet dat bevestigen.`,
    groupLarge: (level, participants, max) =>
      `${participants} deelnemers is een grote groep: niveau ${level} is voor hoogstens ${max} deelnemers per sessie. Dat moeten we laten bevestigen, of we splitsen de groep in ${Math.ceil(participants / max)} sessies.`,
    groupSmall: (level, participants, min) =>
      `${participants} ${participants === 1 ? 'deelnemer' : 'deelnemers'} is weinig: niveau ${level} gaat door vanaf ${min} deelnemers. Kunt u met meer komen, of samen met een ander bestuur? Anders moeten we het laten bevestigen.`,
    teams: (min, max) =>
      `Een projectteam telt ${min} tot ${max} mensen: met dit aantal komt dat niet uit. Een medewerker moet dat bevestigen.`,
    place: (level, place) => `Niveau ${level} wordt niet ${place} gegeven: waar mag het dan doorgaan?`,
  },
  offers: {
    fits: 'Dit is mogelijk volgens de planning van onze begeleiders, onder voorbehoud van bevestiging:',
    nearest: 'De dichtstbijzijnde mogelijkheden zijn, onder voorbehoud van bevestiging:',
    choose: 'Kies gerust (“de eerste”, “de tweede”) of noem een andere dag.',
    first: 'De eerste vrije momenten, onder voorbehoud van bevestiging:',
    none: 'In die periode vind ik geen vrij moment. Noem gerust een andere periode.',
    path: 'Een leertraject telt meerdere dagen, gespreid over één jaar: die data leggen we samen met de deelnemende besturen vast.',
  },
  needed: 'Wat ik nog moet weten:',
  ask: {
    level: 'welk niveau u wenst (1, 2 of 3)',
    date: 'welke datum of periode u past',
    participants: 'met hoeveel deelnemers u komt',
    body: 'voor welk bestuur het is',
    contact: 'wie we mogen contacteren, en hoe',
  },
  levelChoice: (levels) =>
    levels.map(({ number, name, lasts }) => `niveau ${number}: ${name}, ${lasts}`).join('; '),
  askNewDate: 'welke nieuwe datum u past',
  teamSize: (min, max) => `hoeveel mensen elk team telt (${min} tot ${max})`,
  askDateOfChange: 'welke sessie het is (de datum waarop ze gepland staat)',
  unconfirmed: ({ name, email, phone }) =>
    `Let op: of de VVSG deze opleiding nog in deze vorm aanbiedt, is nog niet bevestigd. Contactpersoon volgens onze bron is ${name}; u bereikt de VVSG via ${email} of ${phone}.`,
  notOffered: (level, { name, email, phone }) =>
    `${capital(level)} wordt op dit moment niet aangeboden. Contactpersoon is ${name}; u bereikt de VVSG via ${email} of ${phone}. Uw wens gaat naar een medewerker.`,
  complete: 'Er is nog niets geboekt: ik geef uw wens door aan een VVSG-medewerker, die ze moet bevestigen.',
  incomplete: 'Er is nog niets geboekt: een VVSG-medewerker bevestigt uw aanvraag.',
  staffChange:
    'Ik kan een bestaande boeking niet zelf wijzigen: ik geef dit door aan een VVSG-medewerker, die de wijziging moet bevestigen.',
  staffCancel:
    'Ik kan een bestaande boeking niet zelf annuleren: ik geef dit door aan een VVSG-medewerker, die de annulering moet bevestigen.',
  capacity: 'Ook de capaciteit voor dat aantal moeten we laten bevestigen.',
}

const en: BookingTexts = {
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
  staffChange:
    'I cannot change an existing booking myself: I pass this on to VVSG staff, who have to confirm the change.',
  staffCancel:
    'I cannot cancel an existing booking myself: I pass this on to VVSG staff, who have to confirm the cancellation.',
  capacity: 'The capacity for that number has to be confirmed too.',
}

/** The sentences of a language. */
export function bookingTexts(language: BookingLanguage): BookingTexts {
  return language === 'en' ? en : nl
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
