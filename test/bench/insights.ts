import { fileURLToPath } from 'node:url'
import { staffDirectory } from '../../src/escalation/staff-directory.js'
import { loadTopics } from '../../src/escalation/topics.js'
import { readOfficeHours } from '../../src/hours/read-hours.js'
import { insightsPage } from '../../src/http/staff/insights-page.js'
import { weeksOf } from '../../src/insights/period.js'
import { reportOf } from '../../src/insights/report.js'
import { meaningfulWords } from '../../src/knowledge/dutch/meaningful-words.js'
import { loadYear } from '../insights/load-rows.js'
import { syntheticYear } from '../insights/synthetic-year.js'
import { DATABASES, type DatabaseName, freshDatabase } from '../store/databases.js'

const KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url))
const TOPICS = `${KNOWLEDGE}/organisation/topics.yaml`
const NOW = new Date('2026-11-23T09:00:00.000Z')
const RUNS = 5

/** How long the page over a year of invented traffic takes: 300 bodies and 100,000 questions, in milliseconds. */
export async function benchInsights(seed = seedOf(process.argv)) {
  const { topics } = loadTopics(TOPICS)
  const year = syntheticYear({ seed, bodies: 300, questions: 100_000, until: NOW, topics })
  const results: Record<string, unknown> = {
    seed,
    questions: year.figures.length,
    tickets: year.tickets.length,
  }
  for (const name of DATABASES) results[name] = await timed(name, year)
  return results
}

async function timed(name: DatabaseName, year: ReturnType<typeof syntheticYear>) {
  const database = await freshDatabase(name)
  try {
    const store = await database.open(NOW)
    await loadYear(database, year)
    const hours = readOfficeHours(KNOWLEDGE)
    const parts = { insights: store.insights, hours, wordsOf: meaningfulWords }
    const times: Record<string, { first: number; median: number; processor: number }> = {}
    const topics = loadTopics(TOPICS)
    const directory = staffDirectory([])
    for (const key of ['13', '52'] as const) {
      const { weeks } = weeksOf(key, NOW, hours.zone)
      const taken: number[] = []
      const before = process.cpuUsage()
      for (let run = 0; run < RUNS; run++) {
        const started = performance.now()
        const report = await reportOf(parts, weeks, NOW)
        String(insightsPage({ parts: { topics, directory, hours }, report }, { key, kind: null, now: NOW }))
        taken.push(performance.now() - started)
      }
      const median = [...taken].sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0
      const { user, system } = process.cpuUsage(before)
      // What a busy machine adds is not in it.
      const processor = (user + system) / 1000 / RUNS
      times[`${key} weeks`] = { first: taken[0] ?? 0, median, processor }
    }
    return times
  } finally {
    await database.remove()
  }
}

function seedOf(words: readonly string[]): number {
  const at = words.indexOf('--seed')
  const seed = at < 0 ? 7 : Number(words[at + 1])
  if (!Number.isInteger(seed)) throw new Error('--seed must be followed by a whole number')
  return seed
}
