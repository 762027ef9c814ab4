import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { type SlackAlert, shortReason } from './errors.js'
import type { Bot, Person } from './inbound.js'

const KEPT_MS = 60 * 60 * 1000
/** An event must be acknowledged well within a second; who does not answer by then stays unknown for this once. */
const WAIT_MS = 600
const MOST_KEPT = 5000

const userSchema = z.object({
  user: z.object({
    team_id: z.string().nullish(),
    real_name: z.string().nullish(),
    is_restricted: z.boolean().nullish(),
    is_ultra_restricted: z.boolean().nullish(),
    is_stranger: z.boolean().nullish(),
    profile: z.object({ display_name: z.string().nullish(), real_name: z.string().nullish() }).nullish(),
    enterprise_user: z.object({ enterprise_id: z.string().nullish() }).nullish(),
  }),
})

type User = z.infer<typeof userSchema>['user']

/** Looks up who writes, and remembers it for an hour. Who cannot be looked up is a stranger without a name. */
export class People {
  readonly #now: () => Date
  readonly #onAlert: (alert: SlackAlert) => void
  readonly #known = new Map<string, { readonly person: Promise<User | null>; readonly at: number }>()

  constructor(now: () => Date, onAlert: (alert: SlackAlert) => void) {
    this.#now = now
    this.#onAlert = onAlert
  }

  /**
   * @param userTeam the sender's own workspace as the event says; null when it does not.
   */
  async who(client: WebClient, bot: Bot, user: string, userTeam: string | null): Promise<Person> {
    const found = await inTime(this.#lookUp(client, bot, user))
    const team = userTeam ?? found?.team_id ?? null
    const name = found?.profile?.display_name || found?.profile?.real_name || found?.real_name || null
    return {
      name: name === null ? null : name.replace(/\p{Cc}/gu, '').slice(0, 100),
      origin: {
        ...(team !== null && { slackTeam: team }),
        outsider: isOutsider(found, [userTeam, found?.team_id ?? null], bot),
      },
    }
  }

  #lookUp(client: WebClient, bot: Bot, user: string): Promise<User | null> {
    const key = `${bot.team}/${user}`
    const known = this.#known.get(key)
    const now = this.#now().getTime()
    if (known && now - known.at < KEPT_MS) return known.person
    const person = client.users
      .info({ user })
      .then((answer) => userSchema.parse(answer).user)
      .catch((error: unknown) => {
        this.#known.delete(key)
        this.#onAlert({ kind: 'people-unknown', team: bot.team, error: shortReason(error) })
        return null
      })
    if (this.#known.size >= MOST_KEPT) this.#known.clear()
    this.#known.set(key, { person, at: now })
    return person
  }
}

/** Guests, people of other organisations in a shared channel, and whoever cannot be looked up. */
function isOutsider(user: User | null, teams: readonly (string | null)[], bot: Bot): boolean {
  if (user === null || user.is_restricted || user.is_ultra_restricted || user.is_stranger) return true
  if (teams.every((team) => team === null || team === bot.team)) return false
  return bot.enterprise === null || user.enterprise_user?.enterprise_id !== bot.enterprise
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
