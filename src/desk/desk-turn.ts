import type { Incoming } from './incoming.js'
import { isStaffAction } from './staff-actions.js'
import type { Turn } from './turn.js'

/** Who takes which messages. */
export interface DeskTurns {
  readonly member: Turn
  readonly staff: Turn
  /** Whether a message was written in the channel of a team. */
  readonly isStaffConversation: (incoming: Incoming) => Promise<boolean>
  /** Whether it is a command of a colleague, wherever she wrote it. */
  readonly isStaffCommand: (incoming: Incoming) => boolean
}

/**
 * The turn of everything that comes in: buttons for colleagues, their commands and what is written in a team's channel
 * are for the desk of staff, the rest is a member's.
 */
export function deskTurn({ member, staff, isStaffConversation, isStaffCommand }: DeskTurns): Turn {
  return async (incoming, state, now, heldBy, show) => {
    const forStaff =
      isStaffAction(incoming.action) || isStaffCommand(incoming) || (await isStaffConversation(incoming))
    return (forStaff ? staff : member)(incoming, state, now, heldBy, show)
  }
}
