import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import nodeIcal, { type VEvent } from 'node-ical'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.js'
import { startBrowser } from './browser.js'
import { buildProgram, runCommand, type ServedDesk, startServe } from './serve.js'

const MONDAY_MORNING = ['--now', '2026-11-23T10:00:00+01:00']

let browser: Browser
let context: BrowserContext
let page: Page
let folder: string
let desk: ServedDesk
let environment: Readonly<Record<string, string>>

beforeAll(async () => {
  buildProgram()
  folder = mkdtempSync(join(tmpdir(), 'vraagbaak-booking-'))
  environment = { KNOWLEDGE_DIR: confirmedKnowledge(join(folder, 'knowledge')) }
  desk = await startServe(join(folder, 'data'), environment, MONDAY_MORNING)
  browser = await startBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1100, height: 1000 }, locale: 'nl-BE' })
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(desk.url)
})
afterEach(() => context.close())

/** The sample as it is once VVSG confirmed that it gives the sessions. */
function confirmedKnowledge(to: string): string {
  cpSync(join(packageRoot(), 'knowledge'), to, { recursive: true })
  const file = join(to, 'organisation', 'sessions.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('confirmedOn: null', 'confirmedOn: 2026-11-02'))
  return to
}

/** Somebody of a municipality proves her address with the code that the desk shows who runs it. */
async function provesAddress(name: string): Promise<void> {
  const mail = `${name}@wilgenbeke.example`
  await page.getByText('Werkt u voor een lid?').click()
  await page.getByLabel('Uw e-mailadres bij uw bestuur').fill(mail)
  await page.getByRole('button', { name: 'Stuur mij een code' }).click()
  await expect.poll(() => codeFor(mail)).not.toBeNull()
  await page.getByLabel('Code uit de mail').fill(codeFor(mail) ?? '')
  await page.getByRole('button', { name: 'Bevestig' }).click()
  await page.getByText('Gemeente Wilgenbeke').first().waitFor()
}

function codeFor(mail: string): string | null {
  const codes = [...desk.said().matchAll(new RegExp(`Code voor ${mail}: (\\d{6})`, 'g'))]
  return codes.at(-1)?.[1] ?? null
}

/** Says something and waits for the answer; resolves to its text. */
async function say(text: string): Promise<string> {
  const before = await page.locator('.message.desk').count()
  await page.getByLabel('Uw vraag').fill(text)
  await page.keyboard.press('Enter')
  return answerAfter(before)
}

async function press(name: string): Promise<string> {
  const before = await page.locator('.message.desk').count()
  await page.getByRole('button', { name, exact: true }).last().click()
  return answerAfter(before)
}

async function answerAfter(before: number): Promise<string> {
  await expect.poll(() => page.locator('.message.desk').count(), { timeout: 15_000 }).toBeGreaterThan(before)
  return (await page.locator('.message.desk .text').last().textContent()) ?? ''
}

/** The invitation below the last answer, as another library reads it. */
async function downloaded(): Promise<VEvent> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('link', { name: /Download de uitnodiging/ })
      .last()
      .click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^sd-2026-\d{4}\.ics$/)
  const event = Object.values(nodeIcal.sync.parseFile(await download.path())).find(
    (part) => part?.type === 'VEVENT',
  )
  if (event?.type !== 'VEVENT') throw new Error('there is no event in it')
  return event
}

function wallClocks(event: VEvent): readonly string[] {
  return [event, ...new Set(Object.values(event.recurrences ?? {}))]
    .map(({ start }) => (start instanceof Date ? start : new Date(Number.NaN)))
    .map((at) => DateTime.fromJSDate(at, { zone: 'Europe/Brussels' }).toFormat("yyyy-MM-dd'T'HH:mm"))
    .sort()
}

