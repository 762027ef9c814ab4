import { z } from 'zod'
import type { ConversationId } from '../../src/desk/conversation.js'
import type { Records } from '../../src/desk/ports.js'
import { conversationAt, type Place, placeIn, placeOf } from './conversation-id.js'
import { kindOf } from './inbound.js'
import type { ActivityPayload } from './payloads.js'

/** Records of this kind say how a chat or channel is reached. */
const REFERENCE_RECORDS = 'teams-conversation'
const DAY_MS = 24 * 60 * 60 * 1000
/** A chat in which nothing happens for so long is forgotten; a channel, which staff wrote down, never is. */
const CHAT_KEPT_MS = 730 * DAY_MS
/** Written down again at most this often. */
const AGAIN_MS = 30 * DAY_MS
const MOST_CACHED = 5000

const referenceSchema = z.object({
  serviceUrl: z.string(),
  kind: z.enum(['personal', 'groupChat', 'channel']),
  bot: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string() }).nullable(),
})

/** How a chat or channel is reached, long after somebody wrote there. */
export type Reference = z.infer<typeof referenceSchema>

/** The chats and channels that the desk was ever in. */
export class References {
  readonly #records: Records
  readonly #now: () => Date
  /** When each was written down last by this process. */
  readonly #written = new Map<string, number>()

  constructor(records: Records, now: () => Date) {
    this.#records = records
    this.#now = now
  }

  /** Remembers how the chat of an activity is reached, and the channel that an installation chose. */
  async remember(activity: ActivityPayload, tenant: string): Promise<void> {
    const { serviceUrl, recipient, from, conversation, channelData } = activity
    if (!recipient) return
    const kind = kindOf(activity)
    // Names of people are nothing to keep here.
    const user = kind === 'personal' && from ? { id: from.id, name: '' } : null
    const reference = { serviceUrl, kind, bot: { id: recipient.id, name: recipient.name ?? '' }, user }
    await this.#put(wholeOf(placeIn(tenant, conversation.id)), reference)
    const chosen = channelData?.settings?.selectedChannel?.id
    if (chosen) await this.#put(wholeOf(placeIn(tenant, chosen)), { ...reference, kind: 'channel' })
  }

  /** Null when the desk was never there. */
  async find(place: Place): Promise<Reference | null> {
    const kept = await this.#records.get(REFERENCE_RECORDS, wholeOf(place), this.#now())
    return kept === null ? null : read(kept)
  }

  /**
   * The channel that somebody wrote down as `19:...@thread.tacv2`, with its tenant and a slash before it or without.
   *
   * @returns null when the desk was never in it.
   */
  async channel(configured: string): Promise<ConversationId | null> {
    const kept = await this.#records.list(REFERENCE_RECORDS, this.#now())
    const found = kept.find(({ key, value }) => {
      const place = placeOf(key)
      return (key === configured || place?.chat === configured) && read(value)?.kind === 'channel'
    })
    const place = found && placeOf(found.key)
    return place ? conversationAt(place) : null
  }

  async #put(key: string, reference: Reference): Promise<void> {
    const value = JSON.stringify(reference)
    const now = this.#now()
    const at = now.getTime()
    const fresh = at - (this.#written.get(key) ?? Number.NEGATIVE_INFINITY) < AGAIN_MS
    // What is kept is looked at, not remembered: somebody who was forgotten may come back.
    if (fresh && (await this.#records.get(REFERENCE_RECORDS, key, now)) === value) return
    const until = reference.kind === 'channel' ? null : new Date(at + CHAT_KEPT_MS)
    await this.#records.put(REFERENCE_RECORDS, key, value, now, until)
    if (this.#written.size >= MOST_CACHED) this.#written.clear()
    this.#written.set(key, at)
  }
}

function wholeOf(place: Place): ConversationId {
  return conversationAt({ ...place, thread: null })
}

function read(value: string): Reference | null {
  const reference = referenceSchema.safeParse(JSON.parse(value))
  return reference.success ? reference.data : null
}
