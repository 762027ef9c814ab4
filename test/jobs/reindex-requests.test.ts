import { expect, it } from 'vitest'
import { ReindexRequests } from '../../src/jobs/reindex-requests.js'
import { onEachDatabase, START } from '../store/databases.js'

onEachDatabase('a request to read the documents again', (on) => {
  const process = (mayReindex: () => boolean) => {
    const runs: string[] = []
    const { records } = on.store
    const requests = new ReindexRequests({
      records,
      mayReindex,
      reindexSoon: () => runs.push('soon'),
      now: () => new Date(START),
      onError: (error) => {
        throw error
      },
    })
    return { requests, runs }
  }

  it('is taken up at once where this process reindexes', async () => {
    const { requests, runs } = process(() => true)
    requests.ask()
    await expect.poll(() => runs).toEqual(['soon'])
  })

  it('waits for the process that does, also when it comes later', async () => {
    const other = process(() => false)
    other.requests.ask()
    await expect.poll(() => on.store.records.get('reindex', 'wanted', new Date(START))).toBe('1')
    const holder = process(() => true)
    holder.requests.start()
    await expect.poll(() => holder.runs, { timeout: 8000 }).toEqual(['soon'])
    holder.requests.stop()
    expect(other.runs).toEqual([])
  })
})
