import { STAFF_DESK_TEXTS } from '../../texts/staff-desk.js'
import { type Html, html } from '../html.js'

/** How the staff desk works, and its keys. */
export function helpPage(): Html {
  const T = STAFF_DESK_TEXTS.help
  const keys = T.keys.map(
    ([key, does]) => html`<tr><th scope="row"><kbd>${key}</kbd></th><td>${does}</td></tr>`,
  )
  return html`<h1>${T.title}</h1>
<section class="stack" aria-labelledby="how"><h2 id="how">${T.how}</h2><ul class="plain-list">${T.lines.map((line) => html`<li>${line}</li>`)}</ul></section>
<section class="stack" aria-labelledby="keys"><h2 id="keys">${T.shortcuts}</h2><p>${T.shortcutsWhy}</p>
<p><button class="plain" type="button" id="toggle-keys" hidden>${T.toggle}</button> <span id="keys-state" role="status"></span></p>
<table class="keys"><tbody>${keys}</tbody></table></section>`
}
