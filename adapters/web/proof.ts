import express, { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { PersonKey } from '../../src/desk/conversation.js'
import { WEB_TEXTS } from '../../src/texts/web.js'
import type { Browser } from './conversation-id.js'
import type { BrowserCookie } from './cookie.js'
import { RefusedError } from './errors.js'
import { refuseForeignSite, requireJson } from './inbound.js'

/** Who somebody on the page turned out to be. */
export interface Proven {
  /** Null when no address was proven. */
  readonly mail: string | null
  /** Names of the bodies the address belongs to; empty when none. */
  readonly bodies: readonly string[]
}

/** Lets a visitor prove an address, as the desk does it. */
export interface ProofDesk {
  /** @param network address of the visitor; `here` whether it is this very machine. */
  request(
    person: PersonKey,
    mail: string,
    from: { readonly network: string; readonly here: boolean },
  ): Promise<'sent' | 'not-an-address' | 'too-many' | 'no-mail'>
  confirm(person: PersonKey, code: string): Promise<'proven' | 'wrong' | 'expired'>
  status(person: PersonKey): Promise<Proven>
  forget(person: PersonKey): Promise<void>
}

/** What the routes work with. */
export interface ProofRoutes {
  readonly desk: ProofDesk
  readonly cookie: BrowserCookie
  readonly publicUrl: string | null
  readonly newBrowser: () => Browser
  /** Whether a request comes from this very machine, with no proxy before it. */
  readonly isHere: (request: Request) => boolean
}

const bodySchema = z.union([
  z.object({ mail: z.string().min(1).max(254) }),
  z.object({ code: z.string().min(1).max(20) }),
  z.object({ forget: z.literal(true) }),
])

const STATUS = {
  sent: 202,
  proven: 200,
  forgotten: 200,
  wrong: 403,
  expired: 403,
  'not-an-address': 400,
  'too-many': 429,
  'no-mail': 503,
}

/** `GET /api/proof` tells what was proven; `POST` takes `{mail}`, then `{code}`; `{forget: true}` undoes it. */
export function proofRouter(routes: ProofRoutes): Router {
  const router = Router()
  router.get('/api/proof', async (request, response) => {
    const browser = routes.cookie.read(request)
    const proven = browser ? await routes.desk.status(browser.person) : { mail: null, bodies: [] }
    response.set('Cache-Control', 'no-store').json(proven)
  })
  router.post('/api/proof', requireJson, express.json({ limit: '2kb' }), (request, response) =>
    answer(routes, request, response),
  )
  return router
}

async function answer(routes: ProofRoutes, request: Request, response: Response): Promise<void> {
  refuseForeignSite(request, routes.publicUrl)
  const body = bodySchema.safeParse(request.body)
  if (!body.success) throw new RefusedError('bad-request')
  const browser = routes.cookie.read(request) ?? routes.newBrowser()
  const outcome = await outcomeOf(routes, body.data, browser, request)
  routes.cookie.write(response, browser)
  response
    .status(STATUS[outcome])
    .set('Cache-Control', 'no-store')
    .json({ outcome, text: WEB_TEXTS.proof[outcome], ...(await routes.desk.status(browser.person)) })
}

async function outcomeOf(
  { desk, isHere }: ProofRoutes,
  body: z.output<typeof bodySchema>,
  { person }: Browser,
  request: Request,
): Promise<keyof typeof STATUS> {
  if ('mail' in body) {
    return desk.request(person, body.mail, { network: request.ip ?? '', here: isHere(request) })
  }
  if ('code' in body) return desk.confirm(person, body.code)
  await desk.forget(person)
  return 'forgotten'
}
