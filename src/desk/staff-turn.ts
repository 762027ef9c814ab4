import type { StaffMember, TicketAction } from '../escalation/actions.js'
import { cardKey } from '../escalation/due.js'
import { STAFF_HELP, STAFF_TEXTS, STRANGER_IN_STAFF } from '../texts/staff.js'
import type { Incoming } from './incoming.js'
import type { OutgoingMessage } from './outgoing.js'
import { plainMessage } from './plain-message.js'
import type { Outcomes, Posts } from './ports.js'
import { isStaffAction, readStaffAction, STAFF_ACTIONS } from './staff-actions.js'
import { readStaffCommand } from './staff-commands.js'
import type { ConversationState } from './state.js'
import { inWords, staffDecision } from './ticket-desk.js'
import type { TicketMechanics } from './ticket-work.js'
import type { Turn, TurnResult } from './turn.js'

/** Makes a document of a closed ticket's answer; says to the colleague what came of it. */
export type PublishFromChat = (reference: string, by: StaffMember) => Promise<string>

/** What a colleague's turn works with. */
export interface StaffTurnParts extends TicketMechanics {
  readonly posts: Pick<Posts, 'keyOf'>
  /** Null where answers cannot be published. */
  readonly publish: PublishFromChat | null
}

/** What was asked of a ticket, and whether an answer is wanted when it simply worked. */
interface Wanted {
  readonly reference: string
  readonly action: TicketAction
  /** A press shows on the card; something typed is answered. */
  readonly typed: boolean
}

/**
 * The turn of a colleague: a button, a command or a note in a team's channel changes a ticket. What she wrote goes
 * to a member only with "antwoord"; anything else under a card is an internal note.
 */
export function staffTurn(parts: StaffTurnParts): Turn {
  return async (incoming, state, now) => {
    const under = await referenceOf(incoming, parts)
    const by = parts.setting.staff.byPerson(incoming.channel, incoming.person)
    if (by === null) return said(state, under, STRANGER_IN_STAFF, 'stranger')
    const { action } = incoming
    if (action?.name === STAFF_ACTIONS.publish && parts.publish !== null)
      return said(state, action.value, await parts.publish(action.value, by), 'publish')
    const wanted = isStaffAction(action) ? pressed(action) : typed(incoming, by, under, parts)
    if (wanted === null) return unread(incoming, state, under)
    return worked(wanted, by, state, now, parts)
  }
}

/** Whether a known colleague typed a command; its first word and a ticket's reference say so. */
export function isStaffCommand(
  { channel, person, text, revision }: Incoming,
  { setting }: TicketMechanics,
): boolean {
  const by = revision === undefined ? setting.staff.byPerson(channel, person) : null
  return by !== null && readStaffCommand(text, by, setting, null) !== null
}

function pressed(action: NonNullable<Incoming['action']>): Wanted | null {
  const read = readStaffAction(action)
  return read && { reference: action.value, action: read, typed: false }
}

function typed(
  { text, revision }: Incoming,
  by: StaffMember,
  under: string | null,
  { setting }: StaffTurnParts,
): Wanted | null {
  // A command that is edited or taken back was done; only a note can be set right.
  const command = revision === undefined ? readStaffCommand(text, by, setting, under) : null
  if (command !== null) return { ...command, typed: true }
  if (under === null || text.trim() === '') return null
  const note = revision === undefined ? text : STAFF_TEXTS.correctedNote(text)
  return { reference: under, action: { kind: 'note', text: note }, typed: false }
}

function worked(
  { reference, action, typed: asksWord }: Wanted,
  by: StaffMember,
  state: ConversationState,
  now: Date,
  parts: StaffTurnParts,
): TurnResult {
  const result = said(state, reference, '', `staff-${action.kind}`)
  const conclude = ({ tickets }: Outcomes) => {
    const [outcome] = tickets
    if (outcome === undefined) return { state, messages: [] }
    const worded = inWords(outcome, reference, action, now, parts)
    if (worded.kind === 'refused') return { state, messages: [notice(worded.text, reference)] }
    const words = [asksWord ? STAFF_TEXTS.done[action.kind](reference) : '', worded.warning ?? '']
    const text = words.filter(Boolean).join(' ')
    return { state, messages: text === '' ? [] : [notice(text, reference)] }
  }
  return {
    ...result,
    messages: [],
    effects: [{ kind: 'change-ticket', reference, decide: staffDecision(by, action, now, parts) }],
    conclude,
  }
}

/** Words that are no action: help for a message of its own, nothing for a message that was edited or deleted. */
function unread({ revision }: Incoming, state: ConversationState, under: string | null): TurnResult {
  const result = said(state, under, STAFF_HELP, 'staff-help')
  return revision === undefined ? result : { ...result, messages: [] }
}

async function referenceOf(
  { action, under, channel, conversation }: Incoming,
  { posts }: StaffTurnParts,
): Promise<string | null> {
  if (isStaffAction(action)) return action.value
  if (under === undefined) return null
  const key = await posts.keyOf(channel, conversation, under)
  const reference = key?.startsWith(cardKey('')) ? key.slice(cardKey('').length) : null
  return reference
}

function said(state: ConversationState, reference: string | null, text: string, outcome: string): TurnResult {
  return {
    state,
    messages: [notice(text, reference)],
    effects: [],
    figures: { outcome, confidence: 1, topic: null, language: 'nl' },
  }
}

function notice(text: string, reference: string | null): OutgoingMessage {
  return {
    ...plainMessage('staff-notice', text),
    ...(reference !== null && { under: cardKey(reference) }),
  }
}
