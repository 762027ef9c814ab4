import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { appPackage } from '../../adapters/teams/app-package.js'
import { loadConfig } from '../config.js'
import { packageRoot } from '../package-root.js'
import { UsageError } from './errors.js'

interface PackageOptions {
  readonly appId?: string
  readonly publicUrl?: string
}

/** Adds `vraagbaak teams package FILE`: the app that an administrator of Teams uploads. */
export function registerTeams(program: Command): void {
  const teams = program.command('teams').description('the desk in Microsoft Teams')
  teams
    .command('package <file>')
    .description('make the app package (a ZIP) that an administrator of Teams uploads')
    .option('--app-id <id>', 'application (client) id of the app (default: TEAMS_APP_ID)')
    .option('--public-url <address>', 'where Teams reaches the desk, https://... (default: PUBLIC_URL)')
    .action((name: string, options: PackageOptions) => {
      const file = resolve(name)
      if (existsSync(file)) throw new UsageError(`${file} is there already; name a new file`)
      const template = join(packageRoot(), 'adapters/teams/manifest.template.json')
      writeFileSync(file, appPackage(template, wanted(options)))
      process.stdout.write(`${file}\n`)
    })
}

function wanted(options: PackageOptions) {
  const fromEnvironment = options.appId === undefined || options.publicUrl === undefined
  const config = fromEnvironment ? loadConfig(process.env) : null
  const configured = config?.teams?.auth.kind === 'app' ? config.teams.auth.appId : null
  const appId = z.guid().safeParse(options.appId ?? configured)
  if (!appId.success) throw new UsageError('set TEAMS_APP_ID, or give --app-id: the id of the app, a GUID')
  const address = z.url({ protocol: /^https$/ }).safeParse(options.publicUrl ?? config?.http.publicUrl)
  if (!address.success) {
    throw new UsageError('set PUBLIC_URL, or give --public-url: the address of the desk, https://...')
  }
  return { appId: appId.data.toLowerCase(), publicUrl: address.data.replace(/\/+$/, '') }
}
