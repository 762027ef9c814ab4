import { randomBytes } from 'node:crypto'
import { type ErrorRequestHandler, type Request, type Response, Router, urlencoded } from 'express'
import type { AuditTrail } from '../../desk/audit.js'
import type { Records } from '../../desk/ports.js'
import { SIGN_IN_TEXTS as T } from '../../texts/staff-sign-in.js'
import { html } from '../html.js'
import { RateLimit } from '../rate-limit.js'
import { sendPage } from '../staff/frame.js'
import { admit } from './admission.js'
import { namedCookie } from './cookies.js'
import { type GuardOptions, refuse, sessionOf, staffOnly } from './guard.js'
import type { Guests } from './guests.js'
import { isThisMachine, useLink } from './one-time-link.js'
import { OpenId, type OpenIdSettings, SIGN_IN_MS, SignInError } from './open-id.js'
import { LINK_PERSON, type Person, type StaffPeople } from './people.js'
import { isFromHere } from './same-site.js'
import { LONGEST_MS, Sessions } from './sessions.js'

/** What sign-in needs of its surroundings. */
export interface SignInOptions {
  readonly records: Records
  readonly people: StaffPeople
  readonly guests: Guests
  readonly audit: AuditTrail
  /** Null: only the one-time link. */
  readonly openId: OpenIdSettings | null
  /** Where colleagues reach the desk, without a slash at the end. */
  readonly baseUrl: () => string
  /** Whether TRUST_PROXY says that a proxy is in front. */
  readonly behindProxy: boolean
  readonly now: () => Date
}

/** Sign-in as it runs: its pages, and the guard for everything behind it. */
export interface SignIn {
  readonly router: Router
  readonly guard: GuardOptions
}

/** Starts of a sign-in a minute from one address; each one is a row for ten minutes. */
const STARTS_PER_MINUTE = 30

/** 256 bits from the system, fit for an address. */
export const randomToken = (): string => randomBytes(32).toString('base64url')

/** Everything under `/staff/sign-in` and `/staff/sign-out`. */
export function signIn(options: SignInOptions): SignIn {
  const { records, people, now, openId, baseUrl, behindProxy } = options
  const https = openId !== null && baseUrl().startsWith('https:')
  const sessions = new Sessions({ records, people, random: randomToken, now })
  const guard: GuardOptions = {
    sessions,
    cookie: namedCookie('vraagbaak-staff', https),
    baseUrl,
    behindProxy,
    via: openId === null ? 'link' : 'open-id',
  }
  const pages = new SignInPages(options, guard, namedCookie('vraagbaak-staff-start', https))
  return { router: pages.router(), guard }
}

class SignInPages {
  readonly #options: SignInOptions
  readonly #guard: GuardOptions
  readonly #startCookie: ReturnType<typeof namedCookie>
  readonly #openId: OpenId | null
  readonly #starts = new RateLimit(STARTS_PER_MINUTE)

  constructor(options: SignInOptions, guard: GuardOptions, startCookie: ReturnType<typeof namedCookie>) {
    this.#options = options
    this.#guard = guard
    this.#startCookie = startCookie
    const { openId, records, now, baseUrl } = options
    const callbackUrl = () => `${baseUrl()}/staff/sign-in/callback`
    this.#openId = openId && new OpenId({ settings: openId, records, random: randomToken, now, callbackUrl })
  }

