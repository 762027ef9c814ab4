import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config.js'
import { KnowledgeError } from '../../knowledge/errors.js'
import { indexFolders, publishedNames } from '../../knowledge/generation/folders.js'
import { readManifest, verifyFile } from '../../knowledge/generation/manifest.js'
import { indexStatus } from '../../knowledge/status.js'
import { readErasures } from '../../privacy/erasures.js'
import { sqliteDamage } from '../../store/check.js'
import { DATABASE_FILE, openStore } from '../../store/open-store.js'
import type { Store } from '../../store/store.js'
import { type Finding, mind, ok, said, skipped, tried, wrong } from './finding.js'

/** What is kept: database, index, the list of erasures. */
export async function storedFindings(config: Config, now: Date): Promise<readonly Finding[]> {
  return [...(await databaseFindings(config, now)), ...(await indexFindings(config, now))]
}

async function databaseFindings(config: Config, now: Date): Promise<readonly Finding[]> {
  const { dataDir, databaseUrl } = config
  if (databaseUrl === null && !existsSync(join(dataDir, DATABASE_FILE))) {
    return [skipped('database', 'there is none yet; "vraagbaak serve" makes it')]
  }
  const whole = await tried(
    'database file',
    'stop the desk and put the last backup back: vraagbaak restore FILE --replace',
    () => {
      const damage = databaseUrl === null ? sqliteDamage(dataDir) : null
      if (damage !== null) throw Object.assign(new Error(damage), { code: 'STORE_DAMAGED' })
    },
  )
  let store: Store
  try {
    store = await openStore({ dataDir, databaseUrl, use: 'command', now })
  } catch (error) {
    return [
      whole,
      wrong(
        'database',
        said(error),
        'see whether it runs and DATABASE_URL is right; an older schema is brought up to date by "vraagbaak serve"',
      ),
    ]
  }
  try {
    return [whole, ok('database', store.kind), ...(await troubles(store)), await erasures(config, store)]
  } catch (error) {
    return [whole, wrong('database', said(error), 'see the log of the desk')]
  } finally {
    await store.close()
  }
}

async function troubles({ troubles: found }: Store): Promise<readonly Finding[]> {
  const [parked, undelivered, stuck] = await Promise.all([found.parked(), found.undelivered(), found.stuck()])
  const kinds = [...new Set(stuck.map(({ kind }) => kind))].join(', ')
  return [
    parked.length + undelivered.length === 0
      ? ok('messages', 'nothing is parked, everything arrived')
      : mind(
          'messages',
          `${parked.length} parked, ${undelivered.length} not delivered`,
          'vraagbaak tickets --parked',
        ),
    stuck.length === 0
      ? ok('schedule', 'nothing is stuck')
      : wrong(
          'schedule',
          `${stuck.length} due and failing: ${kinds}`,
          'see the reason in the log of the desk; it is tried again by itself',
        ),
  ]
}

function erasures({ erasuresFile }: Config, { persons }: Store): Promise<Finding> {
  return tried(
    'erasures',
    'put the file back from a copy; the desk does not start without it being right',
    async () => {
      const all = readErasures(erasuresFile)
      const applied = await persons.applied()
      const missing = all.filter(({ id }) => !applied.has(id)).length
      if (missing > 0) return `${all.length}, of which ${missing} will be applied at the next start`
      return `${all.length}, all applied`
    },
  )
}

async function generationFinding(folder: string, name: string): Promise<Finding> {
  try {
    const manifest = readManifest(folder, name)
    await verifyFile(folder, manifest.passages)
    await verifyFile(folder, manifest.vectors)
    return ok('index', `${name}, ${manifest.passages.count} passages`)
  } catch (error) {
    const older = error instanceof KnowledgeError && error.code === 'E_INDEX_MISMATCH'
    return older
      ? mind('index', 'another version of the program made it', 'start the desk: it builds it anew first')
      : wrong('index', said(error), 'vraagbaak reindex --full')
  }
}

async function indexFindings({ dataDir }: Config, now: Date): Promise<readonly Finding[]> {
  const folders = indexFolders(dataDir)
  const [name] = publishedNames(folders)
  if (name === undefined)
    return [skipped('index', 'there is none yet; "vraagbaak serve" or "vraagbaak reindex" makes it')]
  const intact = await generationFinding(folders.generation(name), name)
  const { runs, failing } = indexStatus(dataDir, now.toISOString().slice(0, 10))
  const [last] = runs
  return [
    intact,
    last === undefined || last.outcome === 'done'
      ? ok('last reindex', last?.startedAt ?? '')
      : wrong(
          'last reindex',
          `${last.startedAt} ${last.outcome}: ${last.error ?? ''}`,
          'vraagbaak reindex shows why',
        ),
    failing.length === 0
      ? ok('documents')
      : mind(
          'documents',
          failing.map(({ file, reason }) => `${file}: ${reason}`).join('\n'),
          'mend these documents; their last good version serves meanwhile',
        ),
  ]
}
