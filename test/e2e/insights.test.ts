import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestStaffDesk, testStaffDesk } from '../http/staff/staff-desk.js'
import { loadYear } from '../insights/load-rows.js'
import { syntheticYear } from '../insights/synthetic-year.js'
import { startBrowser } from './browser.js'

const SIZES = [
  { width: 1280, height: 900 },
  { width: 400, height: 800 },
]

let browser: Browser
let desk: TestStaffDesk
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  browser = await startBrowser()
  desk = await testStaffDesk()
  const { topics } = desk.parts.topics
  const plan = { seed: 7, bodies: 300, questions: 100_000, until: desk.clock.now(), topics }
  await loadYear({ dataDir: desk.dataDir, databaseUrl: null }, syntheticYear(plan))
  page = await (await browser.newContext({ locale: 'nl-BE' })).newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
  await page.goto(await desk.link())
  await page.locator('main form button').first().click()
  await page.waitForURL(`${desk.url}/staff**`)
}, 90_000)

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

async function violations(): Promise<readonly string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

describe('what questions tell in a browser', { timeout: 90_000 }, () => {
  it.each(
    SIZES,
  )('has nothing for axe to complain about at $width pixels, and nothing sticks out', async (size) => {
    await page.setViewportSize(size)
    await page.goto(`${desk.url}/staff/insights?periode=52`)
    expect(await violations()).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width)
    const name = size.width === 400 ? 'insights-phone' : 'insights'
    const path = fileURLToPath(new URL(`screenshots/${name}.png`, import.meta.url))
    await page.screenshot({ path, fullPage: true })
    for (const details of await page.locator('details:not(.account) > summary').all()) await details.click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width)
  })

  it('draws under the strict policy: coloured by its own style sheet, without a complaint', async () => {
    const colours = await page
      .locator('svg rect')
      .evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).fill))])
    expect(colours.length).toBeGreaterThan(8)
    expect(colours).not.toContain('rgb(0, 0, 0)')
    expect(complaints).toEqual([])
  })

  it('shows another period and one kind of body when asked to', async () => {
    await page.getByLabel('Periode', { exact: true }).selectOption('13')
    await page.getByLabel('Soort bestuur', { exact: true }).selectOption('OCMW')
    await page.getByRole('button', { name: 'Toon', exact: true }).click()
    await page.getByRole('heading', { name: 'Vragen per week: OCMW' }).waitFor()
    expect(new URL(page.url()).search).toBe('?periode=13&soort=ocmw')
  })
})
