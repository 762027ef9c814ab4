import type { StaffMember } from '../escalation/actions.js'
import type { Ticket, TicketEvent } from '../escalation/tickets.js'
import { addDays } from '../hours/day.js'
import type { DeniedDocuments } from '../knowledge/denied-documents.js'
import {
  type AnswerChange,
  type AnswerText,
  answerDocument,
  type PublishedAnswer,
  type PublishedAnswers,
} from '../knowledge/published-answers.js'
import { type MaskedKind, maskMessage, withoutMasks } from '../members/masking.js'
import type { TicketStore } from './ports.js'

/**
 * Why nothing was done. `changed`: somebody changed it since it was opened. `own`: a second person has to publish it.
 * `wrong-state`: it is not (or already) published.
 */
export type AnswerRefusal = 'not-found' | 'changed' | 'own' | 'not-allowed' | 'wrong-state'

/** How it ended; `masked` names the kinds of personal data that were taken out of what was written. */
export type AnswerOutcome =
  | { readonly kind: 'done'; readonly answer: PublishedAnswer; readonly masked: readonly MaskedKind[] }
  | { readonly kind: 'refused'; readonly code: AnswerRefusal; readonly answer: PublishedAnswer | null }

/** What the answer desk works with. */
export interface AnswerDeskParts {
  readonly answers: PublishedAnswers
  readonly denied: DeniedDocuments
  readonly tickets: Pick<TicketStore, 'change'>
  /** Reads the documents again soon, so that what was published is found. */
  readonly requestReindex: () => void
}

/** The version of an answer that somebody saw. */
export interface SeenAnswer {
  readonly id: string
  readonly version: number
}

/** A ticket's question and what was replied, as a first draft. `today` is an ISO day. */
export function textFromTicket(
  ticket: Ticket | null,
  events: readonly TicketEvent[],
  today: string,
): AnswerText {
  // Below the first line stands what the desk added for staff.
  const question = withoutMasks(ticket?.question.split('\n')[0] ?? '')
  const replies = events.filter(({ kind }) => kind === 'replied').map(({ text }) => text)
  return {
    title: question.slice(0, 120),
    question,
    answer: replies.join('\n\n'),
    source: null,
    audience: 'publiek',
    language: 'nl',
    reviewBy: addDays(today, 365),
  }
}

/**
 * Makes answers of staff into knowledge: one writes, a second one publishes. A lead or an administrator may publish
 * what she wrote herself.
 */
export class AnswerDesk {
  readonly #parts: AnswerDeskParts

  constructor(parts: AnswerDeskParts) {
    this.#parts = parts
  }

  /** @param ticket reference of the question it answers; null when it came from none. */
  async draft(
    text: AnswerText,
    ticket: string | null,
    staff: StaffMember,
    now: Date,
    key: string,
  ): Promise<AnswerOutcome> {
    const { safe, masked } = withoutPersonalData(text)
    const draft = { ...safe, ticket, author: staff.id, authorName: staff.name }
    return { kind: 'done', answer: await this.#parts.answers.add(draft, key, now), masked }
  }

  /** Changes what is not published; whoever changes it is its author from then on, and it is a draft again. */
  async revise(seen: SeenAnswer, text: AnswerText, staff: StaffMember, now: Date): Promise<AnswerOutcome> {
    const { safe, masked } = withoutPersonalData(text)
    const change = { ...safe, state: 'draft', author: staff.id, authorName: staff.name } as const
    const outcome = await this.#change(seen, change, now, ({ state }) =>
      state === 'published' ? 'wrong-state' : null,
    )
    return outcome.kind === 'done' ? { ...outcome, masked } : outcome
  }

  /** From then on it is a document: members find it once the documents were read again. */
  async publish(seen: SeenAnswer, staff: StaffMember, now: Date): Promise<AnswerOutcome> {
    const change = { state: 'published', publishedBy: staff.id, publishedAt: now.toISOString() } as const
    const outcome = await this.#change(seen, change, now, ({ state, author }) => {
      if (state !== 'draft') return 'wrong-state'
      return author === staff.id && staff.role === 'staff' ? 'own' : null
    })
    if (outcome.kind === 'refused') return outcome
    const { id, ticket } = outcome.answer
    await this.#parts.denied.allow(answerDocument(id))
    if (ticket !== null) await this.#note(ticket, id, staff, now)
    this.#parts.requestReindex()
    return outcome
  }

  /** No member finds it any more, from this moment on. For its author, leads and administrators. */
  async withdraw(seen: SeenAnswer, staff: StaffMember, now: Date): Promise<AnswerOutcome> {
    const outcome = await this.#change(seen, { state: 'withdrawn' }, now, ({ state, author }) => {
      if (state !== 'published') return 'wrong-state'
      return author !== staff.id && staff.role === 'staff' ? 'not-allowed' : null
    })
    if (outcome.kind === 'refused') return outcome
    await this.#parts.denied.deny(answerDocument(outcome.answer.id), '', staff.name, now)
    this.#parts.requestReindex()
    return outcome
  }

  async #change(
    { id, version }: SeenAnswer,
    change: AnswerChange,
    now: Date,
    refusalOf: (answer: PublishedAnswer) => AnswerRefusal | null,
  ): Promise<AnswerOutcome> {
    const answer = await this.#parts.answers.find(id)
    if (answer === null) return { kind: 'refused', code: 'not-found', answer }
    const code = answer.version === version ? refusalOf(answer) : 'changed'
    if (code !== null) return { kind: 'refused', code, answer }
    const changed = await this.#parts.answers.change(id, version, change, now)
    return changed === null
      ? { kind: 'refused', code: 'changed', answer: await this.#parts.answers.find(id) }
      : { kind: 'done', answer: changed, masked: [] }
  }

  async #note(reference: string, id: string, { id: by, name }: StaffMember, now: Date): Promise<void> {
    const event = { kind: 'published', actor: { kind: 'staff', id: by, name }, text: id } as const
    const work = { update: {}, events: [event], messages: [], due: [] }
    const key = `published/${id}/${now.toISOString()}`
    await this.#parts.tickets.change(reference, () => ({ kind: 'do', work }), now, key)
  }
}

/** What members will read holds nobody's personal data, whoever pasted it. */
function withoutPersonalData(text: AnswerText): { safe: AnswerText; masked: readonly MaskedKind[] } {
  const [title, question, answer, source] = [text.title, text.question, text.answer, text.source ?? ''].map(
    (part) => maskMessage(part),
  )
  const kinds = [title, question, answer, source].flatMap((part) => part?.kinds ?? [])
  return {
    safe: {
      ...text,
      title: title?.text ?? '',
      question: question?.text ?? '',
      answer: answer?.text ?? '',
      source: text.source === null ? null : (source?.text ?? null),
    },
    masked: [...new Set(kinds)],
  }
}
