import { z } from 'zod'
import type { TicketAction } from '../../escalation/actions.js'
import { CLOSE_REASONS } from '../../escalation/tickets.js'
import { MAX_TEXT } from './ticket-forms.js'

/** Addresses below a ticket that do something. */
export const ACTIONS = [
  'claim',
  'release',
  'reply',
  'note',
  'reassign',
  'topic',
  'urgent',
  'close',
  'reopen',
] as const

export type ActionName = (typeof ACTIONS)[number]

/** Browsers send line ends as CR LF. */
const text = z
  .string()
  .max(2 * MAX_TEXT)
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
  .default('')
const choice = z.string().max(200).default('')

const form = z.object({
  /** Names this form as it was rendered: sent twice, it is done once. */
  key: z.string().min(16).max(100),
  /** Of the ticket when the form was rendered. */
  version: z.coerce.number().int(),
  text,
  do: z.enum(['reply', 'ask', 'insert']).default('reply'),
  canned: choice,
  team: choice,
  to: choice,
  anyway: choice,
  topic: choice,
  urgent: choice,
  reason: z.enum(CLOSE_REASONS).default('answered'),
})

/** A form of the ticket page, checked. */
export type TicketForm = z.infer<typeof form>

/** Reads a form; null when it is not one of ours. */
export function readTicketForm(body: unknown): TicketForm | null {
  const parsed = form.safeParse(body)
  return parsed.success ? parsed.data : null
}

/** What a form asks to be done. */
export function actionOf(name: ActionName, asked: TicketForm): TicketAction {
  switch (name) {
    case 'reply':
      return { kind: 'reply', text: asked.text, asksBack: asked.do === 'ask' }
    case 'note':
      return { kind: 'note', text: asked.text }
    case 'reassign':
      return { kind: 'reassign', team: asked.team || null, to: asked.to || null }
    case 'topic':
      return { kind: 'topic', topic: asked.topic, givesBack: asked.anyway !== '' }
    case 'urgent':
      return { kind: 'urgent', urgent: asked.urgent === 'ja' }
    case 'close':
      return { kind: 'close', reason: asked.reason }
    default:
      return { kind: name }
  }
}
