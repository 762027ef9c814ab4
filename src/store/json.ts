import { z } from 'zod'
import type { Incoming } from '../desk/incoming.js'
import type { OutgoingMessage } from '../desk/outgoing.js'
import type { Actor, Asker, Ticket } from '../escalation/tickets.js'

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
  action: z
    .object({
      name: z.string(),
      value: z.string(),
      fields: z.record(z.string(), z.string()).exactOptional(),
    })
    .nullable(),
  messageId: z.string().exactOptional(),
  contact: z.string().exactOptional(),
  revision: z.object({ kind: z.enum(['edited', 'deleted']), of: z.string() }).exactOptional(),
  personName: z.string().exactOptional(),
  origin: z
    .object({
      slackTeam: z.string().exactOptional(),
      teamsTenant: z.string().exactOptional(),
      outsider: z.boolean(),
    })
    .exactOptional(),
  under: z.string().exactOptional(),
})

const message = z.looseObject({
  kind: z.custom<OutgoingMessage['kind']>(isText),
  text: z.string(),
  citations: z.custom<OutgoingMessage['citations']>(Array.isArray),
  actions: z.custom<OutgoingMessage['actions']>(Array.isArray),
  ticket: z.custom<OutgoingMessage['ticket']>(isObjectOrNull),
  booking: z.custom<OutgoingMessage['booking']>(isObjectOrNull),
}) satisfies z.ZodType<OutgoingMessage>

const found: z.ZodType<Ticket['found']> = z.array(
  z.object({ passage: z.string(), score: z.number(), why: z.string().exactOptional() }),
)

const asker: z.ZodType<Asker> = z.object({
  body: z.string().nullable(),
  kind: z.custom<Asker['kind']>(isText),
  name: z.string().nullable(),
  person: z.string(),
})

const actor: z.ZodType<Actor> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('member') }),
  z.object({ kind: z.literal('staff'), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('desk') }),
])

export function parseIncoming(json: string): Incoming {
  return incoming.parse(JSON.parse(json))
}

export function parseMessage(json: string): OutgoingMessage {
  return message.parse(JSON.parse(json))
}

export function parseFound(json: string): Ticket['found'] {
  return found.parse(JSON.parse(json))
}

export function parseAsker(json: string): Asker {
  return asker.parse(JSON.parse(json))
}

export function parseActor(json: string): Actor {
  return actor.parse(JSON.parse(json))
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isObjectOrNull(value: unknown): boolean {
  return typeof value === 'object'
}
