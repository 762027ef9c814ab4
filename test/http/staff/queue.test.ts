import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ColleaguesDesk, colleaguesDesk } from './colleagues.js'
import type { TestStaffDesk } from './staff-desk.js'
import { Visitor } from './visitor.js'

let office: ColleaguesDesk
let desk: TestStaffDesk

beforeAll(async () => {
  office = await colleaguesDesk()
  desk = office.desk
}, 30_000)
afterAll(() => office.stop())

describe('the queue', { timeout: 30_000 }, () => {
  it('shows one’s own teams first, with age in working time: nights and weekends do not count', async () => {
    const an = await office.as('an-peeters')
    await desk.ask('Van ons')
    await desk.ask('Van een ander', { team: 'omgeving', topic: 'afval' })
    await desk.ask('Van ons en dringend', { urgent: true })
    const own = (await an.get(`${desk.url}/staff`)).text
    expect(own.indexOf('Van ons en dringend')).toBeGreaterThan(0)
    expect(own.indexOf('Van ons en dringend')).toBeLessThan(own.lastIndexOf('Van ons<'))
    expect(own).not.toContain('Van een ander')
    // Asked on Saturday at 23.10, the building opened on Monday at 8.30, it is 10.00 now.
    expect(own).toContain('wacht 1 uur en 30 minuten werktijd')
    expect((await an.get(`${desk.url}/staff?team=alle`)).text).toContain('Van een ander')
  })

  it('says when a question came in that nobody was there for', async () => {
    const an = await office.as('an-peeters')
    await desk.ask('Op zaterdag gesteld')
    // From 10.00 back to the opening at 8.30.
    desk.clock.advance(-90 * 60_000)
    const shown = (await an.get(`${desk.url}/staff`)).text
    desk.clock.advance(90 * 60_000)
    expect(shown).toContain('kwam binnen op zaterdag 21 november om 23.10 uur')
    expect(shown).not.toContain('kwam net binnen')
  })

  it('is narrowed by who has it, where it stands, and words', async () => {
    const an = await office.as('an-peeters')
    const first = await desk.ask('Eerste over verlof')
    await desk.ask('Tweede over wedde')
    await office.send(an, await office.pageOf(an, first), 'claim')
    const shown = async (query: string) => (await an.get(`${desk.url}/staff?${query}`)).text
    expect(await shown('van=mij')).toContain('Eerste')
    expect(await shown('van=mij')).not.toContain('Tweede')
    expect(await shown('van=niemand')).not.toContain('Eerste')
    expect(await shown('stand=claimed')).not.toContain('Tweede')
    expect(await shown('zoek=wedde')).toContain('Tweede')
    expect(await shown(`zoek=${first}`)).toContain('Eerste')
    await office.send(an, await office.pageOf(an, first), 'close', { reason: 'withdrawn' })
    expect(await shown('')).not.toContain('Eerste')
    expect(await shown('stand=closed')).toContain('Eerste')
  })
})

describe('live updates', { timeout: 30_000 }, () => {
  it('tell an open page that its ticket changed and who else is writing', async () => {
    const [an, bo] = [await office.as('an-peeters'), await office.as('bo-claes')]
    const reference = await desk.ask('Wie mag er weg?')
    const page = await office.pageOf(bo, reference)
    const token = /data-token="([^"]*)"/.exec(page.text)?.[1] ?? ''
    const cookie = `vraagbaak-staff=${an.cookie(desk.url, 'vraagbaak-staff')}`
    const stop = new AbortController()
    const stream = await fetch(`${desk.url}/staff/live?vraag=${reference}`, {
      headers: { cookie },
      signal: stop.signal,
    })
    let heard = ''
    const reading = (async () => {
      const decoder = new TextDecoder()
      for await (const chunk of stream.body ?? []) heard += decoder.decode(chunk, { stream: true })
    })().catch(() => {})
    await expect.poll(() => heard, { timeout: 5000 }).toContain('{"version":1}')
    await bo.post(`${desk.url}/staff/tickets/${reference}/typing`, {}, { 'x-vraagbaak-token': token })
    await expect.poll(() => heard, { timeout: 5000 }).toContain('data: ["Bo Claes"]')
    await office.send(bo, page, 'note', { text: 'Ik kijk' })
    await expect.poll(() => heard, { timeout: 5000 }).toContain('{"version":2}')
    stop.abort()
    await reading
  })

  it('are for colleagues only', async () => {
    const answer = await new Visitor().once(`${desk.url}/staff/live`, { accept: 'text/event-stream' })
    expect(answer.status).toBe(401)
  })
})
