import { STAFF_DESK_TEXTS } from '../../texts/staff-desk.js'
import { type Html, html } from '../html.js'
import { foundView } from './found-view.js'
import { topicName } from './parts.js'
import { threadView } from './thread-view.js'
import { about, actions } from './ticket-actions.js'
import { noteForm, replyForm } from './ticket-forms.js'
import type { TicketContext } from './ticket-view.js'

const T = STAFF_DESK_TEXTS.ticket

/** The page of one ticket: the conversation, what to say next, and everything one can do with it. */
export function ticketPage(context: TicketContext): Html {
  const { ticket, parts, done, doneKey, refused } = context
  const { reference, topic, state, urgent } = ticket
  return html`<p class="back"><a href="/staff">${T.back}</a></p>
<div id="head" data-swap><h1>${reference} <span class="topic">${topicName(parts, topic) ?? T.noTopic}</span></h1>
<p class="facts"><span class="badge state-${state}">${STAFF_DESK_TEXTS.queue.states[state]}</span>
${urgent && html`<strong class="badge urgent">${STAFF_DESK_TEXTS.queue.urgent}</strong>`}</p></div>
${done !== null && html`<p class="done" role="status" data-done="${doneKey ?? ''}">${done}</p>`}
${refused !== null && html`<p class="refused" role="alert"><strong>${T.notDone}.</strong> ${refused}</p>`}
<div class="ticket" data-reference="${reference}" data-version="${ticket.version}">
<div class="talk">
${threadView(parts, ticket, context.events, context.undelivered)}
${replyForm(context)}
${foundView(parts, ticket)}
</div>
<aside class="side" aria-label="${T.about}">
${actions(context)}
${about(context)}
${!ticket.anonymous && noteForm(context)}
</aside>
</div>`
}
