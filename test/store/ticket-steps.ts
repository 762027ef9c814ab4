import type { TicketDecision, TicketWork, TurnWork } from '../../src/desk/ports.js'
import type { Effect, NewTicket } from '../../src/desk/turn.js'
import type { Actor } from '../../src/escalation/tickets.js'
import type { Store } from '../../src/store/store.js'
import { incoming, notice, opensTicket } from '../fakes/messages.js'
import { claimRequest, START } from './databases.js'

export const now = new Date(START)
export const later = new Date(now.getTime() + 60_000)
export const FIRST = 'VB-2026-0001'

export const an: Actor = { kind: 'staff', id: 'an', name: 'An Peeters' }
const NOTHING: TicketWork = { update: {}, events: [], messages: [], due: [] }

/** The first who asks gets it. */
export function claimedBy(id: string): TicketDecision {
  return (ticket) =>
    ticket.claimedBy === null
      ? {
          kind: 'do',
          work: {
            ...NOTHING,
            update: { state: 'claimed', claimedBy: id },
            events: [{ kind: 'claimed', actor: { kind: 'staff', id, name: id }, text: '' }],
            messages: [{ message: notice(`${id} heeft uw vraag.`), lane: null }],
            holds: true,
          },
        }
      : { kind: 'refuse', code: 'taken', text: `${ticket.claimedBy} heeft het al.` }
}

export const does = (work: Partial<TicketWork>): TicketDecision => {
  return () => ({ kind: 'do', work: { ...NOTHING, ...work } })
}

let asked = 0

export async function open(
  store: Store,
  conversation: string,
  change: Partial<NewTicket> = {},
  due: (reference: string) => ReturnType<Extract<Effect, { kind: 'open-ticket' }>['due']> = () => [],
) {
  const claim = await take(store, `help ${++asked}`, conversation)
  const effects = [{ ...opensTicket(change), due }]
  await store.turns.commit(claim, { ...saying('{ticket}'), effects })
}

export async function take(store: Store, text: string, conversation = 'c1') {
  await store.inbox.accept(incoming(conversation, text), now)
  const claims = await store.turns.claim(claimRequest(now))
  const claim = claims.find((candidate) => candidate.conversation === conversation)
  if (!claim) throw new Error('nothing to claim')
  return claim
}

export async function holder(store: Store, text: string): Promise<string | null> {
  const claim = await take(store, text)
  await store.turns.commit(claim, { ...saying(''), conclude: () => ({ state: null, messages: [] }) })
  return claim.heldBy
}

export function saying(text: string): TurnWork {
  return {
    now,
    effects: [],
    ticketYear: 2026,
    parked: null,
    conclude: () => ({ state: { seen: text }, messages: [{ message: notice(text), lane: null }] }),
  }
}

export async function texts(store: Store, conversation = 'c1') {
  const log = await store.webLog.read(incoming(conversation, '').conversation, 0)
  return log.map(({ message }) => message.text)
}
