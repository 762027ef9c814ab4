import { WebClient, type WebClientOptions } from '@slack/web-api'
import { slackFetch } from './slack-fetch.js'
import { silentLogger } from './slack-logger.js'

/** A call that takes longer is given up; nobody knows then whether it was done. In milliseconds. */
const CALL_MS = 10_000

/**
 * How Slack is called: once. The outbox decides what is sent again and when; a client that retries by itself posts
 * twice, and one that waits for a busy channel holds up the others.
 *
 * @param apiUrl another address than Slack's own, for tests; null for Slack's.
 */
export function clientOptions(apiUrl: string | null, now: () => Date): WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_MS,
    logger: silentLogger(),
    fetch: slackFetch(globalThis.fetch, now),
    ...(apiUrl !== null && { slackApiUrl: apiUrl }),
  }
}

/** One client for each token. */
export class Clients {
  readonly #options: WebClientOptions
  readonly #byToken = new Map<string, WebClient>()

  constructor(options: WebClientOptions) {
    this.#options = options
  }

  for(token: string): WebClient {
    const known = this.#byToken.get(token)
    if (known) return known
    // Slack's client writes the token into the object it is given.
    const client = new WebClient(token, { ...this.#options })
    this.#byToken.set(token, client)
    return client
  }
}
