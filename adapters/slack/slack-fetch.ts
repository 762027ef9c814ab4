/** Waited when Slack refuses for now without saying for how long, in seconds. */
export const DEFAULT_RETRY_SECONDS = 5
const LONGEST_RETRY_SECONDS = 3600

/**
 * A `fetch` after which every refusal for now names its wait in whole seconds.
 *
 * Slack's client gives up for good on a 429 whose `Retry-After` is missing or a date; HTTP allows both.
 */
export function slackFetch(inner: typeof fetch, now: () => Date): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, init)
    if (response.status !== 429) return response
    const seconds = retryAfterSeconds(response.headers.get('retry-after'), now())
    const headers = new Headers(response.headers)
    headers.set('retry-after', String(seconds))
    return new Response(await response.text().catch(() => ''), { status: 429, headers })
  }
}

/**
 * Whole seconds to wait, from 0 to an hour.
 *
 * @param header a number of seconds, a date as HTTP writes it, or null when the answer has none.
 *
 * @example
 * ```ts
 * retryAfterSeconds('30', now) // 30
 * ```
 */
export function retryAfterSeconds(header: string | null, now: Date): number {
  const text = header?.trim() ?? ''
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000
  if (!Number.isFinite(seconds)) return DEFAULT_RETRY_SECONDS
  return Math.min(Math.max(Math.ceil(seconds), 0), LONGEST_RETRY_SECONDS)
}
