import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'

const ackSchema = z.object({ envelope_id: z.string(), payload: z.unknown().optional() })

/** Slack's end of Socket Mode: sends envelopes and hears what is acknowledged. */
export class SlackSocket {
  readonly #server: WebSocketServer
  readonly #connections = new Set<WebSocket>()
  readonly #waiting = new Map<string, (payload: unknown) => void>()
  /** How often a client connected. */
  connected = 0

  constructor(server: Server) {
    this.#server = new WebSocketServer({ server, path: '/link' })
    this.#server.on('connection', (connection) => this.#greet(connection))
  }

  /**
   * Sends an envelope.
   *
   * @returns what it was acknowledged with; null when it was not within `waitMs`.
   */
  async deliver(
    type: 'events_api' | 'interactive' | 'slash_commands',
    payload: unknown,
    { id = `envelope-${Math.random()}`, attempt = 0, waitMs = 1500 } = {},
  ): Promise<{ readonly payload: unknown } | null> {
    const [connection] = this.#connections
    if (!connection) throw new Error('Nobody is connected')
    const acknowledged = new Promise<{ readonly payload: unknown } | null>((resolve) => {
      const timer = setTimeout(() => resolve(null), waitMs)
      this.#waiting.set(id, (given) => {
        clearTimeout(timer)
        resolve({ payload: given })
      })
    })
    const envelope = { envelope_id: id, type, payload, accepts_response_payload: type !== 'events_api' }
    connection.send(JSON.stringify({ ...envelope, retry_attempt: attempt, retry_reason: '' }))
    return acknowledged
  }

  /** Breaks every connection. */
  drop(): void {
    for (const connection of this.#connections) connection.terminate()
  }

  stop(): void {
    this.drop()
    this.#server.close()
  }

  #greet(connection: WebSocket): void {
    this.connected += 1
    this.#connections.add(connection)
    connection.on('close', () => this.#connections.delete(connection))
    connection.on('message', (data) => {
      const ack = ackSchema.safeParse(JSON.parse(String(data)))
      if (ack.success) this.#waiting.get(ack.data.envelope_id)?.(ack.data.payload)
    })
    connection.send(
      JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0APP' } }),
    )
  }
}
