import { word } from './words.js'

const REFRESH_MS = 60_000
const LOST_AFTER_MS = 6000

/** Keeps a page up to date: the server says that something changed, the page fetches itself and takes over what is new. */
export function followLive(what, forms) {
  const reference = what.startsWith('ticket/') ? what.slice('ticket/'.length) : null
  const line = document.querySelector('#live')
  const events = new EventSource(
    reference === null ? '/staff/live' : `/staff/live?vraag=${encodeURIComponent(reference)}`,
  )
  let lost
  events.addEventListener('open', () => {
    clearTimeout(lost)
    lost = undefined
    if (line.textContent === word('offline')) line.textContent = word('online')
  })
  events.addEventListener('error', () => {
    lost ??= setTimeout(() => {
      line.textContent = word('offline')
    }, LOST_AFTER_MS)
  })
  events.addEventListener('queue', () => refresh(forms))
  events.addEventListener('ticket', async ({ data }) => {
    const { version } = JSON.parse(data)
    const shown = document.querySelector('.ticket')
    if (shown === null || shown.dataset.version === String(version)) return
    await refresh(forms)
    shown.dataset.version = version
    forms.setVersion(version)
  })
  events.addEventListener('typing', ({ data }) => forms.setTyping(JSON.parse(data)))
  // How long somebody waits grows by itself.
  if (reference === null)
    setInterval(() => document.visibilityState === 'visible' && refresh(forms), REFRESH_MS)
}

async function refresh(forms) {
  const fresh = await pageNow()
  if (fresh === null) return
  const known = new Set([...document.querySelectorAll('.event')].map(({ id }) => id))
  for (const part of document.querySelectorAll('[data-swap]')) {
    const next = fresh.getElementById(part.id)
    if (next !== null && maySwap(part, forms)) swap(part, next)
  }
  for (const event of document.querySelectorAll('.event')) {
    if (known.size > 0 && !known.has(event.id)) event.classList.add('is-new')
  }
}

/** What somebody is busy with stays as it is. */
function maySwap(part, forms) {
  if (part.dataset.swap === 'clean') return !forms.isDirty() && !part.contains(document.activeElement)
  return part.querySelector('form') === null || !part.contains(document.activeElement)
}

function swap(part, next) {
  const focused = part.contains(document.activeElement)
    ? document.activeElement.closest('[id]')?.id
    : undefined
  const open = [...part.querySelectorAll('details')].map((details) => details.open)
  part.replaceChildren(...document.importNode(next, true).childNodes)
  part.querySelectorAll('details').forEach((details, at) => {
    if (open[at]) details.open = true
  })
  if (focused !== undefined) document.getElementById(focused)?.querySelector('a')?.focus()
}

/** This page as it is now, parsed by the browser without running anything; null when it cannot be had. */
function pageNow() {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('GET', location.pathname + location.search.replace(/([?&])(klaar|sleutel)=[^&]*/g, '$1'))
    request.responseType = 'document'
    request.onload = () => resolve(request.status === 200 ? request.response : null)
    request.onerror = () => resolve(null)
    request.send()
  })
}
