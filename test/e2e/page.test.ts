import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { message } from '../fakes/web-desk.js'
import { startBrowser } from './browser.js'
import { type PageDesk, pageDesk } from './page-desk.js'
import { PASSAGES, sampleAnswer } from './samples.js'

const DESKTOP = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 640 }
/** A question that stays open until the test answers it. */
const SLOW = 'Denk eens rustig na.'

let browser: Browser
let served: PageDesk
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await startBrowser()
  served = await pageDesk((incoming) => (incoming.text === SLOW ? null : sampleAnswer(incoming)), PASSAGES)
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

beforeEach(() => visit(DESKTOP))
afterEach(() => context.close())

async function visit(viewport: typeof DESKTOP): Promise<void> {
  await context?.close()
  context = await browser.newContext({ viewport, locale: 'nl-BE', reducedMotion: 'reduce' })
  page = await context.newPage()
  page.setDefaultTimeout(8000)
  await page.goto(served.url)
}

async function ask(text: string): Promise<void> {
  await page.getByLabel('Uw vraag').fill(text)
  await page.getByRole('button', { name: 'Verstuur' }).click()
}

const deskMessages = () => page.locator('.message.desk')

async function violations(): Promise<readonly string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

/** What has the focus: its tag when it is a field, else its words. */
async function focused(): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    return element?.tagName === 'TEXTAREA' ? 'textarea' : (element?.textContent?.trim() ?? '')
  })
}

