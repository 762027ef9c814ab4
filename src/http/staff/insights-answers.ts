import type { PeriodKey } from '../../insights/period.js'
import { INSIGHT_TEXTS as T } from '../../texts/insights.js'
import { type Html, html } from '../html.js'
import { bar, range } from './insights-charts.js'
import { figureText, height, type Named, ownerOf, themeName, waitText } from './insights-figures.js'
import { section, table } from './insights-parts.js'
import { teamName } from './parts.js'

/** Themes that are asked about more than before. */
export function risingSection(named: Named, key: PeriodKey): Html {
  const items = named.report.rising.map(
    ({ theme, times }) =>
      html`<li><strong>${themeName(named, theme)}</strong> <span class="badge urgent">${T.rising.times(times.toLocaleString('nl-BE'))}</span></li>`,
  )
  const body =
    items.length === 0 ? html`<p class="empty">${T.rising.none}</p>` : html`<ul class="cards">${items}</ul>`
  return section('stijgend', T.rising.title, T.rising.hint, body, ['stijgende-themas', key])
}

/** Groups of questions without a document, with who looks after them. */
export function gapsSection(named: Named, key: PeriodKey): Html {
  const items = named.report.gaps.map(({ topic, team, words, count, examples }) => {
    const theme = topic === null ? T.themes.none : themeName(named, { kind: 'topic', key: topic })
    return html`<li><p><strong>${words.length === 0 ? T.gaps.noWords : T.gaps.about(words.join(', '))}</strong></p>
<p class="facts"><span class="badge">${T.gaps.count(figureText(count))}</span><span>${theme}</span><span>${T.gaps.owner}: ${ownerOf(named, team)}</span></p>
<details><summary>${T.gaps.examples}</summary><ul class="plain-list">${examples.map(
      (example) => html`<li class="text" dir="auto">${example}</li>`,
    )}</ul></details></li>`
  })
  const body =
    items.length === 0
      ? html`<p class="empty">${T.gaps.none}</p>`
      : html`<ul class="cards gaps">${items}</ul>`
  return section('ontbreekt', T.gaps.title, T.gaps.hint, body, ['ontbrekende-documenten', key])
}

/** How long the first reply took. */
export function repliesSection({ parts, report }: Named, key: PeriodKey): Html {
  const most = Math.max(1, ...report.replies.map(({ ninety, median }) => ninety ?? median ?? 0))
  const rows = report.replies.map(({ team, median, ninety }) => [
    team === null ? T.replies.all : teamName(parts, team),
    median === null ? '' : range(ninety ?? median, median, most),
    waitText(median),
    waitText(ninety),
  ])
  const heads = [T.replies.team, T.replies.chart, T.replies.median, T.replies.ninety]
  const empty = report.replies.every(({ median }) => median === null)
  const body = empty
    ? html`<p class="empty">${T.replies.none}</p>`
    : table(T.replies.title, heads, rows, 'charted')
  return section('antwoordtijd', T.replies.title, T.replies.hint, body, ['werktijd-tot-antwoord', key])
}

/** Sessions by level. */
export function bookingsSection({ report }: Named, key: PeriodKey): Html {
  const counts = report.bookings
  const most = Math.max(1, ...(counts?.rows ?? []).map(height))
  const rows = (counts?.cells ?? []).map((cells, at) => [
    T.bookings.levelName(at + 1),
    bar(bookingPieces(cells.map(height), height(counts?.rows[at])), most),
    ...cells.map(figureText),
    figureText(counts?.rows[at] ?? 'withheld'),
  ])
  const heads = [T.bookings.level, T.bookings.share, T.bookings.confirmed, T.bookings.cancelled, T.total]
  const body =
    counts === null
      ? html`<p class="empty">${T.bookings.none}</p>`
      : html`${bookingLegend()}
${table(T.bookings.title, heads, rows, 'charted')}`
  return section('boekingen', T.bookings.title, T.bookings.hint, body, ['boekingen-per-niveau', key])
}

function bookingLegend(): Html {
  const { confirmed, cancelled } = T.bookings
  const keys = [
    ['ending-confirmed', confirmed],
    ['ending-unknown', cancelled],
    ['unknown', T.endings.hidden],
  ].map(([look, name]) => html`<li><span class="key ${look}"></span>${name}</li>`)
  return html`<ul class="legend">${keys}</ul>`
}

/** What is hidden of a level stands at the end of its bar. */
function bookingPieces([confirmed = 0, cancelled = 0]: readonly number[], total: number) {
  return [
    { length: confirmed, look: 'ending-confirmed' },
    { length: cancelled, look: 'ending-unknown' },
    { length: Math.max(0, total - confirmed - cancelled), look: 'unknown' },
  ]
}
