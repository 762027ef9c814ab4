import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestStaffDesk } from '../http/staff/staff-desk.js'
import { DESKTOP, type StaffBrowser, staffBrowser } from './staff-browser.js'

let on: StaffBrowser
let desk: TestStaffDesk

beforeAll(async () => {
  on = await staffBrowser()
  desk = on.office.desk
}, 60_000)
afterAll(() => on?.stop())

const open = (page: Page, reference: string) => page.goto(`${desk.url}/staff/tickets/${reference}`)
const reply = (page: Page) => page.getByLabel('Dit leest het lid')
const note = (page: Page) => page.getByLabel('Alleen voor collega’s: het lid ziet dit nooit')

describe('the staff desk in a browser', { timeout: 90_000 }, () => {
  it('shows what comes in, and who has it, without reloading', async () => {
    const page = await on.as('an-peeters')
    const reference = await desk.ask('Komt dit vanzelf tevoorschijn?')
    await page.getByText('Komt dit vanzelf tevoorschijn?').waitFor()
    const other = await on.as('bo-claes')
    await open(other, reference)
    await other.getByRole('button', { name: 'Neem op' }).click()
    await page.locator(`#${reference}`).getByText('Bo Claes').waitFor()
    for (const one of [page, other]) await one.context().close()
  })

  it('keeps what is typed over a reload, and forgets it once it was sent', async () => {
    const page = await on.as('an-peeters')
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
    const [an, bo] = [await on.as('an-peeters'), await on.as('bo-claes')]
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
    const page = await on.as('an-peeters')
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
    const page = await on.as('bo-claes')
    const reference = await desk.ask('Kan dit zonder muis?', { urgent: true })
    await page.goto(`${desk.url}/staff?zoek=muis`)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/${reference}`)
    await page.keyboard.press('o')
    await page.getByText('U hebt deze vraag opgenomen.').waitFor()
    await page.reload()
    expect(await page.getByText('U hebt deze vraag opgenomen.').count()).toBe(0)
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
    const page = await on.as('an-peeters')
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
    const page = await on.as('an-peeters', DESKTOP, false)
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
    const page = await on.as('an-peeters')
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
    expect(on.complaints).toEqual([])
  })
})
