import type { StaffMember } from '../../escalation/actions.js'
import { dayOf } from '../../hours/day.js'
import { ANSWER_STATES, type PublishedAnswer } from '../../knowledge/published-answers.js'
import { STAFF_ANSWER_TEXTS as T } from '../../texts/staff-answers.js'
import { type Html, html } from '../html.js'
import type { StaffSession } from '../sign-in/sessions.js'
import { hidden } from './fields.js'
import { token } from './frame.js'
import { type StaffParts, staffName } from './parts.js'
import { dayInWords, momentText } from './time.js'

/** All answers of staff, those to be published first. */
export function answersPage(parts: StaffParts, answers: readonly PublishedAnswer[]): Html {
  const lists = ANSWER_STATES.map((state) => {
    const own = answers.filter((answer) => answer.state === state)
    const items = own.map(
      (answer) => html`<li><a href="/staff/answers/${answer.id}">${answer.title}</a>
<p class="facts"><span>${T.by(answer.authorName)}</span>${review(parts, answer)}</p></li>`,
    )
    return html`<section class="stack" aria-labelledby="list-${state}"><h2 id="list-${state}">${T.states[state]}</h2>
${own.length === 0 ? html`<p class="empty">${T.none}</p>` : html`<ul class="cards">${items}</ul>`}</section>`
  })
  return html`<h1>${T.title}</h1><p>${T.why}</p>
<p><a class="button" href="/staff/answers/new">${T.write}</a></p>${lists}`
}

function review({ hours, now }: StaffParts, { reviewBy, state }: PublishedAnswer): Html | null {
  if (state === 'withdrawn') return null
  const day = dayInWords(reviewBy)
  return reviewBy < dayOf(now(), hours.zone)
    ? html`<strong class="badge urgent">${T.overdue(day)}</strong>`
    : html`<span>${T.reviewBy(day)}</span>`
}

/** One answer as it is, with what this colleague may do with it; `form` is where it is changed, null when it cannot be. */
export function answerPage(
  parts: StaffParts,
  session: StaffSession,
  answer: PublishedAnswer,
  form: Html | null,
  key: string,
): Html {
  const { ticket, publishedBy, publishedAt, authorName, title, state, question } = answer
  return html`<p class="back"><a href="/staff/answers">${T.back}</a></p>
<h1>${title}</h1>
<p class="facts"><span class="badge answer-${state}">${T.state[state]}</span><span>${T.by(authorName)}</span>
${ticket !== null && html`<a href="/staff/tickets/${ticket}">${T.fromTicket(ticket)}</a>`}
${publishedBy !== null && publishedAt !== null && html`<span>${T.publishedBy(staffName(parts, publishedBy), momentText(publishedAt, parts.hours, parts.now()))}</span>`}
${review(parts, answer)}</p>
<article class="bubble staff"><h2>${question}</h2><p class="text" dir="auto">${answer.answer}</p></article>
${doing(session, answer, key)}
${form}`
}

function doing(session: StaffSession, answer: PublishedAnswer, key: string): Html {
  const press = (action: string, label: string, look: string) =>
    html`<form method="post" action="/staff/answers/${answer.id}/${action}">${token(session)}${hidden('key', key)}${hidden('version', answer.version)}<button class="${look}">${label}</button></form>`
  if (answer.state === 'published') {
    const may = mayWithdraw(answer, session.staff)
    return html`${may && press('withdraw', T.withdraw, 'plain')}<p class="hint">${T.publishedHint}</p>`
  }
  if (answer.state === 'withdrawn') return html``
  return mayPublish(answer, session.staff)
    ? press('publish', T.publish, 'button')
    : html`<p class="hint">${T.secondPerson}</p>`
}

function mayPublish({ author }: PublishedAnswer, { id, role }: StaffMember): boolean {
  return author !== id || role !== 'staff'
}

function mayWithdraw({ author }: PublishedAnswer, { id, role }: StaffMember): boolean {
  return author === id || role !== 'staff'
}
