import { expect, it } from 'vitest'
import { onEachDatabase, query, START } from './databases.js'

const now = new Date(START)
const after = (ms: number) => new Date(now.getTime() + ms)

onEachDatabase('records', (on) => {
  it('are kept by kind and key until they are put anew or removed', async () => {
    const { records } = on.store
    await records.put('session', 'b', '{"a":1}', now, null)
    await records.put('session', 'a', '1', now, null)
    await records.put('code', 'a', 'other', now, null)
    await records.put('session', 'a', '2', now, null)
    expect(await records.get('session', 'a', after(1e12))).toBe('2')
    expect(await records.get('session', 'c', now)).toBeNull()
    expect(await records.list('session', now)).toEqual([
      { key: 'a', value: '2' },
      { key: 'b', value: '{"a":1}' },
    ])
    await records.remove('session', 'a')
    await records.remove('session', 'never-there')
    expect(await records.get('session', 'a', now)).toBeNull()
    expect(await records.get('code', 'a', now)).toBe('other')
  })

  it('end when their time is over, to the millisecond', async () => {
    const { records } = on.store
    await records.put('code', 'a', 'x', now, after(1000))
    expect(await records.get('code', 'a', after(999))).toBe('x')
    expect(await records.get('code', 'a', after(1000))).toBeNull()
    expect(await records.list('code', after(1000))).toEqual([])
    expect(await records.take('code', 'a', after(1000))).toBeNull()
  })

  it('are added only where there is none, or none any more', async () => {
    const { records } = on.store
    expect(await records.add('code', 'a', 'x', now, after(1000))).toBe(true)
    expect(await records.add('code', 'a', 'y', after(999), null)).toBe(false)
    expect(await records.get('code', 'a', now)).toBe('x')
    expect(await records.add('code', 'a', 'z', after(1000), null)).toBe(true)
    expect(await records.get('code', 'a', after(1000))).toBe('z')
  })

  it('are taken by one of many, and added by one of many', async () => {
    const { records } = on.store
    await records.put('code', 'a', 'x', now, null)
    const taken = await Promise.all(Array.from({ length: 30 }, () => records.take('code', 'a', now)))
    expect(taken.filter((value) => value !== null)).toEqual(['x'])
    const added = await Promise.all(
      Array.from({ length: 30 }, (_, index) => records.add('code', 'a', String(index), now, null)),
    )
    expect(added.filter(Boolean)).toHaveLength(1)
  })

  it('that are over are removed when their kind is written to, and only they', async () => {
    const { records } = on.store
    await records.put('code', 'old', 'x', now, after(1000))
    await records.put('code', 'kept', 'x', now, null)
    await records.put('session', 'old', 'x', now, after(1000))
    await records.put('code', 'new', 'x', after(1000), null)
    const rows = await query(on.database, 'select kind, key from records order by kind, key')
    expect(rows.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['code kept', 'code new', 'session old'])
  })
})
