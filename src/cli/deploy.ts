import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { settings } from '../config.js'
import { packageRoot } from '../package-root.js'
import { UsageError } from './errors.js'

/** Where the command prints. */
export interface DeployOutput {
  write(text: string): unknown
}

const FILES: Readonly<Record<string, string>> = {
  systemd: 'vraagbaak.service',
  container: 'Containerfile',
}

/** Adds `vraagbaak deploy`: files to install the desk with, to be read and kept by who runs it. */
export function registerDeploy(program: Command, output: DeployOutput = process.stdout): void {
  program
    .command('deploy <what>')
    .description(
      'print a file to install the desk with: systemd (a unit), container (a Containerfile), or env (settings)',
    )
    .action((what: string) => {
      output.write(deployFile(what))
    })
}

/** @throws UsageError when there is no such file. */
export function deployFile(what: string): string {
  if (what === 'env') return environmentFile()
  const file = FILES[what]
  if (file === undefined) throw new UsageError('give systemd, container or env')
  return readFileSync(join(packageRoot(), 'src/deploy', file), 'utf8')
}

/** Every variable, commented out, with its meaning and what holds without it. */
function environmentFile(): string {
  const lines = settings().map(
    ({ name, meaning, fallback }) => `# ${meaning.replaceAll('`', '')}\n#${name}=${fallback ?? ''}\n`,
  )
  return `# Settings of Vraagbaak. This file holds secrets: chown root, chmod 600.\n\n${lines.join('\n')}`
}
