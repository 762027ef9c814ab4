import { z } from 'zod'
import { readCheckedYaml } from '../checked-yaml.js'
import { makeDay } from './days.js'
import type { Level } from './level.js'

const WEEKDAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const

const isoDay = z.string().refine(isDay, 'expected a day written as 2027-03-18 that exists')
const clock = z
  .string()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/, 'expected a time between quotes, such as "9:00" or "16:30"')
  .transform(toMinutes)
const bilingual = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })
const size = z
  .strictObject({ min: z.int().min(1), max: z.int().min(1) })
  .refine(({ min, max }) => min <= max, 'expected min to be at most max')
const levelNumber = z.union([z.literal(1), z.literal(2), z.literal(3)])

const level = z.strictObject({
  level: levelNumber,
  active: z.boolean(),
  confirmedOn: isoDay.nullable(),
  name: bilingual,
  lasts: bilingual,
  content: bilingual,
  audience: bilingual,
  minutes: z.int().min(5).max(1440),
  stepMinutes: z.int().min(5).max(240),
  group: size,
  teams: z.strictObject({ min: z.int().min(1), max: z.int().min(1), size }).nullable(),
  where: z.array(z.enum(['member', 'vvsg', 'online'])).min(1),
  noticeDays: z.int().min(0),
  horizonDays: z.int().min(1).max(1100),
  bufferBefore: z.int().min(0).max(1440),
  bufferAfter: z.int().min(0).max(1440),
  hosts: z.array(z.string()).min(1),
  preparation: bilingual,
})

const available = z
  .strictObject({ day: z.enum(WEEKDAYS), from: clock, to: clock })
  .refine(({ from, to }) => from < to, 'expected from to be earlier than to')
  .transform(({ day, from, to }) => ({ weekday: WEEKDAYS.indexOf(day) + 1, from, to }))

const secureUrl = z.url({ protocol: /^https$/, error: 'expected an address that starts with https://' })

const host = z.strictObject({
  id: z.string().min(1),
  role: z.string().min(1),
  available: z.array(available),
  absences: z.array(z.strictObject({ from: isoDay, to: isoDay })),
  mail: z.email().nullable().default(null),
  calendar: secureUrl.nullable().default(null),
})

const pathDay = z
  .strictObject({ date: isoDay, from: clock, to: clock })
  .refine(({ from, to }) => from < to, 'expected from to be earlier than to')

const path = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'expected small letters, digits and hyphens'),
  name: bilingual,
  host: z.string(),
  place: z.string().min(1),
  days: z.array(pathDay).min(1),
  teams: z
    .strictObject({ min: z.int().min(1), max: z.int().min(1) })
    .refine(({ min, max }) => min <= max, 'expected min to be at most max'),
  teamsPerBody: z.int().min(1),
  joinUntil: isoDay,
})

const rules = z.strictObject({
  holdMinutes: z.int().min(5).max(1440),
  offerHours: z.int().min(1).max(720),
  changeUntilDays: z.int().min(0),
  terms: bilingual,
})

const RULES: z.input<typeof rules> = {
  holdMinutes: 30,
  offerHours: 48,
  changeUntilDays: 7,
  terms: {
    nl: 'Verplaatsen of annuleren kan hier tot 7 dagen vooraf; daarna neemt een medewerker het over.',
    en: 'You can move or cancel here up to 7 days before; after that a colleague takes over.',
  },
}

/** What `sessions.yaml` must look like; the error of a wrong field says what was expected. */
export const offeringsSchema = z
  .strictObject({
    contact: z.strictObject({ name: z.string().min(1), email: z.email(), phone: z.string().min(1) }),
    levels: z.array(level).min(1),
    hosts: z.array(host).min(1),
    paths: z.array(path).default([]),
    booking: rules.default(RULES),
  })
  .superRefine((file, context) => {
    const known = new Set(file.hosts.map(({ id }) => id))
    for (const problem of pathProblems(file.paths, known)) context.addIssue({ code: 'custom', ...problem })
    for (const [index, { hosts }] of file.levels.entries()) {
      for (const id of hosts.filter((name) => !known.has(name))) {
        context.addIssue({
          code: 'custom',
          path: ['levels', index, 'hosts'],
          message: `names ${id}, which is not under hosts`,
        })
      }
    }
    const numbers = file.levels.map((entry) => entry.level)
    for (const [index, number] of numbers.entries()) {
      if (numbers.indexOf(number) < index)
        context.addIssue({
          code: 'custom',
          path: ['levels', index, 'level'],
          message: `level ${number} is there twice`,
        })
    }
  })

/** The sessions members can ask for, their hosts and the contact, as staff wrote them in `sessions.yaml`. */
export type Offerings = z.output<typeof offeringsSchema>

/** One level of the training; times in minutes, group sizes and days inclusive. */
export type Offering = Offerings['levels'][number]

/**
 * Who gives sessions and when in the week; minutes after midnight in Brussels, the end not included.
 *
 * `mail` gets the invitations and `calendar` is read to know when the host is busy elsewhere; null when there is none.
 */
export type Host = Offerings['hosts'][number]

/**
 * One group that takes the learning path together, with its dates over a year.
 *
 * Places are counted in teams; a body can join up to and including the day `joinUntil`.
 */
export type LearningPath = Offerings['paths'][number]

/**
 * Reads `sessions.yaml`.
 *
 * @throws FileError naming file, line, field and what was expected.
 */
export function readOfferings(path: string): Offerings {
  return readCheckedYaml(path, offeringsSchema)
}

/** The offering of a level; null when the file leaves that level out or no level was chosen. */
export function offeringOf(offerings: Offerings, number: Level | null): Offering | null {
  return offerings.levels.find((entry) => entry.level === number) ?? null
}

/** The path with this id; null when the file has none. */
export function pathOf(offerings: Offerings, id: string | null): LearningPath | null {
  return offerings.paths.find((entry) => entry.id === id) ?? null
}

/**
 * Whether the desk itself may book a level: it is offered, and VVSG confirmed so. Any other level is answered with
 * the contact.
 */
export function isBookable(offering: Offering | null): offering is Offering {
  return offering?.active === true && offering.confirmedOn !== null
}

interface Problem {
  readonly path: (string | number)[]
  readonly message: string
}

function pathProblems(paths: readonly z.output<typeof path>[], hosts: ReadonlySet<string>): Problem[] {
  const ids = paths.map(({ id }) => id)
  return paths.flatMap((entry, index) => {
    const at = (field: string, message: string): Problem => ({ path: ['paths', index, field], message })
    const dates = entry.days.map(({ date }) => date)
    const rising = dates.every((date, place) => place === 0 || (dates[place - 1] ?? '') < date)
    return [
      ...(hosts.has(entry.host) ? [] : [at('host', `names ${entry.host}, which is not under hosts`)]),
      ...(ids.indexOf(entry.id) < index ? [at('id', `path ${entry.id} is there twice`)] : []),
      ...(rising ? [] : [at('days', 'expected each date to be later than the one before it')]),
      ...(entry.joinUntil <= (dates[0] ?? '')
        ? []
        : [at('joinUntil', 'expected a day no later than the first date')]),
    ]
  })
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return makeDay(year, month, day) !== null
}

function toMinutes(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number)
  return hour * 60 + minute
}
