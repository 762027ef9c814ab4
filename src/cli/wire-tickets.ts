import { join } from 'node:path'
import type { Logger } from 'pino'
import { detectLanguage } from '../answering/question/language.js'
import type { Channel } from '../desk/channel.js'
import type { Clock } from '../desk/clock.js'
import type { ChannelName } from '../desk/conversation.js'
import { deskTurn } from '../desk/desk-turn.js'
import { ticketDueHandlers } from '../desk/due-handlers.js'
import type { DueHandler } from '../desk/due-runner.js'
import { type MemberDesk, memberTurn, type WhoIs } from '../desk/member-turn.js'
import { REPLY_BY_MAIL, replyByMail } from '../desk/reply-by-mail.js'
import type { DeskParts, Responder } from '../desk/responder.js'
import { isStaffCommand, type PublishFromChat, staffTurn } from '../desk/staff-turn.js'
import { teamChannels } from '../desk/team-channels.js'
import { ticketDesk } from '../desk/ticket-desk.js'
import type { TicketMechanics } from '../desk/ticket-work.js'
import type { Turn } from '../desk/turn.js'
import { type UndeliveredReplies, undeliveredReplies } from '../desk/undelivered.js'
import type { TicketDesk } from '../escalation/actions.js'
import { loadStaff, type StaffDirectory } from '../escalation/staff-directory.js'
import type { Topics } from '../escalation/topics.js'
import type { Store } from '../store/store.js'
import { organisationOf } from './wire-desk.js'

/** So many corrected questions are looked through for one like it. */
const MOST_EXAMPLES = 500

/** What tickets are worked with. */
export interface TicketNeeds {
  readonly knowledgeDir: string
  readonly parts: Pick<DeskParts, 'topics' | 'hours'>
  readonly store: Pick<Store, 'tickets' | 'posts' | 'troubles'>
  readonly channels: ReadonlyMap<ChannelName, Channel>
  readonly respond: Responder
  readonly whoIs: WhoIs
  readonly titleOf: (passage: string) => string | null
  readonly publicUrl: string | null
  /** The address a person proved on the page; null when none. */
  readonly provenMail: (person: string) => Promise<string | null>
  readonly clock: Clock
  readonly log: Logger
  /** What the desk does about bookings; left out where it makes none. */
  readonly booking?: NonNullable<MemberDesk['booking']>
  /** Left out where answers cannot be made documents from a channel. */
  readonly publish?: PublishFromChat
}

/** Everything that hands over to people and back, put together. */
export interface TicketWiring {
  readonly staff: StaffDirectory
  /** For the staff desk. */
  readonly desk: TicketDesk
  /** For everything that comes in. */
  readonly turn: Turn
  readonly dueHandlers: ReadonlyMap<string, DueHandler>
  readonly undelivered: UndeliveredReplies
}

/**
 * Puts together how tickets are opened, worked, shown to teams and followed up.
 *
 * @throws FileError when `staff.yaml` is wrong.
 */
export function wireTickets(needs: TicketNeeds): TicketWiring {
  const { knowledgeDir, parts, store, channels, respond, whoIs, booking, log, publish = null } = needs
  const staff = loadStaffOf(knowledgeDir, parts.topics)
  const setting = { hours: parts.hours, topics: parts.topics, staff, languageOf: detectLanguage }
  const mechanics: TicketMechanics = { setting, limitsOf: (name) => channels.get(name)?.limits ?? null }
  const teams = teamChannels(
    channels,
    parts.topics,
    () => needs.clock.now(),
    (channel, configured) => log.warn({ channel, configured }, 'the desk is not in the channel of a team'),
  )
  const { tickets, troubles, posts } = store
  const { titleOf, publicUrl } = needs
  return {
    staff,
    desk: ticketDesk(tickets, mechanics),
    turn: deskTurn({
      member: memberTurn({
        ...mechanics,
        respond,
        whoIs,
        tickets,
        corrections: () => tickets.corrections(MOST_EXAMPLES),
        ...(booking && { booking }),
      }),
      staff: staffTurn({ ...mechanics, posts, publish }),
      isStaffConversation: (incoming) => teams.isStaffConversation(incoming),
      isStaffCommand: (incoming) => isStaffCommand(incoming, mechanics),
    }),
    dueHandlers: new Map([
      ...ticketDueHandlers({
        setting,
        titleOf,
        publicUrl,
        publishes: publish !== null,
        tickets,
        teams,
        posts,
      }),
      [
        REPLY_BY_MAIL,
        replyByMail({ tickets, publicUrl, provenMail: needs.provenMail, languageOf: detectLanguage }),
      ],
    ]),
    undelivered: undeliveredReplies(tickets, troubles, mechanics, (error) =>
      log.error({ err: error }, 'an answer that did not arrive could not be shown on its ticket'),
    ),
  }
}

/** The colleagues of the organisation; nobody without `staff.yaml`. */
export function loadStaffOf(knowledgeDir: string, topics: Topics): StaffDirectory {
  return loadStaff(join(organisationOf(knowledgeDir), 'organisation', 'staff.yaml'), topics)
}
