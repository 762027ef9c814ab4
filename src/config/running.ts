import { resolve } from 'node:path'
import { z } from 'zod'

const whole = (what: string, least: number, most: number) => {
  const error = `must be ${what}, a whole number from ${least} to ${most}`
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}

/** The variables of keeping the desk running: how long things are kept, who is told when something fails. */
export const RUNNING_VARIABLES = {
  RETENTION_CONVERSATIONS_DAYS: whole('how many days what was said is kept', 1, 3650)
    .default(30)
    .describe('days after which what was said in conversations and mails is removed'),
  RETENTION_TICKETS_MONTHS: whole('how many months a closed ticket says who asked what', 1, 120)
    .default(12)
    .describe('months after which a closed ticket is made anonymous'),
  RETENTION_BOOKINGS_MONTHS: whole('how many months after its date a booking says for whom it was', 1, 120)
    .default(12)
    .describe('months after its last date when a booking is made anonymous'),
  RETENTION_AUDIT_MONTHS: whole('how many months is kept who did what on the staff desk', 1, 240)
    .default(24)
    .describe('months after which an entry of the audit trail is removed'),
  RETENTION_FIGURES_MONTHS: whole('how many months is counted what was asked about', 1, 240)
    .default(36)
    .describe('months after which the count of a question is removed'),
  RETENTION_RUN: z
    .stringbool({
      error: 'must be true (every night, by itself) or false (only by "vraagbaak retention --run")',
    })
    .default(true)
    .describe('whether the desk removes what is past these terms by itself, every night'),
  ERASURES_FILE: z
    .string()
    .optional()
    .describe(
      'list of hashes of who was forgotten, so that a backup put back forgets them again; best on another disk than `DATA_DIR` (default: `erasures.jsonl` in `DATA_DIR`)',
    ),
  BACKUP_DIR: z
    .string()
    .optional()
    .describe(
      'folder in which the desk keeps copies of its database, best on another disk; without it none are made',
    ),
  BACKUP_EVERY_MINUTES: whole('how many minutes lie between two backups', 1, 10_080)
    .default(60)
    .describe('minutes between two copies: as much is lost with a disk at most'),
  BACKUP_KEEP: whole('how many backups stay', 1, 10_000).default(48).describe('how many copies stay'),
  ALERT_MAIL: z
    .email({ error: 'must be the address of who runs the desk' })
    .optional()
    .describe('address that is mailed when something fails, and again when it is over; needs `SMTP_URL`'),
  ALERT_SLACK: z
    .string()
    .regex(/^[A-Z0-9]+\/[A-Z0-9]+$/, { error: 'must be workspace and channel, such as T0123/C0456' })
    .optional()
    .describe('workspace and channel in Slack that are told too, such as `T0123/C0456`'),
  ALERT_TEAMS: z
    .string()
    .optional()
    .describe('channel in Teams that is told too, written as for a team in `topics.yaml`'),
  DISK_FREE_MB: whole('free space in megabytes', 0, 10_000_000)
    .default(500)
    .describe('free space on the disk of `DATA_DIR`, in MB, below which somebody is told; 0 is never'),
}

type RunningEnvironment = z.infer<z.ZodObject<typeof RUNNING_VARIABLES>>

/** How long things are kept. */
export function retentionSettings(data: RunningEnvironment) {
  return {
    conversationsDays: data.RETENTION_CONVERSATIONS_DAYS,
    ticketsMonths: data.RETENTION_TICKETS_MONTHS,
    bookingsMonths: data.RETENTION_BOOKINGS_MONTHS,
    auditMonths: data.RETENTION_AUDIT_MONTHS,
    figuresMonths: data.RETENTION_FIGURES_MONTHS,
    /** Whether the desk does it by itself. */
    nightly: data.RETENTION_RUN,
  } as const
}

/** Who is told when something fails; nobody but the log when all are null. */
export function alertSettings(data: RunningEnvironment) {
  return {
    mail: data.ALERT_MAIL ?? null,
    slack: data.ALERT_SLACK ?? null,
    teams: data.ALERT_TEAMS ?? null,
    /** Bytes; 0 is never. */
    diskFree: data.DISK_FREE_MB * 1_000_000,
  } as const
}

/** Where and how often the database is copied; null when it is not. */
export function backupSettings(data: RunningEnvironment, cwd: string) {
  if (data.BACKUP_DIR === undefined) return null
  return {
    folder: resolve(cwd, data.BACKUP_DIR),
    everyMinutes: data.BACKUP_EVERY_MINUTES,
    keep: data.BACKUP_KEEP,
  } as const
}

/** Where erasures are remembered, seen from `cwd`. */
export function erasuresFile(data: RunningEnvironment, dataDir: string, cwd: string): string {
  return data.ERASURES_FILE === undefined
    ? resolve(dataDir, 'erasures.jsonl')
    : resolve(cwd, data.ERASURES_FILE)
}
