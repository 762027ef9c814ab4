import { describe, expect, it } from 'vitest'
import { DATABASES } from '../store/databases.js'
import { killRun } from './kill-run.js'

describe.concurrent.each(DATABASES)('a real desk that is killed while members write, on %s', (database) => {
  it('gives each message one reply, and every listener all of them in order', async () => {
    const figures = await killRun({ database, messages: 100, kills: 3, seed: 7 })
    expect(figures).toMatchObject({
      accepted: 100,
      kills: 3,
      lost: 0,
      doubled: 0,
      parked: 0,
      stillOpen: 0,
      problems: [],
      exitCode: 0,
    })
    expect(figures.repeatsOnStream).toBe(0)
  }, 120_000)
})
