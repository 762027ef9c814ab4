import type { StaffMember } from '../../escalation/actions.js'
import { TICKET_STATES, type Ticket } from '../../escalation/tickets.js'
import { isOpen } from '../../hours/opening.js'
import { STAFF_DESK_TEXTS } from '../../texts/staff-desk.js'
import { type Html, html } from '../html.js'
import { select } from './fields.js'
import { type StaffParts, staffName, teamName, topicName } from './parts.js'
import { MOST_SHOWN, type QueueFilter } from './queue-filter.js'
import { momentText, waited } from './time.js'

const T = STAFF_DESK_TEXTS.queue

/** So long a question is new. */
const JUST_NOW_MS = 60_000

/** The list of questions, by team. */
export function queuePage(
  parts: StaffParts,
  staff: StaffMember,
  filter: QueueFilter,
  tickets: readonly Ticket[],
): Html {
  const now = parts.now()
  const teams = [...new Set(tickets.map(({ team }) => team))]
  const groups = teams.map((team) => {
    const own = tickets.filter((ticket) => ticket.team === team)
    return html`<section class="team" aria-labelledby="team-${team}">
<h2 id="team-${team}">${teamName(parts, team)} <span class="count">${T.count(own.length)}</span></h2>
<ol class="queue">${own.map((ticket) => row(parts, ticket, now))}</ol>
</section>`
  })
  return html`<h1>${T.title}</h1>
${filters(parts, staff, filter)}
<div id="queue" data-swap>
${tickets.length === 0 && html`<p class="empty">${T.none}</p>`}
${groups}
${tickets.length >= MOST_SHOWN && html`<p>${T.most}</p>`}
</div>`
}

function filters({ topics }: StaffParts, staff: StaffMember, filter: QueueFilter): Html {
  const own = staff.teams.length > 0 ? [['mijn', T.myTeams] as const] : []
  const teams = [
    ...own,
    ['alle', T.allTeams] as const,
    ...topics.teams.map(({ key, name }) => [key, name] as const),
  ]
  const who = [['iedereen', T.everybody] as const, ['mij', T.mine] as const, ['niemand', T.nobody] as const]
  const states = [
    ['open', T.open] as const,
    ...TICKET_STATES.map((state) => [state, T.states[state]] as const),
  ]
  return html`<form class="filters" method="get" action="/staff" role="search" aria-label="${T.filters}">
${select('team', T.team, teams, filter.team)}
${select('van', T.who, who, filter.who)}
${select('stand', T.state, states, filter.state)}
<p class="field grow"><label for="zoek">${T.search}</label>
<input id="zoek" name="zoek" type="search" value="${filter.text}" placeholder="${T.searchHint}" maxlength="200"></p>
<p class="field"><button class="button">${T.apply}</button></p>
</form>`
}

function row(parts: StaffParts, ticket: Ticket, now: Date): Html {
  const { reference, question, urgent, state, topic, asker, claimedBy, createdAt } = ticket
  return html`<li id="${reference}" class="${urgent ? 'is-urgent' : ''}">
<a class="what" href="/staff/tickets/${reference}"><span class="reference">${reference}</span>
<span class="question" dir="auto">${shortened(question)}</span></a>
<p class="facts">
${urgent && html`<strong class="badge urgent">${T.urgent}</strong>`}
<span class="badge state-${state}">${T.states[state]}</span>
<span>${topicName(parts, topic) ?? T.noTopic}</span>
<span dir="auto">${asker.body ?? STAFF_DESK_TEXTS.ticket.unknownBody.split(':')[0]}</span>
<span>${claimedBy === null ? T.unclaimed : staffName(parts, claimedBy)}</span>
${state !== 'closed' && html`<span class="age">${ageText(createdAt, parts, now)}</span>`}
</p></li>`
}

/** What came in while the office was closed waits no working time yet, and did not come in just now. */
function ageText(createdAt: string, { hours }: StaffParts, now: Date): string {
  const age = waited(createdAt, hours, now)
  const passed = now.getTime() - Date.parse(createdAt)
  if (age === null && passed < JUST_NOW_MS) return T.justNow
  const cameIn = T.cameIn(momentText(createdAt, hours, now))
  if (age === null) return cameIn
  return isOpen(hours, 'office', new Date(createdAt)) ? T.waits(age) : `${cameIn}, ${T.waits(age)}`
}

function shortened(question: string): string {
  const flat = question.replaceAll(/\s+/g, ' ')
  return flat.length > 180 ? `${flat.slice(0, 179)}…` : flat
}
