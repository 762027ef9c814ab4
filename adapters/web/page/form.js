/**
 * A form that belongs to a button: built from its description, every word of it put in as text.
 *
 * @param onSubmit gets what was filled in, by the name of the field.
 */
export function createForm(page, description, onSubmit) {
  const form = page.createElement('form')
  form.className = 'action-form'
  form.append(heading(page, description.title), ...description.fields.map((field) => fieldRow(page, field)))
  const submit = page.createElement('button')
  submit.type = 'submit'
  submit.className = 'send'
  submit.textContent = description.submit
  form.append(submit)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (submit.getAttribute('aria-disabled') === 'true') return
    submit.setAttribute('aria-disabled', 'true')
    const filled = [...new FormData(form)].filter(([, value]) => value !== '')
    onSubmit(Object.fromEntries(filled), summary(description.fields, Object.fromEntries(filled)))
  })
  return form
}

let made = 0

function fieldRow(page, field) {
  made += 1
  const row = page.createElement('p')
  const label = page.createElement('label')
  label.htmlFor = `veld-${made}`
  label.textContent = field.label
  const input = inputFor(page, field)
  input.id = `veld-${made}`
  input.name = field.name
  input.required = field.required
  if (field.value !== undefined) input.value = field.value
  row.append(label, input)
  return row
}

function inputFor(page, { kind, options = [], required }) {
  if (kind === 'long-text') return page.createElement('textarea')
  if (kind !== 'choice') {
    const input = page.createElement('input')
    input.type = { date: 'date', number: 'number', mail: 'email' }[kind] ?? 'text'
    return input
  }
  const select = page.createElement('select')
  const empty = required ? [] : [{ label: '', value: '' }]
  for (const { label, value } of [...empty, ...options]) {
    const option = page.createElement('option')
    option.textContent = label
    option.value = value
    select.append(option)
  }
  return select
}

function heading(page, text) {
  const title = page.createElement('h4')
  title.textContent = text
  return title
}

/** What the member sees of it afterwards. */
function summary(fields, filled) {
  return fields
    .filter(({ name }) => filled[name] !== undefined)
    .map(({ name, label, options = [] }) => {
      const chosen = options.find(({ value }) => value === filled[name])
      return `${label}: ${chosen?.label ?? filled[name]}`
    })
    .join('\n')
}
