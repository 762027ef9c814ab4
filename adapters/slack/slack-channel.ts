import type { Router } from 'express'
import express from 'express'
import type {
  Channel,
  Delivery,
  Progress,
  Receive,
  Reconciliation,
  SendOutcome,
} from '../../src/desk/channel.js'
import type { ConversationId } from '../../src/desk/conversation.js'
import { ACTION_KEPT_MS, ACTION_RECORDS } from './action-value.js'
import { slackApp } from './app.js'
import { Clients, clientOptions } from './clients.js'
import { conversationAt, isDirect, laneOf, type Place, placeOf } from './conversation-id.js'
import { isTokenRefused, notInstalled, SlackError, slackErrorOf, toOutcome } from './errors.js'
import {
  EnvironmentInstallation,
  firstInstallation,
  type Installation,
  type Installations,
  StoredInstallations,
} from './installations.js'
import { Listeners } from './listeners.js'
import { LookBack } from './look-back.js'
import { oauthRouter } from './oauth.js'
import { People } from './people.js'
import { findPosted, postMessage } from './poster.js'
import { MAX_TEXT, renderMessage } from './render.js'
import type { SlackChannelOptions } from './slack-options.js'
import { Threads } from './threads.js'
import { httpTransport, socketTransport, type Transport } from './transport.js'
import { WorkingSign } from './working-sign.js'

/** Slack takes about one message a second in a channel. */
const SPACING_MS = 1100
/** How long a refusal before anything was posted is waited out, in milliseconds. */
const LATER_MS = 5000
/** Staff are told of a refused token once in this time. */
const ALERT_EVERY_MS = 10 * 60_000

/** Slack as a channel: direct messages, mentions, the command and the home tab of members; teams in their channels. */
export class SlackChannel implements Channel {
  readonly name = 'slack'
  readonly limits = { maxTextLength: MAX_TEXT, spacingMs: SPACING_MS, lane: laneOf }
  readonly router: Router
  readonly #options: SlackChannelOptions
  readonly #installations: Installations
  readonly #clients: Clients
  readonly #threads: Threads
  readonly #sign = new WorkingSign()
  readonly #transport: Transport
  readonly #lookBack: LookBack
  readonly #alertedAt = new Map<string, number>()
  #receive: Receive | null = null

