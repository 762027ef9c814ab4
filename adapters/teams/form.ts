import type { ActionForm, FormField, OutgoingAction } from '../../src/desk/outgoing.js'
import { TEAMS_TEXTS } from '../../src/texts/teams.js'
import { encodeAction, inputId } from './action-data.js'
import { type CardElement, line, shortened } from './render-text.js'

/** `verb` of every press of the desk. */
const VERB = 'vraagbaak'
const MAX_TEXT_INPUT = 3000
/** Teams shows six in a row and hides the others. */
const BUTTONS_PER_ROW = 5
const MAX_BUTTONS = 25

type CardAction = Readonly<Record<string, unknown>> & { readonly type: string }

/**
 * The buttons under a message. A form opens within the card: not every client has dialogs.
 *
 * @param delivery id of the message that they belong to.
 */
export function buttonElements(actions: readonly OutgoingAction[], delivery: string): readonly CardElement[] {
  const buttons = actions.slice(0, MAX_BUTTONS).map((action) => button(action, delivery))
  return Array.from({ length: Math.ceil(buttons.length / BUTTONS_PER_ROW) }, (_, row) => ({
    type: 'ActionSet',
    actions: buttons.slice(row * BUTTONS_PER_ROW, (row + 1) * BUTTONS_PER_ROW),
  }))
}

function button(action: OutgoingAction, delivery: string): CardAction {
  const { label, form, style } = action
  const looks = style && { style: style === 'primary' ? 'positive' : 'destructive' }
  if (!form) return { ...press(label, action, delivery), ...looks }
  return {
    type: 'Action.ShowCard',
    title: shortened(label, 75) || '…',
    ...looks,
    card: {
      type: 'AdaptiveCard',
      version: '1.5',
      body: formElements(action, form),
      actions: [press(form.submit, action, delivery)],
    },
  }
}

/** Clients that do not know the first kind of press use the second. */
function press(title: string, action: OutgoingAction, delivery: string): CardAction {
  const shown = { title: shortened(title, 75) || '…', data: encodeAction(action, delivery) }
  return {
    type: 'Action.Execute',
    verb: VERB,
    ...shown,
    fallback: { type: 'Action.Submit', ...shown },
  }
}

function formElements({ name, value }: OutgoingAction, form: ActionForm): readonly CardElement[] {
  return [
    line([{ text: form.title, bold: true }]),
    ...form.fields.map((field) => input(field, inputId(name, value, field.name))),
  ]
}

function input(field: FormField, id: string): CardElement {
  const { kind, label, required, value, options = [] } = field
  const common = {
    id,
    label: shortened(label, 200),
    ...(required && { isRequired: true, errorMessage: TEAMS_TEXTS.form.required }),
    ...(value && { value: kind === 'number' ? Number(value) : value }),
  }
  switch (kind) {
    case 'text':
    case 'long-text':
      return { type: 'Input.Text', ...common, isMultiline: kind === 'long-text', maxLength: MAX_TEXT_INPUT }
    case 'number':
      return { type: 'Input.Number', ...common }
    case 'date':
      return { type: 'Input.Date', ...common }
    case 'choice':
      return {
        type: 'Input.ChoiceSet',
        ...common,
        style: 'compact',
        placeholder: TEAMS_TEXTS.form.choose,
        choices: options.map((option) => ({ title: shortened(option.label, 100), value: option.value })),
      }
  }
}
