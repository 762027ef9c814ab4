import { addDays } from '../../hours/day.js'
import { ENDINGS } from '../../insights/insights.js'
import { type PeriodKey, periodKeys } from '../../insights/period.js'
import { MEMBER_KINDS } from '../../members/member.js'
import { INSIGHT_TEXTS as T } from '../../texts/insights.js'
import { type Html, html } from '../html.js'
import { select } from './fields.js'
import { bookingsSection, gapsSection, repliesSection, risingSection } from './insights-answers.js'
import { bar } from './insights-charts.js'
import { type Chosen, countText, figureText, height, type Named, themeName } from './insights-figures.js'
import { loadSection } from './insights-load.js'
import { section, table } from './insights-parts.js'
import { weeksSection } from './insights-weeks.js'
import { dayInWords } from './time.js'

/** The page of what questions tell. */
export function insightsPage(named: Named, chosen: Chosen): Html {
  const { weeks, themes } = named.report
  const last = addDays(weeks.at(-1) ?? '1970-01-01', 6)
  const enough = themes.length > 0
  return html`<h1>${T.title}</h1>
<p>${T.intro}</p>
${chooser(named.parts, chosen)}
<p class="hint">${T.range(dayInWords(weeks[0] ?? ''), dayInWords(last))}</p>
${enough ? headlines(named) : html`<p class="empty">${T.none}</p>`}
${risingSection(named, chosen.key)}
${enough && endingsSection(named, chosen.key)}
${enough && weeksSection(named, chosen)}
${enough && kindsSection(named, chosen.key)}
${gapsSection(named, chosen.key)}
${repliesSection(named, chosen.key)}
${bookingsSection(named, chosen.key)}
${enough && loadSection(named, chosen.key)}`
}

function chooser({ hours }: Named['parts'], { key, kind, now }: Chosen): Html {
  const periods = periodKeys(now, hours.zone).map((one) => [one, periodName(one)] as const)
  const kinds = MEMBER_KINDS.map((one) => [one, T.kinds[one]] as const)
  return html`<form class="filters" method="get" action="/staff/insights">
${select('periode', T.period, periods, key)}
${select('soort', T.kind, [['', T.allKinds], ...kinds], kind ?? '')}
<p class="field"><button class="button">${T.apply}</button></p></form>`
}

function periodName(key: PeriodKey): string {
  if (key === '13' || key === '26' || key === '52') return T.periods[key]
  return T.year(key.slice(1))
}

function headlines({ report }: Named): Html {
  const { cube, endings, bodies } = report
  const total = cube?.total ?? 0
  const part = (at: number) => {
    const figure = endings?.columns[at] ?? 'withheld'
    return typeof figure === 'number'
      ? `${Math.round((100 * figure) / Math.max(1, total))} %`
      : figureText(figure)
  }
  const shown = [
    [countText(total), T.headlines.questions],
    [figureText(bodies), T.headlines.bodies],
    [part(0), T.headlines.confirmed],
    [part(1), T.headlines.handedOver],
    [part(2), T.headlines.unknown],
  ].map(([figure, name]) => html`<li><strong>${figure}</strong> ${name}</li>`)
  return html`<ul class="headlines">${shown}</ul>`
}

const LOOKS = ['ending-confirmed', 'ending-handed-over', 'ending-unknown'] as const

function endingsSection(named: Named, key: PeriodKey): Html {
  const { themes, endings, cube } = named.report
  const totals = cube?.themes ?? []
  const most = Math.max(...totals)
  const legend = ENDINGS.map(
    (ending, at) => html`<li><span class="key ${LOOKS[at]}"></span>${T.endings[ending]}</li>`,
  )
  const rows = themes.map((theme, at) => {
    const cells = endings?.cells[at] ?? []
    const known = cells.map((cell, of) => ({ length: height(cell), look: LOOKS[of] ?? '' }))
    const hidden = (totals[at] ?? 0) - known.reduce((all, { length }) => all + length, 0)
    const drawn = bar([...known, { length: hidden, look: 'unknown' }], most)
    return [themeName(named, theme), drawn, ...cells.map(figureText), countText(totals[at] ?? 0)]
  })
  const heads = [T.theme, T.endings.share, ...ENDINGS.map((ending) => T.endings[ending]), T.total]
  const body = html`<ul class="legend">${legend}<li><span class="key unknown"></span>${T.endings.hidden}</li></ul>
${table(T.endings.title, heads, rows, 'charted')}`
  return section('afloop', T.endings.title, T.endings.hint, body, ['themas-en-afloop', key])
}

function kindsSection(named: Named, key: PeriodKey): Html {
  const { themes, cube } = named.report
  const rows = themes.map((theme, at) => [
    themeName(named, theme),
    ...(cube?.themeKinds[at] ?? []).map(figureText),
    countText(cube?.themes[at] ?? 0),
  ])
  const heads = [T.theme, ...MEMBER_KINDS.map((kind) => T.kinds[kind]), T.total]
  const body = table(T.kindsTable.title, heads, rows)
  return section('soorten', T.kindsTable.title, null, body, ['themas-per-soort', key])
}
