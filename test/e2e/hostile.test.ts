import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Passage } from '../../src/knowledge/passage.js'
import { message } from '../fakes/web-desk.js'
import { startBrowser } from './browser.js'
import { HOSTILE_TEXTS } from './hostile-texts.js'
import { type PageDesk, pageDesk } from './page-desk.js'
import { PASSAGES } from './samples.js'

let browser: Browser
let served: PageDesk
let page: Page
const foreign: string[] = []

/** Every text of a message is the hostile one, and every address that can be. */
function hostile(text: string) {
  const citation = {
    document: text,
    title: text,
    section: text,
    url: text,
    date: text,
    quote: text,
    kind: 'samenvatting',
    source: text,
    passage: text,
  } as const
  return message(text, {
    citations: [citation, { ...citation, url: `javascript:document.title='XSS'//${text}` }],
    actions: [{ name: 'choose', label: text, value: text }],
    ticket: { reference: `VB-${text}`, topic: text },
  })
}

function hostilePassage(text: string, position: number): Passage {
  const [first] = PASSAGES
  if (first === undefined) throw new Error('There is no sample passage')
  const document = { ...first.document, id: 'vijandig', title: text, source: text, url: text, date: text }
  return {
    ...first,
    id: `vijandig#${position}`,
    document,
    section: [text],
    position,
    text: `${text} en meer`,
  }
}

beforeAll(async () => {
  browser = await startBrowser()
  served = await pageDesk(({ text }) => [hostile(text)], HOSTILE_TEXTS.map(hostilePassage))
  page = await browser.newPage()
  page.setDefaultTimeout(8000)
  page.on('request', (request) => {
    if (!request.url().startsWith(served.url)) foreign.push(request.url())
  })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

describe('a text that would like to be a script', { timeout: 60_000 }, () => {
  it('stays a text in questions, answers, sources, buttons and tickets', async () => {
    await page.goto(served.url)
    const title = await page.title()
    for (const [at, text] of HOSTILE_TEXTS.entries()) {
      await page.getByLabel('Uw vraag').fill(text)
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('.message.desk').count()).toBe(at + 1)
    }
    const answered = page.locator('.message.desk')
    for (const details of await answered.locator('summary').all()) await details.click()
    for (const button of await answered.locator('button').all()) await button.hover()
    expect(await page.title()).toBe(title)
    expect(await answered.locator('script, img, svg, iframe, style, link, form, meta, base').count()).toBe(0)
    expect(await page.locator('a[href^="javascript"], a[href^="data"]').count()).toBe(0)
    expect(foreign).toEqual([])
  })

  it('stays a text on the page of a source, in the document and in the address', async () => {
    for (const text of HOSTILE_TEXTS) {
      await page.goto(`${served.url}/bron/vijandig?citaat=${encodeURIComponent(text)}`)
      expect(await page.title()).not.toBe('XSS')
      expect(await page.locator('main').locator('script, svg, iframe, style, form, img').count()).toBe(0)
    }
    expect(await page.locator('main mark').count()).toBe(1)
    expect(foreign).toEqual([])
  })
})
