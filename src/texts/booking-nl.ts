import { type BookingTexts, capital } from './booking-types.js'

/** The dialogue in Dutch. */
export const DUTCH: BookingTexts = {
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
    free: {
      fits: 'Dit is vrij:',
      nearest: 'De dichtstbijzijnde vrije momenten zijn:',
      first: 'De eerste vrije momenten:',
    },
    reserve: ' (onder voorbehoud: de agenda van de begeleider is nu niet te lezen)',
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
  notYet: 'Er is nog niets geboekt: zodra u een moment kiest, hou ik het voor u vrij.',
  unproven: 'Zelf vastleggen kan ik alleen voor wie ik als lid herken.',
  several: 'U vraagt meer dan één sessie: al uw wensen gaan samen naar een medewerker.',
  oneByOne: 'Wilt u zelf meteen een moment vastleggen, vraag de sessies dan een voor een.',
  byStaff: ({ name, email, phone }) =>
    `Dit kan ik niet zelf vastleggen. Wilt u het intussen bespreken: contactpersoon is ${name}; u bereikt de VVSG via ${email} of ${phone}.`,
  staffChange:
    'Ik kan een bestaande boeking niet zelf wijzigen: ik geef dit door aan een VVSG-medewerker, die de wijziging moet bevestigen.',
  staffCancel:
    'Ik kan een bestaande boeking niet zelf annuleren: ik geef dit door aan een VVSG-medewerker, die de annulering moet bevestigen.',
  capacity: 'Ook de capaciteit voor dat aantal moeten we laten bevestigen.',
}
