import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvOf } from '../../../src/http/staff/insights-csv.js'
import { loadYear } from '../../insights/load-rows.js'
import { syntheticYear } from '../../insights/synthetic-year.js'
import { type ColleaguesDesk, colleaguesDesk } from './colleagues.js'
import { type TestStaffDesk, testStaffDesk } from './staff-desk.js'
import { Visitor } from './visitor.js'

let office: ColleaguesDesk
let desk: TestStaffDesk
const as = (id: string) => office.as(id)

beforeAll(async () => {
  office = await colleaguesDesk()
  desk = office.desk
  const topics = [
    { key: 'personeel', team: 'personeel' },
    { key: '=HYPERLINK("x")', team: 'personeel' },
  ]
  const plan = { seed: 7, bodies: 20, questions: 800, until: desk.clock.now(), topics }
  await loadYear({ dataDir: desk.dataDir, databaseUrl: null }, syntheticYear(plan))
}, 60_000)
afterAll(() => office?.stop())

const TABLES = [
  'themas-en-afloop',
  'themas-per-week-en-soort',
  'themas-per-week',
  'themas-per-soort',
  'stijgende-themas',
  'ontbrekende-documenten',
  'werktijd-tot-antwoord',
  'boekingen-per-niveau',
  'vragen-per-uur',
]

describe('what questions tell, on the staff desk', { timeout: 30_000 }, () => {
  it('is for leads, and not for other colleagues or strangers', async () => {
    const [an, lena] = [await as('an-peeters'), await as('lena-dewaele')]
    for (const path of ['', ...TABLES.map((name) => `/${name}.csv`)]) {
      expect([path, (await an.once(`${desk.url}/staff/insights${path}`)).status]).toEqual([path, 403])
      expect([path, (await lena.once(`${desk.url}/staff/insights${path}`)).status]).toEqual([path, 200])
      expect((await new Visitor().once(`${desk.url}/staff/insights${path}`)).status).toBe(303)
    }
    expect((await an.get(`${desk.url}/staff`)).text).not.toContain('/staff/insights')
    expect((await lena.get(`${desk.url}/staff`)).text).toContain('href="/staff/insights"')
    expect((await lena.once(`${desk.url}/staff/insights/constructor.csv`)).status).toBe(404)
  })

  it('shows no figure from 1 to 4 in any table, and no question in a file', async () => {
    const lena = await as('lena-dewaele')
    const counted = TABLES.filter((name) => !/^(stijgende|werktijd)/.test(name))
    for (const name of counted) {
      const { text } = await lena.once(`${desk.url}/staff/insights/${name}.csv?periode=52`)
      const lines = text.trim().split('\r\n').slice(1)
      // The last of a line is always a count; before it stand weeks, hours and levels too.
      const small = lines.filter((line) => /;[0-4]$/.test(line))
      expect([name, small]).toEqual([name, []])
      expect(text).not.toMatch(/Mogen we|Wie betaalt|Hoe regelen wij/)
      expect(lines.length).toBeGreaterThan(1)
    }
    const page = (await lena.get(`${desk.url}/staff/insights?periode=52`)).text
    expect(page).toMatch(/Mogen we|Wie betaalt|Hoe regelen wij/)
    expect(page.match(/<td class="figure">[1-4]<\/td>/g)).toBeNull()
    expect(page).toContain('&lt; 5')
    expect(page).not.toMatch(/ style=|<style/)
  })

  it('names themes as text, on the page and in a spreadsheet', async () => {
    const lena = await as('lena-dewaele')
    const { text } = await lena.once(`${desk.url}/staff/insights/themas-en-afloop.csv?periode=52`)
    expect(text).toContain(`"'=HYPERLINK(""x"")";`)
    expect(text.startsWith('Thema;Geholpen;')).toBe(true)
    expect((await lena.get(`${desk.url}/staff/insights?periode=52`)).text).toContain(
      '=HYPERLINK(&quot;x&quot;)',
    )
  })

  it.each(['=1+1', '+1', '-1', '@a', '\t=1', ' =1'])('keeps %j from being a formula', (cell) => {
    expect(csvOf([[cell]])).toBe(`\uFEFF'${cell}\r\n`)
  })

  it('writes down who took a table along', async () => {
    const lena = await as('lena-dewaele')
    await lena.once(`${desk.url}/staff/insights/themas-per-soort.csv?periode=26`)
    const [last] = await desk.store.audit.read({ before: null, limit: 1 })
    expect(last).toMatchObject({
      actor: 'lena-dewaele',
      action: 'insights.download',
      subject: 'themas-per-soort 26',
    })
  })

  it('says so when there are too few questions to show anything', async () => {
    const empty = await testStaffDesk()
    const visitor = new Visitor()
    const code = new URL(await empty.link()).searchParams.get('code') ?? ''
    await visitor.post(`${empty.url}/staff/sign-in/link`, { code })
    const { status, text } = await visitor.get(`${empty.url}/staff/insights`)
    expect([status, text.includes('Te weinig vragen in deze periode')]).toEqual([200, true])
    await empty.stop()
  })
})
