import { z } from 'zod'
import type { AnswerText, PublishedAnswer } from '../../knowledge/published-answers.js'
import { STAFF_ANSWER_TEXTS as T } from '../../texts/staff-answers.js'
import { type Html, html } from '../html.js'
import type { StaffSession } from '../sign-in/sessions.js'
import { hidden, select } from './fields.js'
import { token } from './frame.js'

const line = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .transform((text) => text.replaceAll(/\s+/g, ' '))

const form = z.object({
  title: line.pipe(z.string().max(200)),
  question: line,
  answer: z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1).max(20_000)),
  source: z
    .string()
    .trim()
    .max(300)
    .transform((text) => (text === '' ? null : text)),
  audience: z.enum(['publiek', 'leden']),
  language: z.enum(['nl', 'en']),
  reviewBy: z.iso.date(),
})

const seen = z.object({
  key: z.string().min(16).max(100),
  version: z.coerce.number().int().catch(0),
  ticket: z
    .string()
    .regex(/^VB-\d{4}-\d+$/)
    .nullable()
    .catch(null),
})

/** Reads the form of an answer; null when something is missing, or is to be looked at again before tomorrow. */
export function readAnswer(body: unknown, today: string): AnswerText | null {
  const parsed = form.safeParse(body)
  return parsed.success && parsed.data.reviewBy > today ? parsed.data : null
}

/** What every form about an answer carries; null when it is not one of ours. */
export function readSeen(body: unknown): z.infer<typeof seen> | null {
  const parsed = seen.safeParse(body)
  return parsed.success ? parsed.data : null
}

/** What was filled in, whatever it is worth, so that nothing is lost. */
export function asTyped(body: unknown, fallback: AnswerText): AnswerText {
  const typed = (name: string, otherwise: string): string => {
    const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
    return typeof value === 'string' ? value.slice(0, 40_000) : otherwise
  }
  return {
    title: typed('title', fallback.title),
    question: typed('question', fallback.question),
    answer: typed('answer', fallback.answer),
    source: typed('source', fallback.source ?? ''),
    audience: typed('audience', fallback.audience) === 'leden' ? 'leden' : 'publiek',
    language: typed('language', fallback.language) === 'en' ? 'en' : 'nl',
    reviewBy: typed('reviewBy', fallback.reviewBy),
  }
}

/** Where the form goes and what it is about. */
export interface AnswerFormParts {
  readonly session: StaffSession
  readonly key: string
  readonly text: AnswerText
  /** Null for a new one. */
  readonly answer: PublishedAnswer | null
  readonly ticket: string | null
}

/** The form in which an answer is written. */
export function answerForm({ session, key, text, answer, ticket }: AnswerFormParts): Html {
  const F = T.fields
  const action = answer === null ? '/staff/answers' : `/staff/answers/${answer.id}`
  return html`<form method="post" action="${action}" class="answer-form panel" data-draft="answer">
${token(session)}${hidden('key', key)}${hidden('version', answer?.version ?? 0)}${hidden('ticket', ticket ?? '')}
<p class="field"><label for="title">${F.title}</label><input id="title" name="title" value="${text.title}" maxlength="200" required></p>
<p class="field"><label for="question">${F.question}</label><textarea id="question" name="question" rows="2" maxlength="2000" required>
${text.question}</textarea></p>
<p class="field"><label for="answer">${F.answer}</label><textarea id="answer" name="answer" rows="12" maxlength="20000" aria-describedby="answer-hint" required>
${text.answer}</textarea></p><p class="hint" id="answer-hint">${F.answerHint}</p>
<p class="field"><label for="source">${F.source}</label><input id="source" name="source" value="${text.source ?? ''}" maxlength="300"></p>
<div class="fields">${select('audience', F.audience, Object.entries(F.audiences), text.audience)}
${select('language', F.language, Object.entries(F.languages), text.language)}
<p class="field"><label for="reviewBy">${F.reviewBy}</label><input id="reviewBy" name="reviewBy" type="date" value="${text.reviewBy}" required></p></div>
<p class="buttons"><button class="button">${T.save}</button></p></form>`
}