describe('a member books on the web page', { timeout: 90_000 }, () => {
  it('level 1 by typing: in one sentence, moved a week, and taken back', async () => {
    await provesAddress('an')
    expect(await say('Graag niveau 1 op 14 januari 2027 om 14u voor 12 man bij ons in Gent')).toContain(
      'donderdag 14 januari 2027, 14 uur - 15 uur',
    )
    expect(await say('ja')).toContain('Geboekt. Uw referentie is SD-2026-0001.')
    const booked = await downloaded()
    expect(booked).toMatchObject({ method: 'REQUEST', sequence: 0, status: 'CONFIRMED' })
    expect(wallClocks(booked)).toEqual(['2027-01-14T14:00'])

    expect(await say('kan het een week later?')).toContain('donderdag 21 januari 2027')
    expect(await say('ja graag')).toContain('Verplaatst.')
    const moved = await downloaded()
    expect(moved).toMatchObject({ uid: booked.uid, sequence: 1 })
    expect(wallClocks(moved)).toEqual(['2027-01-21T14:00'])

    await say('annuleer onze workshop')
    expect(await press('Ja, annuleer')).toContain('Geannuleerd')
    expect(await downloaded()).toMatchObject({
      uid: booked.uid,
      method: 'CANCEL',
      sequence: 2,
      status: 'CANCELLED',
    })
  })

  it('level 2 with buttons and pickers, from the first wish on', async () => {
    await provesAddress('bert')
    expect(await say('ik wil een dagopleiding service design boeken in maart')).toContain('Dit is vrij')
    await page.getByRole('button', { name: 'Vul aan' }).last().click()
    await page.getByLabel('Aantal deelnemers').fill('14')
    await page.getByLabel('Plaats').selectOption({ label: 'bij de VVSG in Brussel' })
    const before = await page.locator('.message.desk').count()
    await page.getByRole('button', { name: 'Verstuur', exact: true }).first().click()
    await answerAfter(before)
    const slot = page.locator('.message.desk').last().locator('.actions button').nth(1)
    const chosen = (await slot.textContent()) ?? ''
    expect(chosen).toContain('maart 2027')
    expect(await press(chosen)).toContain(chosen)
    expect(await press('Bevestig')).toContain('Geboekt.')
    const event = await downloaded()
    expect(event.summary).toContain('niveau 2')
    expect(event.location).toContain('VVSG')
    const hours = (Number(event.end) - Number(event.start)) / 3_600_000
    expect(hours).toBe(7)
  })

  it('level 3: a seat on every date of a path, one of them swapped', async () => {
    await provesAddress('cis')
    expect(await say('we willen inschrijven voor het leertraject van niveau 3')).toContain(
      'leertraject 2027 groep A',
    )
    await say('met 4')
    expect(await say('groep A')).toContain('vrij tot')
    expect(await press('Bevestig')).toContain('Geboekt.')
    const booked = await downloaded()
    expect(wallClocks(booked)).toEqual(
      ['2027-02-25', '2027-04-22', '2027-06-10', '2027-09-23', '2027-11-25'].map((day) => `${day}T09:00`),
    )
    expect(await say('dag 2 lukt ons niet, kunnen we wisselen?')).toContain('groep B')
    expect(await say('ja')).toContain('Gewisseld: dag 2')
    const swapped = await downloaded()
    expect(swapped).toMatchObject({ uid: booked.uid, sequence: 1 })
    expect(wallClocks(swapped)).toContain('2027-05-13T09:00')
    expect(wallClocks(swapped)).not.toContain('2027-04-22T09:00')
  })

  it('is not booked for who is not known: the wish goes to staff, and it says so', async () => {
    const said = await say('Graag niveau 1 op 28 januari 2027 om 14u voor 12 man bij ons in Gent')
    expect(said).toContain('Zelf vastleggen kan ik alleen voor wie ik als lid herken')
    const { output } = await runCommand({ DATA_DIR: join(folder, 'data'), ...environment }, ['tickets'])
    expect(output).toContain('28 januari 2027')
  })

  it('gives nobody else the file, also not who knows where it is', async () => {
    await provesAddress('dirk')
    await say('Graag niveau 1 op 2 februari 2027 om 10u voor 12 man online')
    await say('ja')
    const link = page.getByRole('link', { name: /Download de uitnodiging/ }).last()
    const address = `${desk.url}${await link.getAttribute('href')}`
    const own = await page.request.get(address)
    expect(own.headers()['content-disposition']).toMatch(/^attachment/)
    expect(own.headers()['content-type']).toContain('text/calendar')
    expect((await own.text()).replaceAll('\r\n ', '')).not.toContain('dirk@wilgenbeke.example')
    expect((await fetch(address)).status).toBe(404)
  })
})
