import { describe, expect, it } from 'vitest'
import { hoursStatus } from '../../src/hours/status.js'
import { cpuMs } from '../fakes/cpu-time.js'
import { brussels, sampleHours } from './sample.js'

describe('the state of both timetables', () => {
  it('gives instants with their offset', () => {
    expect(hoursStatus(brussels('2026-10-23 16:15'), sampleHours)).toEqual({
      at: '2026-10-23T16:15:00+02:00',
      office: { open: false, opens: '2026-10-26T08:30:00+01:00' },
      telephone: { open: true, until: '2026-10-23T17:00:00+02:00' },
      closingDay: null,
    })
  })

  it('names the closing day', () => {
    expect(hoursStatus(brussels('2026-11-11 10:00'), sampleHours).closingDay).toMatchObject({
      holiday: 'armistice',
    })
    expect(hoursStatus(brussels('2030-07-11 10:00'), sampleHours).closingDay?.name).toBe(
      'Feestdag van de Vlaamse Gemeenschap',
    )
  })

  it('takes microseconds', () => {
    const at = brussels('2026-12-31 17:00')
    hoursStatus(at, sampleHours)
    const ms = cpuMs(() => {
      for (let i = 0; i < 1000; i++) hoursStatus(at, sampleHours)
    })
    expect(ms / 1000).toBeLessThan(1)
  })
})
