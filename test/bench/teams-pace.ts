import { teamsStoreDesk } from '../adapters/teams/teams-store-desk.js'
import { says } from '../fakes/messages.js'
import { mostWithin } from '../fakes/most-within.js'
import { personal } from '../fakes/teams-people.js'

/** The most replies that reached one chat within a time, of more than fit in an hour. */
export interface PaceFigures {
  readonly replies: number
  readonly withinSecond: number
  readonly withinTwoSeconds: number
  readonly withinHalfMinute: number
  readonly withinHour: number
}

const HOUR_MS = 3_600_000
/** So many are ready at once. */
const BATCH = 61
const BATCHES = 30

/** An hour and more on a clock that is moved by hand, through the real sender and store. */
export async function teamsPace(): Promise<PaceFigures> {
  const texts = Array.from({ length: BATCH }, (_, at) => `Antwoord ${at}`)
  const desk = await teamsStoreDesk(async () => says(...texts))
  try {
    for (let batch = 0; batch < BATCHES; batch++) {
      await desk.people.tell(desk.people.written('an', personal('an'), `vraag ${batch}`))
      await desk.handle()
      await desk.sendFor(31_000, 150)
    }
    await desk.sendFor(HOUR_MS, 1000)
    const instants = desk.connector.messageCalls().map(({ at }) => at)
    return {
      replies: instants.length,
      withinSecond: mostWithin(instants, 1000),
      withinTwoSeconds: mostWithin(instants, 2000),
      withinHalfMinute: mostWithin(instants, 30_000),
      withinHour: mostWithin(instants, HOUR_MS),
    }
  } finally {
    await desk.close()
  }
}
