import { createDrafts } from './drafts.js'
import { createForms } from './forms.js'
import { listenToKeys } from './keys.js'
import { followLive } from './live.js'

const drafts = createDrafts()
const reference = document.querySelector('.ticket')?.dataset.reference ?? null
const forms = createForms(drafts, reference)
const { live } = document.body.dataset

if (live) followLive(live, forms)
listenToKeys()

// Whoever signs out leaves nothing behind in a browser that others use too.
for (const form of document.querySelectorAll('form[action^="/staff/sign-out"]')) {
  form.addEventListener('submit', () => drafts.forgetAll())
}

// What was just done is said once: a page that is loaded again does not say it anew.
const shown = new URL(location.href)
for (const name of ['klaar', 'sleutel', 'weg']) shown.searchParams.delete(name)
if (shown.href !== location.href) history.replaceState(history.state, '', shown)
