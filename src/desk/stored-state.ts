import { z } from 'zod'
import { type ConversationState, EMPTY_STATE } from './state.js'

const wish = z.object({
  date: z.string().nullable(),
  part: z.enum(['morning', 'afternoon', 'evening', 'day']).nullable(),
  time: z.string().nullable(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]).exactOptional(),
})

const booking = z.object({
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  participants: z.number().nullable(),
  place: z.string().nullable(),
  wishes: z.array(wish),
  missing: z.array(z.string()),
  offers: z.array(z.string()),
  liking: z.object({ weekdays: z.array(z.number()), notWeekdays: z.array(z.number()) }).exactOptional(),
})

const appointment = z.object({
  id: z.string().nullable(),
  step: z.enum(['held', 'joining', 'moving', 'swapping', 'cancelling', 'booked']),
  offers: z.array(z.string()),
  number: z.number().nullable(),
  body: z.string().nullable(),
  language: z.enum(['nl', 'en']),
})

const state = z.object({
  lastQuestion: z.string().nullable().catch(EMPTY_STATE.lastQuestion),
  lastPassages: z.array(z.string()).catch([]),
  readings: z.array(z.string()).catch([]),
  booking: booking.nullable().catch(null),
  bookingLanguage: z.enum(['nl', 'en']).nullable().catch(null),
  appointment: appointment.nullable().catch(null),
  ticket: z.string().nullable().catch(EMPTY_STATE.ticket),
  tickets: z.array(z.string()).catch([]),
  promisedFor: z.string().nullable().catch(EMPTY_STATE.promisedFor),
  greeted: z.boolean().catch(EMPTY_STATE.greeted),
}) satisfies z.ZodType<ConversationState>

/**
 * Makes today's state of what some version of the program stored: what is missing or no longer fits starts anew,
 * the rest is kept. Never throws.
 *
 * @example
 * ```ts
 * readState({ greeted: true, readings: 3 }) // EMPTY_STATE, but greeted
 * ```
 */
export function readState(stored: unknown): ConversationState {
  const read = state.safeParse(stored)
  return read.success ? read.data : EMPTY_STATE
}
