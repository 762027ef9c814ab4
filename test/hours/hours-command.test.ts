import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.js'

const run = promisify(execFile)

const hours = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  run(process.execPath, ['--import', 'tsx', join(packageRoot(), 'src/cli/main.ts'), 'hours', ...args], {
    cwd: packageRoot(),
    env: { ...process.env, KNOWLEDGE_DIR: '', TZ: 'America/New_York', ...env },
  })

describe('vraagbaak hours', () => {
  it('prints both timetables as JSON, whatever the zone of the machine', async () => {
    const { stdout } = await hours(['--at', '2026-11-21T23:10', '--json'])
    expect(JSON.parse(stdout)).toEqual({
      at: '2026-11-21T23:10:00+01:00',
      office: { open: false, opens: '2026-11-23T08:30:00+01:00' },
      telephone: { open: false, opens: '2026-11-23T08:30:00+01:00' },
      closingDay: null,
      promise: 'Een medewerker kan ten vroegste maandag 23 november om 8.30 uur kijken.',
    })
  })

  it('ends with 2 for an instant that is none, with 1 for files that are not there', async () => {
    await expect(hours(['--at', 'morgen'])).rejects.toMatchObject({ code: 2 })
    await expect(hours([], { KNOWLEDGE_DIR: '/nowhere' })).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('/nowhere/organisation/office-hours.yaml: cannot be read'),
    })
  })
})
