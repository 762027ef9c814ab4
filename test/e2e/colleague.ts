import { expect } from 'vitest'
import { formFields, Visitor } from '../http/staff/visitor.js'

/** A colleague signed in to the staff desk with a one-time link, without a screen. */
export async function signedIn(url: string, link: string | null) {
  const visitor = new Visitor()
  const page = await visitor.get(link ?? '')
  const entered = await visitor.post(
    `${url}/staff/sign-in/link`,
    formFields(page.text, '/staff/sign-in/link'),
  )
  expect(entered.status).toBe(303)
  const read = async (ticket: string) => (await visitor.get(`${url}/staff/tickets/${ticket}`)).text
  return {
    /** The page of a ticket, as HTML. */
    read,
    /** Sends a form of that page. */
    async does(ticket: string, action: string, fields: Readonly<Record<string, string>> = {}) {
      const form = formFields(await read(ticket), `/staff/tickets/${ticket}/${action}`)
      const sent = await visitor.post(`${url}/staff/tickets/${ticket}/${action}`, { ...form, ...fields })
      expect(sent.status).toBe(303)
    },
  }
}
