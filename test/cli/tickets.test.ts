import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ticketDesk } from '../../src/desk/ticket-desk.js'
import type { TicketAction } from '../../src/escalation/actions.js'
import { openStore } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'
import { testDesk } from '../desk/desk.js'
import { AN, member, SETTING } from '../escalation/setting.js'
import { opensTicket, says } from '../fakes/messages.js'
import { START } from '../store/databases.js'
import { run } from './run.js'

let dataDir = ''
let store: Store
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-cli-'))
  vi.stubEnv('DATA_DIR', dataDir)
  store = await openStore({ dataDir, databaseUrl: null, use: 'serve', now: new Date(START) })
})
afterEach(async () => {
  await store.close()
  vi.unstubAllEnvs()
  rmSync(dataDir, { recursive: true, force: true })
})

function works(on: Store, action: TicketAction) {
  const mechanics = { setting: SETTING, limitsOf: () => null }
  return ticketDesk(on.tickets, mechanics).act(
    'VB-2026-0001',
    member(AN),
    action,
    new Date(START),
    action.kind,
  )
}

const found = [{ passage: 'verlof#1', score: 0.25 }]
const ticket = { question: 'Hoeveel dagen verlof?', topic: 'personeel', reason: 'Niet zeker genoeg', found }

async function deskWithTroubles() {
  const desk = testDesk(store, {
    tuning: { maxAttempts: 1 },
    turn: async ({ text }) => {
      if (text === 'gif') throw new Error('stuk')
      return { ...says('Uw vraag is {ticket}.'), effects: [opensTicket(ticket)] }
    },
  })
  desk.slack.next('c2', 'refuses')
  await desk.write('c1', 'help')
  await desk.write('c2', 'gif')
  await desk.pass(0)
}

describe('vraagbaak tickets', () => {
  it('lists them for people and for programs', async () => {
    await deskWithTroubles()
    const forPeople = await run('tickets')
    expect(forPeople.code).toBe(0)
    expect(forPeople.output).toBe(
      'VB-2026-0001  2026-11-23 10:00  new                   personeel             Hoeveel dagen verlof?\n',
    )
    const forPrograms = await run('tickets', '--json')
    expect(JSON.parse(forPrograms.output)).toMatchObject([
      { reference: 'VB-2026-0001', ...ticket, state: 'new' },
    ])
  })

  it('shows one with its history, and says when there is none of that name', async () => {
    await deskWithTroubles()
    expect((await run('tickets', 'show', 'VB-2026-0001')).output).toContain('Niet zeker genoeg')
    const { output } = await run('tickets', 'show', 'VB-2026-0001', '--json')
    expect(JSON.parse(output)).toMatchObject({ ...ticket, events: [{ number: 1, kind: 'opened' }] })
    const unknown = await run('tickets', 'show', 'VB-2026-0099')
    expect(unknown.code).toBe(2)
    expect(unknown.errors).toContain('VB-2026-0099')
  })

  it('shows who asked, who has it and what was done by whom', async () => {
    await deskWithTroubles()
    await works(store, { kind: 'reply', text: 'Twintig.', asksBack: false })
    const { output } = await run('tickets', 'show', 'VB-2026-0001')
    expect(output).toContain('on slack by Onbekend bestuur')
    expect(output).toContain('claimed    an')
    expect(output).toContain('replied  An Peeters  Twintig.')
    expect((await run('tickets')).output).toContain('answered (an)')
  })

  it('exports the topics that colleagues set right, beside what the keywords find today', async () => {
    await deskWithTroubles()
    expect((await run('tickets', 'corrections')).output).toBe('No topic was corrected yet.\n')
    await works(store, { kind: 'topic', topic: 'belasting' })
    const { output } = await run('tickets', 'corrections', '--json')
    expect(JSON.parse(output)).toMatchObject({
      reference: 'VB-2026-0001',
      question: 'Hoeveel dagen verlof?',
      topic: 'belasting',
      found: 'personeel',
      mended: false,
    })
  })

  it('lists what was parked and what did not arrive', async () => {
    await deskWithTroubles()
    const forPeople = await run('tickets', '--parked')
    expect(forPeople.output).toContain('parked     slack  2026-11-23 10:00  gif  (Error: stuk)')
    expect(forPeople.output).toContain('channel_not_found')
    const { output } = await run('tickets', '--parked', '--json')
    expect(JSON.parse(output)).toMatchObject({
      events: [{ text: 'gif', reason: 'Error: stuk' }],
      messages: [{ status: 'failed', reason: 'channel_not_found' }],
    })
  })

  it('lists work that is due and fails, with why', async () => {
    await store.dues.plan(
      [{ key: 'remind/b1', kind: 'booking-reminder', subject: 'b1', at: new Date(START) }],
      new Date(START),
    )
    const [due] = await store.dues.claim('desk', new Date(START), 1000, 1)
    if (!due) throw new Error('nothing is due')
    await store.dues.postpone(due, new Date(START), 'Error: no such calendar')
    expect((await run('tickets', '--parked')).output).toBe(
      'failing           2026-11-23 10:00  booking-reminder b1, tried 1x  (Error: no such calendar)\n',
    )
    expect(JSON.parse((await run('tickets', '--parked', '--json')).output)).toMatchObject({
      events: [],
      messages: [],
      due: [{ kind: 'booking-reminder', subject: 'b1', attempts: 1, reason: 'Error: no such calendar' }],
    })
  })

  it('has nothing to list when nothing was asked, or no desk ever ran', async () => {
    expect(await run('tickets')).toMatchObject({ code: 0, output: 'There are no tickets.\n' })
    expect((await run('tickets', '--parked')).output).toBe('Nothing is parked and everything arrived.\n')
    vi.stubEnv('DATA_DIR', join(dataDir, 'nowhere'))
    const nowhere = await run('tickets', '--json')
    expect(nowhere).toMatchObject({ code: 0, output: '[]\n' })
    expect(nowhere.errors).toContain('nowhere')
  })
})

describe('vraagbaak backup', () => {
  it('copies the database while the desk runs, once to each file', async () => {
    await deskWithTroubles()
    const file = join(dataDir, 'copy', '..', 'backup.db')
    const { code, output } = await run('backup', file, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(output)).toMatchObject({ file: join(dataDir, 'backup.db'), bytes: expect.any(Number) })
    const again = await run('backup', file)
    expect(again.code).toBe(1)
    expect(again.errors).toContain('exists already')
  })

  it('needs a database', async () => {
    vi.stubEnv('DATA_DIR', join(dataDir, 'nowhere'))
    const { code, errors } = await run('backup', join(dataDir, 'x.db'))
    expect(code).toBe(1)
    expect(errors).toContain('nowhere')
  })
})
