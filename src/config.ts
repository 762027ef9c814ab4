import { resolve } from 'node:path'
import { z } from 'zod'
import { MAIL_VARIABLES, mailIsWhole, mailSettings } from './config/mail.js'
import { budgetHasPrices, MODEL_VARIABLES, modelSettings } from './config/model.js'
import { OPEN_ID_VARIABLES, openIdIsWhole, openIdSettings } from './config/open-id.js'
import { SLACK_VARIABLES, slackIsWhole, slackSettings } from './config/slack.js'
import { TEAMS_VARIABLES, teamsIsWhole, teamsSettings } from './config/teams.js'

/** The environment holds something the desk cannot work with; the message names every variable and its fix. */
export class ConfigError extends Error {
  readonly code = 'E_CONFIG'

  constructor(problems: readonly string[]) {
    super(`The configuration is not right:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.name = 'ConfigError'
  }
}

const port = 'must be a whole number from 0 to 65535 (0 lets the system choose)'
const count = 'must be a whole number from 0 (no limit) up'

const environment = z.object({
  PORT: z.coerce
    .number({ error: port })
    .int({ error: port })
    .min(0, { error: port })
    .max(65535, { error: port })
    .default(3978),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be the address members use, such as https://vraagbaak.vvsg.be',
    })
    .optional(),
  TRUST_PROXY: z
    .stringbool({ error: 'must be true (a proxy of your own sets X-Forwarded-For) or false' })
    .default(false),
  DATA_DIR: z.string().default('.data'),
  KNOWLEDGE_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, {
      error: 'must start with postgres:// (leave it out for SQLite in DATA_DIR)',
    })
    .optional(),
  EMBEDDER: z.string().optional(),
  ...MODEL_VARIABLES,
  ...MAIL_VARIABLES,
  ...SLACK_VARIABLES,
  ...TEAMS_VARIABLES,
  ...OPEN_ID_VARIABLES,
  REINDEX_CRON: z
    .string()
    .refine(isCron, {
      error: 'must be five cron fields in UTC, such as "30 1 * * *" for every night at 1.30 UTC, or "off"',
    })
    .default('30 1 * * *'),
  REINDEX_WATCH: z
    .stringbool({ error: 'must be true (changed documents are noticed by themselves) or false' })
    .default(true),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], {
      error: 'must be one of silent, error, warn, info, debug',
    })
    .default('info'),
  METRICS_TOKEN: z.string().min(16, { error: 'must be at least 16 characters long' }).optional(),
  ASK_LIMIT_PER_PERSON: z.coerce
    .number({ error: count })
    .int({ error: count })
    .min(0, { error: count })
    .default(60),
  ASK_LIMIT_PER_ADDRESS: z.coerce
    .number({ error: count })
    .int({ error: count })
    .min(0, { error: count })
    .default(300),
})

/** Variables whose presence means that messages reach people outside this machine. */
const REACHES_PEOPLE = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_ID',
  'TEAMS_APP_ID',
  'SMTP_URL',
] as const

/** Everything the desk needs to know of its surroundings, checked once at start. */
export type Config = ReturnType<typeof loadConfig>

/**
 * Reads the configuration from environment variables; an empty variable counts as absent.
 *
 * Folders come out absolute, seen from `cwd`. `knowledgeDir` is null when the sample that comes with the desk is
 * to be used.
 *
 * @throws ConfigError that names every wrong variable at once and repeats no value.
 *
 * @example
 * ```ts
 * loadConfig({}, '/srv/desk').dataDir // '/srv/desk/.data'
 * ```
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>, cwd: string = process.cwd()) {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const result = environment
    .superRefine(budgetHasPrices)
    .superRefine(slackIsWhole)
    .superRefine(teamsIsWhole)
    .superRefine(mailIsWhole)
    .superRefine(openIdIsWhole)
    .safeParse(present)
  if (!result.success) throw new ConfigError(result.error.issues.map(problem))
  const { data } = result
  return {
    http: {
      port: data.PORT,
      host: data.HOST,
      /** Without a slash at the end; null when only this machine uses the desk. */
      publicUrl: data.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
      trustProxy: data.TRUST_PROXY,
      metricsToken: data.METRICS_TOKEN ?? null,
      /** Messages a minute; 0 is no limit. */
      limits: { perPerson: data.ASK_LIMIT_PER_PERSON, perAddress: data.ASK_LIMIT_PER_ADDRESS },
    },
    dataDir: resolve(cwd, data.DATA_DIR),
    knowledgeDir: data.KNOWLEDGE_DIR === undefined ? null : resolve(cwd, data.KNOWLEDGE_DIR),
    databaseUrl: data.DATABASE_URL ?? null,
    /** As `embedderFrom` reads it; null for the one that is built in. */
    embedder: data.EMBEDDER ?? null,
    /** The language model; null when the desk works without. */
    model: modelSettings(data),
    /** How Slack is connected; null when it is not. */
    slack: slackSettings(data),
    /** How Teams is connected; null when it is not. */
    teams: teamsSettings(data),
    /** How mail goes out; null when it waits in the outbox. */
    mail: mailSettings(data),
    /** How colleagues sign in to the staff desk; null: with a one-time link, on this machine only. */
    openId: openIdSettings(data),
    /** Five cron fields in UTC; null when nothing is scheduled. */
    reindexCron: data.REINDEX_CRON === 'off' ? null : data.REINDEX_CRON,
    /** Whether changes in the documents start a reindex by themselves. */
    reindexWatch: data.REINDEX_WATCH,
    logLevel: data.LOG_LEVEL,
    /** Names of the variables present that connect the desk to people; empty when only the web page is there. */
    reachesPeople: REACHES_PEOPLE.filter((name) => present[name] !== undefined),
  } as const
}

function problem(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')} ${issue.message}`
}

const CRON_FIELDS = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const

function isCron(text: string): boolean {
  if (text === 'off') return true
  const fields = text.trim().split(/\s+/)
  return (
    fields.length === CRON_FIELDS.length &&
    CRON_FIELDS.every(([least, most], at) => isCronField(fields[at] ?? '', least, most))
  )
}

function isCronField(field: string, least: number, most: number): boolean {
  return field.split(',').every((part) => {
    const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/([1-9]\d*))?$/.exec(part)
    if (!match) return false
    const [from, to] = [match[1], match[2]].map((number) => (number === undefined ? least : Number(number)))
    return [from, to].every((number) => number !== undefined && least <= number && number <= most)
  })
}
