import type { Command } from 'commander'
import { loadConfig } from '../config.js'
import { UsageError } from './errors.js'

/** Adds `vraagbaak serve`: the desk with every configured channel, until it is told to stop. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('run the desk: the web page and every configured channel')
    .option('--now <instant>', 'start the clock at this instant (ISO 8601), for trying things out')
    .action(async (options: { now?: string }) => {
      const startAt = options.now === undefined ? null : instant(options.now)
      const config = loadConfig(process.env)
      const [connected] = config.reachesPeople
      if (startAt !== null && connected !== undefined) {
        throw new UsageError(
          `--now is for trying things out, and ${connected} connects this desk to people: leave out one of them`,
        )
      }
      const { serve } = await import('../main.js')
      await serve(config, startAt)
    })
}

function instant(text: string): Date {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? new Date(text) : new Date(Number.NaN)
  if (Number.isNaN(at.getTime())) {
    throw new UsageError('--now must be an instant such as 2026-11-23T10:00:00+01:00')
  }
  return at
}
