import { describe, expect, it } from 'vitest'
import { type Alerts, afterLook, OVER_AFTER_MS, type Problem } from '../../src/health/alerts.js'
import { ChannelWatch } from '../../src/health/channel-watch.js'
import { diskProblem, FailureCount, scheduleProblem } from '../../src/health/parts.js'
import { alertText } from '../../src/texts/alerts.js'

const FULL: Problem = { subject: 'disk', kind: 'full', detail: '12 MB' }
const SLACK: Problem = { subject: 'channel.slack', kind: 'refused', detail: 'token-refused' }

/** Looks at these moments, in seconds, and gives what was told at each. */
function told(looks: readonly (readonly [number, readonly Problem[]])[]): readonly string[] {
  let alerts: Alerts = new Map()
  return looks.flatMap(([second, problems]) => {
    const after = afterLook(alerts, problems, second * 1000)
    alerts = after.alerts
    return after.changes.map(
      ({ change, subject, kind, since }) => `${second} ${change} ${subject} ${kind} ${since / 1000}`,
    )
  })
}

describe('an alert', () => {
  it('is told once when it begins and once when it has been away for a minute', () => {
    expect(OVER_AFTER_MS).toBe(60_000)
    expect(
      told([
        [0, []],
        [30, [FULL]],
        [60, [FULL]],
        [90, []],
        [149, []],
        [150, []],
        [180, []],
      ]),
    ).toEqual(['30 raised disk full 30', '150 over disk full 30'])
  })

  it('that comes and goes is one alert', () => {
    expect(
      told([
        [0, [FULL]],
        [30, []],
        [60, [FULL]],
        [90, []],
        [120, [FULL]],
      ]),
    ).toEqual(['0 raised disk full 0'])
  })

  it('of one part says nothing of another, and another kind of trouble is told again', () => {
    const away: Problem = { ...SLACK, kind: 'unreachable' }
    expect(
      told([
        [0, [FULL, SLACK]],
        [30, [away]],
        [90, [away]],
      ]),
    ).toEqual([
      '0 raised channel.slack refused 0',
      '0 raised disk full 0',
      '30 raised channel.slack unreachable 30',
      '90 over disk full 0',
    ])
  })

  it('reads as a sentence that says what to do, without a word of anybody', () => {
    const raised = alertText({ ...SLACK, change: 'raised', since: '23/11/26 09:00' })
    expect(raised.subject).toBe('Vraagbaak: Slack aanvaardt onze aanmelding niet meer')
    expect(raised.text).toContain('vernieuw het token')
    expect(alertText({ ...FULL, change: 'over', since: '23/11/26 09:00' }).text).toBe(
      'Voorbij: de schijf is bijna vol (12 MB). Het begon op 23/11/26 09:00.',
    )
  })
})

describe('a channel', () => {
  it('is away when sends are put off for a minute, and back with the first that arrives', () => {
    const watch = new ChannelWatch()
    watch.sent('mail', 'later', 0)
    watch.sent('mail', 'later', 30_000)
    expect(watch.problems(59_999)).toEqual([])
    expect(watch.problems(60_000)).toEqual([{ subject: 'channel.mail', kind: 'unreachable', detail: '' }])
    watch.sent('mail', 'delivered', 61_000)
    expect(watch.problems(61_000)).toEqual([])
  })

  it('that is busy for a moment is not away', () => {
    const watch = new ChannelWatch()
    watch.sent('slack', 'later', 0)
    watch.sent('slack', 'delivered', 40_000)
    watch.sent('slack', 'later', 50_000)
    expect(watch.problems(100_000)).toEqual([])
  })

  it('fails when three sends in a row did, and when it says so itself', () => {
    const watch = new ChannelWatch()
    for (const at of [0, 1, 2]) watch.sent('teams', 'failed', at)
    watch.said('slack', 'refused', 'token-refused', 0)
    expect(watch.problems(3).map(({ subject, kind }) => `${subject} ${kind}`)).toEqual([
      'channel.teams failing',
      'channel.slack refused',
    ])
    expect(watch.problems(15 * 60_000).map(({ subject }) => subject)).toEqual(['channel.teams'])
  })
})

describe('the other parts', () => {
  it('have a disk that is full below what is asked for, to the byte', () => {
    expect(diskProblem({ free: 500_000_000 }, 500_000_000)).toEqual([])
    expect(diskProblem({ free: 499_999_999 }, 500_000_000)).toEqual([
      { subject: 'disk', kind: 'full', detail: '499 MB' },
    ])
    expect(diskProblem({ free: 0 }, 0)).toEqual([])
  })

  it('have a schedule that fails at the fifth attempt, or is a quarter of an hour late', () => {
    const stuck = (attempts: number) => [{ kind: 'booking-notice', attempts }]
    expect(scheduleProblem({ stuck: stuck(4), lateMs: 0 }, [])).toEqual([])
    expect(scheduleProblem({ stuck: stuck(5), lateMs: 0 }, ['retention'])).toEqual([
      { subject: 'schedule', kind: 'failing', detail: 'retention, booking-notice' },
    ])
    expect(scheduleProblem({ stuck: [], lateMs: 15 * 60_000 }, [])).toEqual([])
    expect(scheduleProblem({ stuck: [], lateMs: 15 * 60_000 + 1 }, [])).toMatchObject([{ kind: 'late' }])
  })

  it('have a model that failed three times in a row', () => {
    const model = new FailureCount()
    for (const _ of [1, 2]) model.failed('timeout')
    expect(model.problems('model')).toEqual([])
    model.failed('timeout')
    expect(model.problems('model')).toEqual([{ subject: 'model', kind: 'failing', detail: 'timeout' }])
    model.worked()
    expect(model.problems('model')).toEqual([])
  })
})
