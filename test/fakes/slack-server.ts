import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { METHOD_SCOPES } from '../../adapters/slack/scopes.js'
import { SlackSocket } from './slack-socket.js'
import { type Answer, type Args, SlackWorkspace } from './slack-workspace.js'

/** What Slack does with the next call of a method, instead of what it should. */
export type SlackWeather =
  /** The connection breaks; `after`: when it was done all the same. */
  | { readonly kind: 'breaks'; readonly after: boolean }
  | { readonly kind: 'status'; readonly status: number }
  /** Refuses for now; the header as it stands, null for none. */
  | { readonly kind: 'limited'; readonly retryAfter: string | null }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'slow'; readonly ms: number }

/** A call as it came in. */
export interface SlackCall {
  readonly method: string
  readonly args: Args
  /** Milliseconds since the epoch, by the server's clock. */
  readonly at: number
}

export interface SlackServerOptions {
  readonly now?: () => Date
  /** Refuses a second message to a channel within the second, as Slack does when one keeps doing it. */
  readonly paced?: boolean
}

/** A small Slack: its Web API for one workspace, over HTTP, and Socket Mode. */
export class SlackServer {
  readonly workspace: SlackWorkspace
  readonly token = 'xoxb-of-the-test'
  readonly appToken = 'xapp-of-the-test'
  readonly signingSecret = 'signing secret of the test'
  readonly calls: SlackCall[] = []
  readonly scopes = new Set<string>(Object.values(METHOD_SCOPES).flatMap((scope) => scope ?? []))
  readonly socket: SlackSocket
  readonly #server: Server
  readonly #now: () => Date
  readonly #paced: boolean
  readonly #lastPost = new Map<string, number>()
  readonly #weather = new Map<string, SlackWeather[]>()
  #refused: string | null = null

  private constructor(server: Server, options: SlackServerOptions) {
    this.#server = server
    this.#now = options.now ?? (() => new Date())
    this.#paced = options.paced ?? false
    this.workspace = new SlackWorkspace('T0TESTVVSG', this.#now)
    this.socket = new SlackSocket(server)
    server.on('request', (request, response) => void this.#serve(request, response))
  }

  static async start(options: SlackServerOptions = {}): Promise<SlackServer> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new SlackServer(server, options)
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api/`
  }

  /** The next calls of a method, one weather each; after them it is fine. */
  next(method: string, ...weather: readonly SlackWeather[]): void {
    this.#weather.set(method, [...(this.#weather.get(method) ?? []), ...weather])
  }

  /** From now on no token is taken, with this error; null takes them again. */
  refuseTokens(error: string | null): void {
    this.#refused = error
  }

  callsOf(method: string): readonly SlackCall[] {
    return this.calls.filter((call) => call.method === method)
  }

  /** The headers Slack signs a body with. */
  sign(body: string, at = Math.floor(Date.now() / 1000)): Record<string, string> {
    const signature = createHmac('sha256', this.signingSecret).update(`v0:${at}:${body}`).digest('hex')
    return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${signature}` }
  }

  async stop(): Promise<void> {
    this.socket.stop()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.url ?? '').replace(/^\/api\//, '')
    const args = decode(await readBody(request), request.headers['content-type'] ?? '')
    this.calls.push({ method, args, at: this.#now().getTime() })
    const weather = this.#weather.get(method)?.shift()
    if (weather?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, weather.ms))
    if (weather?.kind === 'breaks') {
      if (weather.after) this.#answer(method, args, request)
      request.socket.destroy()
      return
    }
    if (weather?.kind === 'status') return void response.writeHead(weather.status).end('upstream')
    if (weather?.kind === 'limited') return limited(response, weather.retryAfter)
    if (weather?.kind === 'error') return send(response, { ok: false, error: weather.error })
    if (this.#tooFast(method, args)) return limited(response, '1')
    send(response, this.#answer(method, args, request))
  }

  #answer(method: string, args: Args, request: IncomingMessage): Answer {
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '')
    if (method === 'apps.connections.open') {
      if (token !== this.appToken) return { ok: false, error: 'invalid_auth' }
      return { ok: true, url: this.apiUrl.replace('http:', 'ws:').replace('/api/', '/link') }
    }
    if (method === 'oauth.v2.access') return this.#exchange(args)
    if (token === '') return { ok: false, error: 'not_authed' }
    if (token !== this.token) return { ok: false, error: 'invalid_auth' }
    if (this.#refused !== null) return { ok: false, error: this.#refused }
    const run = this.workspace.methods[method]
    if (!run) return { ok: false, error: 'unknown_method' }
    const needed = METHOD_SCOPES[method] ?? null
    if (needed !== null && !this.scopes.has(needed)) {
      return { ok: false, error: 'missing_scope', needed, provided: [...this.scopes].join(',') }
    }
    return run(args)
  }

  #exchange({ code }: Args): Answer {
    if (code !== 'a-good-code') return { ok: false, error: 'invalid_code' }
    return {
      ok: true,
      app_id: 'A0APP',
      authed_user: { id: 'U0ADMIN' },
      scope: [...this.scopes].join(','),
      token_type: 'bot',
      access_token: this.token,
      bot_user_id: this.workspace.bot.user,
      team: { id: this.workspace.team, name: 'Testdorp' },
      enterprise: null,
      is_enterprise_install: false,
    }
  }

  #tooFast(method: string, { channel }: Args): boolean {
    if (!this.#paced || method !== 'chat.postMessage') return false
    const now = this.#now().getTime()
    const last = this.#lastPost.get(String(channel)) ?? Number.NEGATIVE_INFINITY
    if (now - last < 1000) return true
    this.#lastPost.set(String(channel), now)
    return false
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** Slack takes forms, in which everything that is no text is JSON, and JSON. */
function decode(body: string, type: string): Args {
  if (type.startsWith('application/json')) return JSON.parse(body || '{}')
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [name, decodeValue(name, value)]),
  )
}

const JSON_ARGS = new Set(['blocks', 'metadata', 'view', 'prompts', 'attachments'])

function decodeValue(name: string, value: string): unknown {
  return JSON_ARGS.has(name) ? JSON.parse(value) : value
}

function limited(response: ServerResponse, retryAfter: string | null): void {
  const headers = retryAfter === null ? {} : { 'retry-after': retryAfter }
  response.writeHead(429, headers).end(JSON.stringify({ ok: false, error: 'ratelimited' }))
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
}
