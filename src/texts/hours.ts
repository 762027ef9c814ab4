import type { Language } from './language.js'

/** Words about opening hours. Clock times and days come in as figures; nothing here looks at a clock. */

const WEEKDAYS = {
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const

const MONTHS = {
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const

const HOLIDAYS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  nl: {
    'new-year': 'Nieuwjaar',
    'easter-monday': 'paasmaandag',
    'labour-day': 'Dag van de Arbeid',
    ascension: 'O.L.H.-Hemelvaart',
    'whit-monday': 'pinkstermaandag',
    'national-day': 'nationale feestdag',
    assumption: 'O.L.V.-Hemelvaart',
    'all-saints': 'Allerheiligen',
    armistice: 'Wapenstilstand',
    christmas: 'Kerstmis',
  },
  en: {
    'new-year': "New Year's Day",
    'easter-monday': 'Easter Monday',
    'labour-day': 'Labour Day',
    ascension: 'Ascension Day',
    'whit-monday': 'Whit Monday',
    'national-day': 'Belgian National Day',
    assumption: 'Assumption Day',
    'all-saints': "All Saints' Day",
    armistice: 'Armistice Day',
    christmas: 'Christmas Day',
  },
}

/** The name of a legal holiday; the key itself when it has none. */
export function holidayName(key: string, language: Language): string {
  return HOLIDAYS[language][key] ?? key
}

/** What a closing day is called; the organisation's own days have one name in every language. */
export function closingDayName(
  day: { readonly holiday: string | null; readonly name: string | null },
  language: Language,
): string {
  if (day.holiday !== null) return holidayName(day.holiday, language)
  return day.name ?? (language === 'nl' ? 'sluitingsdag' : 'closing day')
}

/** `weekday` is 1 for Monday to 7 for Sunday. */
export function weekdayName(weekday: number, language: Language): string {
  return WEEKDAYS[language][weekday - 1] ?? ''
}

/**
 * A time of day from minutes after midnight.
 *
 * @example
 * ```ts
 * clockText(990, 'nl') //=> '16.30'
 * clockText(960, 'nl') //=> '16'
 * clockText(960, 'en') //=> '16:00'
 * ```
 */
export function clockText(minute: number, language: Language): string {
  const hour = Math.floor(minute / 60)
  const rest = String(minute % 60).padStart(2, '0')
  if (language === 'en') return `${hour}:${rest}`
  return rest === '00' ? String(hour) : `${hour}.${rest}`
}

/** "16.30 uur" or "16:30". */
export function hourText(minute: number, language: Language): string {
  return language === 'nl' ? `${clockText(minute, 'nl')} uur` : clockText(minute, 'en')
}

/** "maandag 23 november", with the year when `withYear`. `day` is an ISO day, `weekday` 1 to 7. */
export function dayText(day: string, weekday: number, withYear: boolean, language: Language): string {
  const month = MONTHS[language][Number(day.slice(5, 7)) - 1] ?? ''
  const year = withYear ? ` ${day.slice(0, 4)}` : ''
  return `${weekdayName(weekday, language)} ${Number(day.slice(8, 10))} ${month}${year}`
}

/** Names the language's way: "a, b en c". */
export function listText(items: readonly string[], language: Language): string {
  const and = language === 'nl' ? ' en ' : ' and '
  return items.length < 2 ? items.join('') : items.slice(0, -1).join(', ') + and + items[items.length - 1]
}

/** The sentences of the promise: only ever when staff are there, never when an answer comes. */
export interface PromiseTexts {
  openUntil(closes: string): string
  firstLook(day: string, hour: string): string
  readonly unknown: string
  telephoneToo(number: string, until: string): string
  telephoneOnly(number: string, until: string): string
}

export const PROMISE_TEXTS: Readonly<Record<Language, PromiseTexts>> = {
  nl: {
    openUntil: (closes) => `Wij zijn er tot ${closes}.`,
    firstLook: (day, hour) => `Een medewerker kan ten vroegste ${day} om ${hour} kijken.`,
    unknown: 'Een medewerker kijkt zodra het kantoor opnieuw open is.',
    telephoneToo: (number, until) => `Bellen kan ook: ${number}, vandaag tot ${until}.`,
    telephoneOnly: (number, until) => `Het kantoor is gesloten, maar bellen kan nog tot ${until}: ${number}.`,
  },
  en: {
    openUntil: (closes) => `We are here until ${closes}.`,
    firstLook: (day, hour) => `A member of staff can look at it on ${day} at ${hour} at the earliest.`,
    unknown: 'A member of staff will look at it once the office is open again.',
    telephoneToo: (number, until) => `You can also call ${number}, today until ${until}.`,
    telephoneOnly: (number, until) =>
      `The office is closed, but you can still call ${number} until ${until}.`,
  },
}
