import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config.js'
import { systemClock } from '../../src/desk/clock.js'
import { type RunningDesk, startDesk } from '../../src/main.js'
import { startBrowser } from './browser.js'
import { officeFolder } from './teams-office.js'
import { PLAYGROUND, startPlayground } from './teams-playground.js'

/** The office is open: colleagues see a question at once. */
const MONDAY = new Date('2026-11-23T09:00:00Z')
const patience = { timeout: 30_000 }

let office: ReturnType<typeof officeFolder>
let desk: RunningDesk
let playground: Awaited<ReturnType<typeof startPlayground>>
let browser: Browser
let page: Page
let log = ''

beforeAll(async () => {
  const key = ({ aadObjectId }: { readonly aadObjectId: string }) =>
    `teamsPerson: "${aadObjectId}@${PLAYGROUND.tenant}"`
  const { current, others, channel, tenant } = PLAYGROUND
  office = officeFolder({
    team: `teams: "${channel.id}"`,
    lena: key(current),
    karim: key(others[0] ?? current),
  })
  const config = loadConfig({
    DATA_DIR: office.dataDir,
    PORT: '0',
    KNOWLEDGE_DIR: office.knowledge,
    TEAMS_ALLOW_UNAUTHENTICATED: 'local',
    TEAMS_TENANTS: tenant,
    REINDEX_CRON: 'off',
    REINDEX_WATCH: 'false',
  })
  const write = (line: string) => {
    log += line
  }
  desk = await startDesk(config, systemClock(MONDAY), { write })
  ;[playground, browser] = await Promise.all([startPlayground(desk.url), startBrowser()])
  page = await browser.newPage({ viewport: { width: 1300, height: 1400 } })
  // The page asks for fonts of a network that is not there.
  await page.route(
    (url) => !['127.0.0.1', 'localhost'].includes(url.hostname),
    (route) => route.abort(),
  )
  await page.goto(playground.url)
  // It repeats every message, and would be read as one.
  await page.getByRole('button', { name: 'Hide log panel' }).click()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await playground?.stop()
  await desk?.stop()
  office?.remove()
})

const openChannel = () => page.getByRole('treeitem', { name: PLAYGROUND.channel.name }).click()
const openChat = () => page.getByRole('treeitem', { name: 'Personal Chat' }).click()

async function writes(text: string): Promise<void> {
  const box = page.getByRole('textbox').last()
  await box.click()
  await box.fill(text)
  await page.getByRole('button', { name: 'Send Message' }).last().click()
}

const shown = () => page.locator('body').innerText()

async function sees(text: string | RegExp): Promise<void> {
  const matching = typeof text === 'string' ? expect.stringContaining(text) : expect.stringMatching(text)
  await expect.poll(shown, patience).toEqual(matching)
}

async function photograph(name: string): Promise<void> {
  await page.screenshot({ path: fileURLToPath(new URL(`screenshots/${name}.png`, import.meta.url)) })
}

describe("the whole story in Microsoft's own test client for Teams", { timeout: 90_000 }, () => {
  it('says that it is a machine as soon as it is installed, in a chat and in a channel', async () => {
    await sees(/digitale assistent \(een AI-systeem\)/)
    await openChannel()
    await sees('Vermeld mij in een bericht')
  })

  it('answers with its source on a card', async () => {
    await openChat()
    await writes('Wie zijn de leden van VVSG?')
    await sees('300 gemeenten')
    await sees(/Bron: De leden van de VVSG/)
    expect(await page.getByRole('button', { name: 'Stel mijn vraag aan VVSG' }).count()).toBe(1)
  })

  it('hands an unknown question over, and colleagues claim it on the card in their channel', async () => {
    await writes('Hoeveel vakantiedagen heeft een OCMW-medewerker?')
    await sees('VB-2026-0001')
    await photograph('teams-chat')
    await openChannel()
    await sees(/VB-2026-0001 · nieuw/)
    await page.getByRole('button', { name: 'Opnemen' }).click()
    await sees(/opgenomen door Lena Dewaele/)
    expect(await page.getByRole('button', { name: 'Opnemen' }).count()).toBe(0)
  })

  it('takes an answer from within the card to the one who asked', async () => {
    await page.getByRole('button', { name: 'Antwoorden' }).first().click()
    await page.locator('textarea').first().fill('Dat zijn er 26.')
    await photograph('teams-channel')
    await page.getByRole('button', { name: 'Versturen' }).click()
    await openChat()
    await sees(/Lena Dewaele van de VVSG antwoordt op uw vraag VB-2026-0001: Dat zijn er 26\./)
    await writes('Geldt dat ook voor deeltijds personeel?')
    await openChannel()
    await sees('deeltijds personeel')
  })

  it('closes it on the card', async () => {
    await page.getByRole('button', { name: 'Afsluiten' }).first().click()
    await page.getByRole('button', { name: 'Afsluiten' }).last().click()
    await sees(/afgesloten/)
  })

  it('books a session within the cards of a chat, where the desk answers again', async () => {
    await openChat()
    await writes(
      'Ik wil een sessie service design niveau 1 boeken voor 20 deelnemers in Leuven op 10 februari 2027 in de namiddag.',
    )
    await sees('Dit heb ik begrepen')
    await page
      .getByRole('button', { name: /10 februari 2027, \d+ uur/ })
      .first()
      .click()
    await sees('Ik hou dit voor u vrij')
    await page.getByRole('button', { name: 'Bevestig' }).last().click()
    await page.getByRole('combobox').last().click()
    await page.getByRole('option', { name: 'Gemeente Zonnegem' }).click()
    await page.getByLabel('E-mailadres voor de uitnodiging').last().fill('alex@zonnegem.example')
    await photograph('teams-booking')
    await page.getByRole('button', { name: 'Bevestig' }).last().click()
    await sees('Geboekt. Uw referentie is SD-2026-0001.')
  })

  it('left no word of anybody in the log, and no send that failed', () => {
    expect(log).not.toMatch(/vakantiedagen|deeltijds|Dat zijn er 26|alex@/)
    expect(log).not.toMatch(/"result":"(failed|uncertain)"/)
  })
})
