import nodeIcal, { type VEvent } from 'node-ical'
import type { Busy, Interval } from './availability.js'
import type { Host } from './offerings.js'

/** Fetches the text of a calendar; rejects when it cannot be had. */
export type FetchCalendar = (url: string, signal: AbortSignal) => Promise<string>

/** What hosts are busy with according to their own calendars, and whose could not be read. */
export interface HostsElsewhere {
  readonly busy: readonly Busy[]
  /** Ids of hosts whose calendar is not known as it is now: what is known of it is in `busy`. */
  readonly unsure: ReadonlySet<string>
}

/** How long things last, in milliseconds. */
export interface CalendarTuning {
  /** A calendar read this long ago counts as known. */
  readonly freshMs: number
  readonly timeoutMs: number
  /** One that failed is left alone this long. */
  readonly retryMs: number
}

export const CALENDAR_TUNING: CalendarTuning = { freshMs: 10 * 60_000, timeoutMs: 4000, retryMs: 60_000 }

interface Known {
  readonly text: string
  readonly at: number
}

/**
 * Reads the calendars that hosts keep elsewhere, and remembers them for a while.
 *
 * One that cannot be read makes its host unsure; what was read of it before still counts as busy.
 */
export class HostCalendars {
  readonly #fetch: FetchCalendar
  readonly #tuning: CalendarTuning
  readonly #known = new Map<string, Known>()
  readonly #failed = new Map<string, number>()
  readonly #reading = new Map<string, Promise<void>>()

  constructor(fetch: FetchCalendar, tuning: Partial<CalendarTuning> = {}) {
    this.#fetch = fetch
    this.#tuning = { ...CALENDAR_TUNING, ...tuning }
  }

  /** Never rejects: a calendar that cannot be read is a host of whom one is unsure. */
  async elsewhere(hosts: readonly Host[], during: Interval, now: Date): Promise<HostsElsewhere> {
    const busy: Busy[] = []
    const unsure = new Set<string>()
    await Promise.all(hosts.map(({ calendar }) => calendar && this.#refresh(calendar, now.getTime())))
    for (const { id, calendar } of hosts) {
      if (calendar === null) continue
      const known = this.#known.get(calendar)
      const read = known === undefined ? null : busyIn(known.text, during)
      for (const stretch of read ?? []) busy.push({ ...stretch, host: id })
      const fresh = known !== undefined && now.getTime() - known.at < this.#tuning.freshMs
      if (read === null || !fresh) unsure.add(id)
    }
    return { busy, unsure }
  }

  #refresh(url: string, now: number): Promise<void> {
    const { freshMs, retryMs } = this.#tuning
    const known = this.#known.get(url)
    const failed = this.#failed.get(url)
    if (known !== undefined && now - known.at < freshMs) return Promise.resolve()
    if (failed !== undefined && now - failed < retryMs) return Promise.resolve()
    const reading = this.#reading.get(url) ?? this.#read(url, now)
    this.#reading.set(url, reading)
    return reading
  }

  async #read(url: string, now: number): Promise<void> {
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(), this.#tuning.timeoutMs)
    try {
      const text = await Promise.race([this.#fetch(url, abort.signal), whenAborted(abort.signal)])
      if (busyIn(text, { start: now, end: now + 1 }) === null) throw new Error('That is no calendar')
      this.#known.set(url, { text, at: now })
      this.#failed.delete(url)
    } catch {
      this.#failed.set(url, now)
    } finally {
      clearTimeout(timer)
      this.#reading.delete(url)
    }
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The calendar took too long')))
  })
}

/**
 * When somebody is busy according to a calendar, within a stretch; null when it is no calendar.
 *
 * What is cancelled or marked as free does not count; a whole day does. Recurring events are followed over both
 * clock changes.
 */
export function busyIn(text: string, during: Interval): readonly Interval[] | null {
  if (!/^\uFEFF?BEGIN:VCALENDAR/i.test(text.trimStart())) return null
  try {
    const parts = Object.values(nodeIcal.sync.parseICS(text))
    return parts.flatMap((part) => (part?.type === 'VEVENT' && isBusy(part) ? timesOf(part, during) : []))
  } catch {
    return null
  }
}

function isBusy({ status, transparency }: Pick<VEvent, 'status' | 'transparency'>): boolean {
  return status !== 'CANCELLED' && transparency !== 'TRANSPARENT'
}

/** Longest event that is noticed when it began before the stretch. */
const LONG_MS = 31 * 86_400_000

function timesOf(event: VEvent, during: Interval): readonly Interval[] {
  // Without a rule the other dates of an event stand beside it, each as it is.
  const overrides = event.rrule ? [] : [...new Set(Object.values(event.recurrences ?? {}))]
  const instances = nodeIcal.expandRecurringEvent(event, {
    from: new Date(during.start - LONG_MS),
    to: new Date(during.end),
    expandOngoing: true,
  })
  const all = [
    ...instances.map(({ start, end, event: own }) => ({ start, end, counts: isBusy(own) })),
    ...overrides.map(({ start, end = start, status }) => ({ start, end, counts: status !== 'CANCELLED' })),
  ]
  return all
    .flatMap(({ start, end, counts }) => {
      const timed = start instanceof Date && end instanceof Date
      return counts && timed ? [{ start: start.getTime(), end: end.getTime() }] : []
    })
    .filter(({ start, end }) => start < during.end && during.start < end)
}
