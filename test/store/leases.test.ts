import { expect, it } from 'vitest'
import { onEachDatabase, START } from './databases.js'

const now = new Date(START)
const after = (ms: number) => new Date(now.getTime() + ms)

onEachDatabase('a lease', (on) => {
  it('has one holder, who can lengthen it', async () => {
    const { leases } = on.store
    expect(await leases.hold('schedule', 'a', now, 30_000)).toBe(true)
    expect(await leases.hold('schedule', 'b', after(29_999), 30_000)).toBe(false)
    expect(await leases.hold('schedule', 'a', after(29_999), 30_000)).toBe(true)
    expect(await leases.hold('schedule', 'b', after(30_000), 30_000)).toBe(false)
  })

  it('is taken over when its time is over or it was given up, and never by two', async () => {
    const { leases } = on.store
    await leases.hold('schedule', 'a', now, 30_000)
    const owners = ['b', 'c', 'd', 'e']
    const results = await Promise.all(
      owners.map((owner) => leases.hold('schedule', owner, after(30_000), 1000)),
    )
    expect(results.filter(Boolean)).toHaveLength(1)
    const winner = owners[results.indexOf(true)] ?? ''
    await leases.release('schedule', 'a') // not its holder any more
    expect(await leases.hold('schedule', 'z', after(30_500), 1000)).toBe(false)
    await leases.release('schedule', winner)
    expect(await leases.hold('schedule', 'z', after(30_500), 1000)).toBe(true)
  })

  it('of another name is another lease', async () => {
    expect(await on.store.leases.hold('schedule', 'a', now, 1000)).toBe(true)
    expect(await on.store.leases.hold('index', 'b', now, 1000)).toBe(true)
  })
})
