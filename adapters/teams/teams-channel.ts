import express, { type Request, type Response, Router } from 'express'
import type {
  Channel,
  Delivery,
  Progress,
  Receive,
  Reconciliation,
  SendOutcome,
} from '../../src/desk/channel.js'
import type { ConversationId } from '../../src/desk/conversation.js'
import type { OutgoingMessage } from '../../src/desk/outgoing.js'
import { Colleagues } from './colleagues.js'
import { laneOf, type Place, personKey, placeOf } from './conversation-id.js'
import { DeskAdapter } from './desk-adapter.js'
import { isTokenRefused, shortReason, TeamsError, toOutcome } from './errors.js'
import type { Source } from './inbound.js'
import { Listeners } from './listeners.js'
import { activitySchema, isActivity } from './payloads.js'
import { People } from './people.js'
import { Poster, type Target } from './poster.js'
import { ProgressSign } from './progress-sign.js'
import { References } from './references.js'
import type { WantedView } from './refresh.js'
import { type Card, MAX_TEXT, renderMessage } from './render.js'
import { callNotes } from './teams-http.js'
import type { TeamsChannelOptions } from './teams-options.js'
import { Threads } from './threads.js'
import { isServiceUrl, tenantsOf } from './trust.js'

/** Where Teams sends everything. */
const MESSAGES_PATH = '/api/messages'
/** Teams itself takes about a hundred kilobytes. */
const MOST_BODY = '256kb'
/** Seven a second and no more, also when they arrive closer together than they were sent. */
const SPACING_MS = 150
/** What Teams takes of one bot in one conversation. */
const BURSTS = [
  { count: 7, withinMs: 1000 },
  { count: 8, withinMs: 2000 },
  { count: 60, withinMs: 30_000 },
  { count: 1800, withinMs: 3_600_000 },
] as const
/** How long a failure before anything was posted is waited out, in milliseconds. */
const LATER_MS = 5000
/** The same word to those who run the desk goes out once in this time. */
const ALERT_EVERY_MS = 10 * 60_000

/** Teams as a channel: personal chats, group chats and mentions in channels of members; teams in their channels. */
export class TeamsChannel implements Channel {
  readonly name = 'teams'
  readonly limits = { maxTextLength: MAX_TEXT, spacingMs: SPACING_MS, bursts: BURSTS, lane: laneOf }
  readonly router: Router
  readonly #options: TeamsChannelOptions
  readonly #adapter: DeskAdapter
  readonly #poster: Poster
  readonly #references: References
  readonly #threads: Threads
  readonly #colleagues: Colleagues
  readonly #listeners: Listeners
  readonly #sign: ProgressSign
  readonly #alertedAt = new Map<string, number>()
  #receive: Receive | null = null

