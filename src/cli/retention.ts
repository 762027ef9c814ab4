import type { Command } from 'commander'
import { loadConfig } from '../config.js'
import { limitsOf, type RetentionCount } from '../privacy/retention.js'
import { withStore } from './open-for-command.js'
import { noteInAudit } from './wire-privacy.js'

interface RetentionFlags {
  readonly run?: true
  readonly json?: true
}

/** Adds `vraagbaak retention`: what is past its term, and removing it. */
export function registerRetention(program: Command): void {
  program
    .command('retention')
    .description('what is past its term and will be removed; changes nothing without --run')
    .option('--run', 'remove it now (the desk does so every night by itself)')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Terms come from RETENTION_CONVERSATIONS_DAYS, RETENTION_TICKETS_MONTHS, RETENTION_BOOKINGS_MONTHS,
RETENTION_AUDIT_MONTHS and RETENTION_FIGURES_MONTHS. Tickets and bookings are made anonymous, the rest is removed. What is open or held by a
colleague stays.`,
    )
    .action(retention)
}

async function retention({ run, json }: RetentionFlags): Promise<void> {
  const { retention: terms } = loadConfig(process.env)
  const now = new Date()
  await withStore(async (store) => {
    const limits = limitsOf(terms, now)
    if (run) {
      const gone = await store.retention.run(limits)
      await store.persons.scrub()
      await noteInAudit(store, 'retention.run', '', now)
      process.stdout.write(json ? `${JSON.stringify(gone)}\n` : removed(gone))
    } else {
      const counts = await store.retention.preview(limits)
      process.stdout.write(json ? `${JSON.stringify(counts)}\n` : shown(counts))
    }
  })
}

function shown(counts: readonly RetentionCount[]): string {
  const lines = counts
    .filter(({ count }) => count > 0)
    .map(({ kind, count, oldest }) => `${kind.padEnd(14)} ${String(count).padStart(8)}  oldest ${oldest}\n`)
  return lines.length === 0 ? 'Nothing is past its term.\n' : lines.join('')
}

function removed(gone: Readonly<Record<string, number>>): string {
  const lines = Object.entries(gone)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${kind.padEnd(14)} ${String(count).padStart(8)}  gone\n`)
  return lines.length === 0 ? 'Nothing was past its term.\n' : lines.join('')
}