async function tabTo(words: string, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  for (let step = 0; step < 20; step += 1) {
    if ((await focused()).startsWith(words)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never reached: ${words}`)
}

describe('the member’s page', { timeout: 30_000 }, () => {
  it('tells before the first question that one talks to an AI', async () => {
    expect(
      await page.getByRole('heading', { name: 'U praat met een digitale assistent (AI)' }).isVisible(),
    ).toBe(true)
  })

  it('answers with sources that open to the quote, with date and whose words they are', async () => {
    await ask('Wie zijn de leden?')
    const source = deskMessages().first().locator('details').first()
    await source.getByText('De leden van VVSG, Gemeenten en OCMW’s').click()
    expect(await source.locator('blockquote').textContent()).toBe(
      'VVSG telt 300 gemeenten en 300 OCMW’s onder haar leden.',
    )
    expect(await source.textContent()).toContain('Onze samenvatting van: VVSG, Over ons')
    expect(await source.locator('.date').textContent()).toBe('(1 februari 2025)')
    expect(await source.getByRole('link', { name: 'Naar de bron zelf' }).getAttribute('href')).toBe(
      'https://www.vvsg.be/over-ons',
    )
    expect(await deskMessages().first().locator('.text li').allTextContents()).toHaveLength(3)
  })

  it('shows what is written so far until the reply is there, and reads out the status alone', async () => {
    await ask(SLOW)
    await expect.poll(() => served.desk.received.at(-1)?.text).toBe(SLOW)
    const writing = { step: 'writing', status: 'Ik schrijf het antwoord.', sentences: [] } as const
    const [first, second] = ['VVSG telt <b>300</b> gemeenten.', 'Ook 110 politiezones zijn lid.']
    const provisional = page.getByRole('article', { name: 'Assistent, nog niet klaar' })
    served.show(writing)
    const status = page.getByRole('status').filter({ hasText: writing.status })
    await status.waitFor()
    expect(await provisional.count()).toBe(0)
    served.show({ ...writing, sentences: [first] })
    await provisional.getByText(first, { exact: true }).waitFor()
    served.show({ ...writing, sentences: [first, second] })
    await provisional.getByText(`${first} ${second}`).waitFor()
    expect(await status.getAttribute('aria-live')).toBe('polite')
    expect(await provisional.evaluate((element) => element.closest('[aria-live], [role=log]'))).toBeNull()
    expect(await violations()).toEqual([])
    served.desk.finish(served.desk.received.at(-1)?.eventId ?? '', [message(`${first} Zo is het.`)])
    await deskMessages().getByText('Zo is het.').waitFor()
    served.show(null)
    await expect.poll(() => provisional.count()).toBe(0)
    expect(await page.locator('#working').textContent()).toBe('')
    expect(await page.locator('.message .text').allTextContents()).toEqual([SLOW, `${first} Zo is het.`])
  })

  it('takes away what was shown when the turn fails or the line breaks', async () => {
    await ask(SLOW)
    await expect.poll(() => served.desk.received.at(-1)?.text).toBe(SLOW)
    const provisional = page.locator('#provisional')
    const shown = { step: 'writing', status: 'Ik schrijf het antwoord.', sentences: ['Half'] } as const
    served.show(shown)
    await provisional.waitFor()
    served.show(null)
    await provisional.waitFor({ state: 'hidden' })
    await page.getByText('De assistent zoekt in de documenten').waitFor()
    served.show(shown)
    await provisional.waitFor()
    await served.stop()
    await provisional.waitFor({ state: 'hidden' })
    await served.start()
  })

  it('marks an English quote as English and gives no link where a source has no address', async () => {
    await ask('Wie zijn de leden?')
    const source = deskMessages().first().locator('details').nth(1)
    await source.locator('summary').click()
    expect(await source.locator('blockquote').getAttribute('lang')).toBe('en')
    expect(await source.locator('.original').isVisible()).toBe(false)
    expect(await source.locator('.date').textContent()).toBe('(circa 2013)')
  })

  it('opens the quoted passage within its document', async () => {
    await ask('Wie zijn de leden?')
    const source = deskMessages().first().locator('details').first()
    await source.locator('summary').click()
    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      source.getByRole('link', { name: 'Lees de passage' }).click(),
    ])
    await opened.waitForLoadState()
    expect(await opened.locator('mark').textContent()).toContain('VVSG telt 300 gemeenten')
    expect(await opened.getByRole('heading', { name: 'Politiezones' }).isVisible()).toBe(true)
    page = opened
    expect(await violations()).toEqual([])
  })

  it('hands over at the press of a button, and shows the reference', async () => {
    await ask('Wie zijn de leden?')
    await page.getByRole('button', { name: 'Stel mijn vraag aan VVSG' }).click()
    await expect.poll(() => deskMessages().count()).toBe(2)
    expect(await deskMessages().nth(1).textContent()).toContain('VB-2026-0001')
    expect(await page.getByRole('button', { name: 'Dit helpt' }).getAttribute('aria-disabled')).toBe('true')
  })

  it('shows what was asked in every tab of the browser, also what is asked later', async () => {
    await ask('Wie zijn de leden?')
    await deskMessages().first().waitFor()
    const second = await context.newPage()
    await second.goto(served.url)
    const own = second.locator('.message.own')
    await own.getByText('Wie zijn de leden?').waitFor()
    await ask('Wanneer zijn jullie open?')
    await own.getByText('Wanneer zijn jullie open?').waitFor()
    expect(await own.count()).toBe(2)
  })

  it('offers the readings of an ambiguous question as buttons', async () => {
    await ask('Wat is een PV?')
    await page.getByRole('button', { name: 'proces-verbaal' }).click()
    await page.getByText('U koos: proces-verbaal').waitFor()
  })

  it.each([
    ['desktop', DESKTOP],
    ['a phone of 360 pixels', PHONE],
  ])('has nothing for axe to complain about on %s, before and after an answer', async (_, viewport) => {
    await visit(viewport)
    expect(await violations()).toEqual([])
    await ask('Wie zijn de leden?')
    await deskMessages().first().locator('summary').first().click()
    await page.getByRole('button', { name: 'Stel mijn vraag aan VVSG' }).click()
    await expect.poll(() => deskMessages().count()).toBe(2)
    await ask('Wat is een PV?')
    await expect.poll(() => deskMessages().count()).toBe(3)
    expect(await violations()).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(viewport.width)
  })

  it('can be used by keyboard alone, with a visible focus and without losing it', async () => {
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Ga naar het vraagveld')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Wie zijn de leden?')
    await page.keyboard.press('Enter')
    await deskMessages().first().waitFor()
    expect(await focused()).toBe('textarea')
    await tabTo('Dit helpt', 'Shift+Tab')
    expect(
      await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle),
    ).toBe('solid')
    await tabTo('SPIDER', 'Shift+Tab')
    await page.keyboard.press('Enter')
    expect(await page.locator('details[open]').count()).toBe(1)
    await tabTo('Dit helpt', 'Tab')
    await page.keyboard.press('Space')
    await page.getByText('Fijn dat dit helpt.').waitFor()
    expect(await focused()).toBe('textarea')
  })

  it('reads answers out: the log is live, and the field keeps its label and its error', async () => {
    const log = page.getByRole('log')
    expect(await log.getAttribute('aria-live')).toBe('polite')
    await page.getByRole('button', { name: 'Verstuur' }).click()
    expect(await page.getByRole('alert').textContent()).toBe('Typ eerst een vraag.')
    expect(await page.getByLabel('Uw vraag').getAttribute('aria-invalid')).toBe('true')
  })

  it('goes on after a restart of the server: says so, sends what waited, doubles nothing', async () => {
    await ask('Een')
    await page.getByText('Een', { exact: true }).nth(1).waitFor()
    await served.stop()
    await page.getByText('Geen verbinding').waitFor()
    await ask('Twee')
    await page.getByText('Nog niet verstuurd').waitFor()
    await served.start()
    await expect.poll(() => deskMessages().allTextContents(), { timeout: 15_000 }).toHaveLength(2)
    const conversation = served.desk.received.at(-1)?.conversation
    if (conversation === undefined) throw new Error('nothing was received')
    served.desk.say(conversation, message('Dag, ik ben Els van VVSG.', { kind: 'staff-reply' }))
    await page.getByText('Dag, ik ben Els van VVSG.').waitFor({ timeout: 15_000 })
    expect(await page.getByText('Nog niet verstuurd').count()).toBe(0)
    const texts = await page.locator('.message .text').allTextContents()
    expect(texts).toEqual(['Een', 'Een', 'Twee', 'Twee', 'Dag, ik ben Els van VVSG.'])
  })

  it('shows the conversation again after a reload, in order', async () => {
    await ask('Een')
    await expect.poll(() => deskMessages().count()).toBe(1)
    await ask('Twee')
    await expect.poll(() => deskMessages().count()).toBe(2)
    await page.reload()
    await expect
      .poll(() => page.locator('.message .text').allTextContents())
      .toEqual(['Een', 'Een', 'Twee', 'Twee'])
    await page.getByRole('button', { name: 'Nieuw gesprek' }).click()
    await expect.poll(() => page.locator('.message').count()).toBe(0)
  })

  it('starts anew when the conversation is not of this browser any more', async () => {
    await ask('Een')
    await expect.poll(() => deskMessages().count()).toBe(1)
    await context.clearCookies()
    await ask('Twee')
    await page.getByText('Uw vorige gesprek is niet meer beschikbaar').waitFor()
    await expect.poll(() => deskMessages().allTextContents()).toHaveLength(1)
    expect(await deskMessages().first().textContent()).toContain('Twee')
  })

  it('asks nothing of another machine', async () => {
    const foreign: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(served.url)) foreign.push(request.url())
    })
    await page.reload()
    await ask('Wie zijn de leden?')
    await deskMessages().first().locator('summary').first().click()
    expect(foreign).toEqual([])
  })
})
