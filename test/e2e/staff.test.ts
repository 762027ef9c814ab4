import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openIdProvider } from '../fakes/open-id-provider.js'
import { PEOPLE, type TestStaffDesk, testStaffDesk } from '../http/staff/staff-desk.js'
import { startBrowser } from './browser.js'

const DESKTOP = { width: 1280, height: 900 }
const PHONE = { width: 400, height: 800 }

let browser: Browser
let desk: TestStaffDesk
let stopProvider: () => Promise<void>
const complaints: string[] = []

beforeAll(async () => {
  browser = await startBrowser()
  desk = await testStaffDesk({
    openId: async (url) => {
      const accounts = PEOPLE.map(({ id, name, mail }) => ({ sub: id, name, email: mail }))
      const provider = await openIdProvider(accounts, `${url}/staff/sign-in/callback`)
      stopProvider = provider.stop
      const { issuer, clientId, clientSecret } = provider
      return { issuer, clientId, clientSecret, tenants: [] }
    },
  })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await stopProvider?.()
  await desk?.stop()
})

/** A colleague's own browser, signed in at the provider. */
async function as(id: string, viewport = DESKTOP, script = true): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    locale: 'nl-BE',
    reducedMotion: 'reduce',
    javaScriptEnabled: script,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(8000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    const own = message.location().url.startsWith(desk.url)
    if (own && message.type() === 'error' && !message.text().includes('409')) complaints.push(message.text())
  })
  await page.goto(`${desk.url}/staff`)
  await page.getByRole('link', { name: 'Aanmelden met uw werkaccount' }).click()
  await page.waitForURL('**/choose/**')
  await page.goto(`${page.url()}?as=${id}`)
  await page.waitForURL(`${desk.url}/staff**`)
  return page
}

const open = (page: Page, reference: string) => page.goto(`${desk.url}/staff/tickets/${reference}`)
const reply = (page: Page) => page.getByLabel('Dit leest het lid')
const note = (page: Page) => page.getByLabel('Alleen voor collega’s: het lid ziet dit nooit')

async function violations(page: Page): Promise<readonly string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

function screenshot(page: Page, name: string): Promise<Buffer> {
  const path = fileURLToPath(new URL(`screenshots/${name}.png`, import.meta.url))
  return page.screenshot({ path, fullPage: true })
}

/** A ticket with something of everything in it. */
async function fullTicket(): Promise<string> {
  const asker = { body: 'Gemeente Zonnegem', kind: 'gemeente', name: 'Els Janssens', person: 'p1' } as const
  const reference = await desk.ask('Hoeveel dagen verlof krijgt een mantelzorger bij ons?', {
    asker,
    urgent: true,
    messageId: 'm0',
  })
  const member = { kind: 'member' } as const
  const an = { kind: 'staff', id: 'an-peeters', name: 'An Peeters' } as const
  const events = [
    { kind: 'claimed', actor: an, text: '' },
    { kind: 'asked-back', actor: an, text: 'Gaat het om een statutaire medewerker?' },
    { kind: 'added', actor: member, text: 'Ja, halftijds.', messageId: 'm1' },
    { kind: 'edited', actor: member, text: 'Ja, halftijds, sinds 2024.', messageId: 'm1' },
    { kind: 'added', actor: member, text: 'Oei, verkeerde bijlage', messageId: 'm2' },
    { kind: 'deleted', actor: member, text: '', messageId: 'm2' },
    { kind: 'note', actor: an, text: 'Zie ook het dossier van vorige maand.' },
  ] as const
  const update = { state: 'claimed', claimedBy: 'an-peeters' } as const
  const work = { update, events, messages: [], due: [] }
  await desk.store.tickets.change(
    reference,
    () => ({ kind: 'do', work }),
    desk.clock.now(),
    `full-${reference}`,
  )
  return reference
}

