import { z } from 'zod'
import { readCheckedYaml } from '../checked-yaml.js'

const key = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'expected lower-case letters, digits and dashes')

const hours = z.number().positive('expected a number of working hours above 0').max(1000)

const topicSchema = z.strictObject({
  key,
  name: z.string().min(1),
  team: key,
  covered: z.boolean(),
  targetHours: hours.optional(),
  keywords: z.array(z.string().trim().min(2)).min(1),
  /** Words that also stand in questions about something else; they decide only where nothing else does. */
  general: z.array(z.string().trim().min(2)).optional(),
})

const teamSchema = z.strictObject({
  key,
  name: z.string().min(1),
  fallback: z.boolean().optional(),
  slack: z
    .string()
    .regex(/^[TE][A-Z0-9]+\/[CG][A-Z0-9]+$/u, 'expected a workspace and a channel, such as T123/C456')
    .optional(),
  teams: z.string().min(1).optional(),
  lead: key.optional(),
})

const topicsSchema = z
  .strictObject({
    targetHours: hours.optional(),
    teams: z.array(teamSchema).min(1),
    topics: z.array(topicSchema).min(1),
  })
  .superRefine(({ teams, topics }, context) => {
    const known = new Set(teams.map((team) => team.key))
    topics.forEach((topic, at) => {
      if (known.has(topic.team)) return
      const message = `expected the key of a team (${[...known].join(', ')}), found "${topic.team}"`
      context.addIssue({ code: 'custom', path: ['topics', at, 'team'], message })
    })
    repeated(topics).forEach((at) => {
      context.addIssue({
        code: 'custom',
        path: ['topics', at, 'key'],
        message: 'is used by an earlier topic',
      })
    })
    repeated(teams).forEach((at) => {
      context.addIssue({ code: 'custom', path: ['teams', at, 'key'], message: 'is used by an earlier team' })
    })
    if (teams.filter((team) => team.fallback === true).length > 1) {
      context.addIssue({
        code: 'custom',
        path: ['teams'],
        message: 'expected at most one team with fallback: true',
      })
    }
  })

/** A policy domain, with the words that members use for it. */
export type Topic = z.infer<typeof topicSchema>

/**
 * A group of staff that takes questions. `slack` (workspace and channel) and `teams` (id of the channel) are where
 * its questions are posted; `lead` is the id of a colleague of `staff.yaml`.
 */
export type Team = z.infer<typeof teamSchema>

/** The domains and teams of the organisation, as `topics.yaml` states them. */
export type Topics = z.infer<typeof topicsSchema>

/**
 * Reads `topics.yaml` and checks that every topic names a team that exists.
 *
 * @throws FileError with file, line, field and what was expected.
 */
export function loadTopics(path: string): Topics {
  return readCheckedYaml(path, topicsSchema)
}

/** The topic with this key; null when there is none. */
export function topicByKey(topics: Topics, topicKey: string | null): Topic | null {
  return topics.topics.find((topic) => topic.key === topicKey) ?? null
}

/** The team that takes a topic; the fallback team, or else the first, where the topic is null or unknown. */
export function teamFor(topics: Topics, topicKey: string | null): Team {
  const named = topicByKey(topics, topicKey)?.team
  const team =
    topics.teams.find((candidate) => candidate.key === named) ??
    topics.teams.find((candidate) => candidate.fallback === true) ??
    topics.teams[0]
  if (team === undefined) throw new Error('topics without a team cannot be loaded')
  return team
}

/** Opening hours of the office until a first reply is due, where `topics.yaml` says nothing. */
const TARGET_HOURS = 8

/** How long a question about a topic may wait before its colleagues are reminded, in minutes of working time. */
export function targetMinutes(topics: Topics, topicKey: string | null): number {
  return (topicByKey(topics, topicKey)?.targetHours ?? topics.targetHours ?? TARGET_HOURS) * 60
}

/** The team with this key; null when there is none. */
export function teamByKey(topics: Topics, teamKey: string | null): Team | null {
  return topics.teams.find(({ key: known }) => known === teamKey) ?? null
}

function repeated(items: readonly { readonly key: string }[]): readonly number[] {
  return items.flatMap((item, at) => (items.findIndex((other) => other.key === item.key) < at ? [at] : []))
}
