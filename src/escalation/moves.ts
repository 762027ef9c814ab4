import { REFUSALS } from '../texts/staff.js'
import type { StaffMember, TicketAction } from './actions.js'
import {
  changeOf,
  type Decision,
  type NewEvent,
  nextNumber,
  type Planned,
  refuse,
  type Situation,
  unclaimedState,
} from './change.js'
import { cardDue, reminderDue } from './due.js'
import { claimerName } from './permissions.js'
import { reminderAt, waitsSince } from './reminders.js'
import type { Colleague } from './staff-directory.js'
import { actorOf, claimedWords, releasedWords, shown } from './steps.js'
import { teamByKey, teamFor, topicByKey } from './topics.js'

type Reassign = Extract<TicketAction, { kind: 'reassign' }>
type Topic = Extract<TicketAction, { kind: 'topic' }>

/** To another team, to a colleague, or to a colleague of another team. */
export function reassign(situation: Situation, by: StaffMember, { team, to }: Reassign): Decision {
  const { setting } = situation
  if (team !== null && teamByKey(setting.topics, team) === null)
    return refuse('unknown', REFUSALS.unknownTeam(team))
  const colleague = setting.staff.byId(to)
  if (to === null) return toTeam(situation, by, team ?? situation.ticket.team)
  if (colleague !== null) return toColleague(situation, by, colleague, team)
  // Somebody who signed in without being in the list may take a ticket over all the same.
  if (to === by.id) return toColleague(situation, by, by, team)
  return refuse('unknown', REFUSALS.unknownColleague(to))
}

function toTeam(situation: Situation, by: StaffMember, team: string): Decision {
  const event: NewEvent = { kind: 'reassigned', actor: actorOf(by), text: team }
  return changeOf({
    ...givenBack(situation),
    update: { team, ...givenBack(situation).update },
    events: [event],
    due: movedTo(situation, team, true),
  })
}

function toColleague(
  situation: Situation,
  by: StaffMember,
  colleague: StaffMember | Colleague,
  wanted: string | null,
): Decision {
  const { ticket } = situation
  const own = colleague.teams.includes(ticket.team) ? ticket.team : colleague.teams[0]
  const team = wanted ?? own ?? ticket.team
  const changes = ticket.claimedBy !== colleague.id
  const waits = ticket.state === 'new' || ticket.state === 'reopened'
  return changeOf({
    update: { team, claimedBy: colleague.id, ...(waits && { state: 'claimed' as const }) },
    events: [{ kind: 'reassigned', actor: actorOf(by), text: colleague.id }],
    toMember: changes ? claimedWords(situation, colleague.name) : [],
    holds: true,
    due: movedTo(situation, team, colleague.id !== by.id),
  })
}

/**
 * The right topic, kept as an example. The ticket goes to that topic's team; a claimer who is not in it gives it up,
 * and that only when it was asked for. A closed ticket stays where it is.
 */
export function topicCorrected(
  situation: Situation,
  by: StaffMember,
  { topic: key, givesBack }: Topic,
): Decision {
  const { ticket, setting } = situation
  const topic = topicByKey(setting.topics, key)
  if (topic === null) return refuse('unknown', REFUSALS.unknownTopic(key))
  if (topic.key === ticket.topic) return changeOf({})
  const event: NewEvent = { kind: 'topic', actor: actorOf(by), text: key }
  const team = ticket.state === 'closed' ? ticket.team : teamFor(setting.topics, key).key
  const claimer = setting.staff.byId(ticket.claimedBy) ?? (by.id === ticket.claimedBy ? by : null)
  const stays = team === ticket.team || ticket.claimedBy === null || claimer?.teams.includes(team) === true
  if (!stays && givesBack !== true) return refuse('would-release', wouldRelease(situation, by, team))
  const back = stays ? null : givenBack(situation)
  return changeOf({
    ...back,
    update: { topic: key, team, ...back?.update },
    events: [event],
    due: [...movedTo(situation, team, team !== ticket.team), ...sooner(situation, key)],
  })
}

function wouldRelease(situation: Situation, by: StaffMember, team: string): string {
  const { ticket, setting } = situation
  const name = teamByKey(setting.topics, team)?.name ?? team
  return ticket.claimedBy === by.id
    ? REFUSALS.wouldReleaseSelf(name)
    : REFUSALS.wouldRelease(claimerName(situation, ticket), name)
}

/** What follows when nobody has it any more. */
function givenBack(situation: Situation) {
  const { ticket, events } = situation
  if (ticket.claimedBy === null) return { update: {} }
  const waits = ticket.state === 'claimed'
  return {
    update: { claimedBy: null, ...(waits && { state: unclaimedState(events) }) },
    toMember: releasedWords(situation),
    holds: false,
  }
}

/** The card appears in the channel of the new team, and the old one says where it went. */
function movedTo(situation: Situation, team: string, notifies: boolean): readonly Planned[] {
  const { ticket, events } = situation
  if (team === ticket.team) {
    return notifies ? cardDue(situation, { event: nextNumber(events), team, notifies }) : shown(situation)
  }
  return [...shown(situation), ...cardDue(situation, { event: nextNumber(events), team, notifies })]
}

/** Another topic may have a shorter target; a longer one is found out when the reminder comes. */
function sooner({ ticket, events, setting }: Situation, topic: string): readonly Planned[] {
  const since = waitsSince(ticket, events)
  const at = since && reminderAt(new Date(since.at), topic, 'first', setting)
  return at ? [reminderDue(ticket.reference, at)] : []
}
