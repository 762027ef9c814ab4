import type { Records } from '../../desk/ports.js'
import type { Person } from './people.js'

const KIND = 'staff-guest'
const KEPT_MS = 400 * 24 * 60 * 60_000

/** The names of those who came in without standing in `staff.yaml`: their tickets name them by id alone. */
export class Guests {
  readonly #records: Records
  readonly #now: () => Date
  #names: ReadonlyMap<string, string> = new Map()

  constructor(records: Records, now: () => Date) {
    this.#records = records
    this.#now = now
  }

  /** Reads what other processes learned too. */
  async refresh(): Promise<void> {
    const all = await this.#records.list(KIND, this.#now())
    this.#names = new Map(all.map(({ key, value }) => [key, value]))
  }

  async welcome({ staff, listed }: Person): Promise<void> {
    if (listed) return
    const now = this.#now()
    await this.#records.put(KIND, staff.id, staff.name, now, new Date(now.getTime() + KEPT_MS))
  }

  /** Null for a colleague of `staff.yaml`, and for nobody; as of the last refresh. */
  nameOf(id: string): string | null {
    return this.#names.get(id) ?? null
  }
}
