import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { ProofDesk, Proven } from '../../adapters/web/proof.js'
import type { Incoming } from '../../src/desk/incoming.js'
import type { OutgoingAction } from '../../src/desk/outgoing.js'
import { message } from '../fakes/web-desk.js'
import { startBrowser } from './browser.js'
import { type PageDesk, pageDesk } from './page-desk.js'

const BOOK: OutgoingAction = {
  name: 'book',
  label: 'Geef de gegevens',
  value: 'level-1',
  form: {
    title: 'Uw sessie',
    submit: 'Vraag aan',
    fields: [
      { name: 'date', label: 'Dag', kind: 'date', required: true },
      { name: 'people', label: 'Aantal deelnemers', kind: 'number', required: true, value: '12' },
      {
        name: 'place',
        label: 'Plaats',
        kind: 'choice',
        required: false,
        options: [
          { label: 'Bij u', value: 'member' },
          { label: 'Bij VVSG', value: 'vvsg' },
        ],
      },
      { name: 'remark', label: 'Opmerking', kind: 'long-text', required: false },
    ],
  },
}

/** Proves `123456`, in memory. */
function proofs(): ProofDesk & { readonly asked: string[] } {
  const proven = new Map<string, string>()
  const waiting = new Map<string, string>()
  const asked: string[] = []
  const status = async (person: string): Promise<Proven> => {
    const mail = proven.get(person) ?? null
    return { mail, bodies: mail?.endsWith('@zonnegem.example') ? ['Gemeente Zonnegem'] : [] }
  }
  return {
    asked,
    status,
    async request(person, mail) {
      asked.push(mail)
      waiting.set(person, mail)
      return 'sent'
    },
    async confirm(person, code) {
      const mail = waiting.get(person)
      if (mail === undefined) return 'expired'
      if (code !== '123456') return 'wrong'
      proven.set(person, mail)
      return 'proven'
    },
    async forget(person) {
      proven.delete(person)
    },
  }
}

const received: Incoming[] = []
let browser: Browser
let served: PageDesk
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await startBrowser()
  const answer = (incoming: Incoming) => {
    received.push(incoming)
    const actions =
      incoming.action === null ? [BOOK, { name: 'ask-staff', label: 'Vraag VVSG', value: '' }] : []
    return [{ ...message(`Antwoord op: ${incoming.text}`), actions }]
  }
  served = await pageDesk(answer, [], proofs())
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

beforeEach(async () => {
  received.length = 0
  context = await browser.newContext({ viewport: { width: 400, height: 800 }, locale: 'nl-BE' })
  page = await context.newPage()
  page.setDefaultTimeout(8000)
  await page.goto(served.url)
})
afterEach(() => context.close())

async function violations(): Promise<readonly string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

it('shows a form below a button, sends what was filled in, masked, once', async () => {
  await page.getByLabel('Uw vraag').fill('Ik wil boeken')
  await page.getByRole('button', { name: 'Verstuur' }).click()
  const open = page.getByRole('button', { name: 'Geef de gegevens' })
  await open.click()
  expect(await open.getAttribute('aria-expanded')).toBe('true')
  expect(await violations()).toEqual([])
  await page.getByRole('button', { name: 'Vraag aan' }).click()
  expect(received).toHaveLength(1)
  await page.getByLabel('Dag').fill('2027-03-18')
  await page.getByLabel('Plaats').selectOption('Bij VVSG')
  await page.getByLabel('Opmerking').fill('Mijn rijksregisternummer is 85.07.30-033.28')
  await page.getByRole('button', { name: 'Vraag aan' }).click()
  await expect.poll(() => received.length).toBe(2)
  await page.getByRole('button', { name: 'Vraag aan' }).click({ force: true })
  expect(received[1]).toMatchObject({
    masked: ['rijksregisternummer'],
    action: { name: 'book', value: 'level-1', fields: { date: '2027-03-18', people: '12', place: 'vvsg' } },
  })
  expect(JSON.stringify(received)).not.toContain('033.28')
  await expect.poll(() => page.locator('.message.own').last().textContent()).toContain('Plaats: Bij VVSG')
  expect(received).toHaveLength(2)
})

it('proves an address with a code, says for whom one asks, and forgets it again', async () => {
  await page.getByText('Werkt u voor een lid?').click()
  await page.getByLabel('Uw e-mailadres bij uw bestuur').fill('an@zonnegem.example')
  await page.getByRole('button', { name: 'Stuur mij een code' }).click()
  await page.getByText('Er is een code onderweg').waitFor()
  expect(await violations()).toEqual([])
  await page.getByLabel('Code uit de mail').fill('000000')
  await page.getByRole('button', { name: 'Bevestig' }).click()
  await page.getByText('Dat is niet de juiste code').waitFor()
  await page.getByLabel('Code uit de mail').fill('123456')
  await page.getByRole('button', { name: 'Bevestig' }).click()
  await page.getByText('Dit adres hoort bij: Gemeente Zonnegem').waitFor()
  await page.reload()
  await page.getByText('U vraagt als an@zonnegem.example').waitFor()
  await page.getByText('U vraagt als').click()
  await page.getByRole('button', { name: 'Vergeet mijn adres hier' }).click()
  await page.getByText('Werkt u voor een lid?').waitFor()
})

it('keeps the proof of one browser from another, and from another site', async () => {
  const post = (headers: Record<string, string>, body: object) =>
    fetch(`${served.url}/api/proof`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const first = await post({}, { mail: 'an@zonnegem.example' })
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(first.status).toBe(202)
  expect((await post({ cookie }, { code: '123456' })).status).toBe(200)
  const status = async (headers: Record<string, string>) =>
    (await fetch(`${served.url}/api/proof`, { headers })).json()
  expect(await status({ cookie })).toMatchObject({ mail: 'an@zonnegem.example' })
  expect(await status({})).toEqual({ mail: null, bodies: [] })
  expect((await post({}, { code: '123456' })).status).toBe(403)
  expect((await post({ cookie, origin: 'https://elders.example' }, { forget: true })).status).toBe(403)
  expect((await post({ cookie }, { mail: 3 })).status).toBe(400)
  expect(await status({ cookie })).toMatchObject({ mail: 'an@zonnegem.example' })
})
