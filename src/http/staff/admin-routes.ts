import { type Request, type Response, Router } from 'express'
import { auditAction, auditOutcome } from '../../texts/audit.js'
import { STAFF_DESK_TEXTS } from '../../texts/staff-desk.js'
import { type Html, html } from '../html.js'
import { leadsOnly, sessionOf } from '../sign-in/guard.js'
import { note } from './audit-note.js'
import { sendPage, token } from './frame.js'
import type { StaffParts } from './parts.js'
import { moment } from './time.js'

const PAGE = 100

/** What leads and administrators see besides: what went wrong, the audit trail, and reading the documents again. */
export function adminRoutes(parts: StaffParts): Router {
  const router = Router()
  router.get('/staff/troubles', leadsOnly, (request, response) => troubles(parts, request, response))
  router.get('/staff/audit', leadsOnly, (request, response) => auditTrail(parts, request, response))
  router.post('/staff/reindex', leadsOnly, async (request, response) => {
    parts.requestReindex()
    await note(parts, sessionOf(request).staff, 'reindex', '', 'done')
    response.redirect(303, '/staff/troubles?klaar=reindex')
  })
  return router
}

async function troubles(parts: StaffParts, request: Request, response: Response): Promise<void> {
  const T = STAFF_DESK_TEXTS.troubles
  const session = sessionOf(request)
  const parked = (await parts.troubles.parked()).map(({ channel, text, attempts, reason, receivedAt }) =>
    trouble(parts, { at: receivedAt, about: `${channel}, ${T.attempts(attempts)}`, text, reason }),
  )
  const undelivered = (await parts.troubles.undelivered()).map(
    ({ channel, status, text, attempts, reason, createdAt }) =>
      trouble(parts, {
        at: createdAt,
        about: `${channel}, ${T.statuses[status]}, ${T.attempts(attempts)}`,
        text,
        reason,
      }),
  )
  const body = html`<h1>${T.title}</h1>
${request.query.klaar !== undefined && html`<p class="done" role="status">${T.reindexDone}</p>`}
${list('parked', T.parked, parked, T.parkedNone)}
${list('undelivered', T.undelivered, undelivered, T.undeliveredNone)}
<section class="stack" aria-labelledby="reindex"><h2 id="reindex">${T.reindex}</h2><p>${T.reindexWhy}</p>
<form method="post" action="/staff/reindex">${token(session)}<button class="plain">${T.reindexButton}</button></form></section>`
  sendPage(response, { title: T.title, session, body, active: 'troubles' })
}

function list(id: string, title: string, items: readonly Html[], none: string): Html {
  return html`<section class="stack" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${items.length === 0 ? html`<p class="empty">${none}</p>` : html`<ul class="cards">${items}</ul>`}</section>`
}

interface Trouble {
  readonly at: string
  readonly about: string
  readonly text: string
  readonly reason: string
}

function trouble({ hours, now }: StaffParts, { at, about, text, reason }: Trouble): Html {
  return html`<li><p class="text" dir="auto">${text}</p><p class="facts">${moment(at, hours, now())}<span>${about}</span><span>${reason}</span></p></li>`
}

async function auditTrail(parts: StaffParts, request: Request, response: Response): Promise<void> {
  const T = STAFF_DESK_TEXTS.audit
  const before = Number(request.query.voor)
  const entries = await parts.audit.read({
    before: Number.isInteger(before) && before > 0 ? before : null,
    limit: PAGE,
  })
  const rows = entries.map(
    ({ at, actor, actorName, action, subject, outcome }) =>
      html`<tr><td>${moment(at, parts.hours, parts.now())}</td><td>${actorName || actor}</td><td>${auditAction(action)}</td><td>${subject}</td><td>${auditOutcome(outcome)}</td></tr>`,
  )
  const heads = Object.values(T.columns).map((name) => html`<th scope="col">${name}</th>`)
  const table = html`<div class="scroll" role="region" aria-label="${T.title}" tabindex="0"><table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`
  const last = entries.at(-1)?.number
  const body = html`<h1>${T.title}</h1><p>${T.why}</p>
${entries.length === 0 ? html`<p class="empty">${T.none}</p>` : table}
${entries.length === PAGE && html`<p><a href="/staff/audit?voor=${last}">${T.older}</a></p>`}`
  sendPage(response, { title: T.title, session: sessionOf(request), body, active: 'audit' })
}
