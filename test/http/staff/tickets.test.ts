import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ColleaguesDesk, colleaguesDesk } from './colleagues.js'
import type { TestStaffDesk } from './staff-desk.js'
import { Visitor } from './visitor.js'

/** Terms under which nothing goes. */
const ALL_STAYS = { conversations: 0, tickets: 0, bookings: 0, audit: 0, figures: 0, now: 1 }

let office: ColleaguesDesk
let desk: TestStaffDesk

beforeAll(async () => {
  office = await colleaguesDesk()
  desk = office.desk
}, 30_000)
afterAll(() => office.stop())

describe('a ticket on the staff desk', { timeout: 30_000 }, () => {
  it('is taken up, answered, asked back, moved and closed, each in the trail', async () => {
    const an = await office.as('an-peeters')
    const reference = await desk.ask('Hoeveel dagen verlof?', { topic: null })
    expect((await office.send(an, await office.pageOf(an, reference), 'claim')).status).toBe(303)
    await office.send(an, await office.pageOf(an, reference), 'reply', {
      text: 'Twintig.\r\nGroeten',
      do: 'reply',
    })
    await office.send(an, await office.pageOf(an, reference), 'reply', { text: 'Voltijds?', do: 'ask' })
    await office.send(an, await office.pageOf(an, reference), 'note', { text: 'Nakijken bij Bo' })
    await office.send(an, await office.pageOf(an, reference), 'topic', { topic: 'personeel' })
    await office.send(an, await office.pageOf(an, reference), 'close', { reason: 'referred' })
    expect(await office.eventsOf(reference)).toEqual([
      'opened',
      'claimed',
      'replied: Twintig.\nGroeten',
      'asked-back: Voltijds?',
      'note: Nakijken bij Bo',
      'topic: personeel',
      'closed: referred',
    ])
    const all = await desk.store.audit.read({ before: null, limit: 20 })
    const trail = all.filter(({ subject }) => subject === reference)
    expect(trail.map(({ action }) => action).reverse()).toEqual([
      'ticket.claim',
      'ticket.reply',
      'ticket.reply',
      'ticket.note',
      'ticket.topic',
      'ticket.close',
    ])
    expect(JSON.stringify(trail)).not.toContain('Twintig')
  })

  it('that is anonymous offers no way to open it again, and says why when that is tried', async () => {
    const an = await office.as('an-peeters')
    const reference = await desk.ask('Hoeveel dagen verlof?')
    await office.send(an, await office.pageOf(an, reference), 'reply', { text: 'Twintig.', do: 'reply' })
    await office.send(an, await office.pageOf(an, reference), 'close', { reason: 'answered' })
    const before = await office.pageOf(an, reference)
    await desk.store.retention.run({ ...ALL_STAYS, tickets: Date.parse('2100-01-01') })
    const page = await office.pageOf(an, reference)
    expect(page.text).toContain('anoniem gemaakt')
    expect(page.text).not.toContain('data-action="reopen"')
    expect(page.text).not.toContain('data-draft="note"')
    const refused = await office.send(an, before, 'reopen')
    expect(refused.status).toBe(409)
    expect(await desk.store.tickets.find(reference)).toMatchObject({ state: 'closed', anonymous: true })
    const [last] = await desk.store.audit.read({ before: null, limit: 1 })
    expect(last).toMatchObject({ action: 'ticket.reopen', outcome: 'anonymous' })
  })

  it('shows notes nowhere but on this page: no message to the member holds one', async () => {
    const an = await office.as('an-peeters')
    const reference = await desk.ask('Hoeveel dagen verlof?')
    await office.send(an, await office.pageOf(an, reference), 'note', { text: 'GEHEIM: lastig lid' })
    await office.send(an, await office.pageOf(an, reference), 'reply', { text: 'Twintig.', do: 'reply' })
    const ticket = await desk.store.tickets.find(reference)
    const sent = await desk.store.webLog.read(ticket?.conversation as never, 0)
    expect(sent.map(({ message }) => message.text).join('\n')).toContain('Twintig.')
    expect(JSON.stringify(sent)).not.toContain('GEHEIM')
    expect((await office.pageOf(an, reference)).text).toContain('GEHEIM')
  })

  it('is won by one of two who claim it, and the other is told who has it', async () => {
    const [an, bo] = [await office.as('an-peeters'), await office.as('bo-claes')]
    const reference = await desk.ask('Wie mag er weg?')
    const pages = await Promise.all([office.pageOf(an, reference), office.pageOf(bo, reference)])
    const answers = await Promise.all([
      office.send(an, pages[0], 'claim'),
      office.send(bo, pages[1], 'claim'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const lost = answers.find(({ status }) => status === 409)
    expect(lost?.text).toMatch(/(An Peeters|Bo Claes) heeft deze vraag al opgenomen/)
  })

  it('sends nothing on what somebody has not seen, and gives back what was typed', async () => {
    const [an, bo] = [await office.as('an-peeters'), await office.as('bo-claes')]
    const reference = await desk.ask('Wie mag er weg?')
    const [mine, his] = await Promise.all([office.pageOf(an, reference), office.pageOf(bo, reference)])
    await office.send(an, mine, 'reply', { text: 'Dit is het antwoord.', do: 'reply' })
    const refused = await office.send(bo, his, 'reply', { text: 'Een <b>lang</b> antwoord', do: 'reply' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Een &lt;b&gt;lang&lt;/b&gt; antwoord')
    expect(refused.text).toContain('Dit is het antwoord.')
    expect(await office.eventsOf(reference)).toEqual(['opened', 'claimed', 'replied: Dit is het antwoord.'])
  })

  it('is not answered or closed on top of what the member wrote meanwhile', async () => {
    const an = await office.as('an-peeters')
    const reference = await desk.ask('Wie mag er weg?')
    await office.send(an, await office.pageOf(an, reference), 'claim')
    const page = await office.pageOf(an, reference)
    const event = { kind: 'added', actor: { kind: 'member' }, text: 'Laat maar, het is opgelost.' } as const
    const work = { update: {}, events: [event], messages: [], due: [] }
    await desk.store.tickets.change(
      reference,
      () => ({ kind: 'do', work }),
      desk.clock.now(),
      `more-${reference}`,
    )
    const refused = await office.send(an, page, 'reply', { text: 'Een lang antwoord' })
    expect(refused.status).toBe(409)
    expect(refused.text).toMatch(/<textarea id="reply"[^>]*>\nEen lang antwoord<\/textarea>/)
    expect(refused.text).toContain('Laat maar, het is opgelost.')
    expect((await office.send(an, page, 'close', { reason: 'answered' })).status).toBe(409)
    expect(await office.eventsOf(reference)).toEqual([
      'opened',
      'claimed',
      'added: Laat maar, het is opgelost.',
    ])
    expect((await office.send(an, refused, 'reply', { text: 'Goed zo.' })).status).toBe(303)
  })

  it('is closed on what was seen, also when it changes while the form is on its way', async () => {
    const reference = await desk.ask('Wie mag er weg?')
    const an = { id: 'an-peeters', name: 'An Peeters', role: 'staff', teams: ['personeel'] } as const
    const close = { kind: 'close', reason: 'answered' } as const
    const act = (action: Parameters<typeof desk.parts.desk.act>[2], key: string, seen: number | null) =>
      desk.parts.desk.act(reference, an, action, desk.clock.now(), `${key}-${reference}`, seen)
    const seen = (await desk.store.tickets.find(reference))?.version ?? 0
    expect(await act({ kind: 'claim' }, 'claim', null)).toMatchObject({ kind: 'done' })
    expect(await act(close, 'close', seen)).toMatchObject({ kind: 'refused', code: 'changed' })
    expect(await act(close, 'close', seen + 1)).toMatchObject({ kind: 'done' })
  })

  it('keeps its claimer when its topic is corrected, until that is confirmed', async () => {
    const an = await office.as('an-peeters')
    const reference = await desk.ask('Mag dat afval daar?')
    await office.send(an, await office.pageOf(an, reference), 'claim')
    const topic = { topic: 'afval' }
    const refused = await office.send(an, await office.pageOf(an, reference), 'topic', topic)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('u hebt deze vraag en zit niet in dat team')
    expect((await desk.store.tickets.find(reference))?.claimedBy).toBe('an-peeters')
    const confirmed = await office.send(an, refused, 'topic', { ...topic, anyway: 'ja' })
    expect(confirmed.status).toBe(303)
    expect(await desk.store.tickets.find(reference)).toMatchObject({ topic: 'afval', claimedBy: null })
  })

  it('is answered once when the same form is sent twice', async () => {
    const an = await office.as('an-peeters')
    const reference = await desk.ask('Wie mag er weg?')
    const page = await office.pageOf(an, reference)
    const both = [
      await office.send(an, page, 'reply', { text: 'Ja.' }),
      await office.send(an, page, 'reply', { text: 'Ja.' }),
    ]
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(await office.eventsOf(reference)).toEqual(['opened', 'claimed', 'replied: Ja.'])
  })

  it('warns before it goes to somebody who is away', async () => {
    const an = await office.as('an-peeters')
    const reference = await desk.ask('Wie mag er weg?')
    const warned = await office.send(an, await office.pageOf(an, reference), 'reassign', {
      to: 'karim-haddad',
      team: '',
    })
    expect(warned.status).toBe(409)
    expect(warned.text).toContain('Karim Haddad is afwezig tot en met 4 december 2026')
    expect((await desk.store.tickets.find(reference))?.claimedBy).toBeNull()
    await office.send(an, warned, 'reassign', { to: 'karim-haddad', team: '', anyway: 'ja' })
    expect((await desk.store.tickets.find(reference))?.claimedBy).toBe('karim-haddad')
  })

  it('takes a canned text into the reply without a script, behind what was typed', async () => {
    const an = await office.as('an-peeters')
    const reference = await desk.ask('Wie mag er weg?')
    const fields = { text: 'Alvast dit.', canned: 'meer-info', do: 'insert' }
    const page = await office.send(an, await office.pageOf(an, reference), 'reply', fields)
    expect(page.status).toBe(200)
    expect(page.text).toMatch(
      new RegExp(`Alvast dit\\.\\nBeste lid[\\s\\S]*vraag ${reference}[\\s\\S]*An Peeters</textarea>`),
    )
    expect(await office.eventsOf(reference)).toEqual(['opened'])
  })

  it('shows what the member added, changed and took back, and what did not arrive', async () => {
    const an = await office.as('an-peeters')
    const reference = await desk.ask('Mag dat?', { messageId: 'm0' })
    const by = { kind: 'member' } as const
    const events = [
      { kind: 'added', actor: by, text: 'Nog iets: het loon', messageId: 'm1' },
      { kind: 'added', actor: by, text: 'Wis dit: het adres', messageId: 'm2' },
      { kind: 'edited', actor: by, text: 'Nog iets: de wedde', messageId: 'm1' },
      { kind: 'deleted', actor: by, text: '', messageId: 'm2' },
    ] as const
    const work = { update: {}, events, messages: [], due: [] }
    await desk.store.tickets.change(reference, () => ({ kind: 'do', work }), desk.clock.now(), 'k')
    const { text } = await office.pageOf(an, reference)
    expect(text).toContain('Nog iets: de wedde')
    expect(text).toMatch(/Eerdere versie<\/summary><del[^>]*>Nog iets: het loon/)
    expect(text).toContain('Dit bericht is door het lid verwijderd')
    expect(text).not.toContain('het adres')
  })

  it('says that nothing was looked up where the desk did not search', async () => {
    const an = await office.as('an-peeters')
    const asked = await desk.ask('Kan ik iemand spreken?', { reason: 'human', found: [] })
    expect((await office.pageOf(an, asked)).text).toContain('zocht de helpdesk niet in de documenten')
    const searched = await desk.ask('Mag dat?', { reason: 'nothing', found: [] })
    expect((await office.pageOf(an, searched)).text).toContain('De helpdesk vond niets.')
  })

  it('is not there for who has no business with its address', async () => {
    const an = await office.as('an-peeters')
    expect((await an.once(`${desk.url}/staff/tickets/VB-2026-9999`)).status).toBe(404)
    expect((await new Visitor().once(`${desk.url}/staff/tickets/VB-2026-0001`)).status).toBe(303)
  })
})
