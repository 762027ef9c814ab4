import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { z } from 'zod'
import { packageRoot } from '../package-root.js'
import { registerAsk } from './ask.js'
import { registerBackup } from './backup.js'
import { registerBookings } from './bookings.js'
import { registerConfig } from './config.js'
import { registerDeploy } from './deploy.js'
import { registerDoctor } from './doctor.js'
import { UsageError, userMessage } from './errors.js'
import { registerEval } from './eval.js'
import { registerHours } from './hours.js'
import { registerInsights } from './insights.js'
import { registerKnowledge } from './knowledge.js'
import { registerMembers } from './members.js'
import { registerPerson } from './person.js'
import { registerReindex } from './reindex.js'
import { registerRestore } from './restore.js'
import { registerRetention } from './retention.js'
import { registerSearch } from './search.js'
import { registerServe } from './serve.js'
import { registerStaff } from './staff.js'
import { registerTeams } from './teams.js'
import { registerTickets } from './tickets.js'

const COMMANDS = [
  registerServe,
  registerAsk,
  registerReindex,
  registerKnowledge,
  registerSearch,
  registerEval,
  registerHours,
  registerMembers,
  registerTickets,
  registerBookings,
  registerInsights,
  registerStaff,
  registerTeams,
  registerBackup,
  registerRestore,
  registerPerson,
  registerRetention,
  registerConfig,
  registerDoctor,
  registerDeploy,
]

/** Where a command writes when it fails. */
export interface ErrorOutput {
  write(text: string): unknown
}

/**
 * Runs `vraagbaak` with these arguments (program name left out) and resolves to the exit code:
 * 0 it worked, 1 it failed, 2 it was used wrongly.
 *
 * Never rejects: what a user can cause is printed as a clear line without a stack; with `DEBUG` set the stack
 * of a fault of our own follows it.
 */
export async function runCommand(
  args: readonly string[],
  errors: ErrorOutput = process.stderr,
): Promise<number> {
  const program = rootCommand(errors)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return typeof process.exitCode === 'number' ? process.exitCode : 0
  } catch (error) {
    return report(error, errors)
  }
}

function rootCommand(errors: ErrorOutput): Command {
  const program = new Command('vraagbaak')
    .description(
      'The helpdesk that answers members from the documents, with sources, or hands over to staff.',
    )
    .version(packageVersion())
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeErr: (text) => void errors.write(text) })
    .showHelpAfterError('(add --help for what the command takes)')
    .exitOverride()
  for (const register of COMMANDS) register(program)
  return program
}

function packageVersion(): string {
  const read: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'))
  return z.object({ version: z.string() }).parse(read).version
}

function report(error: unknown, errors: ErrorOutput): number {
  // Commander has already printed what was wrong; help and version end here too, with exit code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const message = userMessage(error)
  if (message !== null) errors.write(`vraagbaak: ${message}\n`)
  else errors.write(`vraagbaak: this should not have happened: ${fault(error)}\n`)
  return error instanceof UsageError ? 2 : 1
}

function fault(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return process.env.DEBUG ? (error.stack ?? error.message) : `${error.message} (DEBUG=1 shows where)`
}
