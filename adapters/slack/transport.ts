import { AuthorizationError, ExpressReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'
import { type RequestHandler, Router } from 'express'
import { type SlackAlert, SlackError, shortReason } from './errors.js'
import { silentLogger } from './slack-logger.js'

/** Where Slack sends everything: events, presses, forms and commands. */
export const EVENTS_PATH = '/slack/events'

/** Seconds that Slack's clock and ours may differ, either way. */
const CLOCK_SKEW_S = 300

/** Longest wait between two attempts to connect, in milliseconds. */
const LONGEST_RECONNECT_MS = 30_000

/** How events come in. */
export interface Transport {
  readonly receiver: Receiver
  /** Empty for Socket Mode. */
  readonly router: Router
  start(): Promise<void>
  stop(): Promise<void>
}

/** Events over HTTP, at {@link EVENTS_PATH} of the desk's own server. */
export function httpTransport(signingSecret: string): Transport {
  const receiver = new ExpressReceiver({
    signingSecret,
    endpoints: EVENTS_PATH,
    logger: silentLogger(),
    router: Router().use(EVENTS_PATH, refuseFuture),
    processEventErrorHandler: async ({ error, response }) => {
      if (response.headersSent) return true
      // Nobody to be sent to: sending it again cannot help.
      const unknown = error instanceof AuthorizationError && isNotInstalled(error.original)
      if (unknown) response.setHeader('X-Slack-No-Retry', '1')
      response.writeHead(unknown ? 401 : 503).end()
      return true
    },
    unhandledRequestHandler: ({ response }) => {
      if (!response.headersSent) response.writeHead(503).end()
    },
  })
  return { receiver, router: receiver.router, start: async () => {}, stop: async () => {} }
}

function isNotInstalled(error: unknown): boolean {
  return error instanceof SlackError && error.code === 'SLACK_NOT_INSTALLED'
}

/** Slack's package refuses what was signed too long ago, but takes what will be signed in a year. */
const refuseFuture: RequestHandler = (request, response, next) => {
  const signedAt = Number(request.get('x-slack-request-timestamp') ?? Number.NaN)
  const now = Math.floor(Date.now() / 1000)
  if (signedAt <= now + CLOCK_SKEW_S) next()
  else response.status(401).end()
}

/** What Socket Mode needs. */
export interface SocketOptions {
  readonly appToken: string
  readonly clientOptions: WebClientOptions
  readonly onAlert: (alert: SlackAlert) => void
}

/**
 * Events over a connection that the desk opens itself, so that it need not be reachable from outside.
 *
 * It reconnects by itself: Slack's package does too, but an attempt that fails would end the process.
 */
export function socketTransport(options: SocketOptions): Transport {
  const receiver = new SocketModeReceiver({
    appToken: options.appToken,
    logger: silentLogger(),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...options.clientOptions } },
  })
  let stopped = false
  let failures = 0
  let timer: NodeJS.Timeout | null = null
  const connect = () => {
    timer = null
    if (stopped) return
    receiver.client.start().then(
      () => {
        failures = 0
      },
      (error: unknown) => {
        options.onAlert({ kind: 'not-connected', error: shortReason(error) })
        again()
      },
    )
  }
  const again = () => {
    if (stopped || timer !== null) return
    timer = setTimeout(connect, Math.min(100 * 2 ** failures++, LONGEST_RECONNECT_MS))
  }
  receiver.client.on('disconnected', again)
  return {
    receiver,
    router: Router(),
    start: async () => connect(),
    stop: async () => {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      await receiver.client.disconnect()
    },
  }
}
