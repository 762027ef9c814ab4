import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ColleaguesDesk, colleaguesDesk } from './colleagues.js'
import type { TestStaffDesk } from './staff-desk.js'
import { formFields } from './visitor.js'

let office: ColleaguesDesk
let desk: TestStaffDesk

beforeAll(async () => {
  office = await colleaguesDesk()
  desk = office.desk
}, 30_000)
afterAll(() => office.stop())

describe('what changes something', { timeout: 30_000 }, () => {
  it.each([
    ['comes from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, {}],
    ['comes from another site of the same owner', { 'sec-fetch-site': 'same-site' }, {}],
    [
      'says nothing of where it comes from and has a foreign origin',
      { 'sec-fetch-site': '', origin: 'https://evil.example' },
      {},
    ],
    ['has no token', {}, { _token: '' }],
    ['has the token of somebody else', {}, { _token: 'x'.repeat(43) }],
  ])('is refused when it %s', async (_, headers, fields) => {
    const an = await office.as('an-peeters')
    const reference = await desk.ask('Wie mag er weg?')
    const answer = await office.send(an, await office.pageOf(an, reference), 'claim', fields, headers)
    expect(answer.status).toBe(403)
    expect(await office.eventsOf(reference)).toEqual(['opened'])
  })

  it('is for who may: a colleague of another team is refused in words', async () => {
    const an = await office.as('an-peeters')
    const reference = await desk.ask('Over afval', { team: 'omgeving', topic: 'afval' })
    const answer = await office.send(an, await office.pageOf(an, reference), 'claim')
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Vraag een collega van dat team')
    expect((await an.once(`${desk.url}/staff/troubles`)).status).toBe(403)
    expect(
      (await an.post(`${desk.url}/staff/reindex`, formFields(answer.text, '/staff/sign-out'))).status,
    ).toBe(403)
    expect(desk.reindexes()).toBe(0)
  })
})

describe('a session that ended meanwhile', { timeout: 30_000 }, () => {
  it('sends nothing, and gives back what was typed', async () => {
    const an = await office.as('an-peeters')
    const reference = await desk.ask('Wie mag er weg?')
    const page = await office.pageOf(an, reference)
    desk.clock.advance(3 * 60 * 60_000)
    const answer = await office.send(an, page, 'reply', { text: 'Een uur werk </textarea>' })
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('Een uur werk &lt;/textarea&gt;')
    expect(await office.eventsOf(reference)).toEqual(['opened'])
  })
})
