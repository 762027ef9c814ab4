import { join } from 'node:path'
import type { Command } from 'commander'
import { loadConfig } from '../config.js'
import { loadTopics } from '../escalation/topics.js'
import { addDays } from '../hours/day.js'
import { readOfficeHours } from '../hours/read-hours.js'
import { csvOf, TABLES, tableName } from '../http/staff/insights-csv.js'
import { figureText, type Named } from '../http/staff/insights-figures.js'
import { mondays, type PeriodKey, periodKeys, weeksOf } from '../insights/period.js'
import { reportOf } from '../insights/report.js'
import { meaningfulWords } from '../knowledge/dutch/meaningful-words.js'
import { INSIGHT_TEXTS as T } from '../texts/insights.js'
import { UsageError } from './errors.js'
import { withStore } from './open-for-command.js'
import { organisationOf, sampleKnowledge } from './wire-desk.js'
import { loadStaffOf } from './wire-tickets.js'

interface InsightsFlags {
  readonly period: string
  readonly csv?: string
  readonly json?: true
}

/** Too long for a terminal: a line a week, or an hour. */
const LONG: ReadonlySet<string> = new Set(['themas-per-week-en-soort', 'themas-per-week', 'vragen-per-uur'])

/** Adds `vraagbaak insights`: what was asked and what came of it, as on the page of the staff desk. */
export function registerInsights(program: Command): void {
  program
    .command('insights')
    .description('what members asked and what came of it: the figures of the page /staff/insights')
    .option('--period <period>', 'the last 13, 26 or 52 whole weeks, or a year such as 2025', '13')
    .option('--csv <table>', `instead: one table as the page gives it for a spreadsheet`)
    .option('--json', 'print {period, from, until, questions, bodies, tables} as JSON')
    .addHelpText(
      'after',
      `
Counts under 5 are "< 5"; an "x" would give one away. No question stands in it.
Tables: ${Object.keys(TABLES).join(', ')}.`,
    )
    .action(async (flags: InsightsFlags) => {
      process.stdout.write(await insights(flags, new Date()))
    })
}

async function insights({ period, csv, json }: InsightsFlags, now: Date): Promise<string> {
  const table = csv === undefined ? null : tableName(csv)
  if (csv !== undefined && table === null)
    throw new UsageError(`there is no table ${csv}; there are ${Object.keys(TABLES).join(', ')}`)
  const { key, named } = await reportFor(period, now)
  if (table !== null) return csvOf(TABLES[table](named))
  const { weeks, bodies, cube } = named.report
  const tables = Object.fromEntries(Object.entries(TABLES).map(([name, rows]) => [name, rows(named)]))
  if (!json) return described(named, tables)
  const [from = null] = weeks
  const until = lastDay(weeks)
  return `${JSON.stringify({ period: key, from, until, questions: cube?.total ?? '< 5', bodies: bodies === 'small' ? '< 5' : bodies, tables })}\n`
}

async function reportFor(
  period: string,
  now: Date,
): Promise<{ readonly key: PeriodKey; readonly named: Named }> {
  const knowledgeDir = loadConfig(process.env).knowledgeDir ?? sampleKnowledge()
  const organised = organisationOf(knowledgeDir)
  const hours = readOfficeHours(organised)
  const known = periodKeys(now, hours.zone)
  const chosen = known.find((one) => one === period || one === `j${period}`)
  if (chosen === undefined)
    throw new UsageError(`--period must be ${known.map((one) => one.replace('j', '')).join(', ')}`)
  const { key, weeks } = weeksOf(chosen, now, hours.zone)
  const topics = loadTopics(join(organised, 'organisation', 'topics.yaml'))
  const report = await withStore((store) =>
    reportOf({ insights: store.insights, hours, wordsOf: meaningfulWords }, weeks, now),
  )
  const directory = loadStaffOf(knowledgeDir, topics)
  return { key, named: { parts: { topics, directory, hours }, report: { ...report, weeks: mondays(weeks) } } }
}

type Rows = readonly (readonly (string | number)[])[]

function described({ report }: Named, tables: Readonly<Record<string, Rows>>): string {
  const { weeks, bodies, cube } = report
  const head = `${T.title}: ${weeks[0]} tot en met ${lastDay(weeks)}\n`
  const sums = `${figureText(cube?.total ?? 'small')} ${T.headlines.questions}, ${figureText(bodies)} ${T.headlines.bodies}\n`
  const shown = Object.entries(tables).filter(([name, rows]) => !LONG.has(name) && rows.length > 1)
  return [head, sums, ...shown.map(([name, rows]) => `\n${name}\n${aligned(rows)}`)].join('')
}

function lastDay(weeks: readonly string[]): string {
  return addDays(weeks.at(-1) ?? '1970-01-01', 6)
}

/** Names to the left, figures to the right. */
function aligned(rows: Rows): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => String(row[at] ?? '').length)))
  return rows
    .map((row) => {
      const cells = row.map((cell, at) => {
        const [text, width] = [String(cell), widths[at] ?? 0]
        return at === 0 || !isFigure(rows, at) ? text.padEnd(width) : text.padStart(width)
      })
      return `  ${cells.join('  ').trimEnd()}\n`
    })
    .join('')
}

function isFigure(rows: Rows, column: number): boolean {
  return rows.slice(1).some((row) => typeof row[column] === 'number')
}
