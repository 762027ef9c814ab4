import { type Request, type Response, Router } from 'express'
import type { ActionOutcome } from '../../escalation/actions.js'
import { absentUntil } from '../../escalation/staff-directory.js'
import type { Ticket } from '../../escalation/tickets.js'
import { dayOf } from '../../hours/day.js'
import { STAFF_DESK_TEXTS } from '../../texts/staff-desk.js'
import { html } from '../html.js'
import { sessionOf } from '../sign-in/guard.js'
import { randomToken } from '../sign-in/router.js'
import { note } from './audit-note.js'
import { filled } from './canned.js'
import { sendPage } from './frame.js'
import type { StaffParts } from './parts.js'
import { ACTIONS, type ActionName, actionOf, readTicketForm, type TicketForm } from './ticket-action.js'
import { awayText } from './ticket-actions.js'
import { MAX_TEXT } from './ticket-forms.js'
import { ticketPage } from './ticket-page.js'
import type { TicketView, Typed } from './ticket-view.js'

const T = STAFF_DESK_TEXTS.ticket

/** Actions that say something to the member or end the ticket: not on what somebody has not seen. */
const GUARDED: readonly ActionName[] = ['reply', 'close']
/** How long a form that was sent is remembered, so that sending it again changes nothing. */
const SENT_MS = 24 * 60 * 60_000
const SENT = 'staff-form'

type Asked = Request<{ reference: string; action: string }>

/** `/staff/tickets/...`: a ticket's page and what one can do with it. */
export function ticketRoutes(parts: StaffParts): Router {
  const router = Router()
  const routes = new TicketRoutes(parts)
  router.get('/staff/tickets/:reference', (request, response) => routes.show(request, response))
  router.post('/staff/tickets/:reference/:action', (request: Asked, response, next) => {
    const action = ACTIONS.find((known) => known === request.params.action)
    return action === undefined ? next() : routes.act(action, request, response)
  })
  return router
}

class TicketRoutes {
  readonly #parts: StaffParts

  constructor(parts: StaffParts) {
    this.#parts = parts
  }

  async show(request: Request<{ reference: string }>, response: Response): Promise<void> {
    const ticket = await this.#parts.tickets.find(request.params.reference)
    const done = Object.entries(T.done).find(([name]) => name === request.query.klaar)?.[1] ?? null
    const doneKey = typeof request.query.sleutel === 'string' ? request.query.sleutel : null
    await this.#page(request, response, ticket, { done, doneKey })
  }

  async act(name: ActionName, request: Asked, response: Response): Promise<void> {
    const { reference } = request.params
    const asked = readTicketForm(request.body)
    const ticket = await this.#parts.tickets.find(reference)
    if (ticket === null) return this.#page(request, response, null, {})
    const typed = typedIn(name, request.body)
    if (asked === null || asked.text.length > MAX_TEXT) {
      const refused = asked === null ? STAFF_DESK_TEXTS.problem.broken : STAFF_DESK_TEXTS.problem.tooLong
      return this.#page(request, response, ticket, { refused, typed }, 400)
    }
    if (await this.#parts.records.get(SENT, asked.key, this.#parts.now()))
      return this.#to(response, name, asked, reference)
    const stop = this.#beforehand(name, asked, ticket, request)
    if (stop !== null) return this.#page(request, response, ticket, { typed, ...stop.view }, stop.status)
    const outcome = await this.#perform(name, asked, ticket, request)
    if (outcome.kind === 'done') return this.#to(response, name, asked, reference)
    const givesBack = outcome.code === 'would-release' ? asked.topic : null
    const view = { refused: outcome.text, typed, givesBack }
    await this.#page(request, response, outcome.ticket ?? ticket, view, 409)
  }

  /** Why nothing is asked of the desk yet; null when it may be. */
  #beforehand(name: ActionName, asked: TicketForm, ticket: Ticket, request: Request) {
    if (name === 'reply' && asked.do === 'insert') {
      const text = filled(this.#parts, ticket, sessionOf(request), asked.canned)
      return {
        status: 200,
        view: { typed: { form: 'reply', text: `${asked.text}\n${text}`.trim() } },
      } as const
    }
    const away = name === 'reassign' && asked.anyway === '' ? this.#away(asked.to) : null
    return away === null ? null : ({ status: 409, view: { refused: away, away: asked.to } } as const)
  }

  #away(id: string): string | null {
    const { directory, hours, now } = this.#parts
    const colleague = directory.byId(id)
    const until = colleague && absentUntil(colleague, dayOf(now(), hours.zone))
    return colleague && until ? awayText(colleague.name, until) : null
  }

  async #perform(
    name: ActionName,
    asked: TicketForm,
    ticket: Ticket,
    request: Request,
  ): Promise<ActionOutcome> {
    const { desk, records, now } = this.#parts
    const { staff } = sessionOf(request)
    const action = actionOf(name, asked)
    const seen = GUARDED.includes(name) ? asked.version : null
    const outcome = await desk.act(ticket.reference, staff, action, now(), asked.key, seen)
    const ended = outcome.kind === 'done' ? 'done' : outcome.code
    await note(this.#parts, staff, `ticket.${name}`, ticket.reference, ended)
    if (outcome.kind === 'done') {
      await records.put(SENT, asked.key, '1', now(), new Date(now().getTime() + SENT_MS))
    }
    return outcome
  }

  /** To the page itself, so that reloading it sends nothing again. */
  #to(response: Response, name: ActionName, asked: TicketForm, reference: string): void {
    const done = name === 'reply' && asked.do === 'ask' ? 'ask' : name
    const key = encodeURIComponent(asked.key)
    response.redirect(303, `/staff/tickets/${encodeURIComponent(reference)}?klaar=${done}&sleutel=${key}`)
  }

  async #page(
    request: Request,
    response: Response,
    ticket: Ticket | null,
    change: Partial<TicketView>,
    status = 200,
  ): Promise<void> {
    const session = sessionOf(request)
    if (ticket === null) {
      const body = html`<h1>${T.missing}</h1><p><a href="/staff">${T.back}</a></p>`
      return sendPage(response, { title: T.missing, session, body }, 404)
    }
    const { reference, channel, conversation } = ticket
    const events = await this.#parts.tickets.events(reference)
    const undelivered = (await this.#parts.troubles.undelivered()).filter(
      (message) => message.channel === channel && message.conversation === conversation,
    )
    const view = {
      done: null,
      doneKey: null,
      refused: null,
      typed: null,
      away: null,
      givesBack: null,
      ...change,
    }
    const context = { ...view, ticket, events, undelivered, parts: this.#parts, session, key: randomToken }
    const body = ticketPage(context)
    sendPage(
      response,
      { title: reference, session, body, active: 'queue', live: `ticket/${reference}` },
      status,
    )
  }
}

function typedIn(name: ActionName, body: unknown): Typed | null {
  if (name !== 'reply' && name !== 'note') return null
  const text: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'text') : undefined
  return typeof text === 'string' ? { form: name, text: text.slice(0, 2 * MAX_TEXT) } : null
}
