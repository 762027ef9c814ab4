import type { PeriodKey } from '../../insights/period.js'
import { INSIGHT_TEXTS as T } from '../../texts/insights.js'
import { type Html, html } from '../html.js'
import type { TableName } from './insights-csv.js'

/** A part of the page, with the table it comes from. */
export function section(
  id: string,
  title: string,
  hint: string | null,
  body: Html,
  [name, key]: readonly [TableName, PeriodKey],
): Html {
  const link = `/staff/insights/${name}.csv?periode=${key}`
  return html`<section class="panel insight" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${hint !== null && html`<p class="hint">${hint}</p>`}${body}
<p><a href="${link}" download aria-label="${T.downloadOf(title)}">${T.download}</a></p></section>`
}

/** A table that can be moved sideways where it is too wide; the first cell of a row names it. */
export function table(
  label: string,
  heads: readonly (string | Html)[],
  rows: readonly (readonly (string | Html)[])[],
  look = '',
): Html {
  const lines = rows.map(([name, ...cells]) => {
    const drawn = cells.map((cell) =>
      typeof cell === 'string' ? html`<td class="figure">${cell}</td>` : html`<td class="chart">${cell}</td>`,
    )
    return html`<tr><th scope="row">${name}</th>${drawn}</tr>`
  })
  return html`<div class="scroll" role="region" aria-label="${label}: ${look === '' ? T.figures : T.chart}" tabindex="0"><table class="figures ${look}"><thead><tr>${heads.map(
    (head) => html`<th scope="col">${head}</th>`,
  )}</tr></thead><tbody>${lines}</tbody></table></div>`
}

/** Numbers behind a chart, folded away. */
export function numbers(body: Html): Html {
  return html`<details><summary>${T.numbers}</summary>${body}</details>`
}
