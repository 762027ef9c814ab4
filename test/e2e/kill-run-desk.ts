import { setTimeout as sleep } from 'node:timers/promises'
import { type ServedDesk, type StartingDesk, spawnServe } from './serve.js'

/** How the desk of a run is started, always on the same port, so that members find it again. */
export interface DeskPlace {
  /** The compiled program. */
  readonly file: string
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly port: number
}

/** A desk that is killed and started again. */
export class KilledDesk {
  kills = 0
  /** Of the kills: those before the desk was open. */
  killsWhileStarting = 0
  readonly #place: DeskPlace
  #starting: StartingDesk | null = null

  constructor(place: DeskPlace) {
    this.#place = place
  }

  /** Starts it without waiting until it is open. */
  start(): Promise<ServedDesk> {
    const { dataDir, databaseUrl, port, file } = this.#place
    const env = {
      PORT: String(port),
      DATABASE_URL: databaseUrl ?? '',
      LOG_LEVEL: 'warn',
      ASK_LIMIT_PER_PERSON: '0',
      ASK_LIMIT_PER_ADDRESS: '0',
    }
    this.#starting = spawnServe(dataDir, env, [], file)
    const { opened } = this.#starting
    opened.catch(() => {}) // it was killed on its way
    return opened
  }

  async kill(): Promise<void> {
    await this.#starting?.kill()
    this.kills += 1
  }

  /**
   * Kills it `kills` times, at moments that `chance` draws: spread over the messages, and one in five while it starts.
   *
   * @param done the share of the messages that were accepted, 0 to 1.
   */
  async killAtRandom(kills: number, chance: () => number, done: () => number): Promise<void> {
    const moments = Array.from({ length: kills }, () => 0.02 + 0.88 * chance()).sort((a, b) => a - b)
    let opened = this.start()
    await opened
    for (const moment of moments) {
      if (chance() < 0.2) {
        const early = await Promise.race([opened.then(() => false), sleep(1000 * chance(), true)])
        if (early) this.killsWhileStarting += 1
      } else {
        await opened
        while (done() < moment) await sleep(5)
        await sleep(100 * chance())
      }
      await this.kill()
      opened = this.start()
    }
    await opened
  }

  /** Asks it to stop; its exit code. */
  async stop(): Promise<number | null> {
    const desk = await this.#starting?.opened
    return (await desk?.stop()) ?? null
  }
}
