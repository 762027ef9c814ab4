import type { TicketAction } from '../escalation/actions.js'
import type { StaffDirectory } from '../escalation/staff-directory.js'
import { CLOSE_REASONS, type CloseReason, type Ticket } from '../escalation/tickets.js'
import type { Topics } from '../escalation/topics.js'
import { CLOSE_REASON_NAMES, STAFF_LABELS } from '../texts/staff.js'
import type { IncomingAction } from './incoming.js'
import type { FormField, OutgoingAction } from './outgoing.js'

/** Names of the buttons colleagues use; their value is the ticket's reference. */
export const STAFF_ACTIONS = {
  claim: 'ticket-claim',
  release: 'ticket-release',
  reply: 'ticket-reply',
  note: 'ticket-note',
  reassign: 'ticket-reassign',
  topic: 'ticket-topic',
  urgent: 'ticket-urgent',
  notUrgent: 'ticket-not-urgent',
  close: 'ticket-close',
  reopen: 'ticket-reopen',
  publish: 'ticket-publish',
} as const

const NAMES: ReadonlySet<string> = new Set(Object.values(STAFF_ACTIONS))

/** Names of the fields in the forms. */
export const STAFF_FIELDS = {
  text: 'text',
  asksBack: 'asks-back',
  team: 'team',
  to: 'to',
  topic: 'topic',
  givesBack: 'gives-back',
  reason: 'reason',
} as const

/** Whether an action is one that only colleagues use. */
export function isStaffAction(action: IncomingAction | null): action is IncomingAction {
  return action !== null && NAMES.has(action.name)
}

/** Null when the name or what was filled in is not one of ours. */
export function readStaffAction({ name, fields = {} }: IncomingAction): TicketAction | null {
  const field = (key: keyof typeof STAFF_FIELDS) => fields[STAFF_FIELDS[key]]?.trim() ?? ''
  switch (name) {
    case STAFF_ACTIONS.claim:
      return { kind: 'claim' }
    case STAFF_ACTIONS.release:
      return { kind: 'release' }
    case STAFF_ACTIONS.reply:
      return { kind: 'reply', text: field('text'), asksBack: field('asksBack') === 'yes' }
    case STAFF_ACTIONS.note:
      return { kind: 'note', text: field('text') }
    case STAFF_ACTIONS.reassign:
      return { kind: 'reassign', team: field('team') || null, to: field('to') || null }
    case STAFF_ACTIONS.topic:
      return { kind: 'topic', topic: field('topic'), givesBack: field('givesBack') === 'yes' }
    case STAFF_ACTIONS.urgent:
    case STAFF_ACTIONS.notUrgent:
      return { kind: 'urgent', urgent: name === STAFF_ACTIONS.urgent }
    case STAFF_ACTIONS.close: {
      const reason = closeReason(field('reason') || 'answered')
      return reason && { kind: 'close', reason }
    }
    case STAFF_ACTIONS.reopen:
      return { kind: 'reopen' }
    default:
      return null
  }
}

/** The reason with this key; null when there is none. */
export function closeReason(key: string): CloseReason | null {
  return CLOSE_REASONS.find((reason) => reason === key) ?? null
}

/** What the buttons offer to choose from. */
export interface Choices {
  readonly topics: Topics
  readonly staff: StaffDirectory
  /** Whether an answer can be made a document here. */
  readonly publishes: boolean
}

/** The buttons under a ticket's card, the likeliest first. */
export function staffActionsFor(ticket: Ticket, choices: Choices): readonly OutgoingAction[] {
  const { reference } = ticket
  const press = (name: string, label: string) => ({ name, label, value: reference })
  if (ticket.state === 'closed') {
    const publish = press(STAFF_ACTIONS.publish, STAFF_LABELS.publish)
    return [
      press(STAFF_ACTIONS.reopen, STAFF_LABELS.reopen),
      ...(choices.publishes && ticket.closeReason === 'answered' ? [publish] : []),
    ]
  }
  const claim = { ...press(STAFF_ACTIONS.claim, STAFF_LABELS.claim), style: 'primary' as const }
  const release = press(STAFF_ACTIONS.release, STAFF_LABELS.release)
  return [
    ...(ticket.claimedBy === null ? [claim] : []),
    replyButton(reference),
    noteButton(reference),
    reassignButton(ticket, choices),
    topicButton(ticket, choices.topics),
    ticket.urgent
      ? press(STAFF_ACTIONS.notUrgent, STAFF_LABELS.notUrgent)
      : press(STAFF_ACTIONS.urgent, STAFF_LABELS.urgent),
    ...(ticket.claimedBy === null ? [] : [release]),
    closeButton(reference),
  ]
}

