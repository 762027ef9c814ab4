import { expect, it } from 'vitest'
import { type DueEvent, type DueHandler, DueRunner, type DueTuning } from '../../src/desk/due-runner.js'
import type { Dues, DueWork, NewDue } from '../../src/desk/ports.js'
import type { Store } from '../../src/store/store.js'
import { ManualClock } from '../fakes/clock.js'
import { conversationId, notice } from '../fakes/messages.js'
import { onEachDatabase, query, START } from '../store/databases.js'

const NOTHING: DueWork = { posts: [], due: [], ticketEvents: [], guards: [] }
const MINUTE = 60_000

const says: DueHandler = async ({ key }) => ({
  ...NOTHING,
  posts: [
    {
      channel: 'slack',
      conversation: conversationId('team'),
      messages: [{ message: notice(key), lane: 'team' }],
    },
  ],
})

onEachDatabase('the due runner', (on) => {
  it('does what is due when its time has come', async () => {
    const { clock, runner, events } = running(on.store)
    await on.store.dues.plan([planned('a', 5000), planned('b', MINUTE)], clock.now())
    await runner.drain()
    expect(events).toEqual([])
    clock.advance(5000)
    await runner.drain()
    expect(events).toMatchObject([{ kind: 'done', due: { key: 'a' }, lateMs: 0 }])
    clock.advance(10 * MINUTE)
    await runner.drain()
    expect(events[1]).toMatchObject({ kind: 'done', due: { key: 'b' }, lateMs: 9 * MINUTE + 5000 })
    expect(await posts(on.database)).toEqual(['a', 'b'])
  })

  it('wakes at the instant at which something is due, also when it was planned while it slept', async () => {
    const { clock, runner, events } = running(on.store)
    await on.store.dues.plan([planned('a', 4000)], clock.now())
    runner.start()
    await until(() => clock.sleeping > 0)
    clock.advance(3999)
    await pause(30)
    expect(events).toEqual([])
    clock.advance(51) // it never sleeps shorter than fifty milliseconds
    await until(() => events.length === 1)
    await until(() => clock.sleeping > 0)
    await on.store.dues.plan([planned('b', 6000)], clock.now())
    await pause(30)
    clock.advance(2000)
    await until(() => events.length === 2)
    expect(await runner.stop(1000)).toBe(true)
  })

  it('looks at least every quarter of a minute, for what others planned unannounced', async () => {
    const { clock, runner, events } = running(on.store)
    runner.start()
    await until(() => clock.sleeping > 0)
    const at = Date.parse(START)
    await query(
      on.database,
      `insert into dues (id, key, kind, subject, at, not_before, attempts)
       values ('x', 'x', 'say', 's', ${at}, ${at}, 0)`,
    )
    clock.advance(15_000)
    await until(() => events.length === 1)
    expect(await runner.stop(1000)).toBe(true)
  })

  it('does each row once with two runners, and goes on where one died in the middle', async () => {
    const { clock, runner, events } = running(on.store)
    const other = running(on.store, { clock, owner: 'desk-2' })
    await on.store.dues.plan(
      Array.from({ length: 30 }, (_, index) => planned(`k${index}`)),
      clock.now(),
    )
    const dead = await on.store.dues.claim('dead', clock.now(), 90_000, 3)
    await Promise.all([runner.drain(), other.runner.drain()])
    expect(events.length + other.events.length).toBe(27)
    clock.advance(90_000)
    await Promise.all([runner.drain(), other.runner.drain()])
    const first = dead[0]
    if (!first) throw new Error('nothing was taken')
    expect(await on.store.dues.finish(first, await says(first, clock.now()), clock.now())).toBe('lost')
    expect([...(await posts(on.database))].sort()).toEqual(
      Array.from({ length: 30 }, (_, index) => `k${index}`).sort(),
    )
  })

  it('decides again when what it rested on changed, and says so', async () => {
    let tries = 0
    const { runner, events, clock } = running(on.store, {
      handler: async (due, now) => {
        tries += 1
        const guards = [{ table: 'tickets', id: 'VB-2026-0009', version: 1 } as const]
        return tries === 1 ? { ...NOTHING, guards } : says(due, now)
      },
    })
    await on.store.dues.plan([planned('a')], clock.now())
    await runner.drain()
    expect(events).toMatchObject([{ kind: 'redone', why: 'changed' }, { kind: 'done' }])
    expect(await posts(on.database)).toEqual(['a'])
  })

  it('tries what fails ever later, shows it, and never forgets it', async () => {
    let broken = true
    const handler: DueHandler = async (due, now) => {
      if (broken) throw new Error('dit lukt niet')
      return says(due, now)
    }
    const { runner, events, clock } = running(on.store, { handler })
    await on.store.dues.plan([planned('a')], clock.now())
    const waits: number[] = []
    for (let tries = 0; tries < 7; tries++) {
      await runner.drain()
      const last = events.at(-1)
      const wait = last?.kind === 'failed' || last?.kind === 'stuck' ? last.retryInMs : 0
      clock.advance(wait - 1)
      await runner.drain()
      waits.push(wait)
      clock.advance(1)
    }
    expect(waits).toEqual([1000, 4000, 16_000, 64_000, 3_600_000, 3_600_000, 3_600_000])
    expect(events.map(({ kind }) => kind)).toEqual([...Array(4).fill('failed'), ...Array(3).fill('stuck')])
    expect(await on.store.troubles.stuck()).toMatchObject([{ key: 'a', reason: 'Error: dit lukt niet' }])
    broken = false
    await runner.drain()
    expect(await on.store.troubles.stuck()).toEqual([])
    expect(await posts(on.database)).toEqual(['a'])
  })

  it('lets a row that fails, hangs or is of an unknown kind not hold up the others', async () => {
    const handler: DueHandler = async (due, now) => {
      if (due.key === 'fails') throw new Error('stuk')
      if (due.key === 'hangs') return new Promise(() => {})
      return says(due, now)
    }
    const { runner, events, clock } = running(on.store, { handler, tuning: { concurrency: 3 } })
    const rows = ['fails', 'hangs', 'a', 'b'].map((key) => planned(key))
    await on.store.dues.plan([...rows, { ...planned('strange'), kind: 'tomorrow' }], clock.now())
    runner.start()
    await until(() => events.filter(({ kind }) => kind === 'done').length === 2)
    await until(() => events.filter(({ kind }) => kind === 'failed').length === 2)
    clock.advance(60_000)
    await until(() => events.filter(({ kind }) => kind === 'failed').length >= 3)
    expect(await runner.stop(1000)).toBe(true)
    const reasons = (await on.store.troubles.stuck()).map(({ key, reason }) => `${key}: ${reason}`)
    expect(reasons).toContain('strange: Error: Nothing here handles what is due of kind "tomorrow"')
    expect(reasons).toContain('hangs: Error: What is due of kind "say" took too long')
  })

  it('goes on after the database failed', async () => {
    let failures = 0
    const dues: Dues = {
      ...on.store.dues,
      finish: async (due, work, now) => {
        if (failures++ < 3) throw Object.assign(new Error('the disk is full'), { code: 'STORE_FULL' })
        return on.store.dues.finish(due, work, now)
      },
    }
    const { runner, clock, events } = running({ ...on.store, dues })
    await on.store.dues.plan([planned('a')], clock.now())
    for (let passed = 0; passed < 60; passed++) {
      await runner.drain()
      clock.advance(1000)
    }
    expect(events.at(-1)).toMatchObject({ kind: 'done' })
    expect(await posts(on.database)).toEqual(['a'])
  })
})

function running(
  store: Store,
  options: {
    readonly clock?: ManualClock
    readonly owner?: string
    readonly handler?: DueHandler
    readonly tuning?: Partial<DueTuning>
  } = {},
) {
  const clock = options.clock ?? new ManualClock(START)
  const events: DueEvent[] = []
  const runner = new DueRunner({
    dues: store.dues,
    signals: store.signals,
    handlers: new Map([['say', options.handler ?? says]]),
    clock,
    owner: options.owner ?? 'desk-1',
    onEvent: (event) => events.push(event),
    ...(options.tuning ? { tuning: options.tuning } : {}),
  })
  return { clock, runner, events }
}

function planned(key: string, afterMs = 0): NewDue {
  return { key, kind: 'say', subject: 's', at: new Date(Date.parse(START) + afterMs) }
}

async function posts(database: Parameters<typeof query>[0]): Promise<readonly string[]> {
  const rows = await query(database, 'select message from outbox order by number')
  return rows.map(({ message }): string => JSON.parse(String(message)).text)
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(5)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
