import { bookableDays, type Circumstances } from './availability.js'
import { type BookingCalendar, OPEN_CALENDAR } from './calendar.js'
import { checkGroup, checkPlace, checkWish, type Remark } from './checks.js'
import { addDays, type Day, type DayRange, dayAt } from './days.js'
import type { BookingContext, Draft } from './draft.js'
import { type Offering, offeringOf } from './offerings.js'
import { nearestSlots } from './offers.js'
import { whereOf } from './place.js'
import type { BookingView, BookingWish } from './view.js'
import { type LevelledWish, wishDate } from './wishes.js'

/** A draft checked against what is offered: what can be asked, offered, and must be said. */
export interface Plan {
  readonly draft: Draft
  readonly view: BookingView
  /** The wishes that stand, with their levels; the same dates as in the view, in the same order. */
  readonly wishes: readonly LevelledWish[]
  readonly remarks: readonly Remark[]
  /** Length in minutes of the session each offer is for, beside `view.offers`; null when not known. */
  readonly offerLevels: readonly (Offering | null)[]
  /** Beside `view.offers`: whether it is offered with reserve, because no host's calendar could be read. */
  readonly unsure: readonly boolean[]
  /** Whether every wish can be had as it was asked, as far as the plan knows. */
  readonly fits: boolean
}

const OFFERS = 3

/** Checks a draft, looks up the nearest free slots and lists what is still missing. */
export function planFor(draft: Draft, context: BookingContext): Plan {
  const today = dayAt(context.now)
  const calendar = context.hours ?? OPEN_CALENDAR
  const checked = draft.wishes.map((wish) => {
    const offering = offeringOf(context.offerings, wish.level ?? draft.level)
    return { wish, offering, remarks: checkWish(wish, offering, calendar, today) }
  })
  // A day that is over or does not add up is not a wish any more: a new one is asked for.
  const standing = checked.filter(
    ({ remarks }) => !remarks.some(({ kind }) => /^(past|wrong-weekday)$/.test(kind)),
  )
  const wishes = standing.map(({ wish }) => wish)
  const offering = offeringOf(context.offerings, draft.level)
  const remarks = [...generalRemarks(draft, offering), ...unique(checked.flatMap((entry) => entry.remarks))]
  const offered = offersFor(draft, standing, context, calendar, today)
  const placeFits = !remarks.some(({ kind }) => kind === 'place')
  const view: BookingView = {
    level: draft.level,
    participants: draft.participants,
    place: placeFits ? draft.place : null,
    wishes:
      draft.kind === 'wish' ? wishes.map((wish) => wishShown(wish, draft)) : changeWishes(draft, wishes),
    missing: missingOf(draft, wishes, placeFits),
    offers: offered.map(({ start }) => start),
    ...likingOf(draft),
  }
  const fits = standing.every((entry) =>
    entry.remarks.every(({ kind }) => /^(bridge|school-holiday)$/.test(kind)),
  )
  const offerLevels = offered.map((offer) => offer.offering)
  const unsure = offered.map((offer) => offer.unsure)
  return { draft, view, wishes, remarks, offerLevels, unsure, fits }
}

function wishShown({ wish, level }: LevelledWish, { mixed }: Draft): BookingWish {
  return mixed && level !== null ? { ...wish, level } : wish
}

function likingOf({ kind, weekdays, notWeekdays }: Draft): Pick<BookingView, 'liking'> {
  const named = kind === 'wish' && weekdays.length + notWeekdays.length > 0
  return named ? { liking: { weekdays, notWeekdays } } : {}
}

function generalRemarks(draft: Draft, offering: Offering | null): Remark[] {
  const unknown: Remark[] =
    draft.unknownLevel === null ? [] : [{ kind: 'unknown-level', number: draft.unknownLevel }]
  const impossible: Remark[] = draft.impossible.map((text) => ({ kind: 'impossible', text }))
  const group = checkGroup(offering, draft.participants, draft.teams)
  const weekend: Remark[] =
    draft.weekdays.length > 0 && draft.weekdays.every((weekday) => weekday > 5)
      ? [{ kind: 'weekend', day: null }]
      : []
  return [...unknown, ...impossible, ...weekend, ...group, ...checkPlace(offering, whereOf(draft.place))]
}

