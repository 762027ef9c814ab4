import { z } from 'zod'
import type { OutgoingMessage } from '../../src/desk/outgoing.js'
import { TEAMS_TEXTS } from '../../src/texts/teams.js'

/** Everything by which a card is fetched again stands under this key. */
const KEY = 'vraagbaakView'

const viewSchema = z.object({
  [KEY]: z.object({
    /** Reference of the ticket. */
    t: z.string(),
    /** Names the post, as in its buttons. */
    d: z.string(),
  }),
})

/** Which card is asked for. */
export interface WantedView {
  readonly ticket: string
  readonly delivery: string
}

/** States in which somebody has the ticket, so that one colleague can do other things with it than the next. */
const HELD: ReadonlySet<string> = new Set(['claimed', 'waiting', 'answered'])

/**
 * Lets Teams fetch the card of a ticket anew for each of those who work it, with what she can do with it; nothing for
 * any other message. Whoever is not among them sees it as it was posted.
 */
export function refreshOf({ card, actions }: OutgoingMessage, delivery: string, viewers: readonly string[]) {
  if (!card || !HELD.has(card.state) || actions.length === 0 || viewers.length === 0) return null
  return {
    action: {
      type: 'Action.Execute',
      title: TEAMS_TEXTS.refresh,
      verb: 'vraagbaak-view',
      data: { [KEY]: { t: card.reference, d: delivery } },
    },
    userIds: viewers,
  }
}

/** Null when it is a press, or none of ours. */
export function decodeView(data: Readonly<Record<string, unknown>>): WantedView | null {
  const read = viewSchema.safeParse(data)
  return read.success ? { ticket: read.data[KEY].t, delivery: read.data[KEY].d } : null
}
