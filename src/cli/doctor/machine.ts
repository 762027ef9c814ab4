import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Config } from '../../config.js'
import { roomOf } from '../wire-health.js'
import { type Finding, mind, ok, said, tried, wrong } from './finding.js'

/** The program was written then; a clock before it is wrong. */
const WRITTEN = Date.UTC(2026, 10, 1)
const OLDEST_NODE = [20, 19] as const

/** What the machine itself must have: Node, time, room. */
export async function machineFindings(config: Config, now: Date): Promise<readonly Finding[]> {
  return [
    nodeFinding(process.versions.node),
    clockFinding(now),
    await zoneFinding(),
    ...(await diskFindings(config)),
    backupFinding(config),
  ]
}

/** @param version as in `process.versions.node`. */
export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fits = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
  if (!fits) return wrong('node', `Node ${version}`, 'install Node 20.19 or newer of the 20 or 22 line')
  return major < 23
    ? ok('node', `Node ${version}`)
    : mind('node', `Node ${version} was not tried`, 'use Node 20 or 22')
}

export function clockFinding(now: Date): Finding {
  if (now.getTime() > WRITTEN) return ok('clock', now.toISOString())
  return wrong(
    'clock',
    `it says ${now.toISOString()}`,
    'set the clock (timedatectl set-ntp true): promises, reminders and sign-in rest on it',
  )
}

function zoneFinding(): Promise<Finding> {
  return tried('time zone', 'install a Node with full ICU data, as nodejs.org gives it', () => {
    const format = { timeZone: 'Europe/Brussels', hour: '2-digit', hour12: false } as const
    const hours = ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'].map((at) =>
      new Intl.DateTimeFormat('en-GB', format).format(new Date(at)),
    )
    if (hours.join() !== '13,14') throw new RangeError('Europe/Brussels')
    return 'Europe/Brussels'
  })
}

function backupFinding({ backups, dataDir }: Config): Finding {
  const name = 'copies of the database'
  if (backups === null) return mind(name, 'none are made', 'set BACKUP_DIR, best to a folder on another disk')
  const folder = nearest(backups.folder)
  try {
    accessSync(folder, constants.W_OK)
    // Something else than a folder has nothing below it.
    readdirSync(folder)
    if (statSync(folder).dev !== statSync(nearest(dataDir)).dev) return ok(name, backups.folder)
    return mind(
      name,
      `${backups.folder} is on the disk of the database`,
      'take these copies to another disk too',
    )
  } catch (error) {
    return wrong(name, `${folder}: ${said(error)}`, 'let the user that runs the desk write there')
  }
}

/** The folder itself, or the one in which it is made. */
function nearest(folder: string): string {
  return existsSync(folder) ? folder : dirname(folder)
}

async function diskFindings({ dataDir, alerts }: Config): Promise<readonly Finding[]> {
  const folder = nearest(dataDir)
  try {
    accessSync(folder, constants.W_OK)
    const { free } = await roomOf(folder)
    const room = `${Math.floor(free / 1_000_000)} MB free at ${folder}`
    if (free >= alerts.diskFree) return [ok('disk', room)]
    return [wrong('disk', room, 'make room, or set DISK_FREE_MB lower')]
  } catch (error) {
    return [
      wrong(
        'disk',
        `${folder}: ${said(error)}`,
        'make the folder, and let the user that runs the desk write there',
      ),
    ]
  }
}
