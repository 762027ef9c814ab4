import type { Browser, Page } from 'playwright-core'
import { type ColleaguesDesk, colleaguesDesk } from '../http/staff/colleagues.js'
import { startBrowser } from './browser.js'

export const DESKTOP = { width: 1280, height: 900 }
export const PHONE = { width: 400, height: 800 }

/** A staff desk and a browser in which colleagues are signed in. */
export interface StaffBrowser {
  readonly office: ColleaguesDesk
  /** What browsers complained about: errors of scripts, resources that are not there. */
  readonly complaints: readonly string[]
  /** A colleague's own browser, signed in at the provider. */
  as(id: string, viewport?: typeof DESKTOP, script?: boolean): Promise<Page>
  stop(): Promise<void>
}

export async function staffBrowser(): Promise<StaffBrowser> {
  const browser: Browser = await startBrowser()
  const office = await colleaguesDesk()
  const complaints: string[] = []
  const { url } = office.desk
  const listen = (page: Page) => {
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      const own = message.location().url.startsWith(url)
      // A refused action is a 409, and the browser says so.
      if (own && message.type() === 'error' && !message.text().includes('409'))
        complaints.push(message.text())
    })
  }
  return {
    office,
    complaints,
    async as(id, viewport = DESKTOP, javaScriptEnabled = true) {
      const context = await browser.newContext({
        viewport,
        locale: 'nl-BE',
        reducedMotion: 'reduce',
        javaScriptEnabled,
      })
      const page = await context.newPage()
      page.setDefaultTimeout(8000)
      listen(page)
      await page.goto(`${url}/staff`)
      await page.getByRole('link', { name: 'Aanmelden met uw werkaccount' }).click()
      await page.waitForURL('**/choose/**')
      await page.goto(`${page.url()}?as=${id}`)
      await page.waitForURL(`${url}/staff**`)
      return page
    },
    async stop() {
      await browser.close()
      await office.stop()
    },
  }
}
