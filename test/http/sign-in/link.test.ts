import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestStaffDesk, testStaffDesk } from '../staff/staff-desk.js'
import { formFields, Visitor } from '../staff/visitor.js'

const COOKIE = 'vraagbaak-staff'

let desk: TestStaffDesk
let visitor: Visitor

beforeEach(async () => {
  desk = await testStaffDesk()
  visitor = new Visitor()
}, 30_000)
afterEach(() => desk.stop())

const codeOf = (link: string): string => new URL(link).searchParams.get('code') ?? ''
const use = (code: string, headers = {}) => visitor.post(`${desk.url}/staff/sign-in/link`, { code }, headers)

describe('the one-time link', { timeout: 30_000 }, () => {
  it('lets one browser in, as administrator', async () => {
    const link = await desk.link()
    const page = await visitor.get(link)
    expect(page.text).toContain('Meld mij aan')
    expect((await use(codeOf(link))).headers.get('location')).toBe('/staff')
    expect((await visitor.get(`${desk.url}/staff`)).text).toContain('Beheerder')
    expect((await visitor.get(`${desk.url}/staff/audit`)).status).toBe(200)
  })

  it('is not used up by somebody who only looks at it', async () => {
    const link = await desk.link()
    await new Visitor().get(link)
    expect((await use(codeOf(link))).status).toBe(303)
  })

  it('works once, for one of two at the same moment', async () => {
    const code = codeOf(await desk.link())
    const both = await Promise.all([use(code), use(code)])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 403])
    expect((await use(code)).status).toBe(403)
  })

  it('does not work altered, or after a quarter of an hour', async () => {
    const code = codeOf(await desk.link())
    const altered = `${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}`
    expect((await use(altered)).status).toBe(403)
    expect((await use('')).status).toBe(403)
    desk.clock.advance(15 * 60_000)
    expect((await use(code)).status).toBe(403)
    expect((await visitor.once(`${desk.url}/staff`)).headers.get('location')).toContain('/staff/sign-in')
  })

  it.each([
    ['through a proxy', { 'x-forwarded-for': '203.0.113.9' }],
    ['through a proxy that says so the other way', { forwarded: 'for=203.0.113.9' }],
    ['from a page of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['from nowhere in particular', { 'sec-fetch-site': 'none', origin: 'null' }],
  ])('does not work %s, and is not used up by that', async (_, headers) => {
    const code = codeOf(await desk.link())
    expect((await use(code, headers)).status).toBe(403)
    expect((await use(code)).status).toBe(303)
  })

  it('does not work on a desk with a proxy in front', async () => {
    const behind = await testStaffDesk({ behindProxy: true })
    try {
      const code = codeOf(await behind.link())
      expect((await visitor.post(`${behind.url}/staff/sign-in/link`, { code })).status).toBe(403)
      expect((await visitor.get(`${behind.url}/staff/sign-in/link?code=${code}`)).status).toBe(403)
    } finally {
      await behind.stop()
    }
  })

  it('opens a session that does not travel through a proxy either', async () => {
    await use(codeOf(await desk.link()))
    const away = await visitor.once(`${desk.url}/staff`, { 'x-forwarded-for': '203.0.113.9' })
    expect(away.headers.get('location')).toContain('/staff/sign-in')
  })
})

describe('a session', { timeout: 30_000 }, () => {
  it('gets a new id at each sign-in, and the one before ends', async () => {
    visitor.setCookie(desk.url, COOKIE, 'a-session-an-attacker-chose')
    await use(codeOf(await desk.link()))
    const first = visitor.cookie(desk.url, COOKIE)
    expect(first).not.toBe('a-session-an-attacker-chose')
    await use(codeOf(await desk.link()))
    const second = visitor.cookie(desk.url, COOKIE)
    expect(second).not.toBe(first)
    const thief = new Visitor()
    thief.setCookie(desk.url, COOKIE, first ?? '')
    expect((await thief.once(`${desk.url}/staff`)).status).toBe(303)
    expect((await visitor.once(`${desk.url}/staff`)).status).toBe(200)
  })

  it('is a cookie that scripts and other sites’ forms cannot use, and the store holds only its hash', async () => {
    const answer = await use(codeOf(await desk.link()))
    const [line] = answer.headers.getSetCookie()
    expect(line).toMatch(/HttpOnly/)
    expect(line).toMatch(/SameSite=Lax/)
    const kept = await desk.store.records.list('staff-session', desk.clock.now())
    expect(JSON.stringify(kept)).not.toContain(visitor.cookie(desk.url, COOKIE))
  })

  it('ends after two hours without a request, and after twelve whatever one does', async () => {
    await use(codeOf(await desk.link()))
    const hour = 60 * 60_000
    for (let hours = 0; hours < 11; hours += 1) {
      desk.clock.advance(hour)
      expect((await visitor.once(`${desk.url}/staff`)).status).toBe(200)
    }
    desk.clock.advance(hour)
    expect((await visitor.once(`${desk.url}/staff`)).status).toBe(303)
    await use(codeOf(await desk.link()))
    desk.clock.advance(2 * hour)
    expect((await visitor.once(`${desk.url}/staff`)).status).toBe(303)
  })

  it('ends on the server when one signs out', async () => {
    await use(codeOf(await desk.link()))
    const before = visitor.cookie(desk.url, COOKIE) ?? ''
    const page = await visitor.get(`${desk.url}/staff`)
    await visitor.post(`${desk.url}/staff/sign-out`, formFields(page.text, '/staff/sign-out'))
    const thief = new Visitor()
    thief.setCookie(desk.url, COOKIE, before)
    expect((await thief.once(`${desk.url}/staff`)).status).toBe(303)
  })

  it('ends everywhere when one signs out everywhere', async () => {
    const other = new Visitor()
    await use(codeOf(await desk.link()))
    await other.post(`${desk.url}/staff/sign-in/link`, { code: codeOf(await desk.link()) })
    const page = await visitor.get(`${desk.url}/staff`)
    await visitor.post(`${desk.url}/staff/sign-out/all`, formFields(page.text, '/staff/sign-out/all'))
    expect((await other.once(`${desk.url}/staff`)).status).toBe(303)
    expect(await desk.store.audit.read({ before: null, limit: 9 })).toMatchObject([
      { action: 'sign-out.all' },
      { action: 'sign-in', outcome: 'done' },
      { action: 'sign-in', outcome: 'done' },
    ])
  })
})
