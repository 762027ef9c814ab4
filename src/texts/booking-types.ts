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
    /** Where the desk itself books. */
    readonly free: { readonly fits: string; readonly nearest: string; readonly first: string }
    /** Behind a moment of which one is not sure. */
    readonly reserve: string
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
  /** Where the desk itself books: nothing is, until a moment is chosen. */
  readonly notYet: string
  readonly unproven: string
  /** Several sessions in one message go to a colleague together. */
  readonly several: string
  /** They can be booked here too, each in a message of its own. */
  readonly oneByOne: string
  /** A wish of a known member that is for a colleague to settle. */
  byStaff(contact: ContactWords): string
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

/** First letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
