import type { Command } from 'commander'
import { loadConfig, type Setting, settings } from '../config.js'

/** Where the command prints. */
export interface ConfigOutput {
  write(text: string): unknown
}

interface ConfigFlags {
  readonly check?: true
  readonly json?: true
}

/** Adds `vraagbaak config`: every environment variable with its meaning and what holds without it. */
export function registerConfig(program: Command, output: ConfigOutput = process.stdout): void {
  program
    .command('config')
    .description('every environment variable: its meaning, and what holds without it; never a value')
    .option('--check', 'instead: check those that are set')
    .option('--json', 'print [{name, meaning, fallback}] as JSON')
    .action(({ check, json }: ConfigFlags) => {
      if (check) {
        loadConfig(process.env)
        output.write('The configuration is right.\n')
        return
      }
      const all = settings()
      output.write(json ? `${JSON.stringify(all)}\n` : settingsTable(all))
    })
}

/** The settings as a table in Markdown, which people read as it is. */
export function settingsTable(all: readonly Setting[]): string {
  const rows = all.map(
    ({ name, meaning, fallback }) =>
      `| \`${name}\` | ${fallback === null ? '' : `\`${fallback}\``} | ${meaning} |`,
  )
  return ['| Variable | Default | Meaning |', '|---|---|---|', ...rows, ''].join('\n')
}
