import { reminderDue } from '../escalation/due.js'
import { type Reminder, reminderAt, reminderNow, waitsSince } from '../escalation/reminders.js'
import { askerText } from '../escalation/ticket-card.js'
import type { Ticket, TicketEvent } from '../escalation/tickets.js'
import { teamByKey } from '../escalation/topics.js'
import { workingTimeBetween } from '../hours/working-time.js'
import { STAFF_TEXTS } from '../texts/staff.js'
import type { OutgoingMessage } from './outgoing.js'
import type { Due, DueWork, Post } from './ports.js'
import { reminderText, staffNotice } from './staff-notices.js'
import { postTo } from './team-channels.js'
import { guard, NOTHING_DUE, type TicketDueParts } from './ticket-due.js'

type ReminderNow = Extract<Reminder, { kind: 'now' }>

/**
 * Looks whether somebody has to be reminded of a ticket, and reminds them: under its card, and by mail where there is
 * any. What was done is written on the ticket with it, so that nobody is reminded twice.
 */
export async function remind(due: Due, now: Date, parts: TicketDueParts): Promise<DueWork> {
  const ticket = await parts.tickets.find(due.subject)
  if (ticket === null) return NOTHING_DUE
  const events = await parts.tickets.events(ticket.reference)
  const reminder = reminderNow(ticket, events, now, parts.setting)
  const guards = [guard(ticket)]
  if (reminder.kind === 'none') return NOTHING_DUE
  if (reminder.kind === 'later')
    return { ...NOTHING_DUE, guards, due: [reminderDue(ticket.reference, reminder.at)] }
  const next = reminderAt(now, ticket.topic, 'next', parts.setting)
  const event = { kind: 'reminded', actor: { kind: 'desk' }, text: reminder.who } as const
  return {
    posts: await posted(ticket, events, reminder, now, parts),
    due: next === null ? [] : [reminderDue(ticket.reference, next)],
    ticketEvents: [{ reference: ticket.reference, event }],
    guards,
  }
}

async function posted(
  ticket: Ticket,
  events: readonly TicketEvent[],
  { who, colleague }: ReminderNow,
  now: Date,
  parts: TicketDueParts,
): Promise<readonly Post[]> {
  const { setting, teams } = parts
  const since = waitsSince(ticket, events)
  const from = new Date(since?.at ?? ticket.createdAt)
  const text = reminderText(ticket, who, workingTimeBetween(setting.hours, 'office', from, now), {
    claimer: setting.staff.byId(ticket.claimedBy)?.name ?? null,
    team: teamByKey(setting.topics, ticket.team)?.name ?? ticket.team,
  })
  const places = await teams.ofTeam(ticket.team)
  const posts = places.map((to) =>
    postTo(to, [staffNotice(text, to.channel, { under: ticket.reference, to: colleague })]),
  )
  const mail = colleague && (await teams.mailOf(colleague))
  return mail ? [...posts, postTo(mail, [byMail(text, ticket, parts)])] : posts
}

function byMail(text: string, ticket: Ticket, { publicUrl }: TicketDueParts): OutgoingMessage {
  const { reference, question, asker } = ticket
  const link = publicUrl === null ? [] : [`${publicUrl}/staff/tickets/${reference}`]
  return {
    ...staffNotice([text, '', question, askerText(asker), ...link].join('\n'), 'mail', {
      under: null,
      to: null,
    }),
    subject: STAFF_TEXTS.reminderSubject(reference),
  }
}
