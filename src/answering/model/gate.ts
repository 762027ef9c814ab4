import { personHash } from '../../person-hash.js'
import type { ModelSettings, Tokens } from './language-model.js'
import type { ModelLedger } from './ledger.js'

/** Why a model is not asked. `resting`: it failed several times in a row and is left alone for a while. */
export type Refusal = 'over-budget' | 'busy' | 'resting'

/** The right to one call; given back with what it cost. */
export interface Pass {
  done(tokens: Tokens, worked: boolean): Promise<void>
}

/** Failures in a row after which the model is left alone, and for how long in milliseconds. */
const FAILURES = 3
const REST_MS = 30_000

/** Guards the model: how many calls at once, what a day may cost, how often one person may ask. */
export class ModelGate {
  readonly #settings: ModelSettings
  readonly #ledger: ModelLedger
  readonly #tick: () => number
  #underWay = 0
  #failures = 0
  #restsUntil = Number.NEGATIVE_INFINITY
  readonly #waiting: (() => void)[] = []

  /** @param tick milliseconds of a clock that only goes forward */
  constructor(settings: ModelSettings, ledger: ModelLedger, tick: () => number) {
    this.#settings = settings
    this.#ledger = ledger
    this.#tick = tick
  }

  /** Counts a question of this person, null for nobody in particular; false when the day's number is reached. */
  async admits(person: string | null, day: string): Promise<boolean> {
    const { asksPerMember } = this.#settings
    if (person === null || asksPerMember === null) return true
    const counter = `asked/${personHash(person)}`
    return (await this.#ledger.add(day, counter, 1)) <= asksPerMember
  }

  /**
   * Waits for a free place and sets the price aside, at most what such a call can cost.
   *
   * @param input tokens of the prompt, reckoned
   */
  async enter(day: string, input: number, signal: AbortSignal): Promise<Pass | Refusal> {
    if (this.#tick() < this.#restsUntil) return 'resting'
    const { maxTokens, budgetPerDay } = this.#settings
    const reserved = this.#price({ input, output: maxTokens })
    if (budgetPerDay !== null && (await this.#ledger.add(day, 'spent', reserved)) > budgetPerDay * 1e6) {
      await this.#ledger.add(day, 'spent', -reserved)
      return 'over-budget'
    }
    if (!(await this.#place(signal))) {
      if (budgetPerDay !== null) await this.#ledger.add(day, 'spent', -reserved)
      return 'busy'
    }
    return {
      done: async (tokens, worked) => {
        this.#leave(worked)
        const set = budgetPerDay === null ? 0 : reserved
        await this.#ledger.add(day, 'spent', this.#price(tokens) - set)
      },
    }
  }

  /** In millionths of a euro: a price for a million tokens is that for one. */
  #price({ input, output }: Tokens): number {
    return Math.ceil(input * this.#settings.priceIn + output * this.#settings.priceOut)
  }

  async #place(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false
    if (this.#underWay < this.#settings.concurrency) {
      this.#underWay++
      return true
    }
    return new Promise((resolve) => {
      const given = () => {
        signal.removeEventListener('abort', late)
        resolve(true)
      }
      const late = () => {
        this.#waiting.splice(this.#waiting.indexOf(given), 1)
        resolve(false)
      }
      this.#waiting.push(given)
      signal.addEventListener('abort', late, { once: true })
    })
  }

  #leave(worked: boolean): void {
    this.#failures = worked ? 0 : this.#failures + 1
    if (this.#failures >= FAILURES) {
      this.#restsUntil = this.#tick() + REST_MS
      this.#failures = 0
    }
    const next = this.#waiting.shift()
    if (next) next()
    else this.#underWay--
  }
}
