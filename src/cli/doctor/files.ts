import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readOfferings } from '../../booking/offerings.js'
import { loadCannedTexts } from '../../escalation/canned-texts.js'
import { loadTopics } from '../../escalation/topics.js'
import { readOfficeHours } from '../../hours/read-hours.js'
import { loadGlossary } from '../../knowledge/glossary.js'
import { readSourcesFile } from '../../knowledge/sources/sources-file.js'
import { readMemberBodies } from '../../members/bodies.js'
import { organisationOf } from '../wire-desk.js'
import { loadStaffOf } from '../wire-tickets.js'
import { type Finding, mind, ok, tried } from './finding.js'

/** The files that staff edit, each by itself. */
export async function fileFindings(knowledgeDir: string): Promise<readonly Finding[]> {
  const organised = organisationOf(knowledgeDir)
  const at = (name: string) => join(organised, 'organisation', name)
  const fix = 'mend what is named; the desk does not start with it'
  const checks: Readonly<Record<string, () => unknown>> = {
    'office-hours.yaml, closing-days.yaml': () => void readOfficeHours(organised),
    'topics.yaml': () => `${loadTopics(at('topics.yaml')).teams.length} teams`,
    'staff.yaml': () => void loadStaffOf(knowledgeDir, loadTopics(at('topics.yaml'))),
    'sessions.yaml': () => void readOfferings(at('sessions.yaml')),
    'members.csv': () => `${readMemberBodies(at('members.csv')).length} bodies`,
    'canned-texts.yaml': () => void loadCannedTexts(at('canned-texts.yaml')),
    'sources.yaml': () => void readSourcesFile(knowledgeDir),
    'glossary.yaml': () =>
      `${loadGlossary(existsSync(join(knowledgeDir, 'glossary.yaml')) ? knowledgeDir : organised).length} entries`,
  }
  const own =
    organised === knowledgeDir
      ? ok('knowledge folder', knowledgeDir)
      : mind(
          'knowledge folder',
          `${knowledgeDir} has no organisation folder: the sample's hours, topics and teams hold`,
          'copy knowledge/organisation there and write your own',
        )
  return [own, ...(await Promise.all(Object.entries(checks).map(([name, check]) => tried(name, fix, check))))]
}
