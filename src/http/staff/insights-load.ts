import type { PeriodKey } from '../../insights/period.js'
import { INSIGHT_TEXTS as T } from '../../texts/insights.js'
import { type Html, html } from '../html.js'
import { strip } from './insights-charts.js'
import { figureText, height, type Named } from './insights-figures.js'
import { numbers, section, table } from './insights-parts.js'
import { scale } from './insights-weeks.js'

const AXIS = html`<span class="axis">${T.load.axis.map((text) => html`<span>${text}</span>`)}</span>`

/** When questions come, against when colleagues are there. */
export function loadSection(named: Named, key: PeriodKey): Html {
  const { hours, sums } = named.report.load
  const most = Math.max(1, ...hours.map(({ count }) => height(count)))
  const rows = T.load.days.map((day, at) => {
    const own = hours.slice(at * 24, at * 24 + 24)
    const lines = [
      { look: 'office', holds: (hour: number) => isThere(own[hour]?.presence, 'office') },
      { look: 'telephone', holds: (hour: number) => isThere(own[hour]?.presence, 'telephone') },
    ]
    const counts = own.map(({ count }) => count)
    return [day, strip(counts, most, busiest(day, counts.map(height)), lines)]
  })
  const sumRows = sums.map(({ presence, count }) => [T.load.presences[presence], figureText(count)])
  const body = html`${scale()}
<p class="legend"><span class="key office"></span>${T.load.office} <span class="key telephone"></span>${T.load.telephone}</p>
${table(T.load.title, [T.load.day, AXIS], rows, 'charted strips')}
${table(T.load.presence, [T.load.presence, T.count], sumRows)}
${numbers(hourNumbers(named))}`
  return section('uren', T.load.title, T.load.hint, body, ['vragen-per-uur', key])
}

function isThere(presence: string | undefined, who: 'office' | 'telephone'): boolean {
  return presence === 'both' || presence === who
}

function busiest(day: string, counts: readonly number[]): string {
  const most = Math.max(...counts)
  if (most === 0) return T.load.quiet(day)
  return `${day}: ${T.load.busiest(T.load.hourText(counts.indexOf(most)), figureText(most))}`
}

function hourNumbers({ report }: Named): Html {
  const rows = Array.from({ length: 24 }, (_, hour) => [
    T.load.hourText(hour),
    ...T.load.days.map((_, day) => figureText(report.load.hours[day * 24 + hour]?.count ?? 'withheld')),
  ])
  return table(T.load.title, [T.load.hour, ...T.load.days], rows)
}
