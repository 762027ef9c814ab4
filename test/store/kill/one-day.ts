/*
 * Lives through a day of a desk, and kills itself at a given step: before a statement to the database, or before or
 * after the platform is written to.
 *
 * node one-day.js DATA_DIR PLATFORM_FILE STEP; prints how many steps there were when it got to the end.
 */
import Sqlite from 'better-sqlite3'
import { openStore } from '../../../src/store/open-store.js'
import { ManualClock } from '../../fakes/clock.js'
import { day } from './day.js'
import { fileChannel } from './file-channel.js'

const [dataDir = '', platform = '', killAt = ''] = process.argv.slice(2)
let steps = Number.NEGATIVE_INFINITY

function step() {
  steps += 1
  if (steps === Number(killAt)) process.kill(process.pid, 'SIGKILL')
}

const prepare = Sqlite.prototype.prepare
Object.assign(Sqlite.prototype, {
  prepare(this: Sqlite.Database, sql: string) {
    const statement = prepare.call<Sqlite.Database, [string], Sqlite.Statement<unknown[]>>(this, sql)
    for (const method of ['run', 'all'] as const) {
      const original: (...parameters: unknown[]) => unknown = statement[method].bind(statement)
      const counted = (...parameters: unknown[]) => {
        step()
        return original(...parameters)
      }
      Object.assign(statement, { [method]: counted })
    }
    return statement
  },
})

const clock = new ManualClock('2026-11-23T09:00:00.000Z')
const store = await openStore({ dataDir, databaseUrl: null, use: 'serve', now: clock.now() })
steps = 0
await day(store, fileChannel(platform, step), clock, 'killed')
process.stdout.write(`${steps}\n`)
await store.close()
