import { createHash } from 'node:crypto'
import type { SendMailOptions } from 'nodemailer'
import type { Delivery } from '../../src/desk/channel.js'
import type { OutgoingFile } from '../../src/desk/outgoing.js'

/** A message of the desk as a mail; nothing of it is markup. */
export function toMail({ id, conversation, message }: Delivery, from: string): SendMailOptions {
  const files = message.files ?? []
  const invitation = files.find(({ type }) => methodOf(type) !== null)
  const method = invitation && methodOf(invitation.type)
  return {
    from,
    // Never a header of its own making: the address stands for one mailbox, whatever it holds.
    to: { name: '', address: conversation },
    subject: oneLine(message.subject ?? firstLine(message.text)),
    text: withSources(message),
    messageId: messageId(id, from),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
    ...(invitation &&
      method && { icalEvent: { method, filename: invitation.name, content: invitation.content } }),
    attachments: files.filter((file) => file !== invitation).map(attachment),
  }
}

/** The same for every attempt to send one message, so that a receiver knows a repeat. */
export function messageId(delivery: string, from: string): string {
  const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'localhost'
  const name = /^[\w-]+$/.test(delivery) ? delivery : createHash('sha256').update(delivery).digest('hex')
  return `<${name}@${domain}>`
}

function methodOf(type: string): string | null {
  const [kind = '', ...parameters] = type.split(';').map((part) => part.trim())
  if (kind !== 'text/calendar') return null
  return (
    parameters
      .find((part) => /^method=/i.test(part))
      ?.slice('method='.length)
      .toUpperCase() ?? null
  )
}

function attachment({ name, type, content }: OutgoingFile) {
  return { filename: name, contentType: type, content }
}

function withSources({ text, citations }: Delivery['message']): string {
  const sources = citations.map(({ title, url }) => (url === null ? `- ${title}` : `- ${title}: ${url}`))
  return [text, ...(sources.length > 0 ? [sources.join('\n')] : [])].join('\n\n')
}

function firstLine(text: string): string {
  return oneLine(text.split('\n', 1)[0] ?? '').slice(0, 150)
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
