import { connect, createServer, type Socket } from 'node:net'

/** Stands between a program and a server, and can let the server seem to hang: nothing breaks and nothing comes. */
export interface StallingProxy {
  readonly port: number
  /** @param which those that are open now, or also those that are opened later. */
  stall(which: 'open' | 'all'): void
  /** Lets everything through again, also what was held back. */
  resume(): void
  /** Ends every connection without a word. */
  cut(): void
  close(): Promise<void>
}

export async function stallingProxy(host: string, port: number): Promise<StallingProxy> {
  const sockets = new Set<Socket>()
  let stalled = false
  const server = createServer((client) => {
    const upstream = connect(port, host)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.pipe(upstream)
    upstream.pipe(client)
    if (stalled) for (const socket of [client, upstream]) socket.pause()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    stall(which) {
      stalled = which === 'all'
      for (const socket of sockets) socket.pause()
    },
    resume() {
      stalled = false
      for (const socket of sockets) socket.resume()
    },
    cut() {
      for (const socket of sockets) socket.destroy()
    },
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
