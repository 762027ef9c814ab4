import { type GetLimits, guardedGet, type WebAccess, WebError, type WebResponse } from './guarded-get.js'
import { ALLOW_ALL, parseRobots, type Robots } from './robots.js'

/** How the desk calls itself; website owners address it by this name in robots.txt. */
export const ROBOT = 'vraagbaak'
const USER_AGENT = 'vraagbaak/1.0 (helpdesk index; one request at a time)'
const ROBOTS_LIMITS: GetLimits = { bytes: 1024 * 1024, milliseconds: 15_000 }
/** Longest wait between two requests that a website may ask for, in seconds. */
const LONGEST_DELAY = 30

/** The web as a guest: asks robots.txt first, waits between requests to a host, and goes away when asked to. */
export class PoliteWeb {
  readonly #access: WebAccess
  readonly #hosts: ReadonlySet<string>
  readonly #delayMs: number
  readonly #robots = new Map<string, Promise<Robots>>()
  readonly #lastRequest = new Map<string, number>()
  readonly #away = new Set<string>()

  /**
   * @param hosts Those of the source: redirects stay on them.
   * @param delayMs Between two requests to a host, unless its robots.txt asks for more.
   */
  constructor(access: WebAccess, hosts: ReadonlySet<string>, delayMs: number) {
    this.#access = access
    this.#hosts = hosts
    this.#delayMs = delayMs
  }

  now(): Date {
    return this.#access.now()
  }

  /** Whether the host of an address has said that it takes no more requests for now. */
  isAway(address: string): boolean {
    return this.#away.has(new URL(address).host)
  }

  /** @throws WebError, also when robots.txt does not allow it or cannot be asked. */
  async get(
    address: string,
    options: { readonly limits: GetLimits; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<WebResponse> {
    const response = await guardedGet(address, this.#access, {
      limits: options.limits,
      headers: { 'user-agent': USER_AGENT, ...options.headers },
      hosts: this.#hosts,
      before: (url) => this.#askedAndWaited(url),
    })
    if (response.status === 429 || response.status === 503) this.#away.add(new URL(address).host)
    return response
  }

  async #askedAndWaited(url: URL): Promise<void> {
    const robots = await this.#robotsOf(url)
    if (!robots.allows(url))
      throw new WebError('E_WEB_REFUSED', `${url.href}: its robots.txt does not allow it`)
    await this.#wait(url, robots.delay)
  }

  #robotsOf(url: URL): Promise<Robots> {
    const known = this.#robots.get(url.origin)
    if (known) return known
    const asked = this.#askRobots(url.origin).catch((error: unknown) => {
      this.#away.add(url.host)
      throw error
    })
    this.#robots.set(url.origin, asked)
    return asked
  }

  /** Without a robots.txt everything is allowed; when the website cannot say, nothing is. */
  async #askRobots(origin: string): Promise<Robots> {
    const address = `${origin}/robots.txt`
    const { status, body } = await guardedGet(address, this.#access, {
      limits: ROBOTS_LIMITS,
      headers: { 'user-agent': USER_AGENT },
      hosts: this.#hosts,
      before: (url) => this.#wait(url, null),
    })
    if (status === 200) return parseRobots(body.toString('utf8'), ROBOT)
    if (status >= 400 && status < 500 && status !== 429) return ALLOW_ALL
    throw new WebError(
      'E_WEB_FAILED',
      `${address}: answers ${status}, so nothing of this website is fetched now`,
    )
  }

  async #wait(url: URL, asked: number | null): Promise<void> {
    const delay = Math.max(this.#delayMs, Math.min(asked ?? 0, LONGEST_DELAY) * 1000)
    const since = this.now().getTime() - (this.#lastRequest.get(url.host) ?? Number.NEGATIVE_INFINITY)
    if (since < delay) await this.#access.sleep(delay - since)
    this.#lastRequest.set(url.host, this.now().getTime())
  }
}
