import { randomBytes, randomUUID } from 'node:crypto'
import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express'
import type {
  Channel,
  Delivery,
  Progress,
  Receive,
  Reconciliation,
  SendOutcome,
} from '../../src/desk/channel.js'
import type { ConversationId, PersonKey } from '../../src/desk/conversation.js'
import type { Incoming, IncomingAction } from '../../src/desk/incoming.js'
import type { HandledEvent, WebLog } from '../../src/desk/ports.js'
import { type Browser, newBrowser, openConversation, ownConversation } from './conversation-id.js'
import { type BrowserCookie, browserCookie } from './cookie.js'
import { RefusedError, refuse, toRefusal } from './errors.js'
import { EventStreams } from './event-streams.js'
import { firstOf } from './first-of.js'
import { readChatRequest, refuseForeignSite, requireJson, toIncoming } from './inbound.js'
import { type ProofDesk, proofRouter } from './proof.js'
import { toWire } from './render.js'
import { ShownProgress } from './shown-progress.js'

/** What the web channel needs of its surroundings. */
export interface WebChannelOptions {
  readonly log: WebLog
  readonly now: () => Date
  /** Where members reach the desk, without a slash at the end; null when only this machine does. */
  readonly publicUrl: string | null
  /** Folder of the page's files. */
  readonly pageDir: string
  /** After how many milliseconds this sender may send again; 0 is at once. */
  readonly limit: (person: string, address: string) => number
  /** Language of a text, `nl` or `en`. */
  readonly languageOf: (text: string) => string
  /** Left out where nobody can prove an address. */
  readonly proof?: { readonly desk: ProofDesk; readonly isHere: (request: Request) => boolean }
}

/** How long a POST waits for the desk; what comes later comes over the event stream. */
const WAIT_MS = 2000

/**
 * The web page as a channel.
 *
 * A message is delivered when it is committed to the numbered log: pages read it from there, in this process or in
 * another, now or after a restart. So `send` has nothing left to do.
 */
export class WebChannel implements Channel {
  readonly name = 'web'
  readonly limits = { maxTextLength: 20_000, spacingMs: 0 }
  readonly router: Router
  readonly #options: WebChannelOptions
  readonly #cookie: BrowserCookie
  readonly #progress = new ShownProgress()
  readonly #streams: EventStreams
  readonly #stopping = new AbortController()
  #receive: Receive | null = null

  constructor(options: WebChannelOptions) {
    this.#options = options
    this.#cookie = browserCookie(options.publicUrl)
    this.#streams = new EventStreams(options.log, this.#progress, options.languageOf)
    this.router = this.#routes()
  }

  /** How many pages listen at the moment. */
  get openStreams(): number {
    return this.#streams.open
  }

  /** Who asks with this request, known by the cookie; null for a browser that never said anything here. */
  personOf(request: Request): PersonKey | null {
    return this.#cookie.read(request)?.person ?? null
  }

  async start(receive: Receive): Promise<void> {
    this.#receive = receive
  }

  async send(_delivery: Delivery): Promise<SendOutcome> {
    return { kind: 'delivered', platformId: null }
  }

  async reconcile(_delivery: Delivery): Promise<Reconciliation> {
    return 'delivered'
  }

  /** To the pages of the one browser whose conversation it is, as events without an id. */
  showProgress(conversation: ConversationId, progress: Progress | null): void {
    this.#progress.set(conversation, progress)
  }

  async stop(): Promise<void> {
    this.#receive = null
    this.#stopping.abort()
    this.#streams.stop()
  }

