import type { StaffMember } from '../../escalation/actions.js'
import { TICKET_STATES, type Ticket, type TicketState, type Tickets } from '../../escalation/tickets.js'
import type { Topics } from '../../escalation/topics.js'

/** What of the queue to show. */
export interface QueueFilter {
  /** Keys of teams, none twice. */
  readonly teams: readonly string[]
  /** As it stands in the form: a team's key, `mijn` or `alle`. */
  readonly team: string
  readonly who: 'iedereen' | 'mij' | 'niemand'
  /** `open`: every state but closed. */
  readonly state: TicketState | 'open'
  readonly text: string
}

/** More would be a page nobody reads. */
export const MOST_SHOWN = 200

const WHO = ['iedereen', 'mij', 'niemand'] as const

/** Reads the filter from the address; what is missing or wrong becomes the usual: what is open, of one's own teams. */
export function queueFilter(query: object, staff: StaffMember, topics: Topics): QueueFilter {
  const all = topics.teams.map(({ key }) => key)
  const own = staff.teams.filter((team) => all.includes(team))
  const asked = field(query, 'team')
  const team = all.includes(asked) || asked === 'alle' ? asked : own.length > 0 ? 'mijn' : 'alle'
  const state = field(query, 'stand')
  return {
    team,
    teams: team === 'mijn' ? own : team === 'alle' ? all : [team],
    who: WHO.find((who) => who === field(query, 'van')) ?? 'iedereen',
    state: TICKET_STATES.find((known) => known === state) ?? 'open',
    text: field(query, 'zoek').trim().slice(0, 200),
  }
}

/** The tickets of a filter: per team urgent first, then oldest first. */
export async function queueOf(
  { teams, team, who, state, text }: QueueFilter,
  staff: StaffMember,
  tickets: Tickets,
): Promise<readonly Ticket[]> {
  const filter = {
    states: state === 'open' ? TICKET_STATES.filter((one) => one !== 'closed') : [state],
    ...(who === 'mij' && { claimedBy: staff.id }),
    ...(text !== '' && { text }),
    limit: MOST_SHOWN,
  }
  // One list for all, so that a question of a team that is no longer in topics.yaml is found as well.
  const lists =
    team === 'alle'
      ? [await tickets.list(filter)]
      : await Promise.all(teams.map((one) => tickets.list({ ...filter, team: one })))
  const found = lists.flat()
  return who === 'niemand' ? found.filter(({ claimedBy }) => claimedBy === null) : found
}

function field(query: object, name: string): string {
  const value: unknown = Reflect.get(query, name)
  return typeof value === 'string' ? value : ''
}
