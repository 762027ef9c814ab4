import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/app.js'
import { calendarRouter } from '../../src/http/calendar-feed.js'
import { type Listening, listen } from '../../src/http/listen.js'

const TOKEN = 'a'.repeat(43)

let server: Listening
const asked: string[] = []

beforeAll(async () => {
  const read = async (token: string) => {
    asked.push(token)
    return token === TOKEN ? 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' : null
  }
  const log = pino({ level: 'silent' })
  const app = createApp({ routers: [calendarRouter(read)], https: false, trustProxy: false, log })
  server = await listen(app, '127.0.0.1', 0)
})
afterAll(() => server.stop(200))

describe('a calendar to follow', () => {
  it('opens with its token, and is kept out of caches and search engines', async () => {
    const response = await fetch(`${server.url}/agenda/${TOKEN}.ics`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/calendar')
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
    expect(await response.text()).toContain('BEGIN:VCALENDAR')
  })

  it.each([
    `${'b'.repeat(43)}.ics`,
    `${TOKEN}x.ics`,
    `${TOKEN}`,
    'x.ics',
    '%2e%2e%2fetc.ics',
    `${TOKEN}.ics.ics`,
  ])('is refused with 403 for %s', async (file) => {
    expect((await fetch(`${server.url}/agenda/${file}`)).status).toBe(403)
  })

  it('looks up nothing that cannot be a token', () => {
    expect(new Set(asked)).toEqual(new Set([TOKEN, 'b'.repeat(43)]))
  })
})
