import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../src/store/open-store.js'
import { buttonsOf, shownIn } from '../fakes/teams-connector.js'
import { personal } from '../fakes/teams-people.js'
import type { MixedOffice } from './mixed-office.js'

const patience = { timeout: 15_000 }
const ADDRESS = 'els@zonnegem.example'

/** Declares how a member books a session on cards alone, to the booking in the store and the mail that waits. */
export function booksOnCards(office: () => MixedOffice): void {
  describe('a member in Teams who books a session', { timeout: 60_000 }, () => {
    const chat = personal('els')
    const posts = () => office().teams.posts(chat.id)
    const labels = () => posts().flatMap((post) => [...buttonsOf(post).keys()])

    async function presses(label: string, fields: Readonly<Record<string, string>> = {}) {
      await expect.poll(labels, patience).toContain(label)
      const post = posts().findLast((one) => buttonsOf(one).has(label))
      if (!post) throw new Error('No card')
      const press = office().inTeams.pressed('els', chat, post, label, { fields })
      return office().inTeams.tell(press, '')
    }
    const received = { status: 200, body: { statusCode: 200, value: 'Ontvangen.' } }
    const sees = (text: string) =>
      expect.poll(() => posts().map(shownIn).join('\n'), patience).toContain(text)

    it('fills in, chooses and confirms within the cards', async () => {
      const asked = office().inTeams.written(
        'els',
        chat,
        'Ik wil een sessie service design van niveau 1 boeken.',
      )
      expect((await office().inTeams.tell(asked, '')).status).toBe(200)
      const wish = { 'Aantal deelnemers': '20', Plaats: 'online' }
      expect(await presses('Vul aan', wish)).toMatchObject(received)
      await sees('20 deelnemers')
      const moment = labels().findLast((label) => /\d uur - \d+ uur/.test(label)) ?? ''
      expect(await presses(moment)).toMatchObject(received)
      await sees('Ik hou dit voor u vrij')
      // Whoever forgets a field that must be filled in is told, and nothing is booked.
      expect(await presses('Bevestig')).toMatchObject({ body: { value: 'Vul eerst in: Bestuur.' } })
      const contact = { Bestuur: 'OCMW Zonnegem', 'E-mailadres voor de uitnodiging': ADDRESS }
      expect(await presses('Bevestig', contact)).toMatchObject(received)
      await sees('Geboekt. Uw referentie is SD-2026-0001.')
    })

    it('has a confirmed booking, and an invitation that waits for a mail server', () => {
      const database = new Database(join(office().dataDir, DATABASE_FILE), { readonly: true })
      const rows = (query: string) => database.prepare<[], Readonly<Record<string, unknown>>>(query).all()
      expect(rows('select reference, state, body, contact from bookings')).toEqual([
        {
          reference: 'SD-2026-0001',
          state: 'confirmed',
          body: 'OCMW Zonnegem',
          contact: expect.stringContaining(ADDRESS),
        },
      ])
      const mails = rows("select conversation, message, status from outbox where channel = 'mail'")
      const own = mails.find(({ conversation }) => String(conversation).includes(ADDRESS))
      expect(own?.status).toBe('pending')
      expect(String(own?.message)).toMatch(/METHOD:REQUEST/)
      // The address that was filled in stands nowhere in what was said.
      const said = ['inbox', 'conversations'].flatMap((table) =>
        rows(`select * from ${table} where channel = 'teams'`),
      )
      expect(JSON.stringify(said)).not.toContain(ADDRESS)
      database.close()
    })
  })
}
