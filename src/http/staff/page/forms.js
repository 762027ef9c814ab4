import { word } from './words.js'

const TYPING_EVERY_MS = 4000

/** Forms in which somebody writes: their drafts, who else is writing, and what changed meanwhile. */
export function createForms(drafts, reference) {
  const forms = [...document.querySelectorAll('form[data-draft]')].map((form) =>
    prepare(form, drafts, reference),
  )
  const done = document.querySelector('[data-done]')?.dataset.done
  if (done) drafts.sent(done)
  for (const form of forms) form.restore()
  return {
    isDirty: () => forms.some((form) => form.isDirty()),
    /** The ticket has another version: who typed nothing goes on with it, who did is told first. */
    setVersion: (version) => {
      for (const form of forms) form.setVersion(version)
    },
    setTyping: (names) => {
      for (const form of forms) form.setTyping(names)
    },
  }
}

function prepare(form, drafts, reference) {
  const name = `${reference ?? location.pathname}/${form.dataset.draft}`
  const fields = [...form.elements].filter(
    (field) =>
      ['TEXTAREA', 'INPUT', 'SELECT'].includes(field.tagName) &&
      field.type !== 'hidden' &&
      field.name !== 'canned',
  )
  const state = document.createElement('p')
  const others = document.createElement('p')
  for (const line of [state, others]) {
    line.className = 'form-state'
    line.setAttribute('role', 'status')
    form.append(line)
  }
  const values = () => Object.fromEntries(fields.map((field) => [field.name, field.value]))
  const original = JSON.stringify(values())
  const isDirty = () => JSON.stringify(values()) !== original
  let told = 0

  const keep = () => {
    if (isDirty()) drafts.keep(name, values(), form.elements.key?.value ?? '')
    else drafts.keep(name, {}, '')
  }
  form.addEventListener('input', () => {
    keep()
    if (reference === null || Date.now() - told < TYPING_EVERY_MS) return
    told = Date.now()
    tellTyping(reference)
  })
  form.addEventListener('submit', (event) => {
    if (form.dataset.sending) event.preventDefault()
    // The button's own value has to go along, so it is only marked; leaving the page and coming back starts anew.
    if (event.submitter?.value === 'insert') return
    keep()
    form.dataset.sending = 'yes'
    state.textContent = word('sending')
  })
  window.addEventListener('pageshow', () => {
    delete form.dataset.sending
  })
  insertCanned(form, keep)
  return {
    isDirty,
    restore: () => {
      const draft = drafts.read(name)
      if (
        draft === null ||
        isDirty() ||
        fields.some((field) => field.value !== field.defaultValue && field.defaultValue)
      )
        return
      if (
        fields.some((field) => field.tagName === 'TEXTAREA' && field.value !== '') &&
        form.dataset.draft !== 'answer'
      )
        return
      for (const field of fields)
        if (typeof draft.values?.[field.name] === 'string') field.value = draft.values[field.name]
      state.textContent = word('draft')
    },
    setVersion: (version) => {
      if (!('guarded' in form.dataset) || form.elements.version.value === String(version)) return
      if (!isDirty()) {
        form.elements.version.value = version
        return
      }
      state.className = 'form-state is-warning'
      const seen = document.createElement('button')
      seen.type = 'button'
      seen.textContent = word('seen')
      seen.addEventListener('click', () => {
        form.elements.version.value = version
        state.className = 'form-state'
        state.replaceChildren()
        form.querySelector('textarea')?.focus()
      })
      state.replaceChildren(word('changed'), seen)
    },
    setTyping: (names) => {
      others.textContent =
        names.length === 0 ? '' : `${names.join(', ')} ${word(names.length === 1 ? 'typing' : 'typingMany')}`
    },
  }
}

function tellTyping(reference) {
  const headers = { 'x-vraagbaak-token': document.body.dataset.token }
  fetch(`/staff/tickets/${encodeURIComponent(reference)}/typing`, { method: 'POST', headers }).catch(() => {})
}

/** Puts a canned text at the cursor without leaving the page; without script the button asks the server. */
function insertCanned(form, keep) {
  const button = form.querySelector('button[value="insert"]')
  const field = form.querySelector('textarea')
  button?.addEventListener('click', (event) => {
    event.preventDefault()
    const text = form.elements.canned.selectedOptions[0]?.dataset.text
    if (!text) return
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
    field.focus()
    keep()
  })
}
