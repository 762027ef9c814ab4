import { Router } from 'express'
import { BOOKING_WEB_TEXTS } from '../texts/booking-web.js'

/**
 * Calendars that hosts and member bodies follow under a secret link, `/agenda/<token>.ics`.
 *
 * A token that opens nothing is answered with 403, whatever it looks like.
 *
 * @param read the calendar a token opens; null when it opens none.
 */
export function calendarRouter(read: (token: string) => Promise<string | null>): Router {
  const router = Router()
  router.get('/agenda/:file', async (request, response) => {
    const token = /^([\w-]{43})\.ics$/.exec(request.params.file)?.[1]
    const calendar = token === undefined ? null : await read(token)
    response.set('Cache-Control', 'private, no-store').set('X-Robots-Tag', 'noindex')
    if (calendar === null) response.status(403).type('text/plain').send(BOOKING_WEB_TEXTS.noFeed)
    else response.type('text/calendar; charset=utf-8').send(calendar)
  })
  return router
}
