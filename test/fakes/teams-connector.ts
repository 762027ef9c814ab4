import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What Teams does with the next post, instead of what it should. */
export type TeamsWeather =
  /** The connection breaks; `after`: when it was posted all the same. */
  | { readonly kind: 'breaks'; readonly after: boolean }
  | { readonly kind: 'status'; readonly status: number; readonly code?: string }
  /** Refuses for now; the header as it stands, null for none. */
  | { readonly kind: 'limited'; readonly retryAfter: string | null }

/** An activity as JSON. */
export type TeamsActivity = Readonly<Record<string, unknown>>

/** A post as Teams shows it now. */
export interface TeamsPost {
  readonly id: string
  readonly conversation: string
  readonly activity: TeamsActivity
  /** How often it was changed. */
  readonly changes: number
}

/** A call as it came in. */
export interface TeamsCall {
  readonly method: string
  readonly path: string
  readonly bytes: number
  readonly authorization: string
  /** Milliseconds since the epoch, by the server's clock. */
  readonly at: number
  readonly type: string
}

/** Somebody as `GET members` gives them. */
export interface TeamsMember {
  readonly name: string
  readonly tenantId?: string
  readonly userRole?: string
}

const KEY_ID = 'key-of-the-test'
/** Of all connectors of a process: a key takes longer to make than most tests. */
const KEYS = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** A small Bot Connector: it takes posts and changes, knows who is who, and signs what Teams sends. */
export class TeamsConnector {
  readonly calls: TeamsCall[] = []
  readonly members = new Map<string, TeamsMember>()
  readonly #server: Server
  readonly #now: () => Date
  readonly #posts: TeamsPost[] = []
  readonly #weather: TeamsWeather[] = []
  #count = 1_763_800_000_000

  private constructor(server: Server, now: () => Date) {
    this.#server = server
    this.#now = now
    server.on('request', (request, response) => void this.#serve(request, response))
  }

  static async start(now: () => Date = () => new Date()): Promise<TeamsConnector> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new TeamsConnector(server, now)
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`
  }

  get openIdMetadataUrl(): string {
    return `${this.url}openidconfiguration`
  }

  /** The next posts or changes, one weather each; after them it is fine. */
  next(...weather: readonly TeamsWeather[]): void {
    this.#weather.push(...weather)
  }

  /** Posts of a conversation, in order; typing signs are none. */
  posts(conversation: string): readonly TeamsPost[] {
    return this.#posts.filter((post) => post.conversation === conversation)
  }

  /** Calls that post or change a message. */
  messageCalls(): readonly TeamsCall[] {
    return this.calls.filter(({ type }) => type === 'message')
  }

  /** A post is not there any more. */
  remove(id: string): void {
    const at = this.#posts.findIndex((post) => post.id === id)
    if (at >= 0) this.#posts.splice(at, 1)
  }

  /** A token as Teams signs it; claims that are undefined are left out. */
  sign(claims: Readonly<Record<string, unknown>>): string {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: KEY_ID })}.${part(claims)}`
    const signature = createSign('RSA-SHA256').update(signed).sign(KEYS.privateKey, 'base64url')
    return `Bearer ${signed}.${signature}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    const path = decodeURIComponent(request.url ?? '')
    const method = request.method ?? ''
    if (path === '/openidconfiguration') return send(response, 200, { jwks_uri: `${this.url}keys` })
    if (path === '/keys') return send(response, 200, { keys: [this.#publicKey()] })
    const activity: TeamsActivity = body === '' ? {} : JSON.parse(body)
    const type = String(activity.type ?? '')
    const authorization = request.headers.authorization ?? ''
    const bytes = Buffer.byteLength(body, 'utf16le')
    this.calls.push({ method, path, bytes, authorization, at: this.#now().getTime(), type })
    const member = /\/members\/(.+)$/.exec(path)?.[1]
    if (method === 'GET') return this.#member(response, member ?? '')
    if (type === 'typing') return send(response, 201, { id: this.#id() })
    this.#post(request, response, activity, { method, path })
  }

  #post(
    request: IncomingMessage,
    response: ServerResponse,
    activity: TeamsActivity,
    { method, path }: { readonly method: string; readonly path: string },
  ): void {
    const weather = this.#weather.shift()
    if (weather?.kind === 'status') refused(response, weather.status, weather.code ?? 'ServiceError')
    else if (weather?.kind === 'limited') limited(response, weather.retryAfter)
    else if (weather && !weather.after) request.socket.destroy()
    else {
      const answer = this.#keep(method, path, activity)
      if (weather) request.socket.destroy()
      else if (answer === null) refused(response, 404, 'ActivityNotFoundInConversation')
      else send(response, method === 'PUT' ? 200 : 201, { id: answer })
    }
  }

  #keep(method: string, path: string, activity: TeamsActivity): string | null {
    const [, conversation = '', changed] =
      /^\/v3\/conversations\/(.+?)\/activities(?:\/(.+))?$/.exec(path) ?? []
    if (method === 'PUT') {
      const at = this.#posts.findIndex(({ id }) => id === changed)
      const before = this.#posts[at]
      if (!before) return null
      this.#posts[at] = { ...before, activity, changes: before.changes + 1 }
      return before.id
    }
    const id = this.#id()
    this.#posts.push({ id, conversation, activity, changes: 0 })
    return id
  }

  #member(response: ServerResponse, account: string): void {
    const member = this.members.get(account)
    if (member) send(response, 200, { id: account, ...member })
    else refused(response, 404, 'MemberNotFoundInConversation')
  }

  #id(): string {
    this.#count += 1
    return String(this.#count)
  }

  #publicKey() {
    return { ...KEYS.publicKey.export({ format: 'jwk' }), kid: KEY_ID, endorsements: ['msteams'] }
  }
}

/** Everything that somebody reads in a post, its card included. */
export function shownIn({ activity }: TeamsPost): string {
  const texts = typeof activity.text === 'string' ? [activity.text] : []
  for (const element of objectsIn(activity.attachments, HIDDEN)) {
    for (const key of SHOWN) {
      const text = element[key]
      if (typeof text === 'string') texts.push(text)
    }
  }
  return texts.join('\n')
}

const SHOWN = ['text', 'title', 'label']
const HIDDEN: ReadonlySet<string> = new Set(['data', 'fallback', 'msteams', 'refresh'])

/** The buttons of a post, by their label. */
export function buttonsOf({ activity }: TeamsPost): ReadonlyMap<string, TeamsActivity> {
  const found = objectsIn(activity.attachments, new Set(['fallback', 'card', 'refresh']))
  const buttons = found.filter(({ type, title }) => title && String(type).startsWith('Action.'))
  return new Map(buttons.map((button) => [String(button.title), button]))
}

/** Every object within, outermost first; what stands under one of the keys left out. */
function objectsIn(value: unknown, without: ReadonlySet<string>): readonly TeamsActivity[] {
  if (Array.isArray(value)) return value.flatMap((one) => objectsIn(one, without))
  if (!value || typeof value !== 'object') return []
  const own: TeamsActivity = { ...value }
  const inner = Object.entries(own).filter(([key]) => !without.has(key))
  return [own, ...inner.flatMap(([, one]) => objectsIn(one, without))]
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function refused(response: ServerResponse, status: number, code: string): void {
  send(response, status, { error: { code, message: 'No.' } })
}

function limited(response: ServerResponse, retryAfter: string | null): void {
  if (retryAfter !== null) response.setHeader('retry-after', retryAfter)
  refused(response, 429, 'TooManyRequests')
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}
