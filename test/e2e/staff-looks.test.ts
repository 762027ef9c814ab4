import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestStaffDesk } from '../http/staff/staff-desk.js'
import { DESKTOP, PHONE, type StaffBrowser, staffBrowser } from './staff-browser.js'

let on: StaffBrowser
let desk: TestStaffDesk

beforeAll(async () => {
  on = await staffBrowser()
  desk = on.office.desk
}, 60_000)
afterAll(() => on?.stop())

const open = (page: Page, reference: string) => page.goto(`${desk.url}/staff/tickets/${reference}`)

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

describe('how the staff desk looks', { timeout: 90_000 }, () => {
  const ALL_PAGES = [
    '/staff/bookings',
    '/staff/answers/new',
    '/staff/answers',
    '/staff/troubles',
    '/staff/audit',
    '/staff/help',
  ]

  it.each([
    ['desktop', DESKTOP, ALL_PAGES],
    ['a phone of 400 pixels', PHONE, []],
  ])('has nothing for axe to complain about on %s, and nothing sticks out', async (_, viewport, more) => {
    const page = await on.as('lena-dewaele', viewport)
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
      const page = await on.as('an-peeters', viewport)
      await page.goto(`${desk.url}/staff?team=alle`)
      await screenshot(page, `${name}-queue`)
      await open(page, reference)
      await screenshot(page, `${name}-ticket`)
      await page.context().close()
    }
  })

  it('gave the browser nothing to complain about', () => {
    expect(on.complaints).toEqual([])
  })
})
