import type { ChannelName } from '../desk/conversation.js'
import type { MemberKind } from '../members/member.js'

/** One question of a member as it is counted: no text, no person, no conversation. */
export interface TurnFigureTable {
  id: string
  at: number
  /** ISO day of the Monday of its week, and hour of that week (0 to 167), on the office's clock. */
  week: string
  hour: number
  channel: ChannelName
  outcome: string
  topic: string | null
  member_kind: MemberKind
  /** Pseudonym of the body, made with a key that is not in the database; null when it is not known. */
  body: string | null
  language: string
  confidence: number
  /** 1: the member said that it helped; null: the member said nothing. */
  helped: number | null
  /** Reference of the question for staff that it became; null when it became none, or that one is anonymous by now. */
  ticket: string | null
}
