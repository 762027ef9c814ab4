import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleKnowledge } from '../../src/cli/wire-desk.js'

/**
 * A knowledge folder of its own, in which all teams work in one channel, two colleagues are known on a platform, and
 * the sessions can be booked.
 */
export function officeFolder(places: {
  /** Lines of a team in `topics.yaml`, such as `teams: ...`. */
  readonly team: string
  /** Another line for one team. */
  readonly elsewhere?: { readonly key: string; readonly team: string }
  /** Lines of the two colleagues in `staff.yaml`. */
  readonly lena: string
  readonly karim: string
}) {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-teams-'))
  const knowledge = join(folder, 'knowledge')
  cpSync(sampleKnowledge(), knowledge, { recursive: true })
  const edit = (name: string, change: (text: string) => string) => {
    const file = join(knowledge, 'organisation', name)
    writeFileSync(file, change(readFileSync(file, 'utf8')))
  }
  const { elsewhere } = places
  edit('topics.yaml', (text) =>
    text.replace(
      /^( {2}- key: (.*)\n {4}name: (?:Team|Ledenservice).*)$/gm,
      (team, _, key) => `${team}\n    ${key === elsewhere?.key ? elsewhere?.team : places.team}`,
    ),
  )
  edit('sessions.yaml', (text) => text.replaceAll('confirmedOn: null', 'confirmedOn: 2026-11-02'))
  edit('staff.yaml', (text) =>
    text
      .replace(/(id: lena-dewaele\n)/, `$1    ${places.lena}\n`)
      .replace(/(id: karim-haddad\n)/, `$1    ${places.karim}\n`)
      .replaceAll('role: staff', 'role: lead'),
  )
  return {
    knowledge,
    dataDir: join(folder, 'data'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
