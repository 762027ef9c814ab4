import { expect, it } from 'vitest'
import { LeaseKeeper } from '../../src/desk/lease-keeper.js'
import type { Leases } from '../../src/desk/ports.js'
import { ManualClock } from '../fakes/clock.js'
import { onEachDatabase, START } from '../store/databases.js'

onEachDatabase('the schedule', (on) => {
  it('is held by one of two desks, and by the other soon after the first stopped', async () => {
    const clock = new ManualClock(START)
    const [first, second] = [keeper(on.store.leases, 'a', clock), keeper(on.store.leases, 'b', clock)]
    first.start()
    await settled(() => first.held)
    second.start()
    for (let tick = 0; tick < 20; tick++) {
      clock.advance(10_000)
      await settled(() => first.held)
      expect(first.held && second.held).toBe(false)
    }
    await first.stop()
    expect(first.held).toBe(false)
    clock.advance(10_000)
    await settled(() => second.held)
    await second.stop()
  })

  it('is taken over within a minute from a desk that was killed', async () => {
    const clock = new ManualClock(START)
    await on.store.leases.hold('schedule', 'killed', clock.now(), 30_000)
    const other = keeper(on.store.leases, 'b', clock)
    other.start()
    for (let tick = 0; tick < 6 && !other.held; tick++) {
      clock.advance(10_000)
      await pause(50)
    }
    expect(other.held).toBe(true)
    await other.stop()
  })

  it('is not held any more by a desk that cannot reach the database, once its time is over', async () => {
    const clock = new ManualClock(START)
    const told: boolean[] = []
    let broken = false
    const leases: Leases = {
      hold: (...args) => (broken ? Promise.reject(new Error('down')) : on.store.leases.hold(...args)),
      release: (...args) => on.store.leases.release(...args),
    }
    const own = keeper(leases, 'a', clock, (held) => told.push(held))
    own.start()
    await settled(() => own.held)
    broken = true
    clock.advance(29_999)
    expect(own.held).toBe(true)
    clock.advance(1)
    expect(own.held).toBe(false)
    clock.advance(10_000)
    await settled(() => told.length === 2)
    expect(told).toEqual([true, false])
    await own.stop()
  })
})

function keeper(
  leases: Leases,
  owner: string,
  clock: ManualClock,
  onChange: (held: boolean) => void = () => {},
) {
  return new LeaseKeeper({
    leases,
    name: 'schedule',
    owner,
    clock,
    leaseMs: 30_000,
    onChange,
    onError: () => {},
  })
}

async function settled(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(5)
  await pause(20)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
