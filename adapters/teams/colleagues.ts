import { z } from 'zod'
import type { Records } from '../../src/desk/ports.js'
import { conversationAt, type Place } from './conversation-id.js'

/** Records of this kind name the accounts of those who work tickets in a channel. */
const COLLEAGUE_RECORDS = 'teams-colleagues'
const REMEMBERED_MS = 180 * 24 * 60 * 60 * 1000
/** Teams fetches a card of their own for no more people. */
const MOST = 60

const accountsSchema = z.array(z.string())

/** Who works tickets in a channel, by the accounts that Teams gives them there. */
export class Colleagues {
  readonly #records: Records
  readonly #now: () => Date

  constructor(records: Records, now: () => Date) {
    this.#records = records
    this.#now = now
  }

  /** Those who acted under a card of the desk, at most 60, the last ones. */
  async of(place: Place): Promise<readonly string[]> {
    const kept = await this.#records.get(COLLEAGUE_RECORDS, channelOf(place), this.#now())
    const accounts = accountsSchema.safeParse(kept === null ? [] : JSON.parse(kept))
    return accounts.success ? accounts.data : []
  }

  /** Somebody acted under a card; half a year from the last newcomer on. */
  async remember(place: Place, account: string): Promise<void> {
    const known = await this.of(place)
    if (known.includes(account)) return
    const now = this.#now()
    const until = new Date(now.getTime() + REMEMBERED_MS)
    const value = JSON.stringify([...known, account].slice(-MOST))
    await this.#records.put(COLLEAGUE_RECORDS, channelOf(place), value, now, until)
  }
}

function channelOf(place: Place): string {
  return conversationAt({ ...place, thread: null })
}
