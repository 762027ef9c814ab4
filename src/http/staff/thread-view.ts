import type { UndeliveredMessage } from '../../desk/ports.js'
import { CLOSE_REASONS, type Ticket, type TicketEvent } from '../../escalation/tickets.js'
import { CLOSE_REASON_NAMES, STAFF_TEXTS } from '../../texts/staff.js'
import { STAFF_DESK_TEXTS } from '../../texts/staff-desk.js'
import { type Html, html } from '../html.js'
import { type StaffParts, staffName, teamName, topicName } from './parts.js'
import { type ThreadItem, threadOf } from './thread.js'
import { moment } from './time.js'

const T = STAFF_DESK_TEXTS.ticket

/** The conversation with everything that happened in it. */
export function threadView(
  parts: StaffParts,
  ticket: Ticket,
  events: readonly TicketEvent[],
  undelivered: readonly UndeliveredMessage[],
): Html {
  const items = threadOf(ticket, events).map(
    (item) => html`<li class="event" id="e${item.number}">${view(parts, ticket, item)}</li>`,
  )
  return html`<section id="thread" data-swap aria-labelledby="thread-title">
<h2 id="thread-title">${T.conversation}</h2>
<ol class="thread">${items}</ol>
${undelivered.map((message) => failure(parts, message))}
</section>`
}

function view(parts: StaffParts, ticket: Ticket, item: ThreadItem): Html {
  const when = (at: string) => moment(at, parts.hours, parts.now())
  if (item.kind === 'line')
    return html`<p class="line">${lineOf(parts, item.event)}, ${when(item.event.at)}</p>`
  if (item.kind === 'note') {
    return html`<article class="note-card"><h3>${item.name} <span class="mark">${T.noteMark}</span></h3>
<p class="text" dir="auto">${item.text}</p><p class="when">${when(item.at)}</p></article>`
  }
  const who = item.by === 'member' ? (ticket.asker.name ?? T.member) : (item.name ?? '')
  const asks = item.asksBack && html` <span class="mark">${T.asksBack}</span>`
  return html`<article class="bubble ${item.by}"><h3><bdi>${who}</bdi>${asks}</h3>
${item.deleted ? html`<p class="gone">${T.deleted}</p>` : html`<p class="text" dir="auto">${item.text}</p>`}
${item.before.length > 0 && html`<details><summary>${T.before}</summary>${item.before.map((text) => html`<del class="text" dir="auto">${text}</del>`)}</details>`}
<p class="when">${when(item.at)}${item.editedAt !== null && !item.deleted && html` <span class="changed">${T.edited} ${when(item.editedAt)}</span>`}</p></article>`
}

function lineOf(parts: StaffParts, event: TicketEvent): string {
  const { actor, kind } = event
  const who =
    actor.kind === 'staff' ? actor.name : actor.kind === 'member' ? STAFF_TEXTS.member : STAFF_TEXTS.desk
  return `${who} ${T.events[kind](objectOf(parts, event))}`
}

/** What an event's text names, in words: it holds keys of teams, colleagues, topics and reasons. */
function objectOf(parts: StaffParts, { kind, text }: TicketEvent): string {
  if (kind === 'topic') return topicName(parts, text) ?? T.noTopic
  if (kind === 'reassigned')
    return text
      .split(/[\s,]+/)
      .map((key) => nameOf(parts, key))
      .join(', ')
  if (kind === 'closed') {
    const reason = CLOSE_REASONS.find((known) => known === text)
    return reason === undefined ? text : CLOSE_REASON_NAMES[reason].toLowerCase()
  }
  if (kind === 'feedback')
    return T.resolutions[text === 'confirmed' || text === 'not-helped' ? text : 'unknown']
  return text
}

function nameOf(parts: StaffParts, key: string): string {
  const team = teamName(parts, key)
  return team === key ? staffName(parts, key) : team
}

function failure(parts: StaffParts, { text, reason, createdAt }: UndeliveredMessage): Html {
  return html`<article class="trouble" role="note"><h3>${T.undelivered}</h3><p>${T.undeliveredWhy}</p>
<p class="text" dir="auto">${text}</p><p class="when">${moment(createdAt, parts.hours, parts.now())} (${reason})</p></article>`
}
