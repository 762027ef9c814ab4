import type { Request, RequestHandler, Response } from 'express'
import { SIGN_IN_TEXTS as T } from '../../texts/staff-sign-in.js'
import { html } from '../html.js'
import { sendPage } from '../staff/frame.js'
import type { NamedCookie } from './cookies.js'
import { isThisMachine } from './one-time-link.js'
import { hasToken, isFromHere } from './same-site.js'
import type { Sessions, StaffSession } from './sessions.js'

/** What the guard checks with. */
export interface GuardOptions {
  readonly sessions: Sessions
  readonly cookie: NamedCookie
  readonly baseUrl: () => string
  readonly behindProxy: boolean
  /** How people sign in on this desk; a session of the other way no longer counts. */
  readonly via: StaffSession['via']
}

const SESSIONS = new WeakMap<Request, StaffSession>()

/** The session of a request that came past the guard. */
export function sessionOf(request: Request): StaffSession {
  const session = SESSIONS.get(request)
  if (session === undefined) throw new Error('This route is not behind the guard')
  return session
}

/** The session a request comes with, if it counts; null when there is none. */
export async function findSession(request: Request, options: GuardOptions): Promise<StaffSession | null> {
  const token = options.cookie.read(request)
  const session = token === null ? null : await options.sessions.find(token)
  if (session === null || session.via !== options.via) return null
  // What the one-time link opened stays on this machine, like the link itself.
  return session.via === 'link' && !isThisMachine(request, options.behindProxy) ? null : session
}

/**
 * Lets colleagues through, everybody else to sign in. What changes something must come from a page of ours and carry
 * the session's token, else it is answered 403 and nothing happens. Bodies of forms must be read before.
 */
export function staffOnly(options: GuardOptions): RequestHandler {
  return async (request, response, next) => {
    const changes = request.method !== 'GET' && request.method !== 'HEAD'
    if (changes && !isFromHere(request, options.baseUrl())) return refuse(response, 'foreign-site')
    const session = await findSession(request, options)
    if (session === null) return signInFirst(request, response, changes)
    if (changes && !hasToken(request, session.csrf)) return refuse(response, 'foreign-site')
    SESSIONS.set(request, session)
    next()
  }
}

/** Lets only leads and administrators through; behind `staffOnly`. */
export const leadsOnly: RequestHandler = (request, response, next) => {
  if (sessionOf(request).staff.role === 'staff') return refuse(response, 'not-allowed')
  next()
}

/** Answers 403 with the reason in words. */
export function refuse(response: Response, reason: keyof typeof T.errors, status = 403): void {
  const body = html`<h1>${T.refusedTitle}</h1>
<p>${T.errors[reason]}</p>
<p><a href="/staff/sign-in">${T.again}</a></p>`
  sendPage(response, { title: T.refusedTitle, session: null, body }, status)
}

function signInFirst(request: Request, response: Response, changes: boolean): void {
  if (!changes && request.accepts(['html', 'text/event-stream']) === 'html') {
    response.redirect(303, `/staff/sign-in?naar=${encodeURIComponent(request.originalUrl)}`)
    return
  }
  const typed = typedText(request.body)
  const body = html`<h1>${T.expiredTitle}</h1>
<p>${T.expired}</p>
${typed !== null && html`<p><label for="typed">${T.typed}</label></p><textarea id="typed" rows="8" readonly>${typed}</textarea>`}
<p><a href="/staff/sign-in">${T.again}</a></p>`
  sendPage(response, { title: T.expiredTitle, session: null, body }, 401)
}

/** Nobody loses what was typed because a session ended meanwhile. */
function typedText(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('text' in body)) return null
  return typeof body.text === 'string' && body.text !== '' ? body.text : null
}
