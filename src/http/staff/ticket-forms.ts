import type { Ticket } from '../../escalation/tickets.js'
import { STAFF_DESK_TEXTS } from '../../texts/staff-desk.js'
import { type Html, html } from '../html.js'
import type { StaffSession } from '../sign-in/sessions.js'
import { filled } from './canned.js'
import { hidden } from './fields.js'
import { token } from './frame.js'
import { type StaffParts, staffName } from './parts.js'
import type { TicketContext, Typed } from './ticket-view.js'

const T = STAFF_DESK_TEXTS.ticket

/** Longest text of a form, in UTF-16 units. */
export const MAX_TEXT = 10_000

/** Address of the form that does `action`. */
export function actionPath({ reference }: Ticket, action: string): string {
  return `/staff/tickets/${reference}/${action}`
}

/** What every form of a ticket carries: the session's token, a key of its own, and the ticket as it was seen. */
export function formHead({ session, ticket, key }: TicketContext): Html {
  return html`${token(session)}${hidden('key', key())}${hidden('version', ticket.version)}`
}

/** What goes to the member; where somebody else has the ticket or it is closed, why it cannot. */
export function replyForm(context: TicketContext): Html {
  const { ticket, parts, session } = context
  const blocked = whyBlocked(parts, ticket, session)
  if (blocked !== null) {
    return html`<section id="reply-box" data-swap="clean" class="reply panel" aria-labelledby="reply-title"><h2 id="reply-title">${T.reply.title}</h2>
<p>${blocked}</p>${typedBefore(context.typed)}</section>`
  }
  return html`<section id="reply-box" data-swap="clean" class="reply panel" aria-labelledby="reply-title"><h2 id="reply-title">${T.reply.title}</h2>
<form method="post" action="${actionPath(ticket, 'reply')}" data-draft="reply" data-guarded class="stack">
${formHead(context)}
<p class="hint" id="reply-hint">${T.reply.goesTo(channelName(ticket))} ${ticket.claimedBy === null && T.reply.claims}</p>
${cannedTexts(context)}
<p class="field"><label for="reply">${T.reply.label}</label>
<textarea id="reply" name="text" rows="8" maxlength="${MAX_TEXT}" aria-describedby="reply-hint" required>${typedIn(context.typed, 'reply')}</textarea></p>
<p class="buttons"><button class="button" name="do" value="reply">${T.reply.send}</button>
<button class="button second" name="do" value="ask">${T.reply.ask}</button></p>
</form></section>`
}

function whyBlocked(parts: StaffParts, ticket: Ticket, { staff }: StaffSession): string | null {
  if (ticket.state === 'closed') return T.reply.closed
  if (ticket.claimedBy === null || ticket.claimedBy === staff.id) return null
  return T.reply.heldBy(staffName(parts, ticket.claimedBy))
}

/** A text that can no longer be sent is shown, so that it can be copied. */
function typedBefore(typed: Typed | null): Html | null {
  if (typed?.form !== 'reply' || typed.text === '') return null
  return html`<p><label for="typed">${T.reply.label}</label></p><textarea id="typed" rows="8" readonly>${typed.text}</textarea>`
}

/** An action of its own with a form of its own: no prefix or box can turn it into a message, or the other way round. */
export function noteForm(context: TicketContext): Html {
  return html`<section class="note panel" aria-labelledby="note-title"><h2 id="note-title">${T.note.title}</h2>
<form method="post" action="${actionPath(context.ticket, 'note')}" data-draft="note" class="stack">
${formHead(context)}
<p class="field"><label for="note">${T.note.label}</label>
<textarea id="note" name="text" rows="4" maxlength="${MAX_TEXT}" required>${typedIn(context.typed, 'note')}</textarea></p>
<p class="buttons"><button class="button note-button">${T.note.save}</button></p>
</form></section>`
}

function typedIn(typed: Typed | null, form: Typed['form']): string {
  // A browser drops the first line break after the tag, so one more keeps what was typed.
  return typed?.form === form ? `\n${typed.text}` : ''
}

function cannedTexts({ parts, ticket, session }: TicketContext): Html | null {
  if (parts.cannedTexts.length === 0) return null
  const options = parts.cannedTexts.map(
    ({ key, title }) =>
      html`<option value="${key}" data-text="${filled(parts, ticket, session, key)}">${title}</option>`,
  )
  return html`<p class="field canned"><label for="canned">${T.reply.canned}</label>
<select id="canned" name="canned"><option value="">${T.reply.cannedNone}</option>${options}</select>
<button class="plain" name="do" value="insert" formnovalidate>${T.reply.insert}</button></p>`
}

/** The channel of a ticket in words. */
export function channelName({ channel }: Ticket): string {
  return T.channels[channel === 'slack' || channel === 'teams' || channel === 'mail' ? channel : 'web']
}
