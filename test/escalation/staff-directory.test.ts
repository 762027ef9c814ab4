import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { absentUntil, isAbsent, loadStaff } from '../../src/escalation/staff-directory.js'
import { loadTopics, type Topics, targetMinutes } from '../../src/escalation/topics.js'
import { packageRoot } from '../../src/package-root.js'
import { AN, AWAY, SETTING, TOPICS } from './setting.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraagbaak-staff-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const NO_LEADS: Topics = { ...TOPICS, teams: TOPICS.teams.map(({ lead: _, ...team }) => team) }

function load(yaml: string, topics = NO_LEADS) {
  const path = join(folder, 'staff.yaml')
  writeFileSync(path, yaml)
  return loadStaff(path, topics)
}

const ANNA =
  '  - { id: anna, name: Anna, role: staff, teams: [personeel], mail: Anna@Voorbeeld.be, slack: T1/U1 }\n'

describe('staff.yaml', () => {
  it('says who somebody is on a platform, by mail and by id', () => {
    const staff = load(`staff:\n${ANNA}`)
    expect(staff.byPerson('slack', 'slack:T1/U1')?.id).toBe('anna')
    expect(staff.byPerson('slack', 'slack:T1/U2')).toBeNull()
    expect(staff.byPerson('web', 'slack:T1/U1')).toBeNull()
    expect(staff.byMail('ANNA@voorbeeld.be')?.id).toBe('anna')
    expect(staff.byId(null)).toBeNull()
    expect(staff.ofTeam('personeel').map(({ name }) => name)).toEqual(['Anna'])
  })

  it('may be left out: then nobody is known', () => {
    expect(loadStaff(join(folder, 'nothing.yaml'), NO_LEADS).all).toEqual([])
  })

  it.each([
    [
      'a team that does not exist',
      ANNA.replace('personeel', 'x'),
      /staff\.yaml:2: staff\[0\]\.teams\[0\]: expected the key of a team/,
    ],
    ['a role that does not exist', ANNA.replace('staff,', 'baas,'), /expected staff, lead or admin/],
    [
      'two with one id',
      ANNA + ANNA.replace(', slack: T1/U1', '').replace('Anna@', 'a@'),
      /staff\.yaml:3: staff\[1\]\.id: is used by an earlier colleague/,
    ],
    [
      'two with one Slack person',
      ANNA + ANNA.replace('id: anna', 'id: b').replace('Anna@', 'a@'),
      /staff\[1\]\.slack: is used/,
    ],
    [
      'an absence that ends before it begins',
      ANNA.replace(' }', ', absences: [{ from: 2026-12-24, until: 2026-12-01 }] }'),
      /expected "from" on or before "until"/,
    ],
    [
      'a day that does not exist',
      ANNA.replace(' }', ', absences: [{ from: 2026-02-30, until: 2026-03-01 }] }'),
      /expected a day such as/,
    ],
    ['a misspelt field', ANNA.replace('role:', 'rol: x, role:'), /rol/],
  ])('is refused with %s, with the line and the fix', (_, yaml, message) => {
    expect(() => load(`staff:\n${yaml}`)).toThrow(message)
  })

  it('must hold the leads that topics.yaml names', () => {
    expect(() => load(`staff:\n${ANNA}`, TOPICS)).toThrow(/expected a colleague with id "lena"/)
  })

  it('of the sample is right', () => {
    const organisation = join(packageRoot(), 'knowledge', 'organisation')
    const topics = loadTopics(join(organisation, 'topics.yaml'))
    expect(loadStaff(join(organisation, 'staff.yaml'), topics).all.length).toBeGreaterThan(0)
    expect(targetMinutes(topics, 'verlof-dat-niet-bestaat')).toBe(16 * 60)
  })
})

describe('absence', () => {
  it.each([
    ['2026-11-22', null],
    ['2026-11-23', '2026-11-27'],
    ['2026-11-27', '2026-11-27'],
    ['2026-11-28', null],
  ])('on %s lasts until %s', (day, until) => {
    expect(absentUntil(AWAY, day)).toBe(until)
    expect(isAbsent(AWAY, day)).toBe(until !== null)
  })

  it('is nothing to who has none', () => expect(isAbsent(AN, '2026-11-23')).toBe(false))
})

describe('the target of a topic', () => {
  it('is its own, or that of the file', () => {
    expect(targetMinutes(SETTING.topics, 'belasting')).toBe(120)
    expect(targetMinutes(SETTING.topics, 'verlof')).toBe(480)
    expect(targetMinutes({ teams: TOPICS.teams, topics: TOPICS.topics }, null)).toBe(480)
  })
})
