import { type Request, type Response, Router } from 'express'
import { AnswerDesk, type AnswerOutcome, textFromTicket } from '../../desk/answer-desk.js'
import { dayOf } from '../../hours/day.js'
import type { AnswerText, PublishedAnswer } from '../../knowledge/published-answers.js'
import { STAFF_ANSWER_TEXTS as T } from '../../texts/staff-answers.js'
import { STAFF_DESK_TEXTS } from '../../texts/staff-desk.js'
import { html } from '../html.js'
import { sessionOf } from '../sign-in/guard.js'
import { randomToken } from '../sign-in/router.js'
import { answerForm, asTyped, readAnswer, readSeen } from './answer-form.js'
import { answerPage, answersPage } from './answer-pages.js'
import { note } from './audit-note.js'
import { sendPage } from './frame.js'
import type { StaffParts } from './parts.js'

type Named = Request<{ id: string }>
type Done = keyof typeof T.done

/** `/staff/answers/...`: questions become knowledge. */
export function answerRoutes(parts: StaffParts): Router {
  const router = Router()
  const routes = new AnswerRoutes(parts)
  router.get('/staff/answers', (request, response) => routes.list(request, response))
  router.get('/staff/answers/new', (request, response) => routes.blank(request, response))
  router.post('/staff/answers', (request, response) => routes.draft(request, response))
  router.get('/staff/answers/:id', (request, response) => routes.show(request, response))
  router.post('/staff/answers/:id', (request: Named, response) => routes.revise(request, response))
  for (const action of ['publish', 'withdraw'] as const) {
    router.post(`/staff/answers/:id/${action}`, (request: Named, response) =>
      routes.press(action, request, response),
    )
  }
  return router
}

class AnswerRoutes {
  readonly #parts: StaffParts
  readonly #desk: AnswerDesk

  constructor(parts: StaffParts) {
    this.#parts = parts
    const { published: answers, denied, tickets, requestReindex } = parts
    this.#desk = new AnswerDesk({ answers, denied, tickets, requestReindex })
  }

  async list(request: Request, response: Response): Promise<void> {
    const body = answersPage(this.#parts, await this.#parts.published.list(null))
    sendPage(response, { title: T.title, session: sessionOf(request), body, active: 'answers' })
  }

  /** A new one; with `?vraag=` what the ticket says stands there already. */
  async blank(request: Request, response: Response): Promise<void> {
    const reference = typeof request.query.vraag === 'string' ? request.query.vraag : ''
    const ticket = await this.#parts.tickets.find(reference)
    const events = ticket === null ? [] : await this.#parts.tickets.events(reference)
    const text = textFromTicket(ticket, events, this.#today())
    this.#form(request, response, text, ticket?.reference ?? null, null)
  }

  async draft(request: Request, response: Response): Promise<void> {
    const text = readAnswer(request.body, this.#today())
    const seen = readSeen(request.body)
    if (text === null || seen === null) {
      return this.#form(
        request,
        response,
        asTyped(request.body, this.#empty()),
        seen?.ticket ?? null,
        'incomplete',
      )
    }
    const { staff } = sessionOf(request)
    const ticket = seen.ticket === null ? null : await this.#parts.tickets.find(seen.ticket)
    const outcome = await this.#desk.draft(
      text,
      ticket?.reference ?? null,
      staff,
      this.#parts.now(),
      seen.key,
    )
    await this.#answer(request, response, 'draft', outcome, null)
  }

  async show(request: Named, response: Response): Promise<void> {
    const answer = await this.#parts.published.find(request.params.id)
    const done = Object.entries(T.done).find(([name]) => name === request.query.klaar)?.[1] ?? null
    const masked = typeof request.query.weg === 'string' ? request.query.weg : ''
    this.#page(
      request,
      response,
      answer,
      null,
      200,
      done && (masked === '' ? done : `${done} ${T.masked(masked)}`),
    )
  }

  async revise(request: Named, response: Response): Promise<void> {
    const { id } = request.params
    const text = readAnswer(request.body, this.#today())
    const seen = readSeen(request.body)
    const typed = asTyped(request.body, this.#empty())
    if (text === null || seen === null) {
      return this.#page(
        request,
        response,
        await this.#parts.published.find(id),
        typed,
        400,
        null,
        'incomplete',
      )
    }
    const { staff } = sessionOf(request)
    const outcome = await this.#desk.revise({ id, version: seen.version }, text, staff, this.#parts.now())
    await this.#answer(request, response, 'draft', outcome, typed)
  }

  async press(action: 'publish' | 'withdraw', request: Named, response: Response): Promise<void> {
    const { staff } = sessionOf(request)
    const seen = { id: request.params.id, version: readSeen(request.body)?.version ?? 0 }
    const outcome = await this.#desk[action](seen, staff, this.#parts.now())
    await this.#answer(request, response, action, outcome, null)
  }

  async #answer(
    request: Request,
    response: Response,
    action: Done,
    outcome: AnswerOutcome,
    typed: AnswerText | null,
  ): Promise<void> {
    const ended = outcome.kind === 'done' ? 'done' : outcome.code
    await note(this.#parts, sessionOf(request).staff, `answer.${action}`, outcome.answer?.id ?? '', ended)
    if (outcome.kind === 'done') {
      const masked =
        outcome.masked.length === 0 ? '' : `&weg=${encodeURIComponent(outcome.masked.join(', '))}`
      return response.redirect(303, `/staff/answers/${outcome.answer.id}?klaar=${action}${masked}`)
    }
    const status =
      outcome.code === 'not-found'
        ? 404
        : outcome.code === 'own' || outcome.code === 'not-allowed'
          ? 403
          : 409
    this.#page(request, response, outcome.answer, typed, status, null, outcome.code)
  }

  #form(
    request: Request,
    response: Response,
    text: AnswerText,
    ticket: string | null,
    refused: keyof typeof T.refusals | null,
  ): void {
    const session = sessionOf(request)
    const body = html`<p class="back"><a href="/staff/answers">${T.back}</a></p><h1>${T.newTitle}</h1>
${refused && refusal(refused)}${answerForm({ session, key: randomToken(), text, answer: null, ticket })}`
    sendPage(response, { title: T.newTitle, session, body, active: 'answers' }, refused === null ? 200 : 400)
  }

  #page(
    request: Request,
    response: Response,
    answer: PublishedAnswer | null,
    typed: AnswerText | null,
    status: number,
    done: string | null,
    refused: keyof typeof T.refusals | null = null,
  ): void {
    const session = sessionOf(request)
    if (answer === null) {
      const body = html`<h1>${T.missing}</h1><p><a href="/staff/answers">${T.back}</a></p>`
      sendPage(response, { title: T.missing, session, body, active: 'answers' }, 404)
      return
    }
    const key = randomToken()
    const form =
      answer.state === 'published' && typed === null
        ? null
        : html`<h2>${T.revise}</h2>${answerForm({ session, key, text: typed ?? answer, answer, ticket: answer.ticket })}`
    const body = html`${done !== null && html`<p class="done" role="status" data-done>${done}</p>`}${refused && refusal(refused)}
${answerPage(this.#parts, session, answer, form, key)}`
    sendPage(response, { title: answer.title, session, body, active: 'answers' }, status)
  }

  #today(): string {
    return dayOf(this.#parts.now(), this.#parts.hours.zone)
  }

  #empty(): AnswerText {
    return textFromTicket(null, [], this.#today())
  }
}

function refusal(code: keyof typeof T.refusals) {
  return html`<p class="refused" role="alert"><strong>${STAFF_DESK_TEXTS.ticket.notDone}.</strong> ${T.refusals[code]}</p>`
}
