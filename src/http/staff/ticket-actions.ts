import { absentUntil } from '../../escalation/staff-directory.js'
import { CLOSE_REASONS } from '../../escalation/tickets.js'
import { dayOf } from '../../hours/day.js'
import { CLOSE_REASON_NAMES, reasonText, STAFF_TEXTS } from '../../texts/staff.js'
import { STAFF_DESK_TEXTS } from '../../texts/staff-desk.js'
import { type Html, html } from '../html.js'
import { hidden, select } from './fields.js'
import { staffName, teamName } from './parts.js'
import { actionPath, channelName, formHead } from './ticket-forms.js'
import type { TicketContext } from './ticket-view.js'
import { dayInWords, moment, waited } from './time.js'

const T = STAFF_DESK_TEXTS.ticket

/** Everything one can do with a ticket except writing. */
export function actions(context: TicketContext): Html {
  const { ticket } = context
  const closed = ticket.state === 'closed'
  return html`<section id="actions" data-swap class="actions panel" aria-labelledby="actions-title"><h2 id="actions-title">${T.actions}</h2>
<div class="buttons">${closed ? reopening(context) : claiming(context)}
${!closed && urgency(context)}</div>
${topicForm(context)}
${!closed && reassignForm(context)}
${!closed && closeForm(context)}
${!ticket.anonymous && html`<p><a href="/staff/answers/new?vraag=${ticket.reference}">${T.publish}</a></p>`}
</section>`
}

function reopening(context: TicketContext): Html {
  if (context.ticket.anonymous) return html`<p class="held">${T.anonymous}</p>`
  return button(context, 'reopen', T.reopen)
}

function claiming(context: TicketContext): Html {
  const { ticket, session, parts } = context
  if (ticket.claimedBy === null) return button(context, 'claim', T.claim, 'button')
  if (ticket.claimedBy === session.staff.id) return button(context, 'release', T.release)
  return html`<p class="held">${T.takenBy(staffName(parts, ticket.claimedBy))}</p>
${session.staff.role !== 'staff' && button(context, 'release', T.release)}`
}

function urgency(context: TicketContext): Html {
  const { urgent } = context.ticket
  const extra = hidden('urgent', urgent ? 'nee' : 'ja')
  return button(context, 'urgent', urgent ? T.notUrgent : T.urgent, 'plain', extra)
}

function button(context: TicketContext, action: string, label: string, look = 'plain', extra?: Html): Html {
  return html`<form method="post" action="${actionPath(context.ticket, action)}" data-action="${action}">
${formHead(context)}${extra}<button class="${look}">${label}</button></form>`
}

function topicForm(context: TicketContext): Html {
  const { ticket, parts, givesBack } = context
  const none = ticket.topic === null ? [['', T.noTopic] as const] : []
  const topics = parts.topics.topics.map(({ key, name }) => [key, name] as const)
  return html`<form method="post" action="${actionPath(ticket, 'topic')}" class="${givesBack === null ? 'row-form' : 'stack'}">${formHead(context)}
${select('topic', T.topicLabel, [...none, ...topics], givesBack ?? ticket.topic ?? '')}
${givesBack !== null && html`<p class="field"><label><input type="checkbox" name="anyway" value="ja" required> ${T.givesBackConfirm}</label></p>`}
<button class="plain">${T.topicSave}</button></form>`
}

function reassignForm(context: TicketContext): Html {
  const { ticket, parts, session, away } = context
  const today = dayOf(parts.now(), parts.hours.zone)
  const same = ['', T.unchanged] as const
  const teams = parts.topics.teams.map(({ key, name }) => [key, name] as const)
  const known = parts.directory.all.map((one) => {
    const until = absentUntil(one, today)
    return [one.id, `${one.name}${until === null ? '' : T.awayOption(dayInWords(until))}`] as const
  })
  // Whoever was let in by a role of the provider is not in the file, and can still take a question over.
  const self = known.some(([id]) => id === session.staff.id)
    ? []
    : [[session.staff.id, session.staff.name] as const]
  return html`<details${away !== null && html` open`}><summary>${T.reassign}</summary>
<form method="post" action="${actionPath(ticket, 'reassign')}" class="stack">${formHead(context)}
${select('team', T.reassignTeam, [same, ...teams], '')}
${select('to', T.reassignTo, [same, ...self, ...known], away ?? '')}
${away !== null && html`<p class="field"><label><input type="checkbox" name="anyway" value="ja" required> ${T.awayConfirm}</label></p>`}
<button class="plain">${T.reassignSave}</button></form></details>`
}

function closeForm(context: TicketContext): Html {
  const reasons = CLOSE_REASONS.map((reason) => [reason, CLOSE_REASON_NAMES[reason]] as const)
  return html`<details><summary>${T.close}</summary>
<form method="post" action="${actionPath(context.ticket, 'close')}" class="stack">${formHead(context)}
${select('reason', T.closeReason, reasons, 'answered')}<button class="plain">${T.closeSave}</button></form></details>`
}

/** What is known of the ticket. */
export function about({ ticket, parts }: TicketContext): Html {
  const { asker, claimedBy, createdAt, state, team, reason, resolution } = ticket
  const now = parts.now()
  const age = waited(createdAt, parts.hours, now)
  const rows: readonly (readonly [string, Html | string] | null)[] = [
    [T.body, asker.body === null ? T.unknownBody : `${asker.body} (${asker.kind})`],
    asker.name === null ? null : [T.asker, asker.name],
    [T.channel, channelName(ticket)],
    [T.asked, moment(createdAt, parts.hours, now)],
    state === 'closed' || age === null ? null : [T.age, T.ageValue(age)],
    [T.team, teamName(parts, team)],
    claimedBy === null ? null : [T.claimedBy, staffName(parts, claimedBy)],
    [T.why, reasonText(reason)],
    state === 'closed' ? [T.resolution, T.resolutions[resolution]] : null,
  ]
  const shown = rows.flatMap((row) =>
    row === null ? [] : [html`<dt>${row[0]}</dt><dd dir="auto">${row[1]}</dd>`],
  )
  return html`<section id="about" data-swap class="panel" aria-labelledby="about-title"><h2 id="about-title">${T.about}</h2><dl>${shown}</dl></section>`
}

/** Words for a colleague who is away. */
export function awayText(name: string, until: string): string {
  return STAFF_TEXTS.absent(name, dayInWords(until))
}
