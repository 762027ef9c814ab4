import { resolve } from 'node:path'
import type { Command } from 'commander'
import { loadConfig } from '../config.js'
import { openStore } from '../store/open-store.js'
import { restoreBackup } from '../store/restore.js'
import { replayForgotten } from './wire-privacy.js'

interface RestoreFlags {
  readonly replace?: true
  readonly json?: true
}

/** Adds `vraagbaak restore FILE`: puts a backup back, brings it up to date, and forgets again whom it still knows. */
export function registerRestore(program: Command): void {
  program
    .command('restore <file>')
    .description('put a backup in the place of the database; the desk must not run')
    .option('--replace', 'remove the database that is there')
    .option('--json', 'print {file, forgotten, ms}')
    .addHelpText(
      'after',
      `
The copy is checked before anything changes, brought up to date where it is older than the program, and whoever was
erased since it was made is forgotten again (ERASURES_FILE). The index needs no backup: the desk builds it from the
documents when it starts. On PostgreSQL pg_restore does the work.`,
    )
    .action(restore)
}

async function restore(name: string, { replace, json }: RestoreFlags): Promise<void> {
  const started = performance.now()
  const config = loadConfig(process.env)
  const { dataDir, databaseUrl } = config
  const file = resolve(name)
  await restoreBackup({ file, dataDir, databaseUrl, replace: replace === true })
  const now = new Date()
  const store = await openStore({ dataDir, databaseUrl, use: 'serve', now })
  try {
    const forgotten = await replayForgotten(store, config, now)
    const ms = Math.round(performance.now() - started)
    const text = json
      ? JSON.stringify({ file, forgotten, ms })
      : `${file} is put back in ${ms} ms; ${forgotten} erasures were applied to it. Start the desk.`
    process.stdout.write(`${text}\n`)
  } finally {
    await store.close()
  }
}
