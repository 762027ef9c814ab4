import type { Ticket, TicketEvent } from '../../escalation/tickets.js'

/** A message of the conversation, or a line about what happened. */
export type ThreadItem =
  | {
      readonly kind: 'message'
      readonly number: number
      readonly by: 'member' | 'staff'
      /** Null for the member. */
      readonly name: string | null
      readonly text: string
      readonly at: string
      readonly asksBack: boolean
      /** What it said before, oldest first; empty when it was never changed. */
      readonly before: readonly string[]
      /** When it was changed last; null when never. */
      readonly editedAt: string | null
      /** Whether the member took it back: then its text is not shown any more. */
      readonly deleted: boolean
    }
  | {
      readonly kind: 'note'
      readonly number: number
      readonly name: string
      readonly text: string
      readonly at: string
    }
  | { readonly kind: 'line'; readonly number: number; readonly event: TicketEvent }

type Message = Extract<ThreadItem, { kind: 'message' }>

/** What happened to a ticket as a conversation, in order; the member's changes are shown at the message they are about. */
export function threadOf(ticket: Ticket, events: readonly TicketEvent[]): readonly ThreadItem[] {
  const messages = new Map<string, number>()
  const items: ThreadItem[] = []
  for (const event of events) {
    const at = event.messageId === null ? undefined : messages.get(event.messageId)
    const target = at === undefined ? undefined : items[at]
    if (isRevision(event) && at !== undefined && target?.kind === 'message') {
      items[at] = revised(target, event)
      continue
    }
    if (event.messageId !== null && !isRevision(event)) messages.set(event.messageId, items.length)
    items.push(itemOf(ticket, event))
  }
  return items
}

function isRevision({ kind }: TicketEvent): boolean {
  return kind === 'edited' || kind === 'deleted'
}

function revised(message: Message, { kind, text, at }: TicketEvent): Message {
  if (kind === 'deleted') return { ...message, text: '', before: [], editedAt: at, deleted: true }
  return { ...message, text, before: [...message.before, message.text], editedAt: at }
}

function itemOf(ticket: Ticket, event: TicketEvent): ThreadItem {
  const { kind, number, actor, at } = event
  const text = kind === 'opened' ? ticket.question : event.text
  const name = actor.kind === 'staff' ? actor.name : null
  const message = { kind: 'message', number, text, at, before: [], editedAt: null, deleted: false } as const
  switch (kind) {
    case 'opened':
    case 'added':
      return { ...message, by: 'member', name: null, asksBack: false }
    case 'replied':
    case 'asked-back':
      return { ...message, by: 'staff', name, asksBack: kind === 'asked-back' }
    // A change of a message we do not have is one of its own.
    case 'edited':
      return { ...message, by: 'member', name: null, asksBack: false, editedAt: at }
    case 'deleted':
      return { ...message, text: '', by: 'member', name: null, asksBack: false, deleted: true, editedAt: at }
    case 'note':
      return { kind: 'note', number, name: name ?? '', text, at }
    default:
      return { kind: 'line', number, event }
  }
}
