import { TeamsInfo, type TurnContext } from 'botbuilder'
import { z } from 'zod'
import { shortReason, type TeamsAlert } from './errors.js'
import type { Person, Source } from './inbound.js'

/** What is known of somebody stays known for this long, in milliseconds. */
const KNOWN_MS = 3_600_000
/** Somebody who could not be looked up is tried again after this. */
const UNKNOWN_MS = 60_000
/** Teams is not answered before this is over; longer, and it sends everything again. */
const WAIT_MS = 1500
const MOST_KEPT = 5000

const memberSchema = z.object({
  name: z.string().nullish(),
  userRole: z.string().nullish(),
  tenantId: z.string().nullish(),
})

type Member = z.infer<typeof memberSchema>

/** Who writes, as Teams knows them. */
export class People {
  readonly #now: () => Date
  readonly #isListed: (tenant: string) => boolean
  readonly #onAlert: (alert: TeamsAlert) => void
  readonly #known = new Map<string, { readonly member: Promise<Member | null>; until: number }>()

  /** @param isListed whether the people of an organisation may use the desk. */
  constructor(now: () => Date, isListed: (tenant: string) => boolean, onAlert: (alert: TeamsAlert) => void) {
    this.#now = now
    this.#isListed = isListed
    this.#onAlert = onAlert
  }

  /** Never fails: whoever cannot be looked up in time is an outsider. */
  async who(context: TurnContext, source: Source): Promise<Person> {
    const { tenant } = source.place
    const member = await inTime(this.#member(context, source))
    const own = member?.tenantId?.toLowerCase() || tenant
    const guest = member === null || member.userRole === 'guest' || member.userRole === 'anonymous'
    return {
      name: source.name ?? member?.name ?? null,
      origin: { teamsTenant: own, outsider: guest || !this.#isListed(own) },
    }
  }

  #member(context: TurnContext, { place, account, user }: Source): Promise<Member | null> {
    const key = `${place.tenant}/${user}`
    const now = this.#now().getTime()
    const known = this.#known.get(key)
    if (known && now < known.until) return known.member
    const entry = { member: this.#ask(context, account, place.tenant), until: now + KNOWN_MS }
    void entry.member.then((member) => {
      if (member === null) entry.until = now + UNKNOWN_MS
    })
    if (this.#known.size >= MOST_KEPT) this.#known.clear()
    this.#known.set(key, entry)
    return entry.member
  }

  async #ask(context: TurnContext, account: string, tenant: string): Promise<Member | null> {
    try {
      const member: unknown = await TeamsInfo.getMember(context, account)
      return memberSchema.parse(member)
    } catch (error) {
      this.#onAlert({ kind: 'people-unknown', tenant, error: shortReason(error) })
      return null
    }
  }
}

function inTime<T>(answer: Promise<T | null>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), WAIT_MS)
    void answer.then((value) => {
      clearTimeout(timer)
      resolve(value)
    })
  })
}
