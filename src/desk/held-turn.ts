import { detectLanguage } from '../answering/question/language.js'
import { memberAdds } from '../escalation/member-side.js'
import { ticketTexts } from '../texts/tickets.js'
import { ACTIONS } from './member-actions.js'
import { change, type Moment, promised, promisedOpening, promiseNow, quietly } from './member-desk.js'
import { feedbackOn, revised } from './member-tickets.js'
import { plainMessage } from './plain-message.js'
import { TICKET_FEEDBACK } from './ticket-work.js'
import type { TurnResult } from './turn.js'

/**
 * A message in a conversation that a colleague has: it goes to her, and the desk stays out of it.
 *
 * The member reads nothing that no person wrote, except once while the office is closed: when staff are there again.
 */
export async function heldTurn(moment: Moment, heldBy: string): Promise<TurnResult> {
  const { incoming, state } = moment
  const language = detectLanguage(state.lastQuestion ?? incoming.text)
  if (incoming.revision !== undefined) return revised(moment, [heldBy])
  const { action } = incoming
  if (action?.name === TICKET_FEEDBACK.helped || action?.name === TICKET_FEEDBACK.notHelped) {
    const { effects } = await feedbackOn(moment)
    return quietly(moment, 'held', language, effects)
  }
  if (action?.name === ACTIONS.helped) {
    const question = state.lastQuestion ?? ''
    return quietly(moment, 'held', language, [{ kind: 'feedback', helped: true, question }])
  }
  const text = writtenOrPressed(moment)
  if (text === '') return quietly(moment, 'held', language)
  const messageId = incoming.messageId ?? null
  const adds = change(heldBy, (situation) => memberAdds(situation, { text, messageId }), moment)
  const result = quietly(moment, 'held', language, [adds])
  const opening = promisedOpening(moment)
  if (opening === null || opening === state.promisedFor) return result
  const told = ticketTexts(language).passedOn(heldBy, promiseNow(moment, language))
  return { ...result, state: promised(state, moment), messages: [plainMessage('notice', told)] }
}

/** A button of an earlier answer says something too. */
function writtenOrPressed({ incoming, state }: Moment): string {
  const { action, text } = incoming
  if (action === null) return text.trim()
  if (action.name === ACTIONS.choose) return action.value
  if (action.name !== ACTIONS.askStaff || state.lastQuestion === null) return ''
  return ticketTexts('nl').asksForPerson(state.lastQuestion)
}