describe('the staff desk in a browser', { timeout: 90_000 }, () => {
  const ALL_PAGES = ['/staff/answers/new', '/staff/answers', '/staff/troubles', '/staff/audit', '/staff/help']

  it.each([
    ['desktop', DESKTOP, ALL_PAGES],
    ['a phone of 400 pixels', PHONE, []],
  ])('has nothing for axe to complain about on %s, and nothing sticks out', async (_, viewport, more) => {
    const page = await as('lena-dewaele', viewport)
    const reference = await fullTicket()
    for (const path of ['/staff?team=alle', `/staff/tickets/${reference}`, ...more]) {
      await page.goto(desk.url + path)
      expect([path, await violations(page)]).toEqual([path, []])
      expect([path, await width(page)]).toEqual([path, viewport.width])
    }
    await page.locator('.account summary').click()
    await page.getByRole('button', { name: 'Afmelden', exact: true }).click()
    await page.getByText('U bent afgemeld.').waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  it('is photographed: the queue and a ticket, wide and narrow', async () => {
    await desk.ask('Mogen we een zitting van het vast bureau digitaal houden?', {
      team: 'bestuur-organisatie',
      topic: 'bestuur',
    })
    await desk.ask('Welke termijn geldt voor de oproeping van de raad?', {
      team: 'bestuur-organisatie',
      topic: 'bestuur',
    })
    const reference = await fullTicket()
    for (const [name, viewport] of [
      ['staff', DESKTOP],
      ['staff-phone', PHONE],
    ] as const) {
      const page = await as('an-peeters', viewport)
      await page.goto(`${desk.url}/staff?team=alle`)
      await screenshot(page, `${name}-queue`)
      await open(page, reference)
      await screenshot(page, `${name}-ticket`)
      await page.context().close()
    }
  })

  it('shows what comes in, and who has it, without reloading', async () => {
    const page = await as('an-peeters')
    const reference = await desk.ask('Komt dit vanzelf tevoorschijn?')
    await page.getByText('Komt dit vanzelf tevoorschijn?').waitFor()
    const other = await as('bo-claes')
    await open(other, reference)
    await other.getByRole('button', { name: 'Neem op' }).click()
    await page.locator(`#${reference}`).getByText('Bo Claes').waitFor()
    for (const one of [page, other]) await one.context().close()
  })

  it('keeps what is typed over a reload, and forgets it once it was sent', async () => {
    const page = await as('an-peeters')
    const reference = await desk.ask('Wat met een ontwerp?')
    await open(page, reference)
    await reply(page).fill('Half een antwoord')
    await page.reload()
    expect(await reply(page).inputValue()).toBe('Half een antwoord')
    await page.getByText('Ontwerp van daarnet teruggezet.').waitFor()
    await page.getByRole('button', { name: 'Verstuur antwoord' }).click()
    await page.getByText('Uw antwoord is op weg naar het lid.').waitFor()
    await page.reload()
    expect(await reply(page).inputValue()).toBe('')
    await page.context().close()
  })

  it('loses nothing when two type at once: the second sees the first’s answer before anything is sent', async () => {
    const [an, bo] = [await as('an-peeters'), await as('bo-claes')]
    const reference = await desk.ask('Wie antwoordt er eerst?')
    await open(an, reference)
    await open(bo, reference)
    await bo.waitForTimeout(300)
    await reply(an).pressSequentially('Ik ben eerst')
    await bo.getByText('An Peeters is hier ook aan het schrijven.').first().waitFor()
    await reply(bo).fill('Ik was ook bezig')
    await an.getByRole('button', { name: 'Verstuur antwoord' }).click()
    await bo.locator('#thread').getByText('Ik ben eerst').waitFor()
    await bo.getByText('Er kwam iets bij terwijl u schreef.').waitFor()
    expect(await reply(bo).inputValue()).toBe('Ik was ook bezig')
    await bo.getByRole('button', { name: 'Verstuur antwoord' }).click()
    await bo.getByRole('alert').getByText('gewijzigd sinds u ze opende').waitFor()
    expect(await bo.locator('textarea#typed').inputValue()).toBe('Ik was ook bezig')
    const events = await desk.store.tickets.events(reference)
    expect(events.map(({ kind }) => kind)).toEqual(['opened', 'claimed', 'replied'])
    for (const page of [an, bo]) await page.context().close()
  })

  it('goes on after one looked at what changed', async () => {
    const page = await as('an-peeters')
    const reference = await desk.ask('Komt er nog iets bij?')
    await open(page, reference)
    await page.waitForTimeout(300)
    await reply(page).fill('Dit is mijn antwoord')
    const event = { kind: 'added', actor: { kind: 'member' }, text: 'Nog een detail' } as const
    const work = { update: {}, events: [event], messages: [], due: [] }
    await desk.store.tickets.change(reference, () => ({ kind: 'do', work }), desk.clock.now(), 'more')
    await page.locator('.is-new').getByText('Nog een detail').waitFor()
    await page.getByRole('button', { name: 'Nagekeken, ga verder' }).click()
    await page.getByRole('button', { name: 'Verstuur antwoord' }).click()
    await page.getByText('Uw antwoord is op weg naar het lid.').waitFor()
    await page.context().close()
  })

  it('is used by keyboard: to a question, take it up, answer, note', async () => {
    const page = await as('bo-claes')
    const reference = await desk.ask('Kan dit zonder muis?', { urgent: true })
    await page.goto(`${desk.url}/staff?zoek=muis`)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/${reference}`)
    await page.keyboard.press('o')
    await page.getByText('U hebt deze vraag opgenomen.').waitFor()
    await page.keyboard.press('n')
    await page.keyboard.type('Nakijken: nor jor')
    await page.keyboard.press('Control+Enter')
    await page.getByText('De notitie is bewaard').waitFor()
    await page.keyboard.press('r')
    await page.keyboard.type('Zeker')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Uw antwoord is op weg naar het lid.').waitFor()
    const events = await desk.store.tickets.events(reference)
    expect(events.map(({ kind, text }) => `${kind} ${text}`.trim())).toEqual([
      'opened',
      'claimed',
      'note Nakijken: nor jor',
      'replied Zeker',
    ])
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: 'Hulp en sneltoetsen' }).waitFor()
    await page.getByRole('button', { name: 'Sneltoetsen aan of uit zetten' }).click()
    await page.keyboard.press('Escape')
    await page.locator('h1').click()
    await page.keyboard.press('q')
    await page.waitForTimeout(200)
    expect(page.url()).toContain('/staff/help')
    await page.context().close()
  })

  it('inserts a canned text at the cursor, with its places filled in', async () => {
    const page = await as('an-peeters')
    const reference = await desk.ask('Een standaardtekst graag')
    await open(page, reference)
    await page.getByLabel('Standaardtekst').selectOption('bellen')
    await page.getByRole('button', { name: 'Voeg in' }).click()
    expect(await reply(page).inputValue()).toContain(`Uw vraag ${reference} bespreken we`)
    expect(await reply(page).inputValue()).toContain('vraag naar An Peeters')
    expect(page.url()).not.toContain('reply')
    await page.context().close()
  })

  it('does the same without JavaScript', async () => {
    const page = await as('an-peeters', DESKTOP, false)
    const reference = await desk.ask('Werkt het zonder script?')
    await page.goto(`${desk.url}/staff?zoek=script`)
    await page.getByText('Werkt het zonder script?').click()
    await page.getByRole('button', { name: 'Neem op' }).click()
    await page.getByLabel('Standaardtekst').selectOption('bellen')
    await page.getByRole('button', { name: 'Voeg in' }).click()
    expect(await reply(page).inputValue()).toContain('bespreken we het best')
    await page.getByRole('button', { name: 'Verstuur antwoord' }).click()
    await note(page).fill('Met de hand')
    await page.getByRole('button', { name: 'Bewaar notitie' }).click()
    await page.getByText('Afsluiten', { exact: true }).click()
    await page.getByRole('button', { name: 'Sluit af' }).click()
    await page.getByRole('button', { name: 'Heropen' }).click()
    expect((await desk.store.tickets.find(reference))?.state).toBe('reopened')
    await page.context().close()
  })

  it('leaves nothing in the browser of who signs out', async () => {
    const page = await as('an-peeters')
    const reference = await desk.ask('Blijft er iets achter?')
    await open(page, reference)
    await reply(page).fill('Iets persoonlijks')
    await page.locator('.account summary').click()
    await page.getByRole('button', { name: 'Alle sessies afmelden' }).click()
    await page.getByText('U bent afgemeld.').waitFor()
    expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe('{}')
    await page.context().close()
  })

  it('gave the browser nothing to complain about', () => {
    expect(complaints).toEqual([])
  })
})
