import { expect, it } from 'vitest'
import { ENDINGS, type QuestionCount } from '../../src/insights/insights.js'
import { spanOf } from '../../src/insights/period.js'
import { reportOf } from '../../src/insights/report.js'
import { MEMBER_KINDS } from '../../src/members/member.js'
import { sampleHours } from '../hours/sample.js'
import { loadYear } from '../insights/load-rows.js'
import { syntheticYear } from '../insights/synthetic-year.js'
import { onEachDatabase, START } from './databases.js'

const NOW = new Date(START)
const WEEKS = { from: '2026-05-25', until: '2026-11-23' }
const TOPICS = [
  { key: 'personeel', team: 'personeel' },
  { key: 'wonen', team: 'omgeving' },
  { key: 'bestuur', team: 'bestuur' },
]
const YEAR = syntheticYear({ seed: 7, bodies: 12, questions: 900, until: NOW, topics: TOPICS })
const ASKED = YEAR.figures.filter(({ week }) => String(week) >= WEEKS.from && String(week) < WEEKS.until)

/** How it ended, told from the rows one by one. */
function endingOf({ helped, outcome, ticket }: (typeof ASKED)[number]): string {
  const own = YEAR.tickets.find(({ reference }) => reference === ticket)
  if (helped === 1 || own?.resolution === 'confirmed') return 'confirmed'
  return outcome === 'hand-over' ? 'handed-over' : 'unknown'
}

const key = (parts: readonly unknown[]) => parts.join(' | ')

/** The slow way: every combination looked for in every row. */
function slowly(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const row of ASKED) {
    const name = key([row.topic, row.week, row.member_kind, endingOf(row)])
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

const nameOf = ({ topic, week, kind, ending }: QuestionCount) => key([topic, week, kind, ending])

onEachDatabase('what questions tell', (fixture) => {
  it('is counted by theme, week, kind of body and ending as by hand', async () => {
    await loadYear(fixture.database, YEAR)
    const counts = await fixture.store.insights.questions(WEEKS)
    expect(new Map(counts.map((one) => [nameOf(one), one.count]))).toEqual(slowly())
    expect(new Set(counts.map(({ ending }) => ending))).toEqual(new Set(ENDINGS))
  })

  it('knows the hours, the bodies, the bookings, the first replies and what had no document', async () => {
    await loadYear(fixture.database, YEAR)
    const { insights } = fixture.store
    const span = spanOf(WEEKS, 'Europe/Brussels')
    const within = ({ created_at }: (typeof YEAR.tickets)[number]) =>
      Number(created_at) >= span.from && Number(created_at) < span.until
    const { byHour, bodies } = await insights.traffic(WEEKS)
    expect(byHour).toEqual(byHour.map((_, hour) => ASKED.filter((row) => row.hour === hour).length))
    expect(byHour).toHaveLength(168)
    expect(bodies).toBe(new Set(ASKED.flatMap(({ body }) => body ?? [])).size)
    const booked = YEAR.bookings.filter(within)
    for (const { level, state, count } of await insights.bookings(span)) {
      expect(count).toBe(booked.filter((one) => one.level === level && one.state === state).length)
    }
    const answered = YEAR.tickets.filter(within).filter((ticket) => ticket.answered_at !== null)
    expect(await insights.replies(span)).toHaveLength(answered.length)
    const missing = YEAR.tickets.filter(within).filter(({ reason }) => reason === 'not-covered')
    const newest = missing.sort((a, b) => Number(b.created_at) - Number(a.created_at)).slice(0, 5)
    const gaps = await insights.gaps(span, 5)
    expect(gaps.map(({ reference }) => reference)).toEqual(newest.map(({ reference }) => reference))
  })

  it('is published without a figure that is wrong, and without a small one', async () => {
    await loadYear(fixture.database, YEAR)
    const wordsOf = (text: string) => text.split(' ').map((word) => ({ term: word, word }))
    const parts = { insights: fixture.store.insights, hours: sampleHours, wordsOf }
    const { themes, weeks, cube, endings } = await reportOf(parts, WEEKS, NOW)
    expect(cube?.total).toBe(ASKED.length)
    const shown = themes.flatMap((theme, at) =>
      weeks.flatMap((week, of) =>
        MEMBER_KINDS.map((kind, place) => {
          const topic = theme.kind === 'topic' ? theme.key : null
          const rows = ASKED.filter(
            (row) => row.topic === topic && row.week === week && row.member_kind === kind,
          )
          return { figure: cube?.cells[at]?.[of]?.[place], truth: rows.length }
        }),
      ),
    )
    for (const { figure, truth } of shown) {
      if (figure === 'small') expect(truth).toBeLessThan(5)
      else if (figure !== 'withheld') expect([figure, truth >= 5]).toEqual([truth, true])
    }
    expect(shown.some(({ figure }) => typeof figure === 'number')).toBe(true)
    const confirmed = ASKED.filter((row) => endingOf(row) === 'confirmed')
    expect(endings?.columns[0]).toBe(confirmed.length)
  })
})
