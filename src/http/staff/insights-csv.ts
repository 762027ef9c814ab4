import { ENDINGS } from '../../insights/insights.js'
import { weekOf } from '../../insights/period.js'
import type { Figure } from '../../insights/tables.js'
import { MEMBER_KINDS } from '../../members/member.js'
import { INSIGHT_TEXTS as T } from '../../texts/insights.js'
import { type Named, themeName } from './insights-figures.js'
import { teamName } from './parts.js'

type Cell = string | number

/** Tables that can be downloaded, by the name of their file. No questions are in them, and no small counts. */
export const TABLES = {
  'themas-en-afloop': endings,
  'themas-per-week-en-soort': cube,
  'themas-per-week': weeks,
  'themas-per-soort': kinds,
  'stijgende-themas': rising,
  'ontbrekende-documenten': gaps,
  'werktijd-tot-antwoord': replies,
  'boekingen-per-niveau': bookings,
  'vragen-per-uur': load,
} as const satisfies Record<string, (named: Named) => readonly (readonly Cell[])[]>

export type TableName = keyof typeof TABLES

/** Null when there is no such table. */
export function tableName(text: string): TableName | null {
  return Object.hasOwn(TABLES, text) ? (text as TableName) : null // it is one of its keys
}

/**
 * A table as a file for a spreadsheet: semicolons, as those of Belgium expect, a mark so that they read UTF-8, and
 * nothing that one would take for a formula.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellText).join(';')}\r\n`).join('')}`
}

function cellText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const safe = /^[\s]*[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Figures stay numbers, without the points that are for people. */
function plain(figure: Figure | undefined): Cell {
  if (typeof figure === 'number') return figure
  return figure === 'small' ? T.small : T.withheld
}

function weekCells(monday: string): readonly Cell[] {
  const { week, year } = weekOf(monday)
  return [year, week]
}

function endings(named: Named) {
  const { themes, endings: table } = named.report
  const head = [T.theme, ...ENDINGS.map((ending) => T.endings[ending]), T.total]
  const rows = themes.map((theme, at) => [
    themeName(named, theme),
    ...ENDINGS.map((_, ending) => plain(table?.cells[at]?.[ending])),
    plain(table?.rows[at]),
  ])
  const last = table === null ? [] : [[T.total, ...table.columns.map(plain), plain(table.total)]]
  return [head, ...rows, ...last]
}

function cube(named: Named) {
  const { themes, weeks: mondays, cube: published } = named.report
  const head = [T.theme, 'Jaar', T.week, T.kind, T.count]
  const rows = themes.flatMap((theme, at) =>
    mondays.flatMap((monday, week) =>
      MEMBER_KINDS.map((kind, of) => [
        themeName(named, theme),
        ...weekCells(monday),
        T.kinds[kind],
        plain(published?.cells[at]?.[week]?.[of]),
      ]),
    ),
  )
  return [head, ...rows]
}

function weeks(named: Named) {
  const { themes, weeks: mondays, cube: published } = named.report
  const names = themes.map((theme) => themeName(named, theme))
  const rows = mondays.map((monday, week) => [
    ...weekCells(monday),
    ...themes.map((_, theme) => plain(published?.themeWeeks[theme]?.[week])),
    plain(published?.weeks[week]),
  ])
  return [['Jaar', T.week, ...names, T.total], ...rows]
}

function kinds(named: Named) {
  const { themes, cube: published } = named.report
  const rows = themes.map((theme, at) => [
    themeName(named, theme),
    ...MEMBER_KINDS.map((_, kind) => plain(published?.themeKinds[at]?.[kind])),
    plain(published?.themes[at]),
  ])
  return [[T.theme, ...MEMBER_KINDS.map((kind) => T.kinds[kind]), T.total], ...rows]
}

function rising(named: Named) {
  const rows = named.report.rising.map(({ theme, times }) => [
    themeName(named, theme),
    times.toLocaleString('nl-BE'),
  ])
  return [[T.theme, 'Minstens zo veel keer'], ...rows]
}

/** Groups that are too small are left out: their words could be somebody's. */
function gaps(named: Named) {
  const rows = named.report.gaps
    .filter(({ count }) => typeof count === 'number')
    .map(({ topic, words, count, team }) => [
      themeName(named, topic === null ? { kind: 'none' } : { kind: 'topic', key: topic }),
      words.join(', '),
      plain(count),
      teamName(named.parts, team),
    ])
  return [[T.theme, T.gaps.words, T.count, T.gaps.team], ...rows]
}

function replies({ parts, report }: Named) {
  const rows = report.replies.map(({ team, median, ninety }) => [
    team === null ? T.replies.all : teamName(parts, team),
    median ?? T.replies.few,
    ninety ?? T.replies.few,
  ])
  return [[T.replies.team, T.replies.medianMinutes, T.replies.ninetyMinutes], ...rows]
}

function bookings({ report }: Named) {
  const table = report.bookings
  const head = [T.bookings.level, T.bookings.confirmed, T.bookings.cancelled, T.total]
  if (table === null) return [head]
  const rows = table.cells.map((row, at) => [at + 1, ...row.map(plain), plain(table.rows[at])])
  return [head, ...rows, [T.total, ...table.columns.map(plain), plain(table.total)]]
}

function load({ report }: Named) {
  const rows = report.load.hours.map(({ presence, count }, hour) => [
    T.load.days[Math.floor(hour / 24)] ?? '',
    hour % 24,
    T.load.presences[presence],
    plain(count),
  ])
  const sums = report.load.sums.map(({ presence, count }) => [
    T.total,
    '',
    T.load.presences[presence],
    plain(count),
  ])
  return [[T.load.day, T.load.hour, T.load.presence, T.count], ...rows, ...sums]
}
