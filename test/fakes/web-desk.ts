import type { Receive } from '../../src/desk/channel.js'
import type { ConversationId } from '../../src/desk/conversation.js'
import type { Incoming } from '../../src/desk/incoming.js'
import type { OutgoingMessage } from '../../src/desk/outgoing.js'
import type { HandledEvent, LoggedMessage, WebLog } from '../../src/desk/ports.js'

/** A desk in memory behind the web channel: an inbox that knows repeats, and the numbered log. */
export interface WebDesk {
  readonly log: WebLog
  readonly receive: Receive
  /** What came in, each event once. */
  readonly received: readonly Incoming[]
  /** Adds a message that nobody asked for, such as a colleague's reply. */
  say(conversation: ConversationId, message: OutgoingMessage): void
  /** Finishes what `answer` left open by returning null. */
  finish(eventId: string, messages: readonly OutgoingMessage[]): void
  /** Makes taking in fail, as a full disk does. */
  break(): void
}

/** @param answer what the desk says to a message; null leaves the event open until `finish`. */
export function webDesk(answer: (incoming: Incoming) => readonly OutgoingMessage[] | null): WebDesk {
  const logs = new Map<ConversationId, LoggedMessage[]>()
  const events = new Map<string, { readonly incoming: Incoming; done: boolean }>()
  const waiting = new Set<() => void>()
  let broken = false
  let waits = 0

  const wake = () => {
    for (const listener of [...waiting]) listener()
  }
  const append = (conversation: ConversationId, eventId: string | null, message: OutgoingMessage) => {
    const log = logs.get(conversation) ?? []
    logs.set(conversation, log)
    log.push({ number: log.length + 1, id: `${conversation}/${log.length + 1}`, eventId, message, at: '' })
  }
  const finish = (eventId: string, messages: readonly OutgoingMessage[]) => {
    const event = events.get(eventId)
    if (event === undefined) throw new Error(`No such event: ${eventId}`)
    for (const message of messages) append(event.incoming.conversation, eventId, message)
    event.done = true
    wake()
  }
  const handled = (conversation: ConversationId, eventId: string): HandledEvent | null => {
    const event = events.get(eventId)
    if (event?.incoming.conversation !== conversation) return null
    const messages = (logs.get(conversation) ?? []).filter((message) => message.eventId === eventId)
    return { status: event.done ? 'done' : 'open', messages }
  }

  return {
    get received() {
      return [...events.values()].map(({ incoming }) => incoming)
    },
    receive: async (incoming) => {
      if (broken) throw new Error('The disk is full')
      if (events.has(incoming.eventId)) return
      events.set(incoming.eventId, { incoming, done: false })
      const messages = answer(incoming)
      if (messages !== null) finish(incoming.eventId, messages)
    },
    log: {
      read: async (conversation, after) =>
        (logs.get(conversation) ?? []).filter(({ number }) => number > after),
      event: async (conversation, eventId) => handled(conversation, eventId),
      waitForMore: (conversation, after, { signal, timeoutMs }) =>
        new Promise((resolve, reject) => {
          waits += 1
          // Who asks again at once without having read what is new would ask for ever.
          if (waits > 10_000) reject(new Error('Nobody waits ten thousand times in a test'))
          const done = () => {
            clearTimeout(timer)
            waiting.delete(done)
            signal.removeEventListener('abort', done)
            resolve()
          }
          const timer = setTimeout(done, timeoutMs)
          waiting.add(done)
          signal.addEventListener('abort', done)
          if (signal.aborted || (logs.get(conversation)?.length ?? 0) > after) done()
        }),
    },
    say: (conversation, message) => {
      append(conversation, null, message)
      wake()
    },
    finish,
    break: () => {
      broken = true
    },
  }
}

/** A message to a member with nothing but its text, unless told otherwise. */
export function message(text: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return { kind: 'answer', text, citations: [], actions: [], ticket: null, booking: null, ...more }
}
