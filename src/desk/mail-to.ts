import type { ConversationId } from './conversation.js'
import type { OutgoingFile, OutgoingMessage } from './outgoing.js'
import { plainMessage } from './plain-message.js'
import type { Post } from './ports.js'

/** What a mail says; a `notice` without files when these are left out. */
export interface Mail {
  readonly subject: string
  readonly text: string
  readonly kind?: OutgoingMessage['kind']
  readonly files?: readonly OutgoingFile[]
}

/** A mail as a post to the outbox: its conversation is the address. Without a mail server it waits there. */
export function mailTo(address: string, { subject, text, kind = 'notice', files = [] }: Mail): Post {
  const message = { ...plainMessage(kind, text), subject, ...(files.length > 0 && { files }) }
  return {
    channel: 'mail',
    conversation: address as ConversationId, // in the mail channel an address is a conversation
    messages: [{ message, lane: address }],
  }
}
