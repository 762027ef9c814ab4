import { createHash, timingSafeEqual } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Request, Router } from 'express'
import type { Registry } from 'prom-client'

/** What must work before members are sent here; each may throw, which counts as not ready. */
export interface ReadyChecks {
  readonly index: () => boolean | Promise<boolean>
  readonly store: () => boolean | Promise<boolean>
}

/** A part that does not answer by then does not work, as far as a load balancer is concerned. Milliseconds. */
const PATIENCE_MS = 3000

/** Whether this process wants traffic; goes down first when it stops. */
export class Readiness {
  readonly #checks: ReadyChecks
  readonly #patienceMs: number
  #stopping = false

  constructor(checks: ReadyChecks, patienceMs = PATIENCE_MS) {
    this.#checks = checks
    this.#patienceMs = patienceMs
  }

  /** From now on the process is not ready, whatever its parts say. */
  goDown(): void {
    this.#stopping = true
  }

  /** How each part is at this moment. */
  async state(): Promise<{ ready: boolean; index: boolean; store: boolean; stopping: boolean }> {
    const [index = false, store = false] = await Promise.all(
      [this.#checks.index, this.#checks.store].map((check) => works(check, this.#patienceMs)),
    )
    return { ready: index && store && !this.#stopping, index, store, stopping: this.#stopping }
  }
}

async function works(check: () => boolean | Promise<boolean>, patienceMs: number): Promise<boolean> {
  const over = new AbortController()
  const late = sleep(patienceMs, false, { signal: over.signal, ref: false })
  try {
    return await Promise.race([check(), late])
  } catch {
    return false
  } finally {
    late.catch(() => false)
    over.abort()
  }
}

/**
 * `/healthz` (the process runs), `/readyz` (send members here: 200, or 503 with what is missing) and `/metrics`
 * for Prometheus, which only this machine or the holder of the token may read.
 */
export function healthRouter(readiness: Readiness, registry: Registry, metricsToken: string | null): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ ok: true })
  })
  router.get('/readyz', async (_request, response) => {
    const state = await readiness.state()
    response
      .set('Cache-Control', 'no-store')
      .status(state.ready ? 200 : 503)
      .json(state)
  })
  router.get('/metrics', async (request, response, next) => {
    if (!mayReadMetrics(request, metricsToken)) return next()
    response
      .set('Cache-Control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics())
  })
  return router
}

/**
 * A proxy on this machine makes every visitor look local, so a forwarded request never counts as local; nor does
 * one whose Host is a foreign name that was made to point here.
 */
function mayReadMetrics(request: Request, token: string | null): boolean {
  if (token !== null && isSame(request.get('authorization') ?? '', `Bearer ${token}`)) return true
  const forwarded = request.get('x-forwarded-for') ?? request.get('forwarded') ?? request.get('via')
  const host = (request.get('host') ?? '').replace(/:\d+$/, '')
  return (
    forwarded === undefined &&
    isLoopback(request.socket.remoteAddress) &&
    ['localhost', '127.0.0.1', '[::1]'].includes(host)
  )
}

/** Takes as long for a wrong token as for a nearly right one. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [given, expected].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}

/** Whether a socket address is this machine itself. */
export function isLoopback(address: string | undefined): boolean {
  const plain = (address ?? '').replace(/^::ffff:/, '')
  return plain === '::1' || plain.startsWith('127.')
}
