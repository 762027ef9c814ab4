import { type OfficeHours, type TimetableName, usualWindows } from '../hours/office-hours.js'
import { type Figure, groupedCounts } from './tables.js'

/** Who is there in an hour of a usual week: the building open, the telephone staffed. */
export const PRESENCES = ['both', 'office', 'telephone', 'nobody'] as const
export type Presence = (typeof PRESENCES)[number]

/** Questions over the hours of a week. */
export interface Load {
  /** 168 hours, the first that of Monday midnight. */
  readonly hours: readonly { readonly presence: Presence; readonly count: Figure }[]
  /** Of the hours with each presence together; presences that no hour has are left out. */
  readonly sums: readonly { readonly presence: Presence; readonly count: Figure }[]
  readonly total: Figure
}

/** The load of a week as it is published. An hour that is open for half or more of it counts as open. */
export function publishedLoad(byHour: readonly number[], hours: OfficeHours): Load {
  const presences = Array.from({ length: 168 }, (_, hour) => presenceIn(hour, hours))
  const present = PRESENCES.filter((presence) => presences.includes(presence))
  const places = present.map((presence) => presences.flatMap((own, hour) => (own === presence ? [hour] : [])))
  const { groups, sums, total } = groupedCounts(places.map((own) => own.map((hour) => byHour[hour] ?? 0)))
  const counts = new Map(
    places.flatMap((own, at) => own.map((hour, place) => [hour, groups[at]?.[place] ?? 'withheld'] as const)),
  )
  return {
    hours: presences.map((presence, hour) => ({ presence, count: counts.get(hour) ?? 'withheld' })),
    sums: present.map((presence, at) => ({ presence, count: sums[at] ?? 'withheld' })),
    total,
  }
}

function presenceIn(hour: number, hours: OfficeHours): Presence {
  const office = isOpen(hour, hours, 'office')
  const telephone = isOpen(hour, hours, 'telephone')
  if (office && telephone) return 'both'
  if (office) return 'office'
  return telephone ? 'telephone' : 'nobody'
}

function isOpen(hour: number, hours: OfficeHours, timetable: TimetableName): boolean {
  const from = (hour % 24) * 60
  const open = usualWindows(hours, timetable, Math.floor(hour / 24) + 1)
    .map(({ opens, closes }) => Math.max(0, Math.min(closes, from + 60) - Math.max(opens, from)))
    .reduce((all, minutes) => all + minutes, 0)
  return open >= 30
}
