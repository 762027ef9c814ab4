import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { CountedTurn } from '../../src/desk/counted.js'
import type { TurnWork } from '../../src/desk/ports.js'
import type { Effect } from '../../src/desk/turn.js'
import { BODY_KEY_FILE, bodyPseudonyms } from '../../src/store/body-pseudonym.js'
import type { Store } from '../../src/store/store.js'
import { incoming, opensTicket } from '../fakes/messages.js'
import { claimRequest, onEachDatabase, query, START } from './databases.js'

const NOW = new Date(START)

const COUNTED: CountedTurn = {
  outcome: 'answer',
  confidence: 0.8,
  topic: 'personeel',
  language: 'nl',
  memberKind: 'gemeente',
  body: 'Gemeente Zonnegem',
  week: '2026-11-23',
  hour: 10,
  sameQuestion: false,
}

let events = 0

async function turn(store: Store, counted: Partial<CountedTurn> | null, effects: readonly Effect[] = []) {
  await store.inbox.accept(incoming('c1', `bericht ${++events}`), NOW)
  const [claim] = await store.turns.claim(claimRequest(NOW))
  if (claim === undefined) throw new Error('There is nothing to claim')
  const work: TurnWork = {
    now: NOW,
    effects,
    ticketYear: 2026,
    parked: null,
    conclude: () => ({ state: {}, messages: [] }),
    ...(counted && { counted: { ...COUNTED, ...counted } }),
  }
  return store.turns.commit(claim, work)
}

const feedback = (helped: boolean): Effect => ({ kind: 'feedback', helped, question: 'Wat nu?' })

onEachDatabase('what is counted of turns', (fixture) => {
  const rows = () =>
    query(fixture.database, 'select outcome, topic, helped, ticket, hour from turn_figures order by hour')

  it('is a row a question, without words, person or conversation', async () => {
    await turn(fixture.store, {})
    const [row] = await query(fixture.database, 'select * from turn_figures')
    expect(Object.keys(row ?? {}).sort()).toEqual(
      'at body channel confidence helped hour id language member_kind outcome ticket topic week'.split(' '),
    )
    expect(row).toMatchObject({ member_kind: 'gemeente', week: '2026-11-23', helped: null })
    // Its id is chance, and may hold any two letters.
    expect(JSON.stringify({ ...row, id: '' })).not.toMatch(/c1|bericht|zonnegem/i)
  })

  it('names a body by a key that stands beside the database, the same one for every desk', async () => {
    await turn(fixture.store, { hour: 1 })
    await turn(fixture.store, { hour: 2, body: ' gemeente zonnegem' })
    await turn(fixture.store, { hour: 3, body: 'OCMW Zonnegem' })
    await turn(fixture.store, { hour: 4, body: null })
    const bodies = (await query(fixture.database, 'select body from turn_figures order by hour')).map(
      ({ body }) => body,
    )
    const { dataDir } = fixture.database
    const known = ['Gemeente Zonnegem', 'Gemeente Zonnegem', 'ocmw zonnegem'].map(bodyPseudonyms(dataDir))
    expect(bodies).toEqual([...known, null])
    expect(new Set(bodies).size).toBe(3)
    const plain = createHash('sha256').update('gemeente zonnegem').digest()
    for (const form of ['hex', 'base64url'] as const)
      expect(plain.toString(form)).not.toContain(String(bodies[0]).slice(0, 8))
    const key = join(dataDir, BODY_KEY_FILE)
    expect(statSync(key).mode & 0o777).toBe(0o600)
    const tables = JSON.stringify(await query(fixture.database, 'select * from records'))
    expect(tables).not.toContain(readFileSync(key, 'utf8').trim())
  })

  it('is named otherwise with another key, and a damaged key is said', async () => {
    const other = mkdtempSync(join(tmpdir(), 'vraagbaak-key-'))
    try {
      const [here, there] = [fixture.database.dataDir, other].map((dir) =>
        bodyPseudonyms(dir)('Gemeente Zonnegem'),
      )
      expect(here).not.toBe(there)
      writeFileSync(join(other, BODY_KEY_FILE), 'kort\n')
      expect(() => bodyPseudonyms(other)).toThrow(/is no key/)
    } finally {
      rmSync(other, { recursive: true })
    }
  })

  it.each([true, false])('says whether the last question was helped: %s', async (helped) => {
    await turn(fixture.store, { hour: 1 })
    await turn(fixture.store, { hour: 2 })
    await turn(fixture.store, null, [feedback(helped)])
    expect((await rows()).map((row) => row.helped)).toEqual([null, helped ? 1 : 0])
  })

  it('keeps one question that became one for staff, with its reference', async () => {
    await turn(fixture.store, { hour: 1 })
    const effects = [opensTicket()]
    await turn(fixture.store, { hour: 2, outcome: 'hand-over', topic: 'wonen', sameQuestion: true }, effects)
    expect(await rows()).toEqual([
      { outcome: 'hand-over', topic: 'wonen', helped: null, ticket: 'VB-2026-0001', hour: 1 },
    ])
  })

  it('keeps the theme when what followed has none, and counts a reading chosen out of nothing', async () => {
    await turn(fixture.store, { hour: 3, outcome: 'clarify', sameQuestion: true })
    await turn(fixture.store, { hour: 4, topic: null, sameQuestion: true })
    expect(await rows()).toMatchObject([{ outcome: 'answer', topic: 'personeel', hour: 3 }])
  })

  it('leaves out what is no question', async () => {
    await turn(fixture.store, { outcome: 'small-talk' })
    await turn(fixture.store, { outcome: 'book' })
    await turn(fixture.store, null)
    expect(await rows()).toEqual([])
  })
})
