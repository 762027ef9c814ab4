import { lookup as dnsLookup } from 'node:dns/promises'
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createInflate } from 'node:zlib'
import { isPublicAddress } from './addresses.js'

/** How the desk reaches the web; tests have another way. */
export interface WebAccess {
  /** Every address of a name. */
  resolve(host: string): Promise<readonly string[]>
  /** Whether an address may be connected to. */
  allows(address: string): boolean
  sleep(milliseconds: number): Promise<void>
  now(): Date
}

/** The web through the system's resolver, public addresses only. */
export const PUBLIC_WEB: WebAccess = {
  resolve: async (host) => (await dnsLookup(host, { all: true })).map(({ address }) => address),
  allows: isPublicAddress,
  sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  now: () => new Date(),
}

/** What one request may cost. */
export interface GetLimits {
  /** Largest body, before and after unpacking. */
  readonly bytes: number
  /** For everything, redirects included. */
  readonly milliseconds: number
}

export interface GetOptions {
  readonly headers?: Readonly<Record<string, string>>
  readonly limits: GetLimits
  /** Hosts that a redirect may lead to besides the one asked. */
  readonly hosts: ReadonlySet<string>
  /** Called before each request that is really made, redirects included. */
  readonly before?: (url: URL) => Promise<void>
}

export interface WebResponse {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** A page that must not or cannot be fetched; the message says why and names the address. */
export class WebError extends Error {
  readonly code: 'E_WEB_REFUSED' | 'E_WEB_FAILED'

  constructor(code: WebError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'WebError'
    this.code = code
  }
}

const MOST_REDIRECTS = 5

/**
 * Fetches an address, and nothing that only this machine can reach.
 *
 * Only http and https; a name is resolved once, all of its addresses must be allowed, and the connection goes to
 * those and no others, so that a second answer of the name server changes nothing. Each redirect is checked in the
 * same way, stays on known hosts, and never leads from https to http. Proxies from the environment are not used.
 *
 * @throws WebError `E_WEB_REFUSED` for what must not be fetched, `E_WEB_FAILED` for what could not be.
 */
export async function guardedGet(
  address: string,
  access: WebAccess,
  options: GetOptions,
): Promise<WebResponse> {
  const signal = AbortSignal.timeout(options.limits.milliseconds)
  let url = parsed(address)
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const addresses = await checkedAddresses(url, access)
    await options.before?.(url)
    const response = await requested(url, addresses, options, signal)
    const target = redirectTarget(url, response)
    if (target === null) return response
    url = followed(url, target, options.hosts)
  }
  throw refused(address, `redirects more than ${MOST_REDIRECTS} times`)
}

function parsed(address: string): URL {
  if (!URL.canParse(address)) throw refused(address, 'is not an address')
  return new URL(address)
}

async function checkedAddresses(url: URL, access: WebAccess): Promise<readonly string[]> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refused(url.href, 'is neither http nor https')
  if (url.username !== '' || url.password !== '') throw refused(url.origin, 'names a user')
  // The parser has turned decimal, octal and hexadecimal forms into the usual one.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : await resolved(url, host, access)
  const wrong = addresses.find((one) => !access.allows(one))
  if (wrong !== undefined) throw refused(url.href, `leads to ${wrong}, which is not on the public internet`)
  return addresses
}

async function resolved(url: URL, host: string, access: WebAccess): Promise<readonly string[]> {
  try {
    const addresses = await access.resolve(host)
    if (addresses.length > 0) return addresses
  } catch (cause) {
    throw failed(url.href, 'its name cannot be found', cause)
  }
  throw failed(url.href, 'its name has no address')
}

function followed(from: URL, target: string, hosts: ReadonlySet<string>): URL {
  if (!URL.canParse(target, from.href)) throw failed(from.href, 'redirects to something that is no address')
  const to = new URL(target, from)
  if (from.protocol === 'https:' && to.protocol === 'http:')
    throw refused(from.href, 'redirects from https to http')
  if (to.host !== from.host && !hosts.has(to.host))
    throw refused(from.href, `redirects to another website, ${to.host}`)
  return to
}

function redirectTarget(url: URL, { status, headers }: WebResponse): string | null {
  if (![301, 302, 303, 307, 308].includes(status)) return null
  if (headers.location === undefined) throw failed(url.href, 'redirects without saying where')
  return headers.location
}

async function requested(
  url: URL,
  addresses: readonly string[],
  options: GetOptions,
  signal: AbortSignal,
): Promise<WebResponse> {
  try {
    const response = await opened(url, addresses, options, signal)
    const body = await bodyOf(url, response, options.limits.bytes, signal)
    return { status: response.statusCode ?? 0, headers: response.headers, body }
  } catch (cause) {
    if (cause instanceof WebError) throw cause
    const why = signal.aborted ? `no answer within ${options.limits.milliseconds} ms` : reasonOf(cause)
    throw failed(url.href, why, cause)
  }
}

function opened(
  url: URL,
  addresses: readonly string[],
  { headers }: GetOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const pinned = addresses.map((address) => ({ address, family: isIP(address) }))
  const settings: RequestOptions = {
    signal,
    agent: false,
    headers: { ...headers, 'accept-encoding': 'gzip, deflate' },
    lookup: (_host, { all }, done) => {
      const [first] = pinned
      if (all) done(null, pinned)
      else done(null, first?.address ?? '', first?.family)
    },
  }
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, settings, resolve)
    request.on('error', reject)
    request.end()
  })
}

async function bodyOf(
  url: URL,
  response: IncomingMessage,
  most: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const encoding = response.headers['content-encoding'] ?? 'identity'
  const gathered = new Gathered(most)
  const gather = (chunks: AsyncIterable<Buffer>) => gathered.take(chunks)
  try {
    if (encoding === 'identity') await pipeline(response, gather, { signal })
    else if (encoding === 'gzip' || encoding === 'x-gzip')
      await pipeline(response, createGunzip(), gather, { signal })
    else if (encoding === 'deflate') await pipeline(response, createInflate(), gather, { signal })
    else throw failed(url.href, `answers in "${encoding}", which was not asked for`)
  } catch (cause) {
    // Which stream of a broken pipeline complains first is chance.
    if (gathered.isTooLarge) throw failed(url.href, `is larger than ${most} bytes`)
    throw cause
  }
  return gathered.bytes()
}

class Gathered {
  readonly #most: number
  readonly #chunks: Buffer[] = []
  #size = 0

  constructor(most: number) {
    this.#most = most
  }

  get isTooLarge(): boolean {
    return this.#size > this.#most
  }

  async take(chunks: AsyncIterable<Buffer>): Promise<void> {
    for await (const chunk of chunks) {
      this.#size += chunk.length
      if (this.isTooLarge) throw new Error('too large')
      this.#chunks.push(chunk)
    }
  }

  bytes(): Buffer {
    return Buffer.concat(this.#chunks)
  }
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' ? `cannot be reached (${code})` : 'cannot be reached'
}

function refused(address: string, why: string): WebError {
  return new WebError('E_WEB_REFUSED', `${address}: ${why}; it is not fetched`)
}

function failed(address: string, why: string, cause?: unknown): WebError {
  return new WebError('E_WEB_FAILED', `${address}: ${why}`, { cause })
}
