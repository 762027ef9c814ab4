import { notDelivered } from '../escalation/member-side.js'
import type { ChannelName } from './conversation.js'
import type { OutgoingKind } from './outgoing.js'
import type { TicketStore, Troubles } from './ports.js'
import type { SendEvent } from './sender.js'
import { type TicketMechanics, ticketDecision } from './ticket-work.js'

/** Shows on a ticket that a colleague's reply did not reach the member. */
export interface UndeliveredReplies {
  /** To be told of every send; what is not about a reply that failed is passed over. Failures go to `onError`. */
  noticed(event: SendEvent, now: Date): void

  /** Looks at everything that did not arrive: what failed just before a crash was perhaps not written down. */
  sweep(now: Date): Promise<void>
}

interface Lost {
  readonly channel: ChannelName
  readonly conversation: string
  readonly number: number
  readonly kind: OutgoingKind
  readonly ticket: string | null
  readonly reason: string
}

/** @param onError told when it could not be written down; the next sweep tries again. */
export function undeliveredReplies(
  tickets: Pick<TicketStore, 'change'>,
  troubles: Pick<Troubles, 'undelivered'>,
  mechanics: TicketMechanics,
  onError: (error: unknown) => void,
): UndeliveredReplies {
  const show = async ({ channel, conversation, number, kind, ticket, reason }: Lost, now: Date) => {
    if (kind !== 'staff-reply' || ticket === null) return
    const decide = ticketDecision((situation) => notDelivered(situation, reason), now, mechanics)
    await tickets.change(ticket, decide, now, `undelivered/${channel}/${conversation}/${number}`)
  }
  return {
    noticed(event, now) {
      const lost = event.kind === 'settled' ? lostIn(event) : null
      if (lost !== null) void show(lost, now).catch(onError)
    },
    async sweep(now) {
      for (const lost of await troubles.undelivered()) await show(lost, now)
    },
  }
}

function lostIn({ claim, settlement }: Extract<SendEvent, { kind: 'settled' }>): Lost | null {
  if (settlement.kind !== 'failed' && settlement.kind !== 'uncertain') return null
  const { conversation, number, message } = claim.delivery
  return {
    channel: claim.channel,
    conversation,
    number,
    kind: message.kind,
    ticket: message.ticket?.reference ?? null,
    reason: settlement.reason,
  }
}
