import { afterAll, beforeAll, describe, it } from 'vitest'
import { DATABASES } from '../store/databases.js'
import { compiled } from '../store/kill/fleet.js'
import { killRun } from './kill-run.js'

let program = { file: '', remove: () => {} }
beforeAll(() => {
  program = compiled('src/cli/main')
}, 60_000)
afterAll(() => program.remove())

// On PostgreSQL most of the time is waiting: what a killed desk held is taken up when its lease has run out.
describe.concurrent.each(DATABASES)('a real desk that is killed while members write, on %s', (database) => {
  it('gives each message one reply, and every listener all of them in order', async ({ expect: own }) => {
    const figures = await killRun({ database, messages: 60, kills: 2, seed: 7, program: program.file })
    own(figures).toMatchObject({
      accepted: 60,
      kills: 2,
      lost: 0,
      doubled: 0,
      parked: 0,
      stillOpen: 0,
      problems: [],
      repeatsOnStream: 0,
      exitCode: 0,
    })
  }, 240_000)
})
