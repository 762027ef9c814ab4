import type { Transaction } from 'kysely'
import type { TicketView } from '../desk/outgoing.js'
import type { Claim, TurnWork } from '../desk/ports.js'
import type { Effect } from '../desk/turn.js'
import type { Tables } from './schema.js'

/** Does what a turn wanted done; returns the ticket it opened last, or null. */
export async function applyEffects(
  tx: Transaction<Tables>,
  claim: Claim,
  turn: TurnWork,
): Promise<TicketView | null> {
  const at = turn.now.getTime()
  let opened: TicketView | null = null
  for (const [position, effect] of turn.effects.entries()) {
    if (effect.kind === 'open-ticket') opened = await openTicket(tx, claim, effect, turn.ticketYear, at)
    else if (effect.kind === 'add-to-ticket') await addEvent(tx, effect.reference, 'added', effect.text, at)
    else await keepFeedback(tx, claim, position, effect, at)
  }
  return opened
}

type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>

async function openTicket(
  tx: Transaction<Tables>,
  { channel, conversation }: Claim,
  { ticket }: EffectOf<'open-ticket'>,
  year: number,
  at: number,
): Promise<TicketView> {
  const number = await nextNumber(tx, `tickets-${year}`)
  const reference = `VB-${year}-${String(number).padStart(4, '0')}`
  const { question, topic, reason } = ticket
  await tx
    .insertInto('tickets')
    .values({
      reference,
      channel,
      conversation,
      question,
      topic,
      reason,
      found: JSON.stringify(ticket.found),
      state: 'new',
      created_at: at,
    })
    .execute()
  await addEvent(tx, reference, 'opened', '', at)
  return { reference, topic: topic ?? '' }
}

/** The row's lock makes others wait until we commit, so a rolled back number is given again. */
async function nextNumber(tx: Transaction<Tables>, name: string): Promise<number> {
  const { value } = await tx
    .insertInto('counters')
    .values({ name, value: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((column) => ({ value: column('counters.value', '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}

async function addEvent(
  tx: Transaction<Tables>,
  reference: string,
  kind: 'opened' | 'added',
  text: string,
  at: number,
) {
  // The ticket's row is locked first, so that two conversations cannot give the same number.
  await tx
    .updateTable('tickets')
    .set((column) => ({ state: column.ref('state') }))
    .where('reference', '=', reference)
    .execute()
  const last = await tx
    .selectFrom('ticket_events')
    .select((column) => column.fn.max('number').as('number'))
    .where('reference', '=', reference)
    .executeTakeFirst()
  await tx
    .insertInto('ticket_events')
    .values({ reference, number: (last?.number ?? 0) + 1, kind, text, at })
    .execute()
}

async function keepFeedback(
  tx: Transaction<Tables>,
  { channel, conversation, sequence }: Claim,
  position: number,
  { helped, question }: EffectOf<'feedback'>,
  at: number,
) {
  await tx
    .insertInto('feedback')
    .values({ channel, conversation, sequence, position, helped: helped ? 1 : 0, question, at })
    .execute()
}
