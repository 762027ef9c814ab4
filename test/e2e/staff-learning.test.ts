import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from './browser.js'
import { buildProgram, runCommand, type ServedDesk, startServe } from './serve.js'

const QUESTION = 'Hoeveel dagen verlof krijgt een mantelzorger bij een lokaal bestuur?'
const ANSWER = 'Een mantelzorger krijgt 20 dagen verlof bij een lokaal bestuur.'

let browser: Browser
let dataDir: string
let desk: ServedDesk
let member: Page
let staff: Page

beforeAll(async () => {
  buildProgram()
  dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-learning-'))
  desk = await startServe(dataDir)
  browser = await startBrowser()
  member = await newPage()
  staff = await newPage()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function newPage(): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'nl-BE' })).newPage()
  page.setDefaultTimeout(20_000)
  return page
}

async function ask(page: Page, question: string): Promise<void> {
  await page.goto(desk.url)
  await page.getByLabel('Uw vraag').fill(question)
  await page.keyboard.press('Enter')
  await page.locator('.message.kind-answer, .message.kind-hand-over').last().waitFor()
}

/** What somebody new is told. */
async function told(question: string): Promise<string> {
  const page = await newPage()
  await ask(page, question)
  const text = await page.locator('.message.kind-answer, .message.kind-hand-over').last().textContent()
  await page.context().close()
  return text ?? ''
}

const env = () => ({ DATA_DIR: dataDir, PORT: new URL(desk.url).port })

describe('a real desk that learns', { timeout: 150_000 }, () => {
  it('lets somebody in with the link of the command line, on this machine', async () => {
    const { code, output } = await runCommand(env(), ['staff', 'link'])
    expect(code).toBe(0)
    await staff.goto(output.trim())
    await staff.getByRole('button', { name: 'Meld mij aan' }).click()
    await staff.waitForURL(`${desk.url}/staff`)
  })

  it('hands a question over, and brings the colleague’s answer to the member', async () => {
    await ask(member, QUESTION)
    await staff.goto(`${desk.url}/staff?zoek=mantelzorger`)
    await staff.locator('.queue .what').first().click()
    await staff.getByLabel('Dit leest het lid').fill(ANSWER)
    await staff.getByRole('button', { name: 'Verstuur antwoord' }).click()
    await member.locator('.message.kind-staff-reply').getByText(ANSWER).waitFor()
  })

  it('makes knowledge of it within a minute: the next one who asks is answered, with the source', async () => {
    await staff.getByText('Afsluiten', { exact: true }).click()
    await staff.getByRole('button', { name: 'Sluit af' }).click()
    await staff.getByRole('link', { name: 'Maak er kennis van' }).click()
    expect(await staff.getByLabel('Het antwoord').inputValue()).toBe(ANSWER)
    await staff.getByLabel('Titel, zoals leden hem lezen').fill('Verlof voor mantelzorgers')
    await staff.getByRole('button', { name: 'Bewaar als ontwerp' }).click()
    await staff.getByRole('button', { name: 'Publiceer' }).click()
    await staff.getByText('Leden vinden het binnen de minuut').waitFor()
    await expect.poll(() => told(QUESTION), { timeout: 60_000, interval: 2_000 }).toContain('20 dagen')
    expect(await told(QUESTION)).toContain('Verlof voor mantelzorgers')
  })

  it('writes it out as Markdown, and that in the trail', async () => {
    const folder = join(dataDir, 'export')
    const { code } = await runCommand(env(), ['knowledge', 'export', folder])
    expect(code).toBe(0)
    const [file = ''] = readdirSync(folder)
    expect(readFileSync(join(folder, file), 'utf8')).toContain(ANSWER)
    await staff.goto(`${desk.url}/staff/audit`)
    await staff.getByText('Antwoorden exporteren').waitFor()
  })

  it('no longer says it once it is withdrawn', async () => {
    await staff.goto(`${desk.url}/staff/answers`)
    await staff.getByRole('link', { name: 'Verlof voor mantelzorgers' }).click()
    await staff.getByRole('button', { name: 'Trek in' }).click()
    await staff.getByText('Leden vinden het niet meer.').waitFor()
    expect(await told(QUESTION)).not.toContain('20 dagen')
  })
})
