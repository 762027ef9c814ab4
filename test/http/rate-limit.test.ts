import { describe, expect, it } from 'vitest'
import { RateLimit } from '../../src/http/rate-limit.js'

describe('the rate limit', () => {
  it('lets a minute’s worth through at once, then says how long to wait', () => {
    const limit = new RateLimit(3)
    expect([0, 0, 0, 0].map((now) => limit.take('els', now))).toEqual([0, 0, 0, 20_000])
  })

  it('fills again as time passes, up to a minute’s worth', () => {
    const limit = new RateLimit(2)
    expect([0, 0, 29_999].map((now) => limit.take('els', now))).toEqual([0, 0, 1])
    expect(limit.take('els', 30_000)).toBe(0)
    expect([600_000, 600_000, 600_000].map((now) => limit.take('els', now))).toEqual([0, 0, 30_000])
  })

  it('counts everybody apart', () => {
    const limit = new RateLimit(1)
    expect([limit.take('els', 0), limit.take('jan', 0), limit.take('els', 0)]).toEqual([0, 0, 60_000])
  })

  it('forgets who is full again, so that strangers cannot fill the memory, and nobody else', () => {
    const limit = new RateLimit(1)
    for (let person = 0; person < 10_000; person += 1) limit.take(`p${person}`, person)
    expect(limit.take('p9999', 59_000)).toBeGreaterThan(0)
    expect(limit.take('p0', 70_000)).toBe(0)
  })

  it('does not limit at 0', () => {
    const limit = new RateLimit(0)
    expect(Array.from({ length: 1000 }, () => limit.take('els', 0)).every((wait) => wait === 0)).toBe(true)
  })

  it('does not run backwards with the clock', () => {
    const limit = new RateLimit(1)
    limit.take('els', 1000)
    expect(limit.take('els', 0)).toBe(60_000)
  })
})
