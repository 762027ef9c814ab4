import { word } from './words.js'

const STORED = 'vraagbaak-staff/keys'

/** Single keys for what one does often; off where somebody turned them off, and never while one is typing. */
export function listenToKeys() {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return sendFrom(event.target, event)
    if (localStorage.getItem(STORED) === 'off' || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.isComposing || isField(event.target)) return
    const act = ACTS[event.key]
    if (act?.()) event.preventDefault()
  })
  offerToggle()
}

const ACTS = {
  j: () => step(1),
  k: () => step(-1),
  '/': () => focusOn('#zoek'),
  q: () => go('/staff'),
  o: () => press('form[data-action="claim"] button'),
  r: () => focusOn('#reply'),
  n: () => focusOn('#note'),
  '?': () => go('/staff/help'),
}

function isField(target) {
  return ['TEXTAREA', 'INPUT', 'SELECT'].includes(target.tagName)
}

function sendFrom(target, event) {
  if (target.tagName !== 'TEXTAREA') return
  event.preventDefault()
  const form = target.form
  form.requestSubmit(form.querySelector('.buttons button'))
}

function step(by) {
  const links = [...document.querySelectorAll('.queue .what')]
  const at = links.indexOf(document.activeElement)
  const next = links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]
  next?.focus()
  return next !== undefined
}

function focusOn(selector) {
  const element = document.querySelector(selector)
  element?.focus()
  return element !== null
}

function press(selector) {
  const button = document.querySelector(selector)
  button?.click()
  return button !== null
}

function go(path) {
  location.assign(path)
  return true
}

function offerToggle() {
  const button = document.querySelector('#toggle-keys')
  if (button === null) return
  const state = document.querySelector('#keys-state')
  const show = () => {
    state.textContent = word(localStorage.getItem(STORED) === 'off' ? 'shortcutsOff' : 'shortcutsOn')
  }
  button.hidden = false
  button.addEventListener('click', () => {
    if (localStorage.getItem(STORED) === 'off') localStorage.removeItem(STORED)
    else localStorage.setItem(STORED, 'off')
    show()
  })
  show()
}
