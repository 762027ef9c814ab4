import { z } from 'zod'
import type { Incoming } from '../desk/incoming.js'
import type { OutgoingMessage } from '../desk/outgoing.js'
import type { Ticket } from '../escalation/tickets.js'

/*
 * Documents inside rows are checked when they are read: an older version of the program may have written them.
 * `z.custom` where a name's type is only known outside the store; what was stored came in through that type.
 */

const incoming: z.ZodType<Incoming> = z.object({
  eventId: z.string(),
  channel: z.custom<Incoming['channel']>(isText),
  conversation: z.custom<Incoming['conversation']>(isText),
  person: z.custom<Incoming['person']>(isText),
  receivedAt: z.string(),
  text: z.string(),
  masked: z.array(z.custom<Incoming['masked'][number]>(isText)),
  action: z.object({ name: z.string(), value: z.string() }).nullable(),
})

const message = z.looseObject({
  kind: z.custom<OutgoingMessage['kind']>(isText),
  text: z.string(),
  citations: z.custom<OutgoingMessage['citations']>(Array.isArray),
  actions: z.custom<OutgoingMessage['actions']>(Array.isArray),
  ticket: z.custom<OutgoingMessage['ticket']>(isObjectOrNull),
  booking: z.custom<OutgoingMessage['booking']>(isObjectOrNull),
}) satisfies z.ZodType<OutgoingMessage>

const found: z.ZodType<Ticket['found']> = z.array(z.object({ passage: z.string(), score: z.number() }))

export function parseIncoming(json: string): Incoming {
  return incoming.parse(JSON.parse(json))
}

export function parseMessage(json: string): OutgoingMessage {
  return message.parse(JSON.parse(json))
}

export function parseFound(json: string): Ticket['found'] {
  return found.parse(JSON.parse(json))
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isObjectOrNull(value: unknown): boolean {
  return typeof value === 'object'
}