function unique(remarks: readonly Remark[]): Remark[] {
  const seen = new Set<string>()
  return remarks.filter((remark) => {
    const key = JSON.stringify(remark)
    return seen.has(key) ? false : seen.add(key)
  })
}

// For a change or a cancellation the view names the new date, or else the booking's own.
function changeWishes(draft: Draft, wishes: readonly LevelledWish[]): BookingWish[] {
  if (wishes.length > 0) return wishes.map(({ wish }) => wish)
  return draft.existing === null ? [] : [{ date: wishDate(draft.existing), part: null, time: null }]
}

function missingOf(draft: Draft, wishes: readonly LevelledWish[], placeFits: boolean): string[] {
  if (draft.kind !== 'wish') return draft.existing === null && wishes.length === 0 ? ['date'] : []
  const dated = wishes.some(({ wish }) => wish.date !== null)
  const missing: readonly (readonly [string, boolean])[] = [
    ['level', draft.level === null && !draft.mixed],
    ['date', !dated],
    ['participants', draft.participants === null],
    ['place', draft.place === null || !placeFits],
    ['body', !draft.bodyKnown],
    ['contact', !draft.contactKnown],
  ]
  return missing.flatMap(([name, isMissing]) => (isMissing ? [name] : []))
}

interface Offer {
  readonly start: string
  readonly offering: Offering | null
  readonly unsure: boolean
}

interface Checked {
  readonly wish: LevelledWish
  readonly offering: Offering | null
}

function offersFor(
  draft: Draft,
  standing: readonly Checked[],
  context: BookingContext,
  calendar: BookingCalendar,
  today: Day,
): Offer[] {
  if (draft.kind === 'cancel') return []
  if (draft.offers !== null) {
    const offering = offeringOf(context.offerings, draft.level)
    return draft.offers.map((start) => ({ start, offering, unsure: false }))
  }
  const circumstances: Circumstances = {
    now: context.now,
    calendar,
    hosts: context.offerings.hosts,
    busy: context.busy ?? [],
    ...(context.unsure && { unsure: context.unsure }),
  }
  const bookable = toOffer(draft, standing, context).slice(0, OFFERS)
  const each = Math.max(1, Math.floor(OFFERS / Math.max(1, bookable.length)))
  const found = bookable.flatMap(({ wish, offering }) => {
    if (offering === null) return []
    const dated =
      wish.wish.date === null ? { ...wish.wish, date: wishDate(soon(offering, today)) } : wish.wish
    return nearestSlots(offering, dated, draft, circumstances, today, each).map(
      ({ start, hosts, unsure }) => ({ start, offering, unsure: hosts.length === unsure.length }),
    )
  })
  return found.filter(({ start }, index) => found.findIndex((other) => other.start === start) === index)
}

const ANY_TIME: LevelledWish = { wish: { date: null, part: null, time: null }, level: null, weekday: null }

// Nobody is asked for a date without seeing what is free: a level alone is offered its first free moments.
function toOffer(draft: Draft, standing: readonly Checked[], context: BookingContext): Checked[] {
  const offered = standing.filter(({ offering }) => isOffered(offering))
  if (standing.length > 0 || draft.kind !== 'wish') return offered
  const offering = offeringOf(context.offerings, draft.level)
  return isOffered(offering) ? [{ wish: ANY_TIME, offering }] : []
}

const SOON_DAYS = 27

function soon(offering: Offering, today: Day): DayRange {
  const { from } = bookableDays(offering, today)
  return { from, to: addDays(from, SOON_DAYS) }
}

// The days of a learning path are set with all who take part: it has no slots.
function isOffered(offering: Offering | null): boolean {
  return offering?.active === true && offering.teams === null
}
