import { userInfo } from 'node:os'
import type { Config } from '../config.js'
import { forgetDocuments } from '../jobs/forget-answers.js'
import { runMaterial } from '../jobs/run-material.js'
import { answerDocument } from '../knowledge/published-answers.js'
import { erasureOf, readErasures, rememberErasure, replayErasures } from '../privacy/erasures.js'
import type { AnswersOnErase, ErasedRows, PersonAnswer, Traces } from '../privacy/person.js'
import type { Store } from '../store/store.js'
import { sampleKnowledge } from './wire-desk.js'

/** What is needed of the configuration. */
type Places = Pick<Config, 'dataDir' | 'knowledgeDir' | 'embedder' | 'erasuresFile'>

/**
 * Forgets somebody everywhere: first it is remembered that this was asked, so that a crash halfway is taken up by the
 * next start, then the database and its files, then the index.
 *
 * @returns how many rows were removed or blanked, by table.
 */
export async function forgetPerson(
  store: Store,
  places: Places,
  traces: Traces,
  published: readonly PersonAnswer[],
  answers: AnswersOnErase,
  now: Date,
): Promise<ErasedRows> {
  const { persons } = store
  const erasure = erasureOf(traces, answers, now)
  rememberErasure(places.erasuresFile, erasure)
  const rows = await persons.erase(traces, answers, now)
  await persons.markApplied(erasure)
  await persons.scrub()
  const withdrawn = answers === 'withdraw' ? published.map(({ id }) => answerDocument(id)) : []
  if (withdrawn.length > 0) {
    const { dataDir, embedder, knowledgeDir } = places
    const where = { dataDir, embedder, knowledgeDir: knowledgeDir ?? sampleKnowledge() }
    await forgetDocuments(where, withdrawn, () => runMaterial(store))
  }
  await noteInAudit(store, 'person.erase', erasure.id, now)
  return rows
}

/** Writes down who asked for it; the subject is the erasure's own id, never the person. */
export async function noteInAudit(
  { audit }: Pick<Store, 'audit'>,
  action: string,
  subject: string,
  now: Date,
): Promise<void> {
  const actor = userInfo().username
  await audit.write({ at: now.toISOString(), actor, actorName: actor, action, subject, outcome: 'done' })
}

/**
 * Forgets again whom a database that was put back still knows. Nothing happens to one that knows of every erasure.
 *
 * @returns how many erasures were applied.
 * @throws ErasuresError when the list is damaged: a desk that would bring somebody back does not start.
 */
export function replayForgotten(
  { persons }: Pick<Store, 'persons'>,
  { erasuresFile }: Pick<Config, 'erasuresFile'>,
  now: Date,
): Promise<number> {
  return replayErasures(readErasures(erasuresFile), persons, now)
}
