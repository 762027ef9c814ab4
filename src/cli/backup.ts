import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { withStore } from './open-for-command.js'

/** Adds `vraagbaak backup FILE`: a consistent copy of the database, also while the desk runs. */
export function registerBackup(program: Command): void {
  program
    .command('backup <file>')
    .description('copy the database to a new file, also while the desk runs')
    .option('--json', 'print {file, bytes, ms}')
    .addHelpText(
      'after',
      `
To put a backup back: stop the desk, "vraagbaak restore FILE", and start it. On PostgreSQL the copy is made by pg_dump
and put back by pg_restore.`,
    )
    .action(async (name: string, { json }: { readonly json?: true }) => {
      const file = resolve(name)
      const started = performance.now()
      await withStore((store) => store.backup(file))
      const ms = Math.round(performance.now() - started)
      const { size: bytes } = statSync(file)
      const text = json ? JSON.stringify({ file, bytes, ms }) : `${file}: ${bytes} bytes in ${ms} ms`
      process.stdout.write(`${text}\n`)
    })
}
