import type { OfficeHours } from '../hours/office-hours.js'
import { MEMBER_KINDS } from '../members/member.js'
import { type Cube, publishedCube } from './cube.js'
import { findGaps, type Gap, type Word } from './gaps.js'
import { ENDINGS, type Insights, type QuestionCount, type Weeks } from './insights.js'
import { type Load, publishedLoad } from './load.js'
import { lastWeeks, mondays, spanOf } from './period.js'
import { type ReplyTimes, replyTimes } from './reply-times.js'
import { EARLIER_WEEKS, RECENT_WEEKS, risingThemes } from './rising.js'
import { crossTable, type Figure, K, sum, type Table } from './tables.js'
import { countsByTheme, type Theme, themesOf } from './themes.js'

/** A published theme that rises. */
export interface Rising {
  readonly theme: Theme
  readonly times: number
}

/** A gap as it is published. */
export interface PublishedGap extends Omit<Gap, 'count'> {
  readonly count: Figure
}

/** Everything the page and the tables show of a period: small figures are hidden already. */
export interface Report {
  readonly weeks: readonly string[]
  /** The largest first, the rest of them last. Empty when there are too few questions to show anything. */
  readonly themes: readonly Theme[]
  /** Kinds as in {@link MEMBER_KINDS}. Null when there are too few questions. */
  readonly cube: Cube | null
  /** By theme, and by ending as in {@link ENDINGS}. Null when there are too few questions. */
  readonly endings: Table | null
  readonly bodies: Figure
  /** Of the last sixteen weeks, whatever the period. */
  readonly rising: readonly Rising[]
  readonly gaps: readonly PublishedGap[]
  readonly replies: readonly ReplyTimes[]
  /** By level 1 to 3, confirmed and cancelled. Null when there are none. */
  readonly bookings: Table | null
  readonly load: Load
}

/** What a report is made with. */
export interface ReportParts {
  readonly insights: Insights
  readonly hours: OfficeHours
  /** The words of a text that carry meaning. */
  readonly wordsOf: (text: string) => readonly Word[]
}

/** More would be groups nobody works through. */
const MOST_GAPS = 12
/** So many questions without a document are looked at, the newest first. */
const MOST_GAP_QUESTIONS = 2_000

/** The report of whole weeks. */
export async function reportOf(parts: ReportParts, weeks: Weeks, now: Date): Promise<Report> {
  const { insights, hours, wordsOf } = parts
  const span = spanOf(weeks, hours.zone)
  const recent = lastWeeks(RECENT_WEEKS + EARLIER_WEEKS, now, hours.zone)
  const both = { from: earliest(weeks.from, recent.from), until: latest(weeks.until, recent.until) }
  const [all, traffic, replies, asked, bookings] = await Promise.all([
    insights.questions(both),
    insights.traffic(weeks),
    insights.replies(span),
    insights.gaps(span, MOST_GAP_QUESTIONS),
    insights.bookings(span),
  ])
  const days = mondays(weeks)
  const counts = within(all, weeks)
  const themes = themesOf(counts)
  const byLevel = ([1, 2, 3] as const).map((level) =>
    (['confirmed', 'cancelled'] as const).map((state) =>
      sum(bookings.filter((one) => one.level === level && one.state === state).map(({ count }) => count)),
    ),
  )
  return {
    weeks: days,
    themes,
    cube: cubeOf(counts, themes, days),
    endings: themes.length === 0 ? null : crossTable(endingsOf(counts, themes), true),
    bodies: traffic.bodies < K ? 'small' : traffic.bodies,
    rising: risingOf(within(all, recent), mondays(recent)),
    gaps: published(findGaps(asked, wordsOf)),
    replies: replyTimes(replies, hours),
    bookings: sum(byLevel.flat()) === 0 ? null : crossTable(byLevel, false),
    load: publishedLoad(traffic.byHour, hours),
  }
}

function cubeOf(
  counts: readonly QuestionCount[],
  themes: readonly Theme[],
  weeks: readonly string[],
): Cube | null {
  if (themes.length === 0) return null
  const places = new Map(weeks.map((week, at) => [week, at]))
  const cube = themes.map(() => weeks.map(() => MEMBER_KINDS.map(() => 0)))
  for (const [theme, { week, kind, count }] of countsByTheme(counts, themes)) {
    const cells = cube[theme]?.[places.get(week) ?? -1]
    const at = MEMBER_KINDS.indexOf(kind)
    if (cells !== undefined) cells[at] = (cells[at] ?? 0) + count
  }
  return publishedCube(cube)
}

function endingsOf(counts: readonly QuestionCount[], themes: readonly Theme[]): number[][] {
  const table = themes.map(() => ENDINGS.map(() => 0))
  for (const [theme, { ending, count }] of countsByTheme(counts, themes)) {
    const cells = table[theme]
    const at = ENDINGS.indexOf(ending)
    if (cells !== undefined) cells[at] = (cells[at] ?? 0) + count
  }
  return table
}

function risingOf(counts: readonly QuestionCount[], weeks: readonly string[]): readonly Rising[] {
  const themes = themesOf(counts)
  if (themes.length === 0) return []
  const places = new Map(weeks.map((week, at) => [week, at]))
  const table = themes.map(() => weeks.map(() => 0))
  for (const [theme, { week, count }] of countsByTheme(counts, themes)) {
    const cells = table[theme]
    const at = places.get(week)
    if (cells !== undefined && at !== undefined) cells[at] = (cells[at] ?? 0) + count
  }
  return risingThemes(crossTable(table, true).cells).flatMap(({ theme: at, times }) => {
    const theme = themes[at]
    return theme === undefined || theme.kind === 'rest' ? [] : [{ theme, times }]
  })
}

function published(gaps: readonly Gap[]): readonly PublishedGap[] {
  return gaps
    .slice(0, MOST_GAPS)
    .map(({ count, ...gap }) => ({ ...gap, count: count < K ? ('small' as const) : count }))
}

function within(counts: readonly QuestionCount[], { from, until }: Weeks): readonly QuestionCount[] {
  return counts.filter(({ week }) => week >= from && week < until)
}

const earliest = (a: string, b: string) => (a < b ? a : b)
const latest = (a: string, b: string) => (a > b ? a : b)
