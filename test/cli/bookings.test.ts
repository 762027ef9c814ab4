import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nodeIcal from 'node-ical'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readFeed } from '../../src/desk/booking-feed.js'
import { openStore } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'
import { BOOKABLE, holdOf, hourAt, way } from '../booking/bookable.js'
import { START } from '../store/databases.js'
import { run } from './run.js'

const NOW = new Date(START)

let dataDir = ''
let store: Store
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-cli-'))
  vi.stubEnv('DATA_DIR', dataDir)
  store = await openStore({ dataDir, databaseUrl: null, use: 'serve', now: NOW })
})
afterEach(async () => {
  await store.close()
  vi.unstubAllEnvs()
  rmSync(dataDir, { recursive: true, force: true })
})

async function booked(): Promise<void> {
  const hold = holdOf([way(hourAt('2999-01-14T13:00:00Z'))], NOW)
  const held = await store.bookings.change(
    { kind: 'hold', hold, instead: null, waiting: null },
    () => [],
    NOW,
  )
  if (held.kind !== 'done') throw new Error(held.code)
  const contact = { name: 'Els', mail: 'els@voorbeeldegem.example' }
  await store.bookings.change(
    { kind: 'confirm', id: held.booking.id, body: 'Gemeente Voorbeeldegem', contact, seatsPerBody: null },
    () => [],
    NOW,
  )
}

describe('vraagbaak bookings', () => {
  it('lists what is booked, and shows one with its contact', async () => {
    expect((await run('bookings')).output).toBe('There are no bookings.\n')
    await booked()
    expect((await run('bookings')).output).toMatch(
      /^SD-2026-0001 {2}confirmed {2}Gemeente Voorbeeldegem {2}Service design: /,
    )
    const shown = await run('bookings', 'show', 'sd-2026-0001')
    expect(shown.output).toContain('contact    Els, els@voorbeeldegem.example')
    const [listed, ...others] = JSON.parse((await run('bookings', 'list', '--json')).output)
    expect(others).toEqual([])
    expect(listed).toMatchObject({
      reference: 'SD-2026-0001',
      heldUntil: null,
      createdAt: START,
      updatedAt: START,
      times: [{ start: '2999-01-14T13:00:00.000Z', end: '2999-01-14T14:00:00.000Z' }],
    })
    expect(JSON.parse((await run('bookings', 'show', 'SD-2026-0001', '--json')).output)).toEqual(listed)
  })

  it('cancels one, and leaves the desk that runs to tell member and host', async () => {
    await booked()
    expect((await run('bookings', 'cancel', 'SD-2026-0001')).output).toBe('SD-2026-0001 is cancelled.\n')
    expect((await store.bookings.find('SD-2026-0001'))?.state).toBe('cancelled')
    const due = await store.dues.claim('desk', new Date('2999-01-01'), 1000, 10)
    expect(due.map(({ kind }) => kind).sort()).toEqual(['booking-freed', 'booking-notice', 'booking-told'])
    const again = await run('bookings', 'cancel', 'SD-2026-0001')
    expect([again.code, again.errors]).toEqual([2, expect.stringContaining('it is cancelled')])
  })

  it('exports what other calendars read', async () => {
    await booked()
    const events = Object.values(nodeIcal.sync.parseICS((await run('bookings', 'export')).output)).filter(
      (part) => part?.type === 'VEVENT',
    )
    expect(events).toHaveLength(1)
  })

  it('makes a secret link for a host or a body, which opens the calendar until it is ended', async () => {
    await booked()
    const { output } = await run('bookings', 'feed', '--host', 'begeleider-oost')
    const token = /\/agenda\/([\w-]{43})\.ics\n$/.exec(output)?.[1] ?? ''
    const parts = { bookings: store.bookings, records: store.records, offerings: BOOKABLE }
    expect(await readFeed(token, parts, NOW)).toContain('SD-2026-0001')
    expect(
      await readFeed(
        token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
        parts,
        NOW,
      ),
    ).toBeNull()
    const body = await run('bookings', 'feed', '--body', 'Gemeente Elders')
    const other = /\/agenda\/([\w-]{43})\.ics\n$/.exec(body.output)?.[1] ?? ''
    expect(await readFeed(other, parts, NOW)).not.toContain('SD-2026-0001')
    expect((await run('bookings', 'feed', '--host', 'begeleider-oost', '--revoke')).output).toBe(
      '1 link ended.\n',
    )
    expect(await readFeed(token, parts, NOW)).toBeNull()
    expect(await readFeed(other, parts, NOW)).not.toBeNull()
  })

  it.each([
    [['show', 'SD-2026-0404'], /There is no booking SD-2026-0404/],
    [['feed'], /--host ID or --body NAME/],
    [['feed', '--host', 'niemand'], /has no host niemand; it has begeleider-oost/],
  ])('says what is wrong with %o', async (args, message) => {
    const { code, errors } = await run('bookings', ...args)
    expect([code, errors]).toEqual([2, expect.stringMatching(message)])
  })
})
