import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { OutgoingAction } from '../../src/desk/outgoing.js'
import { TEAMS_TEXTS } from '../../src/texts/teams.js'

/** Everything the desk puts in a button stands under this key; the fields of its form stand beside it. */
const KEY = 'vraagbaak'

const fieldSchema = z.object({
  n: z.string(),
  l: z.string(),
  k: z.enum(['text', 'long-text', 'date', 'number', 'choice']),
  r: z.boolean(),
  c: z.literal(true).exactOptional(),
})

const codedSchema = z.object({
  n: z.string(),
  v: z.string(),
  /** Names the post that the button is on, so that a press that Teams tells twice is known again. */
  d: z.string(),
  f: z.array(fieldSchema).exactOptional(),
})

type Field = z.infer<typeof fieldSchema>

/** What a press stands for. */
export interface PressedAction {
  readonly name: string
  readonly value: string
  /** What was filled in, by field name, unmasked; null when the action has no form. */
  readonly fields: Readonly<Record<string, string>> | null
  /** An address that was asked for; null when none was. */
  readonly contact: string | null
  /** The same for the same press, told twice. */
  readonly fingerprint: string
}

/** The action; why it cannot be done; or null when it is none of ours. */
export type Press =
  | { readonly kind: 'pressed'; readonly action: PressedAction }
  | { readonly kind: 'wrong'; readonly message: string }

/**
 * What goes into a button.
 *
 * @param delivery id of the message that it belongs to.
 */
export function encodeAction({ name, value, form }: OutgoingAction, delivery: string) {
  const fields = form?.fields.map(
    ({ name: n, label: l, kind: k, required: r, contact: c }): Field => ({ n, l, k, r, ...(c && { c }) }),
  )
  return { [KEY]: { n: name, v: value, d: delivery, ...(fields && { f: fields }) } }
}

/** The id of a form's field within the card; several forms of a card may ask the same. */
export function inputId(name: string, value: string, field: string): string {
  return `${name}|${value}|${field}`
}

/**
 * What was pressed and filled in. It comes from the client of whoever pressed: whether they may is for the desk.
 *
 * @returns null when it is none of ours.
 */
export function decodeAction(data: Readonly<Record<string, unknown>>): Press | null {
  const coded = codedSchema.safeParse(data[KEY])
  if (!coded.success) return null
  const { n: name, v: value, d: delivery, f: form } = coded.data
  const fields: Record<string, string> = {}
  let contact: string | null = null
  for (const field of form ?? []) {
    const raw = written(data[inputId(name, value, field.n)])
    const message = problemWith(field, raw)
    if (message !== null) return { kind: 'wrong', message }
    if (raw !== '') fields[field.n] = raw
    if (raw !== '' && field.c) contact = raw
  }
  const given = form ? fields : null
  const fingerprint = createHash('sha256').update(JSON.stringify([name, value, delivery, given]))
  return {
    kind: 'pressed',
    action: { name, value, fields: given, contact, fingerprint: fingerprint.digest('base64url') },
  }
}

function written(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' ? value.trim() : ''
}

const MAX_FIELD = 4000

function problemWith({ l: label, k: kind, r: required }: Field, raw: string): string | null {
  const { form } = TEAMS_TEXTS
  if (raw === '') return required ? form.missing(label) : null
  const right =
    kind === 'number'
      ? /^-?\d{1,9}$/.test(raw)
      : kind === 'date'
        ? /^\d{4}-\d{2}-\d{2}$/.test(raw) && !Number.isNaN(Date.parse(`${raw}T00:00:00Z`))
        : raw.length <= MAX_FIELD
  return right ? null : form.wrong(label)
}
