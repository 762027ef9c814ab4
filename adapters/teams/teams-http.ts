import { AsyncLocalStorage } from 'node:async_hooks'
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { z } from 'zod'
import { CallError } from './errors.js'

type ConnectorOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>
type HttpClient = NonNullable<ConnectorOptions['httpClient']>

/** A call that takes longer is given up; nobody knows then whether it was done. In milliseconds. */
const CALL_MS = 15_000
const LONGEST_RETRY_MS = 3_600_000

/** Whether Teams was called during one piece of work. */
export interface CallNote {
  called: boolean
}

/** Notes for the work under way, so that a failure before any call is known to have posted nothing. */
export const callNotes = new AsyncLocalStorage<CallNote>()

/** Entities of the post under way, whole: Microsoft's package knows a few fields of them, and leaves out the others. */
export const wholeEntities = new AsyncLocalStorage<readonly object[]>()

const activitySchema = z.record(z.string(), z.unknown())

function withEntities(body: string): string {
  const entities = wholeEntities.getStore()
  if (entities === undefined) return body
  return JSON.stringify({ ...activitySchema.parse(JSON.parse(body)), entities })
}

/**
 * How Teams is called: once. Microsoft's connector sends again by itself after a reset or a 5xx and posts twice; it
 * lets an error of another kind than its own through at once.
 */
export function onceClient(inner: typeof fetch, now: () => Date): HttpClient {
  return {
    async sendRequest(request) {
      const note = callNotes.getStore()
      if (note) note.called = true
      const given = new AbortController()
      const timer = setTimeout(() => given.abort(), CALL_MS)
      try {
        const response = await inner(request.url, {
          method: request.method,
          headers: request.headers.toJson({ preserveCase: true }),
          redirect: 'manual',
          signal: given.signal,
          ...(typeof request.body === 'string' && { body: withEntities(request.body) }),
        })
        const bodyAsText = await response.text()
        if (!response.ok) throw refusal(response, bodyAsText, now())
        const headers = request.headers.clone()
        for (const name of headers.headerNames()) headers.remove(name)
        headers.set('content-type', response.headers.get('content-type') ?? 'application/json')
        return { request, status: response.status, headers, bodyAsText }
      } catch (error) {
        throw error instanceof CallError ? error : new CallError(null, networkCodeOf(error))
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

const refusalSchema = z.object({ error: z.object({ code: z.string() }) })

function refusal({ status, headers }: Response, body: string, now: Date): CallError {
  const parsed = refusalSchema.safeParse(json(body))
  // A short word, never the sentence: that may repeat what was posted.
  const code = parsed.success ? parsed.data.error.code.slice(0, 60) : ''
  return new CallError(status, code, retryAfterMs(headers.get('retry-after'), now))
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * How long to wait, up to an hour; null when the header says nothing.
 *
 * @param header a number of seconds, a date as HTTP writes it, or null when the answer has none.
 *
 * @example
 * ```ts
 * retryAfterMs('30', now) // 30000
 * ```
 */
export function retryAfterMs(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? ''
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime()
  return Number.isFinite(ms) ? Math.min(Math.max(Math.ceil(ms), 0), LONGEST_RETRY_MS) : null
}

function networkCodeOf(error: unknown): string {
  let cause: unknown = error
  for (let depth = 0; depth < 4 && cause instanceof Error; depth++) {
    if (cause.name === 'AbortError') return 'ETIMEDOUT'
    if ('code' in cause && typeof cause.code === 'string') return cause.code
    cause = cause instanceof AggregateError ? cause.errors[0] : cause.cause
  }
  return ''
}
