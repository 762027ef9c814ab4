import { existsSync } from 'node:fs'
import { z } from 'zod'
import { FileError, readCheckedYaml } from '../checked-yaml.js'
import { isDay } from '../hours/day.js'
import type { StaffMember } from './actions.js'
import type { Topics } from './topics.js'

/** Days on which a colleague is not there: ISO days, both inclusive. */
export interface Absence {
  readonly from: string
  readonly until: string
}

/** A colleague as `staff.yaml` describes her. */
export interface Colleague extends StaffMember {
  /** Where sign-in and mail know her, in lower case; null when not given. */
  readonly mail: string | null
  /** Workspace and person in Slack, `T.../U...`; null when not given. */
  readonly slack: string | null
  /** Person in Teams, as the adapter names who writes; null when not given. */
  readonly teamsPerson: string | null
  readonly absences: readonly Absence[]
}

/** Who works tickets. */
export interface StaffDirectory {
  /** As in the file. */
  readonly all: readonly Colleague[]
  /** Null when nobody has this id. */
  byId(id: string | null): Colleague | null
  /** Who has this person key on a channel; null for a stranger. */
  byPerson(channel: string, person: string): Colleague | null
  /** Null when nobody has this address; capitals do not matter. */
  byMail(mail: string): Colleague | null
  /** Those of a team; empty when it has none. */
  ofTeam(team: string): readonly Colleague[]
}

const day = z.string().refine(isDay, 'expected a day such as 2026-12-24')

const absenceSchema = z
  .strictObject({ from: day, until: day })
  .refine(({ from, until }) => from <= until, 'expected "from" on or before "until"')

const colleagueSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'expected lower-case letters, digits and dashes'),
  name: z.string().trim().min(1),
  mail: z.email('expected a mail address').toLowerCase().optional(),
  role: z.enum(['staff', 'lead', 'admin'], 'expected staff, lead or admin'),
  teams: z.array(z.string()).min(1, 'expected the key of at least one team'),
  slack: z.string().min(1).optional(),
  teamsPerson: z.string().min(1).optional(),
  absences: z.array(absenceSchema).optional(),
})

type Listed = z.infer<typeof colleagueSchema>

/** Fields that name one person only. */
const UNIQUE = ['id', 'mail', 'slack', 'teamsPerson'] as const

function staffSchema(topics: Topics) {
  const teams = topics.teams.map(({ key }) => key)
  return z.strictObject({ staff: z.array(colleagueSchema) }).superRefine(({ staff }, context) => {
    staff.forEach((one, at) => {
      one.teams.forEach((team, place) => {
        if (teams.includes(team)) return
        const message = `expected the key of a team (${teams.join(', ')}), found "${team}"`
        context.addIssue({ code: 'custom', path: ['staff', at, 'teams', place], message })
      })
      for (const field of UNIQUE) {
        if (!staff.slice(0, at).some((other) => other[field] !== undefined && other[field] === one[field]))
          continue
        const message = 'is used by an earlier colleague'
        context.addIssue({ code: 'custom', path: ['staff', at, field], message })
      }
    })
  })
}

/**
 * Reads `staff.yaml`, and checks that it knows the teams and that the leads named in `topics.yaml` are in it.
 *
 * Without such a file nobody is known: tickets then wait for whoever signs in.
 *
 * @throws FileError with file, line, field and what was expected.
 */
export function loadStaff(path: string, topics: Topics): StaffDirectory {
  const { staff } = existsSync(path) ? readCheckedYaml(path, staffSchema(topics)) : { staff: [] }
  const missing = topics.teams.filter(
    ({ lead }) => lead !== undefined && !staff.some(({ id }) => id === lead),
  )
  if (missing.length > 0) {
    throw new FileError(
      missing.map(({ key, lead }) => ({
        file: path,
        line: 0,
        field: 'staff',
        message: `expected a colleague with id "${lead}": topics.yaml names "${lead}" as lead of team ${key}`,
      })),
    )
  }
  return staffDirectory(staff.map(colleague))
}

/** The directory of these colleagues. */
export function staffDirectory(all: readonly Colleague[]): StaffDirectory {
  return {
    all,
    byId: (id) => all.find((one) => one.id === id) ?? null,
    byPerson: (channel, person) => all.find((one) => personKeyOf(one, channel) === person) ?? null,
    byMail: (mail) => all.find((one) => one.mail === mail.trim().toLowerCase()) ?? null,
    ofTeam: (team) => all.filter(({ teams }) => teams.includes(team)),
  }
}

/**
 * The key by which a channel names this colleague: the channel's name before what `staff.yaml` says. Null where she
 * is not known.
 */
export function personKeyOf({ slack, teamsPerson }: Colleague, channel: string): string | null {
  const key = channel === 'slack' ? slack : channel === 'teams' ? teamsPerson : null
  return key === null || key.startsWith(`${channel}:`) ? key : `${channel}:${key}`
}

/** Whether a colleague is away on an ISO day. */
export function isAbsent({ absences }: Colleague, today: string): boolean {
  return absences.some(({ from, until }) => from <= today && today <= until)
}

/** Until when, the day itself included; null when she is not away on that day. */
export function absentUntil({ absences }: Colleague, today: string): string | null {
  const now = absences.filter(({ from, until }) => from <= today && today <= until)
  return (
    now
      .map(({ until }) => until)
      .sort()
      .at(-1) ?? null
  )
}

function colleague({ mail, slack, teamsPerson, absences, ...rest }: Listed): Colleague {
  return {
    ...rest,
    mail: mail ?? null,
    slack: slack ?? null,
    teamsPerson: teamsPerson ?? null,
    absences: absences ?? [],
  }
}
