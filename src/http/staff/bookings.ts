import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Booking } from '../../booking/bookings.js'
import type { BookingAction, BookingDesk } from '../../desk/booking-desk.js'
import { dayOf, isDay } from '../../hours/day.js'
import { STAFF_BOOKING_TEXTS as T } from '../../texts/staff-bookings.js'
import { html } from '../html.js'
import { sessionOf } from '../sign-in/guard.js'
import { note } from './audit-note.js'
import { bookingPage, weekPage } from './bookings-page.js'
import { sendPage } from './frame.js'
import type { StaffParts } from './parts.js'

const form = z.object({
  version: z.coerce.number().int(),
  start: z.string().max(40).default(''),
  participants: z.coerce.number().int().min(1).max(500).catch(0),
})

const ACTIONS = ['cancel', 'move', 'participants', 'settle'] as const

type Named = Request<{ id: string }>

/** `/staff/bookings/...`: the sessions of a week, and one booking with what can be done with it. */
export function bookingRoutes(parts: StaffParts, bookings: BookingDesk): Router {
  const router = Router()
  router.get('/staff/bookings', async (request, response) => {
    const asked = typeof request.query.week === 'string' ? request.query.week : ''
    const days = await bookings.week(isDay(asked) ? asked : dayOf(parts.now(), parts.hours.zone))
    const session = sessionOf(request)
    const today = dayOf(parts.now(), parts.hours.zone)
    const body = weekPage(days, await bookings.paths(), today)
    sendPage(response, { title: T.title, session, body, active: 'bookings' })
  })
  router.get('/staff/bookings/:id', async (request, response) => {
    const booking = await bookings.find(request.params.id)
    const asked = typeof request.query.dag === 'string' ? request.query.dag : ''
    const done = Object.entries(T.done).find(([name]) => name === request.query.klaar)?.[1] ?? null
    await show({ parts, bookings, request, response }, booking, { day: isDay(asked) ? asked : null, done })
  })
  for (const action of ACTIONS) {
    router.post(`/staff/bookings/:id/${action}`, (request: Named, response) =>
      act({ parts, bookings, request, response }, action),
    )
  }
  return router
}

interface Asked {
  readonly parts: StaffParts
  readonly bookings: BookingDesk
  readonly request: Named
  readonly response: Response
}

async function act(
  { parts, bookings, request, response }: Asked,
  name: (typeof ACTIONS)[number],
): Promise<void> {
  const { staff } = sessionOf(request)
  const { id } = request.params
  const asked = form.safeParse(request.body)
  const action = asked.success ? actionOf(name, asked.data) : null
  if (!asked.success || action === null) {
    response.redirect(303, `/staff/bookings/${encodeURIComponent(id)}`)
    return
  }
  const outcome = await bookings.act(id, asked.data.version, staff, action, parts.now())
  const ended = outcome.kind === 'done' ? 'done' : outcome.code
  await note(parts, staff, `booking.${name}`, outcome.booking?.reference ?? id, ended)
  if (outcome.kind === 'done') {
    response.redirect(303, `/staff/bookings/${encodeURIComponent(id)}?klaar=${name}`)
    return
  }
  await show({ parts, bookings, request, response }, outcome.booking, { refused: outcome.text })
}

function actionOf(name: (typeof ACTIONS)[number], asked: z.infer<typeof form>): BookingAction | null {
  if (name === 'move') return { kind: 'move', start: asked.start }
  if (name !== 'participants') return { kind: name }
  return asked.participants === 0 ? null : { kind: 'participants', participants: asked.participants }
}

async function show(
  { parts, bookings, request, response }: Asked,
  booking: Booking | null,
  {
    day = null,
    done = null,
    refused = null,
  }: { day?: string | null; done?: string | null; refused?: string | null },
): Promise<void> {
  const session = sessionOf(request)
  if (booking === null) {
    const body = html`<h1>${T.missing}</h1><p><a href="/staff/bookings">${T.back}</a></p>`
    sendPage(response, { title: T.missing, session, body, active: 'bookings' }, 404)
    return
  }
  const free = day === null ? null : { day, starts: await bookings.freeStarts(booking, day, parts.now()) }
  const view = { booking, words: bookings.describe(booking), free, done, refused }
  const body = bookingPage(parts, session, view)
  sendPage(
    response,
    { title: booking.reference, session, body, active: 'bookings' },
    refused === null ? 200 : 409,
  )
}
