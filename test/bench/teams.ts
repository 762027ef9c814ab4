import { type ModelServer, startModelServer } from '../fakes/model-server.js'
import { shownIn, type TeamsActivity } from '../fakes/teams-connector.js'
import { personal, TENANT } from '../fakes/teams-people.js'
import { type Waits, waits } from './percentiles.js'
import { modelledTeamsDesk } from './teams-desk.js'

/**
 * Figures of signed activities over HTTP through Microsoft's adapter, the store on disk and the desk's own turns,
 * while the language model takes every question and answers none. Times in milliseconds.
 */
export interface TeamsFigures {
  readonly activities: number
  readonly perSecond: number
  /** From sending the activity to its acknowledgement. */
  readonly acknowledged: Waits
  /** Those that Teams would tell again, because the connection broke, and those that were never taken. */
  readonly toldAgain: number
  readonly refused: number
  /** Calls that hung at the model, and answers that members had, when the last activity was acknowledged. */
  readonly atTheModel: number
  readonly answeredMeanwhile: number
  /** Messages of people, each told of once or twice; and the answers there were two minutes after the model began to refuse at most. */
  readonly messages: number
  readonly answers: number
}

const PER_SECOND = 50
/** So many people write that nobody waits for the pace of one chat. */
const PEOPLE = 150
/** Answered from the documents, so that the model is asked to word it. */
const QUESTION = 'Wie zijn de leden van VVSG?'

type Desk = Awaited<ReturnType<typeof modelledTeamsDesk>>

/** @param seconds 60 for the figures in the README; less for a quick look. */
export async function benchTeams(seconds = 60): Promise<TeamsFigures> {
  const model = await startModelServer()
  model.does({ kind: 'hang' })
  const desk = await modelledTeamsDesk(model.url)
  for (let person = 0; person < PEOPLE; person++)
    desk.connector.members.set(`29:p${person}`, { name: `Persoon ${person}`, tenantId: TENANT })
  try {
    await warmUp(desk, model)
    const told = await tellFor(desk, seconds)
    const meanwhile = { atTheModel: model.requests.length, answeredMeanwhile: answersOf(desk).length }
    model.does({ kind: 'status', status: 400 })
    const answers = await allAnswers(desk, told.messages)
    return {
      ...told,
      ...meanwhile,
      answers,
    }
  } finally {
    await desk.close()
    await model.close()
  }
}

/** Loads the packages of the model and compiles the hot paths: a question goes all the way to the model. */
async function warmUp({ people }: Desk, model: ModelServer): Promise<void> {
  for (let number = 0; number < 20; number++)
    await tellUntilTaken(() =>
      people.tell(people.written(`warm${number}`, personal(`warm${number}`), QUESTION)),
    )
  while (model.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 100))
}

async function tellFor({ people }: Desk, seconds: number) {
  const count = seconds * PER_SECOND
  const written: TeamsActivity[] = []
  const signature = people.signature()
  const started = performance.now()
  const told = Array.from({ length: count }, async (_, index) => {
    const due = started + (index * 1000) / PER_SECOND
    await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
    // Every tenth activity is one that was told of before.
    const again = index % 10 === 9 ? written[written.length - 1 - (index % 5)] : undefined
    const name = `p${index % PEOPLE}`
    const activity = again ?? people.written(name, personal(name), QUESTION)
    if (!again) written.push(activity)
    const tries = await tellUntilTaken(() => people.tell(activity, signature))
    return { ms: performance.now() - due, tries }
  })
  const results = await Promise.all(told)
  return {
    activities: count,
    perSecond: (count * 1000) / (performance.now() - started),
    acknowledged: waits(results.map(({ ms }) => ms)),
    toldAgain: results.filter(({ tries }) => tries > 1).length,
    refused: results.filter(({ tries }) => tries > MOST_TRIES).length,
    messages: written.length,
  }
}

const MOST_TRIES = 4

/** How often it was told; all of that counts as waiting. More than {@link MOST_TRIES} when it was never taken. */
async function tellUntilTaken(tell: () => Promise<{ readonly status: number }>): Promise<number> {
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const told = await tell().catch(() => null)
    if (told?.status === 200) return tries
  }
  return MOST_TRIES + 1
}

const answersOf = ({ connector }: Desk) =>
  Array.from({ length: PEOPLE }, (_, person) => connector.posts(`a:1-p${person}`))
    .flat()
    .filter((post) => shownIn(post).includes('Bron:'))

/** Waits until nothing is on its way any more, two minutes at most; how many answers there are by then. */
async function allAnswers(desk: Desk, expected: number): Promise<number> {
  let last = -1
  for (let quiet = 0, round = 0; quiet < 4 && round < 120; round++) {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const answers = answersOf(desk).length
    quiet = answers === last && answers >= expected ? quiet + 1 : 0
    last = answers
  }
  return last
}
