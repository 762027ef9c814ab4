import { z } from 'zod'
import type { Records } from '../../desk/ports.js'
import type { Person, StaffPeople } from './people.js'
import { hashOf, type RandomToken } from './tokens.js'

/** A working day and a bit: after this one signs in again, however busy one was. */
export const LONGEST_MS = 12 * 60 * 60_000
/** Without a request for this long one signs in again. */
export const IDLE_MS = 2 * 60 * 60_000
/** How often at most the last request is written down. */
const TOUCH_MS = 5 * 60_000

const KIND = 'staff-session'
/** When a session was last used, apart from the session itself: writing that down never brings back one that was ended. */
const SEEN = 'staff-session-seen'

const stored = z.object({
  subject: z.string(),
  staff: z.object({
    id: z.string(),
    name: z.string(),
    role: z.enum(['staff', 'lead', 'admin']),
    teams: z.array(z.string()),
  }),
  listed: z.boolean(),
  via: z.enum(['open-id', 'link']),
  /** Goes with every form of this session. */
  csrf: z.string(),
})

/** A colleague who is signed in. */
export interface StaffSession extends Person {
  readonly csrf: string
}

/** What sessions are kept with. */
export interface SessionsOptions {
  readonly records: Records
  readonly people: StaffPeople
  readonly random: RandomToken
  readonly now: () => Date
}

/** Sessions on the server: the browser holds a token, the store its hash, so that a session can be ended. */
export class Sessions {
  readonly #options: SessionsOptions

  constructor(options: SessionsOptions) {
    this.#options = options
  }

  /** Opens a session with a token nobody had before, and ends the one that `before` (a token) stood for. */
  async open(person: Person, before: string | null): Promise<string> {
    if (before !== null) await this.close(before)
    const { records, random, now } = this.#options
    const token = random()
    const key = hashOf(token)
    const at = now()
    const session = { ...person, csrf: random() }
    await this.#touch(key, at)
    await records.put(KIND, key, JSON.stringify(session), at, new Date(at.getTime() + LONGEST_MS))
    return token
  }

  /** The session of a token; null when there is none, its time is over, or the colleague is no longer listed. */
  async find(token: string): Promise<StaffSession | null> {
    const { records, now, people } = this.#options
    const key = hashOf(token)
    const text = await records.get(KIND, key, now())
    const seen = await records.get(SEEN, key, now())
    if (text === null || seen === null) return null
    const session = stored.parse(JSON.parse(text))
    const staff = session.listed ? people.byId(session.staff.id) : session.staff
    if (staff === null) {
      await records.remove(KIND, key)
      return null
    }
    if (now().getTime() - Number(seen) >= TOUCH_MS) await this.#touch(key, now())
    return { ...session, staff }
  }

  async close(token: string): Promise<void> {
    await this.#options.records.remove(KIND, hashOf(token))
  }

  /** Ends every session of a person, on whatever device. */
  async closeAll(subject: string): Promise<void> {
    const { records, now } = this.#options
    for (const { key, value } of await records.list(KIND, now())) {
      if (stored.parse(JSON.parse(value)).subject === subject) await records.remove(KIND, key)
    }
  }

  async #touch(key: string, at: Date): Promise<void> {
    const until = new Date(at.getTime() + IDLE_MS)
    await this.#options.records.put(SEEN, key, String(at.getTime()), at, until)
  }
}