  router(): Router {
    const router = Router()
    const form = urlencoded({ extended: false, limit: '8kb' })
    router.get('/staff/sign-in', (request, response) => this.#welcome(request, response))
    if (this.#openId !== null) {
      const openId = this.#openId
      router.get('/staff/sign-in/start', (request, response) => this.#start(openId, request, response))
      router.get('/staff/sign-in/callback', (request, response) => this.#finish(openId, request, response))
    } else {
      router.get('/staff/sign-in/link', (request, response) => this.#showLink(request, response))
      router.post('/staff/sign-in/link', form, (request, response) => this.#useLink(request, response))
    }
    router.post('/staff/sign-out', form, staffOnly(this.#guard), (request, response) =>
      this.#signOut(request, response, false),
    )
    router.post('/staff/sign-out/all', form, staffOnly(this.#guard), (request, response) =>
      this.#signOut(request, response, true),
    )
    router.use('/staff/sign-in', this.#refusals())
    return router
  }

  #welcome(request: Request, response: Response): void {
    const out = request.query.afgemeld !== undefined && html`<p class="done">${T.signedOut}</p>`
    const start = `/staff/sign-in/start?naar=${encodeURIComponent(ownPath(request.query.naar))}`
    const body =
      this.#openId === null
        ? html`<h1>${T.linkTitle}</h1>${out}<p>${T.linkWhy}</p>`
        : html`<h1>${T.title}</h1>${out}<p>${T.accountWhy}</p><p><a class="button" href="${start}">${T.withAccount}</a></p>`
    sendPage(response, { title: T.title, session: null, body })
  }

  async #start(openId: OpenId, request: Request, response: Response): Promise<void> {
    const now = this.#options.now().getTime()
    if (this.#starts.take(request.ip ?? '', now) > 0) return refuse(response, 'too-fast', 429)
    const browser = randomToken()
    const url = await openId.begin(browser, ownPath(request.query.naar))
    this.#startCookie.write(response, browser, SIGN_IN_MS)
    response.redirect(303, url.href)
  }

  async #finish(openId: OpenId, request: Request, response: Response): Promise<void> {
    const { records, people, now } = this.#options
    const browser = this.#startCookie.read(request)
    const query = new URL(request.originalUrl, 'http://localhost').search
    const { claims, returnTo } = await openId.finish(query, browser)
    const person = await admit(claims, people, records, now())
    this.#startCookie.clear(response)
    await this.#enter(person, request, response)
    response.redirect(303, returnTo)
  }

  /** Opening the link shows a button: what only looks at links (a mail scanner, a preview) does not use it up. */
  #showLink(request: Request, response: Response): void {
    if (!isThisMachine(request, this.#options.behindProxy)) {
      refuse(response, 'link')
      return
    }
    const code = typeof request.query.code === 'string' ? request.query.code : ''
    const body = html`<h1>${T.linkTitle}</h1><p>${T.linkConfirm}</p>
<form method="post" action="/staff/sign-in/link"><input type="hidden" name="code" value="${code}">
<button class="button">${T.linkButton}</button></form>`
    sendPage(response, { title: T.linkTitle, session: null, body })
  }

  async #useLink(request: Request, response: Response): Promise<void> {
    const { records, now, behindProxy, baseUrl } = this.#options
    const body: unknown = request.body
    const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
    const here = isThisMachine(request, behindProxy) && isFromHere(request, baseUrl())
    if (!here || !(await useLink(records, code, now()))) {
      await this.#note('unknown', '', 'sign-in', 'link')
      return refuse(response, 'link')
    }
    await this.#enter(LINK_PERSON, request, response)
    response.redirect(303, '/staff')
  }

  async #enter(person: Person, request: Request, response: Response): Promise<void> {
    const { sessions, cookie } = this.#guard
    const token = await sessions.open(person, cookie.read(request))
    await this.#options.guests.welcome(person)
    cookie.write(response, token, LONGEST_MS)
    await this.#note(person.staff.id, person.staff.name, 'sign-in', 'done')
  }

  async #signOut(request: Request, response: Response, everywhere: boolean): Promise<void> {
    const { sessions, cookie } = this.#guard
    const { staff, subject } = sessionOf(request)
    if (everywhere) await sessions.closeAll(subject)
    await sessions.close(cookie.read(request) ?? '')
    cookie.clear(response)
    await this.#note(staff.id, staff.name, everywhere ? 'sign-out.all' : 'sign-out', 'done')
    response.redirect(303, '/staff/sign-in?afgemeld')
  }

  #refusals(): ErrorRequestHandler {
    return async (error: unknown, _request, response, next) => {
      if (!(error instanceof SignInError) || response.headersSent) return next(error)
      await this.#note('unknown', '', 'sign-in', error.code)
      this.#startCookie.clear(response)
      refuse(response, error.code, error.code === 'unavailable' ? 503 : 403)
    }
  }

  async #note(actor: string, actorName: string, action: string, outcome: string): Promise<void> {
    const at = this.#options.now().toISOString()
    await this.#options.audit.write({ at, actor, actorName, action, subject: '', outcome })
  }
}

/** Where to go after signing in: a page of the staff desk, whatever the address says. */
export function ownPath(value: unknown): string {
  const path = typeof value === 'string' ? value : ''
  return /^\/staff(?:[/?](?!sign-)[\w\-./?=&%+]*)?$/.test(path) && !path.includes('//') ? path : '/staff'
}
