import { once } from 'node:events'
import type { Request, Response } from 'express'
import type { Progress } from '../../src/desk/channel.js'
import type { ConversationId } from '../../src/desk/conversation.js'
import type { WebLog } from '../../src/desk/ports.js'
import { RefusedError } from './errors.js'
import { firstOf } from './first-of.js'
import { toWire, toWireProgress } from './render.js'
import type { ShownProgress } from './shown-progress.js'

/** A comment this often keeps proxies from closing a quiet stream. */
const HEARTBEAT_MS = 15_000
const STREAMS_PER_CONVERSATION = 6

/** What a page has: the number of its last message, and what it shows of the desk at work. */
interface Sent {
  readonly last: number
  readonly progress: Progress | null
}

/** Pages that listen to their conversation with server-sent events. */
export class EventStreams {
  readonly #log: WebLog
  readonly #progress: ShownProgress
  readonly #languageOf: (text: string) => string
  readonly #open = new Map<ConversationId, number>()
  readonly #stopping = new AbortController()

  constructor(log: WebLog, progress: ShownProgress, languageOf: (text: string) => string) {
    this.#log = log
    this.#progress = progress
    this.#languageOf = languageOf
  }

  get open(): number {
    return [...this.#open.values()].reduce((sum, count) => sum + count, 0)
  }

  /** Ends every stream; the pages come back by themselves, to whoever serves then. */
  stop(): void {
    this.#stopping.abort()
  }

  /**
   * Sends the conversation's messages from where the page left off, then each new one, until either side stops.
   *
   * @throws RefusedError when too many pages listen to this conversation.
   */
  async follow(conversation: ConversationId, request: Request, response: Response): Promise<void> {
    const others = this.#open.get(conversation) ?? 0
    if (others >= STREAMS_PER_CONVERSATION) throw new RefusedError('too-many-streams', 10_000)
    const closed = new AbortController()
    response.once('close', () => closed.abort())
    const ended = firstOf([closed.signal, this.#stopping.signal], null)
    this.#open.set(conversation, others + 1)
    try {
      await this.#send(conversation, startAfter(request), response, ended.signal)
    } finally {
      ended.forget()
      this.#leave(conversation)
      response.end()
    }
  }

  async #send(conversation: ConversationId, after: number, response: Response, signal: AbortSignal) {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
    })
    response.write('retry: 1500\n\n')
    let sent: Sent = { last: after, progress: null }
    while (!signal.aborted) {
      // Before the log is read: what comes meanwhile ends the wait below.
      const changed = this.#changed(conversation, signal)
      try {
        sent = await this.#sendNew(conversation, sent, response, signal)
        await this.#log.waitForMore(conversation, sent.last, {
          signal: changed.signal,
          timeoutMs: HEARTBEAT_MS,
        })
      } finally {
        changed.forget()
      }
    }
  }

  /** The messages first: a reply stands there before what was shown in its place goes. */
  async #sendNew(conversation: ConversationId, sent: Sent, response: Response, signal: AbortSignal) {
    const messages = await this.#log.read(conversation, sent.last)
    const progress = this.#progress.of(conversation)
    const text = [
      ...messages.map((message) => toEvent(message.number, toWire(message, this.#languageOf))),
      ...(progress === sent.progress ? [] : [this.#progressEvent(progress)]),
    ].join('')
    // A page that reads slowly must not make us keep its messages: the log keeps them, and of progress the last.
    if (!response.write(text || ': still here\n\n')) await once(response, 'drain', { signal }).catch(() => {})
    return { last: messages.at(-1)?.number ?? sent.last, progress }
  }

  /** Aborts with `signal`, and when what the desk shows in the conversation changes. */
  #changed(conversation: ConversationId, signal: AbortSignal): ReturnType<typeof firstOf> {
    const woken = new AbortController()
    const unsubscribe = this.#progress.subscribe(conversation, () => woken.abort())
    const first = firstOf([signal, woken.signal], null)
    return {
      signal: first.signal,
      forget() {
        unsubscribe()
        first.forget()
      },
    }
  }

  /** Without an id: a page that comes back names the last message it has, and progress is none. */
  #progressEvent(progress: Progress | null): string {
    return `event: progress\ndata: ${JSON.stringify(toWireProgress(progress, this.#languageOf))}\n\n`
  }

  #leave(conversation: ConversationId): void {
    const left = (this.#open.get(conversation) ?? 1) - 1
    if (left > 0) this.#open.set(conversation, left)
    else this.#open.delete(conversation)
  }
}

/** The browser names the last message it has; a page that connects anew names it in the address. */
function startAfter(request: Request): number {
  const named = [request.get('last-event-id'), request.query.after].map((value) =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : 0,
  )
  return Math.max(...named)
}

function toEvent(id: number, data: unknown): string {
  return `id: ${id}\ndata: ${JSON.stringify(data)}\n\n`
}
