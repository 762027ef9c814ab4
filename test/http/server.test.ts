import { request } from 'node:http'
import type { RequestHandler } from 'express'
import pino from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/app.js'
import { healthRouter, isLoopback, Readiness, type ReadyChecks } from '../../src/http/health.js'
import { ListenError, type Listening, listen } from '../../src/http/listen.js'
import { createMetrics } from '../../src/http/metrics.js'

const TOKEN = 'a-token-of-some-length'
const running: Listening[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop(100)))
})

async function start(
  checks: Partial<ReadyChecks> = {},
  { token = TOKEN, from }: { readonly token?: string | null; readonly from?: string } = {},
) {
  const readiness = new Readiness({ index: () => true, store: () => true, ...checks }, 100)
  const metrics = createMetrics(() => 3)
  const routers = [comingFrom(from), healthRouter(readiness, metrics.registry, token)]
  const app = createApp({ routers, https: true, trustProxy: false, log: pino({ level: 'silent' }) })
  const server = await listen(app, '127.0.0.1', 0)
  running.push(server)
  return {
    readiness,
    metrics,
    get: (path: string, headers = {}) => fetch(server.url + path, { headers }),
    server,
  }
}

/** Has every request come from an address of another machine. */
function comingFrom(address: string | undefined): RequestHandler {
  return (request, _response, next) => {
    if (address !== undefined) Object.defineProperty(request.socket, 'remoteAddress', { value: address })
    next()
  }
}

describe('health', () => {
  it('says that the process runs', async () => {
    const { get } = await start()
    expect((await get('/healthz')).status).toBe(200)
  })

  it('is ready when index and store are', async () => {
    const { get } = await start()
    const response = await get('/readyz')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ ready: true, index: true, store: true, stopping: false })
  })

  it.each([
    ['the index does not serve', { index: () => false }, { index: false, store: true }],
    [
      'the store does not answer',
      { store: () => Promise.reject(new Error('gone')) },
      { index: true, store: false },
    ],
    ['the store is never heard of again', { store: () => new Promise<boolean>(() => {}) }, { store: false }],
  ])('is not ready when %s, and says which', async (_, checks, parts) => {
    const { get } = await start(checks)
    const response = await get('/readyz')
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ ready: false, ...parts })
    expect((await get('/healthz')).status).toBe(200)
  })

  it('is not ready any more from the moment it stops', async () => {
    const { get, readiness } = await start()
    readiness.goDown()
    expect((await get('/readyz')).status).toBe(503)
    expect((await get('/healthz')).status).toBe(200)
  })
})

describe('metrics', () => {
  it('are for this machine, with the desk’s own figures', async () => {
    const { get, metrics } = await start()
    metrics.turn({ channel: 'web', outcome: 'answer', ms: 12 })
    metrics.job('reindex', 'killed')
    const text = await (await get('/metrics')).text()
    expect(text).toContain('vraagbaak_turn_seconds_count{channel="web",outcome="answer"} 1')
    expect(text).toContain('vraagbaak_job_runs_total{job="reindex",result="killed"} 1')
    expect(text).toContain('vraagbaak_web_streams 3')
  })

  it.each([
    [{ 'x-forwarded-for': '203.0.113.9' }],
    [{ forwarded: 'for=203.0.113.9' }],
    [{ authorization: 'Bearer wrong', via: '1.1 proxy' }],
  ])('do not exist for who comes through a proxy without the token: %j', async (headers) => {
    const { get } = await start()
    expect((await get('/metrics', headers)).status).toBe(404)
    expect((await get('/metrics', { ...headers, authorization: `Bearer ${TOKEN}` })).status).toBe(200)
  })

  it.each([
    ['without a token', {}, 404],
    ['with another token', { authorization: 'Bearer a-token-of-some-lengtI' }, 404],
    ['with more than the token', { authorization: `Bearer ${TOKEN} x` }, 404],
    ['with the token in another way', { authorization: TOKEN }, 404],
    ['with the token', { authorization: `Bearer ${TOKEN}` }, 200],
  ])('are seen from another machine only by the holder of the token: %s', async (_, headers, status) => {
    const { get } = await start({}, { from: '203.0.113.9' })
    expect((await get('/metrics', headers)).status).toBe(status)
    expect((await get('/healthz')).status).toBe(200)
  })

  it.each([
    {},
    { authorization: 'Bearer ' },
    { authorization: 'Bearer null' },
  ])('are for this machine alone where no token is set: %j', async (headers) => {
    const { get } = await start({}, { token: null, from: '203.0.113.9' })
    expect((await get('/metrics', headers)).status).toBe(404)
    expect((await (await start({}, { token: null })).get('/metrics')).status).toBe(200)
  })

  it('do not exist under a foreign name that was made to lead to this machine', async () => {
    const { server } = await start()
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${server.url}/metrics`, { headers: { host: 'evil.example' } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      asked.on('error', reject).end()
    })
    expect(status).toBe(404)
  })

  it.each([
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['::ffff:10.0.0.1', false],
    ['10.127.0.1', false],
    [undefined, false],
  ])('know that %s is this machine: %s', (address, local) => {
    expect(isLoopback(address)).toBe(local)
  })
})

describe('listening', () => {
  it('says what to do when the port is taken', async () => {
    const { server } = await start()
    const second = listen(() => {}, '127.0.0.1', server.port)
    await expect(second).rejects.toThrow(ListenError)
    await expect(second).rejects.toThrow(
      `Port ${server.port} is already in use: stop the program that uses it`,
    )
  })

  it('says what to do when the host is not of this machine', async () => {
    await expect(listen(() => {}, '192.0.2.7', 0)).rejects.toThrow(/HOST is not an address of this machine/)
  })

  it('cuts off a request that does not end when it must stop', async () => {
    const hanging = await listen(() => {}, '127.0.0.1', 0)
    const asked = fetch(hanging.url).catch(() => 'cut off')
    await new Promise((resolve) => setTimeout(resolve, 50))
    const begun = performance.now()
    await hanging.stop(200)
    expect(await asked).toBe('cut off')
    expect(performance.now() - begun).toBeLessThan(1500)
  })
})

describe('the application', () => {
  it('insists on https where members come over https', async () => {
    const { get } = await start()
    expect((await get('/nothing')).headers.get('strict-transport-security')).toContain('max-age')
  })

  it('tells a visitor nothing about the inside when something breaks', async () => {
    const app = createApp({
      routers: [
        () => {
          throw new Error('SELECT secret FROM members')
        },
      ],
      https: false,
      trustProxy: false,
      log: pino({ level: 'silent' }),
    })
    const server = await listen(app, '127.0.0.1', 0)
    running.push(server)
    const response = await fetch(server.url)
    expect(response.status).toBe(500)
    expect(await response.text()).toBe(
      'Er ging iets mis aan onze kant. Probeer het over enkele ogenblikken opnieuw.',
    )
  })
})
