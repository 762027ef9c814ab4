import { AnswerDesk, textFromTicket } from '../desk/answer-desk.js'
import type { Clock } from '../desk/clock.js'
import type { PublishFromChat } from '../desk/staff-turn.js'
import { dayOf } from '../hours/day.js'
import type { Store } from '../store/store.js'
import { STAFF_ANSWER_TEXTS as T } from '../texts/staff-answers.js'

/** What publishing from a team's channel needs. */
export interface PublishNeeds {
  readonly store: Pick<Store, 'tickets' | 'publishedAnswers' | 'deniedDocuments'>
  /** Where colleagues reach the staff desk; null when only this machine does. */
  readonly publicUrl: string | null
  /** IANA name, for example `Europe/Brussels`. */
  readonly zone: string
  readonly clock: Clock
}

/** Makes a draft of a ticket's answer at the press of a button in a team's channel; pressing again gives the same draft. */
export function wirePublish({ store, publicUrl, zone, clock }: PublishNeeds): PublishFromChat {
  const { tickets, publishedAnswers: answers, deniedDocuments: denied } = store
  const desk = new AnswerDesk({ answers, denied, tickets, requestReindex: () => {} })
  return async (reference, by) => {
    const now = clock.now()
    const events = await tickets.events(reference)
    const text = textFromTicket(await tickets.find(reference), events, dayOf(now, zone))
    if (text.question === '' || text.answer === '') return T.nothingToPublish(reference)
    const outcome = await desk.draft(text, reference, by, now, `from-chat/${reference}`)
    const id = outcome.answer?.id ?? ''
    return T.fromChat(reference, publicUrl === null ? null : `${publicUrl}/staff/answers/${id}`)
  }
}