  constructor(options: SlackChannelOptions) {
    const { apiUrl, records, clock, onAlert } = options
    const now = () => clock.now()
    const calls = clientOptions(apiUrl, now)
    const stored = options.oauth && new StoredInstallations(records, options.oauth.installationsKey, now)
    this.#options = options
    this.#installations = firstInstallation([
      ...(options.botToken === null ? [] : [new EnvironmentInstallation(options.botToken, calls)]),
      ...(stored ? [stored] : []),
    ])
    this.#clients = new Clients(calls)
    this.#threads = new Threads(records, now)
    const listeners = new Listeners({
      receive: (incoming) => this.#take(incoming),
      now,
      installations: this.#installations,
      stored,
      clients: this.#clients,
      people: new People(now, onAlert),
      threads: this.#threads,
      records,
      sign: this.#sign,
      home: options.home,
      keepContact: options.keepContact,
      onAlert,
      onHeard: () => this.#lookBack.heard(),
    })
    this.#lookBack = new LookBack({
      records,
      threads: this.#threads,
      now,
      sleep: (ms, signal) => clock.sleep(ms, signal),
      reach: (team) => this.#reach(team),
      hear: (message, installation) => listeners.hear(message, installation, false),
      onAlert,
    })
    this.#transport = this.#open(calls, listeners)
    this.router = express.Router()
    this.router.use(this.#transport.router)
    if (options.oauth && stored) {
      this.router.use(oauthRouter({ ...options.oauth, installations: stored, clientOptions: calls, now }))
    }
  }

  async start(receive: Receive): Promise<void> {
    this.#receive = receive
    await this.#transport.start()
    await this.#lookBack.start()
  }

  async stop(): Promise<void> {
    this.#receive = null
    this.#sign.stop()
    await this.#transport.stop()
    await this.#lookBack.stop()
  }

  /**
   * The sign in direct messages alone, which was set when the message came in and goes with the answer; the sentences
   * come with the answer.
   */
  showProgress(conversation: ConversationId, progress: Progress | null): void {
    if (progress !== null) this.#sign.change(conversation, progress.step)
  }

  /** Resolves when a look back that runs is done; for tests. */
  lookedBack(): Promise<void> {
    return this.#lookBack.settled()
  }

  async send(delivery: Delivery): Promise<SendOutcome> {
    const place = placeOf(delivery.conversation)
    if (place === null) return { kind: 'failed', reason: 'This is no conversation of Slack' }
    const ready = await this.#prepare(delivery, place).catch((error: unknown) =>
      this.#notPosted(error, place),
    )
    if ('kind' in ready) return ready
    try {
      const ts = await postMessage(ready.client, delivery, place, ready.rendered)
      this.#sign.hide(delivery.conversation)
      await this.#rememberThread(delivery, place, ts)
      return { kind: 'delivered', platformId: ts }
    } catch (error) {
      this.#watchToken(error, place.team)
      return toOutcome(error)
    }
  }

  async reconcile(delivery: Delivery): Promise<Reconciliation> {
    const place = placeOf(delivery.conversation)
    try {
      const reached = place && (await this.#reach(place.team))
      return place && reached ? await findPosted(reached.client, delivery, place) : 'unknown'
    } catch (error) {
      this.#watchToken(error, place?.team ?? '')
      return 'unknown'
    }
  }

  /** @param configured workspace and channel, such as `T0123/C0456`. */
  async staffConversation(configured: string): Promise<ConversationId | null> {
    const place = placeOf(configured)
    if (place === null || place.thread !== null) return null
    const conversation = conversationAt(place)
    try {
      const reached = await this.#reach(place.team)
      if (reached === null) return null
      await reached.client.conversations.history({ channel: place.channel, limit: 1 })
      return conversation
    } catch (error) {
      this.#watchToken(error, place.team)
      // Slack said no: the app is not in that channel. When it said nothing, the outbox will find out.
      return slackErrorOf(error) === null ? conversation : null
    }
  }

  #open(calls: ReturnType<typeof clientOptions>, listeners: Listeners): Transport {
    const { mode, onAlert } = this.#options
    const transport =
      mode.kind === 'http'
        ? httpTransport(mode.signingSecret)
        : socketTransport({ appToken: mode.appToken, clientOptions: calls, onAlert })
    const app = slackApp(transport, this.#installations, calls)
    listeners.register(app)
    return transport
  }

  async #take(incoming: Parameters<Receive>[0]): Promise<void> {
    if (this.#receive === null)
      throw new SlackError('SLACK_STOPPED', 'The desk takes nothing in at the moment')
    await this.#receive(incoming)
  }

  async #reach(team: string) {
    const installation = await this.#find(team)
    return installation && { installation, client: this.#clients.for(installation.token) }
  }

  #find(team: string): Promise<Installation | null> {
    return this.#installations.find({ team, enterprise: team.startsWith('E') ? team : null })
  }

  async #prepare(delivery: Delivery, { team }: Place) {
    const reached = await this.#reach(team)
    if (reached === null) throw notInstalled({ team, enterprise: null })
    const { records, sourceUrl, clock } = this.#options
    const rendered = renderMessage(delivery.message, delivery.conversation, { sourceUrl })
    const now = clock.now()
    for (const { key, value } of rendered.records) {
      await records.put(ACTION_RECORDS, key, value, now, new Date(now.getTime() + ACTION_KEPT_MS))
    }
    return { client: reached.client, rendered }
  }

  /** Nothing was posted, whatever went wrong: it is tried again, unless that cannot help. */
  #notPosted(error: unknown, { team }: Place): SendOutcome {
    this.#watchToken(error, team)
    if (error instanceof SlackError) return { kind: 'failed', reason: error.code }
    const outcome = toOutcome(error)
    return outcome.kind === 'failed' ? outcome : { kind: 'rate-limited', retryAfterMs: LATER_MS }
  }

  /** A post in a channel begins a thread of its own, in which colleagues write. */
  async #rememberThread({ under, replaces }: Delivery, place: Place, ts: string): Promise<void> {
    if (place.thread !== null || under !== null || ts === replaces || isDirect(place.channel)) return
    // The message is posted: a store that fails now must not have it sent again.
    await this.#threads.remember({ ...place, thread: ts }, 'staff').catch(() => undefined)
  }

  #watchToken(error: unknown, team: string): void {
    if (!isTokenRefused(error)) return
    const now = this.#options.clock.now().getTime()
    if (now - (this.#alertedAt.get(team) ?? Number.NEGATIVE_INFINITY) < ALERT_EVERY_MS) return
    this.#alertedAt.set(team, now)
    this.#options.onAlert({ kind: 'token-refused', team, error: slackErrorOf(error) ?? '' })
  }
}