  #routes(): Router {
    const router = Router()
    router.post('/api/chat', requireJson, express.json({ limit: '32kb' }), (request, response) =>
      this.#post(request, response),
    )
    router.get('/api/chat/:conversation/events', async (request, response) => {
      const conversation = this.#ownedBy(this.#cookie.read(request), request.params.conversation)
      await this.#streams.follow(conversation, request, response)
    })
    router.get('/api/chat/:conversation/files/:message/:name', async (request, response) => {
      const conversation = this.#ownedBy(this.#cookie.read(request), request.params.conversation)
      await this.#file(conversation, Number(request.params.message), request.params.name, response)
    })
    const { proof, publicUrl } = this.#options
    if (proof) {
      const newVisitor = () => newBrowser('', randomBytes(32))
      router.use(proofRouter({ ...proof, publicUrl, cookie: this.#cookie, newBrowser: newVisitor }))
    }
    router.use('/api', () => {
      throw new RefusedError('not-found')
    })
    router.use('/api', refusals)
    router.use(express.static(this.#options.pageDir, { cacheControl: false, index: 'index.html' }))
    return router
  }

  async #post(request: Request, response: Response): Promise<void> {
    refuseForeignSite(request, this.#options.publicUrl)
    const asked = readChatRequest(request.body, randomUUID())
    const owner = this.#cookie.read(request) ?? this.#firstMessageFrom(asked)
    const conversation = asked.conversation
      ? this.#ownedBy(owner, asked.conversation)
      : openConversation(owner, asked.id)
    const waitMs = this.#options.limit(owner.person, request.ip ?? '')
    if (waitMs > 0) throw new RefusedError('too-fast', waitMs)
    if (asked.action) await this.#refuseForeignAction(conversation, asked.action)
    const incoming = toIncoming(asked, { conversation, person: owner.person }, this.#options.now())
    await this.#accept(incoming)
    this.#cookie.write(response, owner)
    const handled = await this.#handled(incoming, mayListen(request), response)
    response.set('Cache-Control', 'no-store').json({
      conversation,
      messages: handled.messages.map((message) => toWire(message, this.#options.languageOf)),
      ...(handled.status === 'open' && { pending: true }),
    })
  }

  /** A file of a message, only ever as a download. */
  async #file(conversation: ConversationId, number: number, name: string, response: Response): Promise<void> {
    const messages = Number.isInteger(number) ? await this.#options.log.read(conversation, number - 1) : []
    const message = messages.find((one) => one.number === number)?.message
    const file = message?.files?.find((one) => one.name === name)
    if (file === undefined) throw new RefusedError('not-found')
    response
      .set('Cache-Control', 'private, no-store')
      .attachment(file.name)
      // After the name, from which another type would be guessed.
      .set('Content-Type', file.type)
      .send(Buffer.from(file.content))
  }

  #firstMessageFrom(asked: { readonly id: string; readonly conversation: string | null }): Browser {
    if (asked.conversation !== null) throw new RefusedError('not-found')
    return newBrowser(asked.id, randomBytes(32))
  }

  #ownedBy(owner: Browser | null, name: string): ConversationId {
    const conversation = owner && ownConversation(owner, name)
    if (!conversation) throw new RefusedError('not-found')
    return conversation
  }

  /** A button does only what the desk offered in this conversation; its value comes from us, so it is masked already. */
  async #refuseForeignAction(conversation: ConversationId, action: IncomingAction): Promise<void> {
    const messages = await this.#options.log.read(conversation, 0)
    const offered = messages.some(({ message }) =>
      message.actions.some(({ name, value }) => name === action.name && value === action.value),
    )
    if (!offered) throw new RefusedError('unknown-action')
  }

  async #accept(incoming: Incoming): Promise<void> {
    if (this.#receive === null) throw new RefusedError('unavailable', 2000)
    try {
      await this.#receive(incoming)
    } catch (cause) {
      throw new RefusedError('unavailable', 2000, { cause })
    }
  }

  /**
   * What became of the message within the time a POST waits.
   *
   * @param listens whether its sender would rather listen as soon as there is something to show.
   */
  async #handled(incoming: Incoming, listens: boolean, response: Response): Promise<HandledEvent> {
    const enough = new AbortController()
    response.once('close', () => enough.abort())
    const { conversation } = incoming
    const begun = () => listens && this.#progress.of(conversation) !== null && enough.abort()
    const unsubscribe = this.#progress.subscribe(conversation, begun)
    const { signal, forget } = firstOf([enough.signal, this.#stopping.signal], WAIT_MS)
    begun()
    try {
      return await this.#settled(incoming, signal)
    } finally {
      unsubscribe()
      forget()
    }
  }

  async #settled({ conversation, eventId }: Incoming, signal: AbortSignal): Promise<HandledEvent> {
    const { log } = this.#options
    let last = 0
    for (;;) {
      // Read before the event: what comes in between ends the wait below. Read anew each time, or there would be no wait.
      last = (await log.read(conversation, last)).at(-1)?.number ?? last
      const event = await log.event(conversation, eventId)
      if (event !== null && event.status !== 'open') return event
      if (signal.aborted) return event ?? { status: 'open', messages: [] }
      await log.waitForMore(conversation, last, { signal, timeoutMs: WAIT_MS })
    }
  }
}

/** A page asks so (RFC 7240) with its first message: it cannot follow a conversation that it has no name of yet. */
function mayListen(request: Request): boolean {
  return /(?:^|,)\s*respond-async\s*(?:,|$)/i.test(request.get('prefer') ?? '')
}

const refusals: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const refusal = toRefusal(error)
  if (refusal === null || response.headersSent) next(error)
  else refuse(response.set('Cache-Control', 'no-store'), refusal)
}
