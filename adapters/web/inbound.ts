import type { Request, Response } from 'express'
import { z } from 'zod'
import type { ConversationId, PersonKey } from '../../src/desk/conversation.js'
import type { Incoming, IncomingAction } from '../../src/desk/incoming.js'
import { maskFields, maskMessage } from '../../src/members/masking.js'
import { eventIdOf } from './conversation-id.js'
import { RefusedError } from './errors.js'

/** Longest question, in UTF-16 units. */
export const MAX_QUESTION = 4000

const bodySchema = z.object({
  id: z.string().min(1).max(100).optional(),
  conversation: z.string().max(100).nullish(),
  text: z.string().default(''),
  action: z
    .object({
      name: z.string().min(1).max(100),
      value: z.string().max(2000).default(''),
      fields: z.record(z.string().max(100), z.string().max(MAX_QUESTION)).optional(),
    })
    .nullish(),
})

/** What the page sent, checked. */
export interface ChatRequest {
  /** Made by the client, or by us when it made none. */
  readonly id: string
  /** As the client names it, ownership unchecked; null opens one. */
  readonly conversation: string | null
  /** Unmasked. */
  readonly text: string
  readonly action: IncomingAction | null
}

/**
 * Reads the body of a `POST /api/chat`.
 *
 * @param newId the id of a message whose client made none.
 * @throws RefusedError when something is missing, too long or of the wrong type.
 */
export function readChatRequest(body: unknown, newId: string): ChatRequest {
  const parsed = bodySchema.safeParse(body)
  if (!parsed.success) throw new RefusedError('bad-request')
  const { id, conversation, action } = parsed.data
  const text = cleaned(parsed.data.text)
  if (text === '' && !action) throw new RefusedError('empty-text')
  if (text.length > MAX_QUESTION) throw new RefusedError('long-text')
  return { id: id ?? newId, conversation: conversation ?? null, text, action: readAction(action) }
}

function readAction(action: z.output<typeof bodySchema>['action']): IncomingAction | null {
  if (!action) return null
  const { name, value, fields } = action
  if (fields === undefined) return { name, value }
  const clean = Object.entries(fields).map(([field, text]) => [field, cleaned(text)])
  return { name, value, fields: Object.fromEntries(clean) }
}

/** The request as the desk keeps it: masked, and nothing of the platform left. */
export function toIncoming(
  request: ChatRequest,
  from: { readonly conversation: ConversationId; readonly person: PersonKey },
  receivedAt: Date,
): Incoming {
  const { text, kinds } = maskMessage(request.text)
  const form = request.action?.fields && maskFields(request.action.fields)
  return {
    eventId: eventIdOf(from.conversation, request.id),
    channel: 'web',
    conversation: from.conversation,
    person: from.person,
    receivedAt: receivedAt.toISOString(),
    text,
    masked: [...new Set([...kinds, ...(form?.kinds ?? [])])],
    action: request.action && { ...request.action, ...(form && { fields: form.fields }) },
  }
}

/**
 * Refuses what another website makes a member's browser send.
 *
 * Browsers name the site a request comes from; programs that are no browser name none and have no cookie to abuse.
 *
 * @param publicUrl where members reach the desk, which a proxy may hide from `Host`; null when not configured.
 * @throws RefusedError
 */
export function refuseForeignSite(request: Request, publicUrl: string | null): void {
  const site = request.get('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new RefusedError('foreign-site')
  const origin = request.get('origin')
  if (origin === undefined) return
  const own = [
    publicUrl && new URL(publicUrl).origin,
    `http://${request.get('host')}`,
    `https://${request.get('host')}`,
  ]
  if (!own.includes(origin)) throw new RefusedError('foreign-site')
}

/**
 * Lets nothing through that a form of another website could send.
 *
 * @throws RefusedError
 */
export function requireJson(request: Request, _response: Response, next: () => void): void {
  if (!request.is('application/json')) throw new RefusedError('not-json')
  next()
}

/** Without control characters, which no question needs, and with one form for letters that have two. */
function cleaned(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC')
    .trim()
}
