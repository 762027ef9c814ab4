import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import type { WebAccess } from '../../../src/knowledge/sources/guarded-get.js'

/** A page as the website serves it now; a function decides for each request. */
export type Answer = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** A small website on this machine whose pages can be changed while it runs. */
export interface Website {
  readonly port: number
  /** What was asked, in order, as `path` or `path (304)`. */
  readonly requests: string[]
  readonly pages: Record<string, Answer | ((request: IncomingMessage) => Answer)>
  /** Most requests that were ever answered at one moment. */
  readonly mostAtOnce: () => number
}

const closing: (() => void)[] = []

afterAll(() => {
  for (const close of closing) close()
})

export async function website(pages: Website['pages']): Promise<Website> {
  const requests: string[] = []
  let now = 0
  let most = 0
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    now++
    most = Math.max(most, now)
    response.on('close', () => now--)
    const found = pages[request.url ?? '']
    const answer = typeof found === 'function' ? found(request) : (found ?? { status: 404, body: 'weg' })
    const etag = answer.headers?.etag
    const same = etag !== undefined && request.headers['if-none-match'] === etag
    requests.push(same ? `${request.url} (304)` : (request.url ?? ''))
    response.writeHead(same ? 304 : (answer.status ?? 200), {
      'content-type': 'text/html; charset=utf-8',
      ...answer.headers,
    })
    response.end(same ? undefined : answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo // it listens on a port
  return { port, requests, pages, mostAtOnce: () => most }
}

/** A web in which every name leads to this machine and nobody waits; what was waited for is added up. */
export function localWeb(start = '2026-11-23T01:30:00Z'): WebAccess & { readonly waited: number[] } {
  const waited: number[] = []
  let at = Date.parse(start)
  return {
    waited,
    resolve: async () => ['127.0.0.1'],
    allows: (address) => address === '127.0.0.1',
    sleep: async (milliseconds) => {
      waited.push(milliseconds)
      at += milliseconds
    },
    now: () => new Date(at),
  }
}

/** A page with a title and a paragraph that is long enough to be taken for its text. */
export function htmlPage(title: string, text: string): string {
  return `<!doctype html><html lang="nl"><head><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`
}
