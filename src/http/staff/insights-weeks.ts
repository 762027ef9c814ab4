import { weekOf } from '../../insights/period.js'
import type { Figure } from '../../insights/tables.js'
import { MEMBER_KINDS } from '../../members/member.js'
import { INSIGHT_TEXTS as T } from '../../texts/insights.js'
import { type Html, html } from '../html.js'
import { columns, SHADES, strip } from './insights-charts.js'
import { type Chosen, figureText, height, type Named, themeName } from './insights-figures.js'
import { numbers, section, table } from './insights-parts.js'

/** Questions by week: all together, and theme by theme, of all kinds of bodies or of one. */
export function weeksSection(named: Named, { key, kind }: Chosen): Html {
  const { themes, weeks, cube } = named.report
  if (cube === null) return html``
  const of = kind === null ? -1 : MEMBER_KINDS.indexOf(kind)
  const figures = themes.map((_, theme): readonly Figure[] =>
    of < 0
      ? (cube.themeWeeks[theme] ?? [])
      : (cube.cells[theme] ?? []).map((cells) => cells[of] ?? 'withheld'),
  )
  const rows = themes.map((theme, at) => {
    const name = themeName(named, theme)
    const own = figures[at] ?? []
    const label = T.weeks.described(name, T.weeks.most(figureText(highest(own))))
    return [name, strip(own, Math.max(...own.map(height)), label), figureText(highest(own))]
  })
  const label = `${T.weeks.all}: ${T.weeks.most(figureText(highest(cube.weeks)))}`
  const all =
    kind === null ? [[T.weeks.all, columns(cube.weeks, label), figureText(highest(cube.weeks))]] : []
  const title = kind === null ? T.weeks.title : `${T.weeks.title}: ${T.kinds[kind]}`
  const body = html`${scale()}
${table(title, [T.theme, axis(weeks), T.weeks.highest], [...all, ...rows], 'charted strips')}
${numbers(weekNumbers(named, title, figures))}`
  const file = kind === null ? 'themas-per-week' : 'themas-per-week-en-soort'
  return section('weken', title, T.weeks.hint, body, [file, key])
}

function weekNumbers(named: Named, title: string, figures: readonly (readonly Figure[])[]): Html {
  const { themes, weeks } = named.report
  const rows = weeks.map((monday, week) => {
    const { week: number, year } = weekOf(monday)
    return [T.weekOf(number, year), ...themes.map((_, at) => figureText(figures[at]?.[week] ?? 'withheld'))]
  })
  return table(title, [T.week, ...themes.map((theme) => themeName(named, theme))], rows)
}

function highest(figures: readonly Figure[]): Figure {
  const known = figures.filter((figure) => typeof figure === 'number')
  return known.length === 0 ? 'small' : Math.max(...known)
}

/** First, middle and last week, above the charts. */
function axis(weeks: readonly string[]): Html {
  const middle = weeks[Math.floor(weeks.length / 2)] ?? ''
  const names = [weeks[0] ?? '', middle, weeks.at(-1) ?? ''].map((monday) => {
    const { week, year } = weekOf(monday)
    return html`<span>${T.weekShort(week)} ${year}</span>`
  })
  return html`<span class="axis">${names}</span>`
}

/** What the shades mean. */
export function scale(): Html {
  const shades = ['shade-0', ...SHADES].map((shade) => html`<span class="key ${shade}"></span>`)
  return html`<p class="legend">${T.small} ${shades} ${T.weeks.many} <span class="key unknown"></span> ${T.endings.hidden}</p>`
}
