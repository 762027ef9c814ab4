import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestStaffDesk, testStaffDesk } from '../http/staff/staff-desk.js'
import { startBrowser } from './browser.js'
import { HOSTILE_TEXTS } from './hostile-texts.js'

let browser: Browser
let desk: TestStaffDesk
let page: Page
/** Everything a script that ran, or wanted to, would leave behind. */
const signs: string[] = []

beforeAll(async () => {
  browser = await startBrowser()
  desk = await testStaffDesk()
  const context = await browser.newContext({ locale: 'nl-BE' })
  await context.exposeFunction('toldByPage', (what: string) => signs.push(what))
  await context.addInitScript(`
    document.addEventListener('securitypolicyviolation', (event) => toldByPage('policy: ' + event.violatedDirective))
  `)
  page = await context.newPage()
  page.setDefaultTimeout(8000)
  page.on('dialog', (dialog) => signs.push(`dialog: ${dialog.message()}`))
  page.on('pageerror', (error) => signs.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') signs.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(desk.url)) signs.push(`request: ${request.url()}`)
  })
  await page.goto(await desk.link())
  await page.getByRole('button', { name: 'Meld mij aan' }).click()
  await page.waitForURL(`${desk.url}/staff`)
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

/** Markup that no text of anybody may have become. */
async function foreignMarkup(): Promise<number> {
  const tags = 'script, img, svg, math, iframe, style, base, object, embed, [onload], [onerror], [ontoggle]'
  const inside = await page.locator('main').locator(tags).count()
  return inside + (await page.locator('a[href^="javascript" i], a[href^="data" i], meta[http-equiv]').count())
}

/** Opens a page, presses everything that opens, and looks for what should not be there. */
async function visit(path: string): Promise<void> {
  await page.goto(desk.url + path)
  for (const summary of await page.locator('main summary').all()) await summary.click()
  expect([path, await page.title()]).not.toEqual([path, 'XSS'])
  expect([path, await foreignMarkup()]).toEqual([path, 0])
}

async function hostileTicket(text: string): Promise<string> {
  const asker = { body: text, kind: 'gemeente', name: text, person: text } as const
  const found = [
    { passage: text, score: 0.1, why: text },
    { passage: 'over-vvsg/leden#0', score: 0.2, why: text },
  ]
  const reference = await desk.ask(text, { asker, reason: text, topic: text, found, messageId: 'm0' })
  const staff = { kind: 'staff', id: text, name: text } as const
  const member = { kind: 'member' } as const
  const events = [
    { kind: 'claimed', actor: staff, text: '' },
    { kind: 'replied', actor: staff, text },
    { kind: 'asked-back', actor: staff, text },
    { kind: 'note', actor: staff, text },
    { kind: 'added', actor: member, text, messageId: 'm1' },
    { kind: 'edited', actor: member, text: `${text} opnieuw`, messageId: 'm1' },
    { kind: 'reassigned', actor: staff, text },
    { kind: 'topic', actor: staff, text },
    { kind: 'published', actor: staff, text },
  ] as const
  const work = { update: {}, events, messages: [], due: [] }
  await desk.store.tickets.change(reference, () => ({ kind: 'do', work }), desk.clock.now(), `h-${reference}`)
  return reference
}

describe('a text that would like to be a script', { timeout: 120_000 }, () => {
  it('stays a text in the queue and on the page of its ticket', async () => {
    const references: string[] = []
    // A null character is no text in a database either.
    for (const text of HOSTILE_TEXTS) references.push(await hostileTicket(text.replaceAll('\0', '')))
    await visit('/staff?team=alle')
    for (const reference of references) await visit(`/staff/tickets/${reference}`)
    expect(await page.locator('.thread .text').count()).toBeGreaterThan(3)
    expect(signs).toEqual([])
  })

  it('stays a text in answers, in the form for a new one, and in the trail', async () => {
    const text = HOSTILE_TEXTS.join(' ').replaceAll('\0', '')
    const reference = await hostileTicket(text)
    const now = desk.clock.now()
    const draft = {
      audience: 'publiek',
      language: 'nl',
      reviewBy: '2027-01-01',
      author: text,
      authorName: text,
    } as const
    const texts = { title: text, question: text, answer: text, source: text, ticket: null }
    const { id } = await desk.store.publishedAnswers.add({ ...draft, ...texts }, 'form-of-a-test', now)
    const entry = {
      at: now.toISOString(),
      actor: text,
      actorName: text,
      action: text,
      subject: text,
      outcome: text,
    }
    await desk.store.audit.write(entry)
    for (const path of [
      '/staff/answers',
      `/staff/answers/${id}`,
      `/staff/answers/new?vraag=${reference}`,
      '/staff/audit',
      '/staff/troubles',
    ]) {
      await visit(path)
    }
    expect(signs).toEqual([])
  })

  it('stays a text when it stands in the address', async () => {
    for (const text of HOSTILE_TEXTS) {
      const query = encodeURIComponent(text)
      await visit(`/staff?zoek=${query}&team=${query}&van=${query}&stand=${query}`)
    }
    const query = encodeURIComponent(HOSTILE_TEXTS.join(' '))
    await visit(`/staff/sign-in?naar=${query}`)
    await visit(`/staff/sign-in/link?code=${query}`)
    expect(signs).toEqual([])
  })

  it('stays a text when the page brings itself up to date', async () => {
    const reference = await desk.ask('Wat komt er nu bij?')
    await page.goto(`${desk.url}/staff/tickets/${reference}`)
    const member = { kind: 'member' } as const
    const events = HOSTILE_TEXTS.map((text) => ({
      kind: 'added' as const,
      actor: member,
      text: text.replaceAll('\0', ''),
    }))
    const work = { update: {}, events, messages: [], due: [] }
    await desk.store.tickets.change(reference, () => ({ kind: 'do', work }), desk.clock.now(), 'all-of-it')
    await expect
      .poll(() => page.locator('.bubble.member').count(), { timeout: 8000 })
      .toBe(HOSTILE_TEXTS.length + 1)
    expect(await foreignMarkup()).toBe(0)
    expect(signs).toEqual([])
  })

  it('would have been noticed: the same page tells of a script that tries', async () => {
    await page
      .evaluate(() => {
        const script = document.createElement('script')
        script.setAttribute('src', 'https://evil.example/x.js')
        document.body.append(script)
      })
      .catch(() => {})
    await expect
      .poll(() => signs.some((sign) => sign.startsWith('policy:') || sign.startsWith('console:')))
      .toBe(true)
  })
})
