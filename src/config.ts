import { resolve } from 'node:path'
import { z } from 'zod'
import { MAIL_VARIABLES, mailIsWhole, mailSettings } from './config/mail.js'
import { budgetHasPrices, MODEL_VARIABLES, modelSettings } from './config/model.js'
import { OPEN_ID_VARIABLES, openIdIsWhole, openIdSettings } from './config/open-id.js'
import {
  alertSettings,
  backupSettings,
  erasuresFile,
  RUNNING_VARIABLES,
  retentionSettings,
} from './config/running.js'
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
    .default(3978)
    .describe('where the desk listens'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('the address it listens on; put a reverse proxy with HTTPS before it'),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be the address members use, such as https://vraagbaak.vvsg.be',
    })
    .optional()
    .describe('the address members use, `https://...`: cookies then travel over HTTPS only'),
  TRUST_PROXY: z
    .stringbool({ error: 'must be true (a proxy of your own sets X-Forwarded-For) or false' })
    .default(false)
    .describe('`true` when your own proxy sets `X-Forwarded-For`'),
  DATA_DIR: z.string().default('.data').describe('database (SQLite) and index'),
  KNOWLEDGE_DIR: z.string().optional().describe('your knowledge folder (default: the sample)'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, {
      error: 'must start with postgres:// (leave it out for SQLite in DATA_DIR)',
    })
    .optional()
    .describe(
      '`postgres://...` to keep state in PostgreSQL; several desks may then run side by side on one `DATA_DIR`',
    ),
  EMBEDDER: z
    .string()
    .optional()
    .describe(
      'an embedding model: `openai:MODEL`, `mistral:MODEL`, `ollama:MODEL` or `onnx:FOLDER` (default: built in); keys come from the variables those packages read',
    ),
  ...MODEL_VARIABLES,
  ...MAIL_VARIABLES,
  ...SLACK_VARIABLES,
  ...TEAMS_VARIABLES,
  ...OPEN_ID_VARIABLES,
  ...RUNNING_VARIABLES,
  REINDEX_CRON: z
    .string()
    .refine(isCron, {
      error: 'must be five cron fields in UTC, such as "30 1 * * *" for every night at 1.30 UTC, or "off"',
    })
    .default('30 1 * * *')
    .describe('when documents are read again: five cron fields in UTC, or `off`'),
  REINDEX_WATCH: z
    .stringbool({ error: 'must be true (changed documents are noticed by themselves) or false' })
    .default(true)
    .describe('whether changed documents are noticed by themselves'),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], {
      error: 'must be one of silent, error, warn, info, debug',
    })
    .default('info')
    .describe('`silent`, `error`, `warn`, `info` or `debug`'),
  METRICS_TOKEN: z
    .string()
    .min(16, { error: 'must be at least 16 characters long' })
    .optional()
    .describe(
      'lets a scraper read `/metrics` from elsewhere (`Authorization: Bearer ...`); without it only this machine may',
    ),
  ASK_LIMIT_PER_PERSON: z.coerce
    .number({ error: count })
    .int({ error: count })
    .min(0, { error: count })
    .default(60)
    .describe('messages a minute of one person; 0 is no limit'),
  ASK_LIMIT_PER_ADDRESS: z.coerce
    .number({ error: count })
    .int({ error: count })
    .min(0, { error: count })
    .default(300)
    .describe('messages a minute from one address; 0 is no limit'),
})

/** One environment variable, for who configures the desk. */
export interface Setting {
  readonly name: string
  readonly meaning: string
  /** As one would write it; null when there is none. */
  readonly fallback: string | null
}

/** Every environment variable the desk knows, in the order of the schema that checks them. */
export function settings(): readonly Setting[] {
  return Object.entries(environment.shape).map(([name, schema]) => {
    const { data } = schema.safeParse(undefined)
    return { name, meaning: schema.description ?? '', fallback: data === undefined ? null : String(data) }
  })
}

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
    /** How long things are kept. */
    retention: retentionSettings(data),
    /** Who is told when something fails. */
    alerts: alertSettings(data),
    /** Where and how often the database is copied; null when it is not. */
    backups: backupSettings(data, cwd),
    /** Where it is remembered who was forgotten. */
    erasuresFile: erasuresFile(data, resolve(cwd, data.DATA_DIR), cwd),
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
