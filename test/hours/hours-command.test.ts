import { Command } from 'commander'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FileError } from '../../src/checked-yaml.js'
import { UsageError } from '../../src/cli/errors.js'
import { registerHours } from '../../src/cli/hours.js'

const hours = async (...args: readonly string[]): Promise<string> => {
  let printed = ''
  const program = new Command().exitOverride()
  registerHours(program, { write: (text) => (printed += text) })
  await program.parseAsync(['hours', ...args], { from: 'user' })
  return printed
}

describe('vraagbaak hours', () => {
  const before = { folder: process.env.KNOWLEDGE_DIR, zone: process.env.TZ }
  beforeEach(() => {
    process.env.KNOWLEDGE_DIR = ''
    process.env.TZ = 'America/New_York'
  })
  afterEach(() => {
    if (before.folder === undefined) delete process.env.KNOWLEDGE_DIR
    else process.env.KNOWLEDGE_DIR = before.folder
    if (before.zone === undefined) delete process.env.TZ
    else process.env.TZ = before.zone
  })

  it('prints both timetables as JSON, whatever the zone of the machine', async () => {
    expect(JSON.parse(await hours('--at', '2026-11-21T23:10', '--json'))).toEqual({
      at: '2026-11-21T23:10:00+01:00',
      office: { open: false, opens: '2026-11-23T08:30:00+01:00' },
      telephone: { open: false, opens: '2026-11-23T08:30:00+01:00' },
      closingDay: null,
      promise: 'Een medewerker kan ten vroegste maandag 23 november om 8.30 uur kijken.',
    })
    expect(await hours('--at', '2026-11-23T16:45:00+01:00', '--json')).toContain(
      '"telephone":{"open":true,"until":"2026-11-23T17:00:00+01:00"}',
    )
  })

  it('prints the same for people, closing day included', async () => {
    expect(await hours('--at', '2026-11-11T10:00')).toContain('(Wapenstilstand)')
  })

  it('refuses an instant that is none and files that are not there', async () => {
    await expect(hours('--at', 'morgen')).rejects.toThrow(UsageError)
    process.env.KNOWLEDGE_DIR = '/nowhere'
    await expect(hours()).rejects.toThrow(FileError)
  })
})
