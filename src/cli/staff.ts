import type { Command } from 'commander'
import { loadConfig } from '../config.js'
import { untie } from '../http/sign-in/admission.js'
import { oneTimeLink } from '../http/sign-in/one-time-link.js'
import { randomToken } from '../http/sign-in/router.js'
import { UsageError } from './errors.js'
import { withStore } from './open-for-command.js'

/** Adds `vraagbaak staff`: who gets in to the staff desk. */
export function registerStaff(program: Command): void {
  const staff = program.command('staff').description('signing in to the staff desk')
  staff
    .command('link')
    .description(
      'print a link that signs one browser on this machine in as administrator, once, within 15 minutes',
    )
    .option('--port <port>', 'where the desk listens (default: PORT)')
    .action(async ({ port }: { readonly port?: string }) => {
      process.stdout.write(`${await newLink(port)}\n`)
    })
  staff
    .command('untie <id>')
    .description(
      'forget which account belongs to a colleague of staff.yaml; the next one with her address is hers',
    )
    .action(async (id: string) => {
      if (!(await withStore(({ records }) => untie(id, records, new Date())))) {
        throw new UsageError(`no account is tied to "${id}"; take the id from staff.yaml`)
      }
      process.stdout.write(`The next account that signs in with the address of ${id} is hers.\n`)
    })
}

async function newLink(port: string | undefined): Promise<string> {
  const { http, openId } = loadConfig(process.env)
  if (openId !== null) {
    throw new UsageError('this desk has a sign-in provider (OIDC_ISSUER): there is no one-time link')
  }
  if (http.trustProxy) {
    throw new UsageError(
      'TRUST_PROXY is set: behind a proxy there is no one-time link, set OIDC_ISSUER instead',
    )
  }
  const listening = Number(port ?? http.port)
  if (!Number.isInteger(listening) || listening < 1 || listening > 65_535) {
    throw new UsageError('--port must be the port of the desk, such as 3978')
  }
  const now = new Date()
  return withStore(({ records }) => oneTimeLink(records, `http://localhost:${listening}`, now, randomToken))
}
