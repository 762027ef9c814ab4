import { openIdProvider } from '../../fakes/open-id-provider.js'
import { PEOPLE, type TestStaffDesk, testStaffDesk } from './staff-desk.js'
import { formFields, type Visit, Visitor } from './visitor.js'

/** A staff desk whose colleagues sign in at a provider of their own. */
export interface ColleaguesDesk {
  readonly desk: TestStaffDesk
  /** A colleague's browser, signed in. */
  as(id: string): Promise<Visitor>
  pageOf(visitor: Visitor, reference: string): Promise<Visit>
  /** Fills in a form of a page that was opened before, and sends it. */
  send(
    visitor: Visitor,
    page: Visit,
    action: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Visit>
  /** What happened to a ticket, a line each. */
  eventsOf(reference: string): Promise<readonly string[]>
  stop(): Promise<void>
}

export async function colleaguesDesk(): Promise<ColleaguesDesk> {
  let stopProvider = async () => {}
  const desk = await testStaffDesk({
    openId: async (url) => {
      const accounts = PEOPLE.map(({ id, name, mail }) => ({ sub: id, name, email: mail }))
      const provider = await openIdProvider(accounts, `${url}/staff/sign-in/callback`)
      stopProvider = provider.stop
      const { issuer, clientId, clientSecret } = provider
      return { issuer, clientId, clientSecret, tenants: [] }
    },
  })
  return {
    desk,
    async as(id) {
      const visitor = new Visitor()
      const choose = await visitor.get(`${desk.url}/staff/sign-in/start`)
      await visitor.get(`${choose.url}?as=${id}`)
      return visitor
    },
    pageOf: (visitor, reference) => visitor.get(`${desk.url}/staff/tickets/${reference}`),
    send(visitor, page, action, fields = {}, headers = {}) {
      const reference = /data-reference="([^"]*)"/.exec(page.text)?.[1] ?? ''
      const address = `/staff/tickets/${reference}/${action}`
      return visitor.post(desk.url + address, { ...formFields(page.text, address), ...fields }, headers)
    },
    async eventsOf(reference) {
      const events = await desk.store.tickets.events(reference)
      return events.map(({ kind, text }) => (text === '' ? kind : `${kind}: ${text}`))
    },
    async stop() {
      await stopProvider()
      await desk.stop()
    },
  }
}