function replyButton(reference: string): OutgoingAction {
  const { fields, forms, submit } = STAFF_LABELS
  const asksBack = yesOrNo(STAFF_FIELDS.asksBack, fields.asksBack, fields.asksBackNo, fields.asksBackYes)
  return {
    name: STAFF_ACTIONS.reply,
    label: STAFF_LABELS.reply,
    value: reference,
    form: {
      title: forms.reply(reference),
      submit: submit.reply,
      fields: [longText(fields.replyText), asksBack],
    },
  }
}

function noteButton(reference: string): OutgoingAction {
  const { fields, forms, submit } = STAFF_LABELS
  return {
    name: STAFF_ACTIONS.note,
    label: STAFF_LABELS.note,
    value: reference,
    form: { title: forms.note(reference), submit: submit.note, fields: [longText(fields.noteText)] },
  }
}

function reassignButton({ reference, team }: Ticket, { topics, staff }: Choices): OutgoingAction {
  const { fields, forms, submit } = STAFF_LABELS
  const teams = topics.teams.map(({ key, name }) => ({ label: name, value: key }))
  // Colleagues of the team first: a list of a platform may be cut at its end.
  const near = [...staff.all].sort((a, b) => Number(b.teams.includes(team)) - Number(a.teams.includes(team)))
  const colleagues = near.map(({ id, name }) => ({ label: name, value: id }))
  const choice = (name: string, label: string, options: FormField['options']): FormField => ({
    name,
    label,
    kind: 'choice',
    required: false,
    ...(options && { options }),
  })
  return {
    name: STAFF_ACTIONS.reassign,
    label: STAFF_LABELS.reassign,
    value: reference,
    form: {
      title: forms.reassign(reference),
      submit: submit.reassign,
      fields: [
        choice(STAFF_FIELDS.team, fields.team, teams),
        ...(colleagues.length > 0 ? [choice(STAFF_FIELDS.to, fields.colleague, colleagues)] : []),
      ],
    },
  }
}

function topicButton({ reference, topic, claimedBy }: Ticket, { topics }: Topics): OutgoingAction {
  const { fields, forms, submit } = STAFF_LABELS
  const options = topics.map(({ key, name }) => ({ label: name, value: key }))
  const field: FormField = {
    name: STAFF_FIELDS.topic,
    label: fields.topic,
    kind: 'choice',
    required: true,
    options,
    ...(topic !== null && { value: topic }),
  }
  return {
    name: STAFF_ACTIONS.topic,
    label: STAFF_LABELS.topic,
    value: reference,
    form: {
      title: forms.topic(reference),
      submit: submit.topic,
      fields: claimedBy === null ? [field] : [field, givesBackField()],
    },
  }
}

function givesBackField(): FormField {
  const { fields } = STAFF_LABELS
  return yesOrNo(STAFF_FIELDS.givesBack, fields.givesBack, fields.givesBackNo, fields.givesBackYes)
}

function yesOrNo(name: string, label: string, no: string, yes: string): FormField {
  const options = [
    { label: no, value: 'no' },
    { label: yes, value: 'yes' },
  ]
  return { name, label, kind: 'choice', required: true, value: 'no', options }
}

function closeButton(reference: string): OutgoingAction {
  const { fields, forms, submit } = STAFF_LABELS
  const options = CLOSE_REASONS.map((reason) => ({ label: CLOSE_REASON_NAMES[reason], value: reason }))
  const field: FormField = {
    name: STAFF_FIELDS.reason,
    label: fields.reason,
    kind: 'choice',
    required: true,
    options,
    value: 'answered',
  }
  return {
    name: STAFF_ACTIONS.close,
    label: STAFF_LABELS.close,
    value: reference,
    style: 'danger',
    form: { title: forms.close(reference), submit: submit.close, fields: [field] },
  }
}

function longText(label: string): FormField {
  return { name: STAFF_FIELDS.text, label, kind: 'long-text', required: true }
}
