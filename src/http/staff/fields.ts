import { type Html, html } from '../html.js'

/** One of several, as a labelled list. */
export function select(
  name: string,
  label: string,
  options: readonly (readonly [value: string, label: string])[],
  chosen: string,
): Html {
  const items = options.map(
    ([value, text]) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`,
  )
  return html`<p class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${items}</select></p>`
}

/** A line that is kept or sent with a form. */
export function hidden(name: string, value: string | number): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`
}
