import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ActionForm, OutgoingAction } from '../../src/desk/outgoing.js'

/** Most that Slack lets a button carry, in characters. */
const MAX_VALUE = 2000

/** Records of this kind hold what does not fit in a button. */
export const ACTION_RECORDS = 'slack-action'

/** So long a button that does not hold its own action is understood: as long as its thread is. */
export const ACTION_KEPT_MS = 180 * 24 * 60 * 60_000

/** What a press stands for. */
export interface PressedAction {
  readonly name: string
  readonly value: string
  /** Null when a press is enough. */
  readonly form: ActionForm | null
}

/** What goes into a button, and what must be kept first for it to be understood; null when nothing. */
export interface CodedAction {
  readonly value: string
  readonly record: { readonly key: string; readonly value: string } | null
}

const formSchema = z.object({
  title: z.string(),
  submit: z.string(),
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      kind: z.enum(['text', 'long-text', 'date', 'number', 'choice']),
      required: z.boolean(),
      options: z.array(z.object({ label: z.string(), value: z.string() })).exactOptional(),
      value: z.string().exactOptional(),
      contact: z.literal(true).exactOptional(),
    }),
  ),
})

const inlineSchema = z.object({ n: z.string(), v: z.string(), f: formSchema.exactOptional() })
const keptSchema = z.object({ k: z.string() })

/** Puts an action in a button: the desk need remember nothing of it, unless it is too large. */
export function encodeAction({ name, value, form }: OutgoingAction): CodedAction {
  const inline = JSON.stringify({ n: name, v: value, ...(form && { f: form }) })
  if (inline.length <= MAX_VALUE) return { value: inline, record: null }
  const key = createHash('sha256').update(inline).digest('base64url')
  return { value: JSON.stringify({ k: key }), record: { key, value: inline } }
}

/**
 * The action in a button.
 *
 * @param find looks up what did not fit; null when it is not there (any more).
 * @returns null when it is none of ours, or its record is gone.
 */
export async function decodeAction(
  value: string,
  find: (key: string) => Promise<string | null>,
): Promise<PressedAction | null> {
  const kept = keptSchema.safeParse(parsed(value))
  const inline = inlineSchema.safeParse(parsed(kept.success ? await find(kept.data.k) : value))
  if (!inline.success) return null
  const { n, v, f } = inline.data
  return { name: n, value: v, form: f ?? null }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
