import type { Ticket } from '../../escalation/tickets.js'
import type { Passage } from '../../knowledge/passage.js'
import { STAFF_DESK_TEXTS } from '../../texts/staff-desk.js'
import { type Html, html } from '../html.js'
import type { StaffParts } from './parts.js'

const T = STAFF_DESK_TEXTS.ticket

/** Reasons for which a question goes to staff before anything is looked up. */
const UNSEARCHED: ReadonlySet<string> = new Set([
  'human',
  'response-time',
  'file-status',
  'boeking',
  'failure',
])

/** What the desk found for a question, with why, and the words themselves. */
export function foundView(parts: StaffParts, { found, reason: why }: Ticket): Html {
  const items = found.map(({ passage, score, why }) => {
    const known = parts.passage(passage)
    const reason = why === undefined ? T.foundScore(score.toFixed(2).replace('.', ',')) : T.foundWhy(why)
    return html`<li>${known === null ? gone(passage) : passageView(known)}<p class="hint">${reason}</p></li>`
  })
  return html`<section class="found panel" aria-labelledby="found-title"><h2 id="found-title">${T.found}</h2>
${items.length === 0 ? html`<p>${UNSEARCHED.has(why) ? T.foundNotSought : T.foundNone}</p>` : html`<ol>${items}</ol>`}</section>`
}

function passageView({ document, section, text }: Passage): Html {
  const { title, audience, language } = document
  const quote = opening(text)
  const path = document.id.split('/').map(encodeURIComponent).join('/')
  return html`<details><summary><span class="title">${title}</span>${section.length > 0 && html`, ${section.join(' > ')}`}</summary>
<blockquote lang="${language === 'en' ? 'en' : 'nl'}">${text}</blockquote>
${
  audience === 'leden'
    ? html`<p class="hint">${T.foundMembers}</p>`
    : html`<p><a href="/bron/${path}?citaat=${encodeURIComponent(quote)}#citaat" target="_blank" rel="noopener">${T.foundRead}</a></p>`
}</details>`
}

function gone(passage: string): Html {
  return html`<p>${passage}: ${T.foundGone}</p>`
}

/** Enough of a passage to find it back in its document. */
function opening(text: string): string {
  return (text.split('\n\n')[0] ?? '').slice(0, 240)
}
