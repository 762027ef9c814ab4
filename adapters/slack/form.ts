import type { ModalView } from '@slack/web-api'
import { z } from 'zod'
import type { ActionForm, FormField } from '../../src/desk/outgoing.js'
import { SLACK_TEXTS } from '../../src/texts/slack.js'
import { shortened } from './render-text.js'

/** `callback_id` of every form of the desk. */
export const FORM_CALLBACK = 'vraagbaak-form'

const MAX_TEXT_INPUT = 3000
const MAX_OPTIONS = 100

/** What was filled in, or what is wrong with it: a message by block id, as Slack shows it beside the field. */
export type FormInput =
  | { readonly kind: 'filled'; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'wrong'; readonly errors: Record<string, string> }

/** The modal that asks for a form; `metadata` comes back with it (at most 3000 characters). */
export function formView(form: ActionForm, metadata: string): ModalView {
  return {
    type: 'modal',
    callback_id: FORM_CALLBACK,
    private_metadata: metadata,
    title: words(form.title, 24),
    submit: words(form.submit, 24),
    close: words(SLACK_TEXTS.form.cancel, 24),
    blocks: form.fields.map((field, index) => ({
      type: 'input' as const,
      block_id: blockOf(index),
      optional: !field.required,
      label: words(field.label, 2000),
      element: inputFor(field),
    })),
  }
}

const stateSchema = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_date: z.string().nullish(),
      selected_option: z.object({ value: z.string() }).nullish(),
    }),
  ),
)

/** Reads what was filled in; texts are not masked yet, empty fields are left out. */
export function readForm(form: ActionForm, state: unknown): FormInput {
  const values = stateSchema.safeParse(state)
  const fields: Record<string, string> = {}
  const errors: Record<string, string> = {}
  for (const [index, field] of form.fields.entries()) {
    const given = values.success ? values.data[blockOf(index)]?.[INPUT] : undefined
    const raw = (given?.value ?? given?.selected_date ?? given?.selected_option?.value ?? '').trim()
    const error = problemWith(field, raw)
    if (error !== null) errors[blockOf(index)] = error
    else if (raw !== '') fields[field.name] = chosenValue(field, raw)
  }
  return Object.keys(errors).length > 0 ? { kind: 'wrong', errors } : { kind: 'filled', fields }
}

const INPUT = 'value'

function blockOf(index: number): string {
  return `field-${index}`
}

function words(text: string, max: number) {
  return { type: 'plain_text' as const, text: shortened(text, max) || '…', emoji: false }
}

type InputElement = Extract<ModalView['blocks'][number], { type: 'input' }>['element']

function inputFor(field: FormField): InputElement {
  const { kind, value } = field
  switch (kind) {
    case 'text':
    case 'long-text':
      return {
        type: 'plain_text_input',
        action_id: INPUT,
        multiline: kind === 'long-text',
        max_length: MAX_TEXT_INPUT,
        ...(value && { initial_value: value.slice(0, MAX_TEXT_INPUT) }),
      }
    case 'number':
      return {
        type: 'number_input',
        action_id: INPUT,
        is_decimal_allowed: false,
        ...(value && isWhole(value) && { initial_value: value }),
      }
    case 'date':
      return {
        type: 'datepicker',
        action_id: INPUT,
        ...(value && isDay(value) && { initial_date: value }),
      }
    case 'choice':
      return selectFor(field)
  }
}

/** Options are named by their position: their values may be longer than Slack takes. */
function selectFor({ options = [], value }: FormField): InputElement {
  const choices = options.map(({ label }, index) => ({ text: words(label, 75), value: String(index) }))
  const chosen = choices[options.findIndex((option) => option.value === value)]
  const select = {
    type: 'static_select' as const,
    action_id: INPUT,
    placeholder: words(SLACK_TEXTS.form.choose, 150),
    ...(chosen && { initial_option: chosen }),
  }
  if (choices.length <= MAX_OPTIONS) return { ...select, options: choices }
  const groups = Array.from({ length: Math.ceil(choices.length / MAX_OPTIONS) }, (_, group) => ({
    label: words(`${group * MAX_OPTIONS + 1}-${Math.min((group + 1) * MAX_OPTIONS, choices.length)}`, 75),
    options: choices.slice(group * MAX_OPTIONS, (group + 1) * MAX_OPTIONS),
  }))
  return { ...select, option_groups: groups }
}

function problemWith({ kind, required, options = [] }: FormField, raw: string): string | null {
  const texts = SLACK_TEXTS.form
  if (raw === '') return required ? texts.required : null
  switch (kind) {
    case 'number':
      return isWhole(raw) ? null : texts.number
    case 'date':
      return isDay(raw) ? null : texts.date
    case 'choice':
      return options[Number(raw)] === undefined ? texts.choice : null
    default:
      return raw.length > MAX_TEXT_INPUT ? texts.tooLong : null
  }
}

function chosenValue({ kind, options = [] }: FormField, raw: string): string {
  return kind === 'choice' ? (options[Number(raw)]?.value ?? raw) : raw
}

function isWhole(text: string): boolean {
  return /^-?\d{1,9}$/.test(text)
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
}
