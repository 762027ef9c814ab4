import type { Command } from 'commander'
import { type Config, ConfigError, loadConfig } from '../config.js'
import { channelFindings } from './doctor/channels.js'
import { fileFindings } from './doctor/files.js'
import { type Finding, ok, wrong } from './doctor/finding.js'
import { machineFindings } from './doctor/machine.js'
import { storedFindings } from './doctor/stored.js'
import { sampleKnowledge } from './wire-desk.js'

interface DoctorFlags {
  readonly live?: true
  readonly json?: true
}

/** Adds `vraagbaak doctor`: looks at everything the desk rests on and says what to do. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description(
      'look at everything the desk rests on, and say what to do; exit code 1 when something is wrong',
    )
    .option('--live', 'also ask Slack, Microsoft, the mail server and the sign-in provider; posts nothing')
    .option('--json', 'print [{name, outcome, detail, fix}] as JSON')
    .addHelpText(
      'after',
      '\nChanges nothing, and can be run beside a desk that works. Secrets are never printed.',
    )
    .action(doctor)
}

async function doctor({ live, json }: DoctorFlags): Promise<void> {
  const findings = await examine(process.env, live === true, new Date())
  process.stdout.write(json ? `${JSON.stringify(findings)}\n` : described(findings))
  if (findings.some(({ outcome }) => outcome === 'wrong')) process.exitCode = 1
}

/** Everything that is found, the configuration first: when that is wrong nothing else can be looked at. */
export async function examine(
  env: Readonly<Record<string, string | undefined>>,
  live: boolean,
  now: Date,
): Promise<readonly Finding[]> {
  let config: Config
  try {
    config = loadConfig(env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return [wrong('configuration', error.message, '"vraagbaak config" says what each variable means')]
  }
  return [
    ok('configuration'),
    ...(await machineFindings(config, now)),
    ...(await storedFindings(config, now)),
    ...(await fileFindings(config.knowledgeDir ?? sampleKnowledge())),
    ...(await channelFindings(config, live)),
  ]
}

const SIGN = { ok: 'ok   ', mind: 'mind ', wrong: 'WRONG', skipped: '-    ' } as const

function described(findings: readonly Finding[]): string {
  const lines = findings.map(({ name, outcome, detail, fix }) => {
    const indented = detail.replaceAll('\n', '\n      ')
    const head = `${SIGN[outcome]} ${name}${indented === '' ? '' : `: ${indented}`}`
    return fix === null ? head : `${head}\n      -> ${fix}`
  })
  const bad = findings.filter(({ outcome }) => outcome === 'wrong').length
  return `${lines.join('\n')}\n${bad === 0 ? 'Nothing is wrong.' : `${bad} wrong.`}\n`
}
