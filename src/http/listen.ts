import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The desk cannot listen where it was told to; the message says what to change. */
export class ListenError extends Error {
  readonly code = 'E_LISTEN'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ListenError'
  }
}

/** A server that takes requests. */
export interface Listening {
  /** Where this machine reaches it, for example `http://localhost:3978`. */
  readonly url: string
  readonly port: number
  /** Takes no new connections, lets requests under way finish for at most `boundMs`, then cuts them off. */
  stop(boundMs: number): Promise<void>
}

/**
 * Starts to listen.
 *
 * @throws ListenError when the port is taken, may not be used, or the host is not an address of this machine.
 */
export async function listen(app: RequestListener, host: string, port: number): Promise<Listening> {
  // Headers within 10 s and a whole request within 30 s: slow senders cannot hold the desk's connections.
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 },
    app,
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, host, port)))
    server.listen(port, host, resolve)
  })
  const bound = addressOf(server.address()).port
  return {
    url: `http://${urlHost(host)}:${bound}`,
    port: bound,
    stop: async (boundMs) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const timer = setTimeout(() => server.closeAllConnections(), boundMs)
      await closed
      clearTimeout(timer)
    },
  }
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address
}

function urlHost(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1', ''].includes(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function listenError(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is already in use: stop the program that uses it, or set PORT to another one`,
    EACCES: `Port ${port} may not be used by this user: set PORT to one above 1023`,
    EADDRNOTAVAIL: `HOST is not an address of this machine: leave it out, or set it to 0.0.0.0 for all of them`,
    ENOTFOUND: `HOST is not a known name: leave it out, or set it to an address of this machine`,
  }
  const reason = reasons[cause.code ?? '']
  return reason === undefined ? cause : new ListenError(reason, { cause: { host, code: cause.code } })
}