  constructor(options: TeamsChannelOptions) {
    const { records, clock, auth, isListed, keepContact } = options
    const now = () => clock.now()
    this.#options = options
    this.#adapter = new DeskAdapter(options)
    this.#poster = new Poster(this.#adapter, auth.kind === 'app' ? auth.appId : '')
    this.#references = new References(records, now)
    this.#threads = new Threads(records, now)
    this.#colleagues = new Colleagues(records, now)
    this.#listeners = new Listeners({
      receive: (incoming) => this.#receiver()(incoming),
      now,
      references: this.#references,
      people: new People(now, isListed, options.onAlert),
      threads: this.#threads,
      colleagues: this.#colleagues,
      records,
      keepContact,
      say: (place, text) => void this.#say(place, text),
      showTyping: (place) => void this.#showTyping(place),
      viewFor: (wanted, source) => this.#viewFor(wanted, source),
    })
    this.#sign = new ProgressSign((place) => void this.#showTyping(place), now)
    this.router = Router()
    this.router.post(MESSAGES_PATH, express.json({ limit: MOST_BODY }), (request, response) =>
      this.#heard(request, response),
    )
  }

  async start(receive: Receive): Promise<void> {
    this.#receive = receive
  }

  async stop(): Promise<void> {
    this.#receive = null
  }

  async send(delivery: Delivery): Promise<SendOutcome> {
    const place = placeOf(delivery.conversation)
    if (place === null) return { kind: 'failed', reason: 'This is no conversation of Teams' }
    const { message } = delivery
    const note = { called: false }
    try {
      const target = await this.#target(delivery, place)
      if (target === null) return { kind: 'failed', reason: 'The app was never in this conversation' }
      const rendered = renderMessage(message, delivery.id, await this.#rendering(message, target.place))
      const id = await callNotes.run(note, () => this.#poster.post(target, rendered))
      await this.#rememberThread(target, id)
      return { kind: 'delivered', platformId: id || null }
    } catch (error) {
      return this.#outcome(error, note.called)
    }
  }

  /** Teams cannot be asked what was posted. */
  async reconcile(): Promise<Reconciliation> {
    return 'unknown'
  }

  staffConversation(configured: string): Promise<ConversationId | null> {
    return this.#references.channel(configured)
  }

  showProgress(conversation: ConversationId, progress: Progress | null): void {
    this.#sign.show(conversation, progress)
  }

  async #target({ replaces, under }: Delivery, place: Place): Promise<Target | null> {
    const reference = await this.#references.find(place)
    if (reference === null) return null
    const thread = reference.kind === 'channel' ? (under ?? place.thread) : null
    return { reference, place: { ...place, thread }, replaces }
  }

  /** How a message is rendered; the card of a ticket with who gets one of their own. */
  async #rendering({ card }: OutgoingMessage, place: Place) {
    const { sourceUrl, viewOf } = this.#options
    return { sourceUrl, viewers: card && viewOf ? await this.#colleagues.of(place) : [] }
  }

  async #viewFor({ ticket, delivery }: WantedView, { place, user }: Source): Promise<Card | null> {
    const message = await this.#options.viewOf?.(ticket, personKey(place.tenant, user))
    if (!message) return null
    const { activity } = renderMessage(message, delivery, await this.#rendering(message, place))
    return activity.attachments?.[0]?.content ?? null
  }

  #outcome(error: unknown, called: boolean): SendOutcome {
    if (isTokenRefused(error) || (!called && isSignInFailure(error))) {
      this.#alertOnce('token-refused', { kind: 'token-refused', error: shortReason(error) })
    }
    return called ? toOutcome(error) : { kind: 'rate-limited', retryAfterMs: LATER_MS }
  }

  /** A post that begins a thread of its own in a channel: colleagues answer under it. */
  async #rememberThread({ reference, place, replaces }: Target, id: string): Promise<void> {
    if (reference.kind !== 'channel' || place.thread !== null || id === '' || id === replaces) return
    // The message is posted: a store that fails now must not have it sent again.
    await this.#threads.remember({ ...place, thread: id }, 'staff').catch(() => undefined)
  }

  #receiver(): Receive {
    if (this.#receive === null) throw new TeamsError()
    return this.#receive
  }

  async #heard(request: Request, response: Response): Promise<void> {
    const { auth } = this.#options
    if (auth.kind === 'local' && !auth.isHere(request)) return void response.status(403).end()
    const body: unknown = request.body
    const read = activitySchema.safeParse(body)
    if (!read.success || !isActivity(body)) return void response.status(400).end()
    const admission = await this.#adapter.admit(request.get('authorization') ?? '', body)
    if (admission.kind === 'cannot-tell') return void response.status(503).end()
    if (admission.kind === 'refused') {
      const { reason } = admission
      this.#alertOnce(`signature ${reason}`, { kind: 'signature-refused', reason })
      return void response.status(401).end()
    }
    const tenant = this.#listedTenant(read.data)
    if (tenant === null) return void response.status(403).end()
    try {
      this.#receiver()
      const invoked = await this.#adapter.take(admission.result, body, (context) =>
        this.#listeners.hear(read.data, tenant, context),
      )
      response.status(invoked?.status ?? 200).json(invoked?.body ?? {})
    } catch (error) {
      response.status(error instanceof TeamsError ? 503 : 500).end()
    }
  }

  /** The organisation of an activity; null when it is not listed, or its answers would go elsewhere than to Teams. */
  #listedTenant(activity: (typeof activitySchema)['_output']): string | null {
    const { isListed, auth, authority } = this.#options
    if (!isServiceUrl(activity.serviceUrl, auth.kind === 'local' || authority !== null)) return null
    const tenants = tenantsOf(activity)
    const strange = tenants.find((tenant) => !isListed(tenant))
    if (strange !== undefined) {
      this.#alertOnce(strange, { kind: 'tenant-not-listed', tenant: strange })
      return null
    }
    return tenants[0] ?? null
  }

  async #say(place: Place, text: string): Promise<void> {
    try {
      const reference = await this.#references.find(place)
      if (reference === null) return
      const rendered = renderMessage(word(text), '', this.#options)
      await this.#poster.post({ reference, place, replaces: null }, rendered)
    } catch (error) {
      this.#options.onAlert({ kind: 'word-not-posted', error: shortReason(error) })
    }
  }

  async #showTyping(place: Place): Promise<void> {
    const reference = await this.#references.find(place).catch(() => null)
    // It is only a sign, in a chat with one person.
    if (reference?.kind === 'personal') await this.#poster.typing({ reference, place }).catch(() => undefined)
  }

  #alertOnce(key: string, alert: Parameters<TeamsChannelOptions['onAlert']>[0]): void {
    const now = this.#options.clock.now().getTime()
    if (now - (this.#alertedAt.get(key) ?? Number.NEGATIVE_INFINITY) < ALERT_EVERY_MS) return
    this.#alertedAt.set(key, now)
    this.#options.onAlert(alert)
  }
}

function isSignInFailure(error: unknown): boolean {
  return error instanceof Error && 'errorCode' in error
}

function word(text: string): OutgoingMessage {
  return { kind: 'notice', text, citations: [], actions: [], ticket: null, booking: null }
}
