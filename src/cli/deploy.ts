import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { loadConfig, settings } from '../config.js'
import { packageRoot } from '../package-root.js'
import { UsageError } from './errors.js'

/** Where the command prints. */
export interface DeployOutput {
  write(text: string): unknown
}

const FILES: Readonly<Record<string, string>> = {
  systemd: 'vraagbaak.service',
  command: 'vraagbaak.sh',
  nginx: 'nginx.conf',
  container: 'Containerfile',
}

/** Adds `vraagbaak deploy`: files to install the desk with, to be read and kept by who runs it. */
export function registerDeploy(program: Command, output: DeployOutput = process.stdout): void {
  program
    .command('deploy <what>')
    .description(
      'print a file to install the desk with: env (settings), systemd (a unit), command (for /usr/local/bin), nginx (https in front of it), or container (a Containerfile)',
    )
    .action((what: string) => {
      output.write(deployFile(what))
    })
}

/** @throws UsageError when there is no such file. */
export function deployFile(what: string): string {
  if (what === 'env') return environmentFile()
  const file = FILES[what]
  if (file === undefined) throw new UsageError(`give env, ${Object.keys(FILES).join(', ')}`)
  const text = readFileSync(join(packageRoot(), 'src/deploy', file), 'utf8')
  return what === 'container' ? text : placed(text)
}

/** With the Node and the checkout that this runs with, and the name under which members reach the desk. */
function placed(text: string): string {
  const { publicUrl, port } = loadConfig(process.env).http
  return text
    .replaceAll('/usr/bin/node', process.execPath)
    .replaceAll('/opt/vraagbaak', packageRoot())
    .replaceAll('127.0.0.1:3978', `127.0.0.1:${port}`)
    .replaceAll(
      'vraagbaak.example.be',
      publicUrl === null ? 'vraagbaak.example.be' : new URL(publicUrl).hostname,
    )
}

/** Every variable, commented out, with its meaning and what holds without it. */
function environmentFile(): string {
  const lines = settings().map(
    ({ name, meaning, fallback }) => `# ${meaning.replaceAll('`', '')}\n#${name}=${fallback ?? ''}\n`,
  )
  return `# Settings of Vraagbaak. This file holds secrets: chown root:vraagbaak, chmod 640.\n\n${lines.join('\n')}`
}
