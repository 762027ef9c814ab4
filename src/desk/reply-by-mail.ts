import { nextNumber } from '../escalation/change.js'
import type { Ticket, TicketEvent, Tickets } from '../escalation/tickets.js'
import type { Language } from '../texts/language.js'
import { replyMail } from '../texts/reply-mail.js'
import type { DueHandler } from './due-runner.js'
import { mailTo } from './mail-to.js'
import type { NewDue, NewTicketEvent } from './ports.js'
import { NOTHING_DUE } from './ticket-due.js'

/** Kind of the due rows that carry an answer of a colleague to a proven address as well. */
export const REPLY_BY_MAIL = 'reply-by-mail'

/** Events whose words go to the member. A note is none of them. */
const REPLIES: readonly TicketEvent['kind'][] = ['replied', 'asked-back']

/**
 * What has to be mailed because of these new events: only what was asked on the page waits in a browser that may be
 * closed by now.
 */
export function repliesToMail(
  ticket: Ticket,
  events: readonly TicketEvent[],
  added: readonly NewTicketEvent[],
  now: Date,
): readonly NewDue[] {
  if (ticket.channel !== 'web') return []
  const first = nextNumber(events)
  return added.flatMap(({ kind }, at) =>
    REPLIES.includes(kind)
      ? [
          {
            key: `${REPLY_BY_MAIL}/${ticket.reference}/${first + at}`,
            kind: REPLY_BY_MAIL,
            subject: ticket.reference,
            at: now,
          },
        ]
      : [],
  )
}

/** What mailing an answer takes. */
export interface ReplyByMailParts {
  readonly tickets: Pick<Tickets, 'find' | 'events'>
  /** The address a person proved; null when none. */
  readonly provenMail: (person: string) => Promise<string | null>
  readonly languageOf: (text: string) => Language
  /** Where the conversation goes on; null when the desk has no public address. */
  readonly publicUrl: string | null
}

/** Mails one answer to the address the asker proved; to nobody when there is none (any more). */
export function replyByMail(parts: ReplyByMailParts): DueHandler {
  return async ({ key, subject }) => {
    const number = Number(key.slice(key.lastIndexOf('/') + 1))
    const ticket = await parts.tickets.find(subject)
    const event = (await parts.tickets.events(subject)).find((one) => one.number === number)
    const mail = ticket && (await parts.provenMail(ticket.asker.person))
    if (!ticket || !event || !mail || event.actor.kind !== 'staff') return NOTHING_DUE
    const words = replyMail(parts.languageOf(ticket.question), {
      reference: ticket.reference,
      name: event.actor.name,
      question: ticket.question,
      text: event.text,
      url: parts.publicUrl,
    })
    return { ...NOTHING_DUE, posts: [mailTo(mail, { ...words, kind: 'staff-reply' })] }
  }
}
