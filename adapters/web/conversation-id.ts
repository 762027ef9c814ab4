import { createHash, timingSafeEqual } from 'node:crypto'
import type { ConversationId, PersonKey } from '../../src/desk/conversation.js'

/**
 * A browser, known by the secret in its cookie. Conversations are derived from the secret, so any process can tell
 * whose they are without asking the store, and their ids give the secret away to nobody.
 */
export interface Browser {
  readonly secret: string
  readonly person: PersonKey
}

const SECRET = /^[\w-]{43}$/
const LONG_RANDOM = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** The browser that sent this cookie value; null when it is not one of ours. */
export function knownBrowser(cookie: string | undefined): Browser | null {
  return cookie !== undefined && SECRET.test(cookie) ? browser(cookie) : null
}

/**
 * A browser that is new here.
 *
 * When the answer to its first message is lost on the way, it repeats the message without a cookie. A random UUID
 * is a secret only that browser has, so its cookie is derived from it and the repeat finds the same conversation.
 * Any other id could be guessed; then the cookie comes from `random` (at least 32 bytes).
 */
export function newBrowser(messageId: string, random: Uint8Array): Browser {
  const seed = LONG_RANDOM.test(messageId) ? messageId.toLowerCase() : random
  return browser(digest('vraagbaak web cookie', seed))
}

/** The conversation that a message with this id opens; the same message again opens no second one. */
export function openConversation(owner: Browser, messageId: string): ConversationId {
  return conversationWith(owner, digest('conversation', owner.secret, messageId).slice(0, 22))
}

/**
 * The conversation with this name when it belongs to the browser, else null, whether it exists or not: a stranger
 * learns nothing.
 */
export function ownConversation(owner: Browser, name: string): ConversationId | null {
  const [nonce, seal] = name.split('.')
  if (nonce === undefined || seal === undefined) return null
  const expected = conversationWith(owner, nonce)
  const [left, right] = [Buffer.from(expected), Buffer.from(name)]
  return left.length === right.length && timingSafeEqual(left, right) ? expected : null
}

/** The event id of a message: the same id in another conversation is another message. */
export function eventIdOf(conversation: ConversationId, messageId: string): string {
  return digest('event', conversation, messageId)
}

function browser(secret: string): Browser {
  return { secret, person: `web:${digest('person', secret).slice(0, 22)}` as PersonKey }
}

function conversationWith(owner: Browser, nonce: string): ConversationId {
  return `${nonce}.${digest('seal', owner.secret, nonce).slice(0, 22)}` as ConversationId
}

/** 43 characters that are safe in an address and a cookie; the parts cannot run into one another. */
function digest(purpose: string, ...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256').update(purpose)
  for (const part of parts) hash.update('\0').update(part)
  return hash.digest('base64url')
}
