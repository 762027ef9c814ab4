import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from './browser.js'
import { buildProgram, type ServedDesk, startServe } from './serve.js'

const SATURDAY_NIGHT = ['--now', '2026-11-21T23:10:00+01:00']

let browser: Browser
let page: Page
let dataDir: string
let desk: ServedDesk

beforeAll(async () => {
  buildProgram()
  dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-story-'))
  desk = await startServe(dataDir, {}, SATURDAY_NIGHT)
  browser = await startBrowser()
  const context = await browser.newContext({ viewport: { width: 1100, height: 1000 }, locale: 'nl-BE' })
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
}, 90_000)

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const messages = (kind: string) => page.locator(`.message.kind-${kind}`)

async function ask(question: string): Promise<void> {
  await page.getByLabel('Uw vraag').fill(question)
  await page.keyboard.press('Enter')
}

describe('a member on the web page of a real desk', { timeout: 90_000 }, () => {
  it('is told about the AI, gets an answer, and reads the passage it comes from', async () => {
    await page.goto(desk.url)
    await page.getByRole('button', { name: 'Wie zijn de leden van VVSG?' }).click()
    await messages('answer').first().waitFor()
    expect(await messages('notice').first().textContent()).toContain('AI-systeem')
    const source = messages('answer').first().locator('details').first()
    await source.locator('summary').click()
    const quote = await source.locator('blockquote').textContent()
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      source.getByRole('link', { name: 'Lees de passage' }).click(),
    ])
    await opened.waitForLoadState()
    expect(await opened.locator('mark').textContent()).toContain(quote)
    await opened.close()
  })

  it('is handed over with a reference and an honest word about when staff are there', async () => {
    await ask('Hoeveel verlofdagen heeft een OCMW-medewerker recht op?')
    await messages('hand-over').first().waitFor()
    const text = (await messages('hand-over').first().textContent()) ?? ''
    expect(text).toContain('VB-2026-0001')
    expect(text).toContain('maandag 23 november om 8.30 uur')
  })

  it('goes on in the same conversation after the desk was restarted', async () => {
    const before = await page.locator('.message').count()
    const { port } = new URL(desk.url)
    expect(await desk.stop()).toBe(0)
    await page.getByText('Geen verbinding').waitFor()
    await ask('Hoeveel politiezones zijn lid?')
    desk = await startServe(dataDir, { PORT: port }, SATURDAY_NIGHT)
    await expect.poll(() => page.locator('.message').count(), { timeout: 30_000 }).toBe(before + 2)
    expect(await messages('answer').last().textContent()).toContain('110')
    expect(await messages('notice').count()).toBe(1)
  })

  it('has nothing for axe to complain about', async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  })
})
