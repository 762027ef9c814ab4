import { join } from 'node:path'
import express, { type RequestHandler, Router, static as staticFiles } from 'express'
import { packageRoot } from '../../package-root.js'
import { STAFF_DESK_TEXTS } from '../../texts/staff-desk.js'
import { sessionOf, staffOnly } from '../sign-in/guard.js'
import { Guests } from '../sign-in/guests.js'
import { signIn } from '../sign-in/router.js'
import { adminRoutes } from './admin-routes.js'
import { answerRoutes } from './answer-routes.js'
import { bookingRoutes } from './bookings.js'
import { FILES, sendPage, WITH_BOOKINGS } from './frame.js'
import { helpPage } from './help-page.js'
import { insightRoutes } from './insights.js'
import { Live } from './live.js'
import type { StaffParts } from './parts.js'
import { queueFilter, queueOf } from './queue-filter.js'
import { queuePage } from './queue-page.js'
import { ticketRoutes } from './ticket-routes.js'

/** The staff desk on the one port. */
export interface RunningStaffDesk {
  readonly router: Router
  /** Ends the live updates, so that the server can stop. */
  stop(): void
}

/** Everything under `/staff`: sign-in first, and behind it the queue, tickets, knowledge and what leads look after. */
export function staffDesk(needs: Omit<StaffParts, 'guests'>): RunningStaffDesk {
  const { records, directory: people, audit, openId, baseUrl, behindProxy, now } = needs
  const guests = new Guests(records, now)
  const parts = { ...needs, guests }
  const entrance = signIn({ records, people, guests, audit, openId, baseUrl, behindProxy, now })
  const live = new Live(parts)
  const router = Router()
  router.use(
    FILES,
    staticFiles(join(packageRoot(), 'src/http/staff/page'), { cacheControl: false, index: false }),
  )
  router.use('/staff', privately)
  router.use(entrance.router)
  router.use(
    '/staff',
    express.urlencoded({ extended: false, limit: '256kb' }),
    staffOnly(entrance.guard),
    withNames(parts),
  )
  router.get('/staff', queue(parts))
  router.get('/staff/help', (request, response) => {
    const { title } = STAFF_DESK_TEXTS.help
    sendPage(response, { title, session: sessionOf(request), body: helpPage(), active: 'help' })
  })
  router.use(liveRoutes(live, parts))
  router.use(ticketRoutes(parts), answerRoutes(parts), adminRoutes(parts), insightRoutes(parts))
  if (parts.bookings !== null) router.use(bookingRoutes(parts, parts.bookings))
  return { router, stop: () => live.stop() }
}

/** Pages of colleagues stay in no cache, and a browser may name our own pages to us: that is how posts are recognised. */
const privately: RequestHandler = (_request, response, next) => {
  response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })
  next()
}

/** What every page shows of the desk: names of colleagues, and whether sessions are booked here. */
function withNames({ guests, bookings }: StaffParts): RequestHandler {
  return async (_request, response, next) => {
    response.locals[WITH_BOOKINGS] = bookings !== null
    await guests.refresh()
    next()
  }
}

function queue(parts: StaffParts): RequestHandler {
  return async (request, response) => {
    const session = sessionOf(request)
    const filter = queueFilter(request.query, session.staff, parts.topics)
    const tickets = await queueOf(filter, session.staff, parts.tickets)
    const body = queuePage(parts, session.staff, filter, tickets)
    sendPage(response, { title: STAFF_DESK_TEXTS.queue.title, session, body, active: 'queue', live: 'queue' })
  }
}

function liveRoutes(live: Live, { tickets }: StaffParts): Router {
  const router = Router()
  router.get('/staff/live', (request, response) => {
    const { staff } = sessionOf(request)
    const reference = typeof request.query.vraag === 'string' ? request.query.vraag : null
    if (!live.follow(response, reference, staff.id)) response.sendStatus(429)
  })
  router.post('/staff/tickets/:reference/typing', async (request, response) => {
    const ticket = await tickets.find(request.params.reference)
    if (ticket !== null) await live.typing(ticket.reference, sessionOf(request).staff)
    response.sendStatus(204)
  })
  return router
}
