import { expect, it } from 'vitest'
import { NightlyRetention } from '../../src/jobs/nightly-retention.js'
import { limitsOf } from '../../src/privacy/retention.js'

const TERMS = {
  conversationsDays: 30,
  ticketsMonths: 12,
  bookingsMonths: 12,
  auditMonths: 24,
  figuresMonths: 36,
}

function nightly(start: string, mayRun = () => true) {
  const kept = new Map<string, string>()
  const ran: string[] = []
  const errors: unknown[] = []
  let at = new Date(start)
  let fails = false
  const job = new NightlyRetention({
    retention: {
      preview: async () => [],
      run: async ({ now }) => {
        if (fails) throw new Error('full')
        ran.push(new Date(now).toISOString())
        return {
          tickets: 0,
          received: 0,
          sent: 0,
          feedback: 0,
          conversations: 0,
          bookings: 0,
          waiting: 0,
          dues: 0,
          keys: 0,
          records: 0,
          audit: 0,
          figures: 0,
        }
      },
    },
    records: {
      get: async (kind, key) => kept.get(`${kind}/${key}`) ?? null,
      put: async (kind, key, value) => void kept.set(`${kind}/${key}`, value),
    },
    terms: TERMS,
    mayRun,
    now: () => at,
    onDone: () => {},
    onError: (error) => errors.push(error),
  })
  return {
    ran,
    errors,
    fail: (yes: boolean) => {
      fails = yes
    },
    async look(instant: string) {
      at = new Date(instant)
      await job.look()
    },
  }
}

it('runs once a day, after 2.40 UTC, on the days the clocks change too', async () => {
  const job = nightly('2026-10-24T12:00:00Z')
  for (const at of [
    '2026-10-24T12:00:00Z',
    '2026-10-25T02:39:00Z',
    '2026-10-25T02:41:00Z',
    '2026-10-25T23:00:00Z',
    '2026-10-26T02:40:00Z',
  ])
    await job.look(at)
  expect(job.ran).toEqual([
    '2026-10-24T12:00:00.000Z',
    '2026-10-25T02:41:00.000Z',
    '2026-10-26T02:40:00.000Z',
  ])
})

it('catches up once with days that were missed, and tries again after a failure', async () => {
  const job = nightly('2026-11-20T12:00:00Z')
  await job.look('2026-11-20T12:00:00Z')
  job.fail(true)
  await job.look('2026-11-24T12:00:00Z')
  job.fail(false)
  await job.look('2026-11-24T12:10:00Z')
  await job.look('2026-11-24T12:20:00Z')
  expect(job.errors).toHaveLength(1)
  expect(job.ran).toEqual(['2026-11-20T12:00:00.000Z', '2026-11-24T12:10:00.000Z'])
})

it('runs in the process that has the schedule only', async () => {
  const job = nightly('2026-11-20T12:00:00Z', () => false)
  await job.look('2026-11-20T12:00:00Z')
  expect(job.ran).toEqual([])
})

it('counts months by the calendar, to the last day of a shorter one', () => {
  const { tickets, audit } = limitsOf({ ...TERMS, ticketsMonths: 6 }, new Date('2026-08-31T02:40:00Z'))
  expect(new Date(tickets).toISOString()).toBe('2026-02-28T02:40:00.000Z')
  expect(new Date(audit).toISOString()).toBe('2024-08-31T02:40:00.000Z')
})
