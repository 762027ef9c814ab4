import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openIdProvider } from '../../fakes/open-id-provider.js'
import { PEOPLE, type TestStaffDesk, testStaffDesk } from './staff-desk.js'
import { formFields, type Visit, Visitor } from './visitor.js'

let desk: TestStaffDesk
let stopProvider: () => Promise<void>

beforeAll(async () => {
  desk = await testStaffDesk({
    openId: async (url) => {
      const accounts = PEOPLE.map(({ id, name, mail }) => ({ sub: id, name, email: mail }))
      const provider = await openIdProvider(accounts, `${url}/staff/sign-in/callback`)
      stopProvider = provider.stop
      const { issuer, clientId, clientSecret } = provider
      return { issuer, clientId, clientSecret, tenants: [] }
    },
  })
})
afterAll(async () => {
  await stopProvider()
  await desk.stop()
})

/** A colleague's browser, signed in. */
async function as(id: string): Promise<Visitor> {
  const visitor = new Visitor()
  const choose = await visitor.get(`${desk.url}/staff/sign-in/start`)
  await visitor.get(`${choose.url}?as=${id}`)
  return visitor
}

const pageOf = (visitor: Visitor, reference: string) => visitor.get(`${desk.url}/staff/tickets/${reference}`)

/** Fills in a form of a page that was opened before, and sends it. */
async function send(
  visitor: Visitor,
  page: Visit,
  action: string,
  fields: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Visit> {
  const reference = /data-reference="([^"]*)"/.exec(page.text)?.[1] ?? ''
  const address = `/staff/tickets/${reference}/${action}`
  return visitor.post(desk.url + address, { ...formFields(page.text, address), ...fields }, headers)
}

const eventsOf = async (reference: string) =>
  (await desk.store.tickets.events(reference)).map(({ kind, text }) =>
    text === '' ? kind : `${kind}: ${text}`,
  )

describe('a ticket on the staff desk', () => {
  it('is taken up, answered, asked back, moved and closed, each in the trail', async () => {
    const an = await as('an-peeters')
    const reference = await desk.ask('Hoeveel dagen verlof?', { topic: null })
    expect((await send(an, await pageOf(an, reference), 'claim')).status).toBe(303)
    await send(an, await pageOf(an, reference), 'reply', { text: 'Twintig.\r\nGroeten', do: 'reply' })
    await send(an, await pageOf(an, reference), 'reply', { text: 'Voltijds?', do: 'ask' })
    await send(an, await pageOf(an, reference), 'note', { text: 'Nakijken bij Bo' })
    await send(an, await pageOf(an, reference), 'topic', { topic: 'personeel' })
    await send(an, await pageOf(an, reference), 'close', { reason: 'referred' })
    expect(await eventsOf(reference)).toEqual([
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

  it('shows notes nowhere but on this page: no message to the member holds one', async () => {
    const an = await as('an-peeters')
    const reference = await desk.ask('Hoeveel dagen verlof?')
    await send(an, await pageOf(an, reference), 'note', { text: 'GEHEIM: lastig lid' })
    await send(an, await pageOf(an, reference), 'reply', { text: 'Twintig.', do: 'reply' })
    const ticket = await desk.store.tickets.find(reference)
    const sent = await desk.store.webLog.read(ticket?.conversation as never, 0)
    expect(sent.map(({ message }) => message.text).join('\n')).toContain('Twintig.')
    expect(JSON.stringify(sent)).not.toContain('GEHEIM')
    expect((await pageOf(an, reference)).text).toContain('GEHEIM')
  })

  it('is won by one of two who claim it, and the other is told who has it', async () => {
    const [an, bo] = [await as('an-peeters'), await as('bo-claes')]
    const reference = await desk.ask('Wie mag er weg?')
    const pages = await Promise.all([pageOf(an, reference), pageOf(bo, reference)])
    const answers = await Promise.all([send(an, pages[0], 'claim'), send(bo, pages[1], 'claim')])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const lost = answers.find(({ status }) => status === 409)
    expect(lost?.text).toMatch(/(An Peeters|Bo Claes) heeft deze vraag al opgenomen/)
  })

  it('sends nothing on what somebody has not seen, and gives back what was typed', async () => {
    const [an, bo] = [await as('an-peeters'), await as('bo-claes')]
    const reference = await desk.ask('Wie mag er weg?')
    const [mine, his] = await Promise.all([pageOf(an, reference), pageOf(bo, reference)])
    await send(an, mine, 'reply', { text: 'Dit is het antwoord.', do: 'reply' })
    const refused = await send(bo, his, 'reply', { text: 'Een <b>lang</b> antwoord', do: 'reply' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Een &lt;b&gt;lang&lt;/b&gt; antwoord')
    expect(refused.text).toContain('Dit is het antwoord.')
    expect(await eventsOf(reference)).toEqual(['opened', 'claimed', 'replied: Dit is het antwoord.'])
  })

  it('is not answered or closed on top of what the member wrote meanwhile', async () => {
    const an = await as('an-peeters')
    const reference = await desk.ask('Wie mag er weg?')
    await send(an, await pageOf(an, reference), 'claim')
    const page = await pageOf(an, reference)
    const event = { kind: 'added', actor: { kind: 'member' }, text: 'Laat maar, het is opgelost.' } as const
    const work = { update: {}, events: [event], messages: [], due: [] }
    await desk.store.tickets.change(
      reference,
      () => ({ kind: 'do', work }),
      desk.clock.now(),
      `more-${reference}`,
    )
    const refused = await send(an, page, 'reply', { text: 'Een lang antwoord' })
    expect(refused.status).toBe(409)
    expect(refused.text).toMatch(/<textarea id="reply"[^>]*>\nEen lang antwoord<\/textarea>/)
    expect(refused.text).toContain('Laat maar, het is opgelost.')
    expect((await send(an, page, 'close', { reason: 'answered' })).status).toBe(409)
    expect(await eventsOf(reference)).toEqual(['opened', 'claimed', 'added: Laat maar, het is opgelost.'])
    expect((await send(an, refused, 'reply', { text: 'Goed zo.' })).status).toBe(303)
  })

  it('is answered once when the same form is sent twice', async () => {
    const an = await as('an-peeters')
    const reference = await desk.ask('Wie mag er weg?')
    const page = await pageOf(an, reference)
    const both = [
      await send(an, page, 'reply', { text: 'Ja.' }),
      await send(an, page, 'reply', { text: 'Ja.' }),
    ]
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(await eventsOf(reference)).toEqual(['opened', 'claimed', 'replied: Ja.'])
  })

  it('warns before it goes to somebody who is away', async () => {
    const an = await as('an-peeters')
    const reference = await desk.ask('Wie mag er weg?')
    const warned = await send(an, await pageOf(an, reference), 'reassign', { to: 'karim-haddad', team: '' })
    expect(warned.status).toBe(409)
    expect(warned.text).toContain('Karim Haddad is afwezig tot en met 4 december 2026')
    expect((await desk.store.tickets.find(reference))?.claimedBy).toBeNull()
    await send(an, warned, 'reassign', { to: 'karim-haddad', team: '', anyway: 'ja' })
    expect((await desk.store.tickets.find(reference))?.claimedBy).toBe('karim-haddad')
  })

  it('takes a canned text into the reply without a script, behind what was typed', async () => {
    const an = await as('an-peeters')
    const reference = await desk.ask('Wie mag er weg?')
    const fields = { text: 'Alvast dit.', canned: 'meer-info', do: 'insert' }
    const page = await send(an, await pageOf(an, reference), 'reply', fields)
    expect(page.status).toBe(200)
    expect(page.text).toMatch(
      new RegExp(`Alvast dit\\.\\nBeste lid[\\s\\S]*vraag ${reference}[\\s\\S]*An Peeters</textarea>`),
    )
    expect(await eventsOf(reference)).toEqual(['opened'])
  })

  it('shows what the member added, changed and took back, and what did not arrive', async () => {
    const an = await as('an-peeters')
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
    const { text } = await pageOf(an, reference)
    expect(text).toContain('Nog iets: de wedde')
    expect(text).toMatch(/Eerdere versie<\/summary><del[^>]*>Nog iets: het loon/)
    expect(text).toContain('Dit bericht is door het lid verwijderd')
    expect(text).not.toContain('het adres')
  })

  it('is not there for who has no business with its address', async () => {
    const an = await as('an-peeters')
    expect((await an.once(`${desk.url}/staff/tickets/VB-2026-9999`)).status).toBe(404)
    expect((await new Visitor().once(`${desk.url}/staff/tickets/VB-2026-0001`)).status).toBe(303)
  })
})

describe('what changes something', () => {
  it.each([
    ['comes from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, {}],
    ['comes from another site of the same owner', { 'sec-fetch-site': 'same-site' }, {}],
    [
      'says nothing of where it comes from and has a foreign origin',
      { 'sec-fetch-site': '', origin: 'https://evil.example' },
      {},
    ],
    ['has no token', {}, { _token: '' }],
    ['has the token of somebody else', {}, { _token: 'x'.repeat(43) }],
  ])('is refused when it %s', async (_, headers, fields) => {
    const an = await as('an-peeters')
    const reference = await desk.ask('Wie mag er weg?')
    const answer = await send(an, await pageOf(an, reference), 'claim', fields, headers)
    expect(answer.status).toBe(403)
    expect(await eventsOf(reference)).toEqual(['opened'])
  })

  it('is for who may: a colleague of another team is refused in words', async () => {
    const an = await as('an-peeters')
    const reference = await desk.ask('Over afval', { team: 'omgeving', topic: 'afval' })
    const answer = await send(an, await pageOf(an, reference), 'claim')
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Vraag een collega van dat team')
    expect((await an.once(`${desk.url}/staff/troubles`)).status).toBe(403)
    expect(
      (await an.post(`${desk.url}/staff/reindex`, formFields(answer.text, '/staff/sign-out'))).status,
    ).toBe(403)
    expect(desk.reindexes()).toBe(0)
  })
})

describe('the queue', () => {
  it('shows one’s own teams first, with age in working time: nights and weekends do not count', async () => {
    const an = await as('an-peeters')
    await desk.ask('Van ons')
    await desk.ask('Van een ander', { team: 'omgeving', topic: 'afval' })
    await desk.ask('Van ons en dringend', { urgent: true })
    const own = (await an.get(`${desk.url}/staff`)).text
    expect(own.indexOf('Van ons en dringend')).toBeGreaterThan(0)
    expect(own.indexOf('Van ons en dringend')).toBeLessThan(own.lastIndexOf('Van ons<'))
    expect(own).not.toContain('Van een ander')
    // Asked on Saturday at 23.10, the building opened on Monday at 8.30, it is 10.00 now.
    expect(own).toContain('wacht 1 uur en 30 minuten werktijd')
    expect((await an.get(`${desk.url}/staff?team=alle`)).text).toContain('Van een ander')
  })

  it('is narrowed by who has it, where it stands, and words', async () => {
    const an = await as('an-peeters')
    const first = await desk.ask('Eerste over verlof')
    await desk.ask('Tweede over wedde')
    await send(an, await pageOf(an, first), 'claim')
    const shown = async (query: string) => (await an.get(`${desk.url}/staff?${query}`)).text
    expect(await shown('van=mij')).toContain('Eerste')
    expect(await shown('van=mij')).not.toContain('Tweede')
    expect(await shown('van=niemand')).not.toContain('Eerste')
    expect(await shown('stand=claimed')).not.toContain('Tweede')
    expect(await shown('zoek=wedde')).toContain('Tweede')
    expect(await shown(`zoek=${first}`)).toContain('Eerste')
    await send(an, await pageOf(an, first), 'close', { reason: 'withdrawn' })
    expect(await shown('')).not.toContain('Eerste')
    expect(await shown('stand=closed')).toContain('Eerste')
  })
})

describe('live updates', () => {
  it('tell an open page that its ticket changed and who else is writing', async () => {
    const [an, bo] = [await as('an-peeters'), await as('bo-claes')]
    const reference = await desk.ask('Wie mag er weg?')
    const page = await pageOf(bo, reference)
    const token = /data-token="([^"]*)"/.exec(page.text)?.[1] ?? ''
    const cookie = `vraagbaak-staff=${an.cookie(desk.url, 'vraagbaak-staff')}`
    const stop = new AbortController()
    const stream = await fetch(`${desk.url}/staff/live?vraag=${reference}`, {
      headers: { cookie },
      signal: stop.signal,
    })
    let heard = ''
    const reading = (async () => {
      const decoder = new TextDecoder()
      for await (const chunk of stream.body ?? []) heard += decoder.decode(chunk, { stream: true })
    })().catch(() => {})
    await expect.poll(() => heard, { timeout: 5000 }).toContain('{"version":1}')
    await bo.post(`${desk.url}/staff/tickets/${reference}/typing`, {}, { 'x-vraagbaak-token': token })
    await expect.poll(() => heard, { timeout: 5000 }).toContain('data: ["Bo Claes"]')
    await send(bo, page, 'note', { text: 'Ik kijk' })
    await expect.poll(() => heard, { timeout: 5000 }).toContain('{"version":2}')
    stop.abort()
    await reading
  })

  it('are for colleagues only', async () => {
    const answer = await new Visitor().once(`${desk.url}/staff/live`, { accept: 'text/event-stream' })
    expect(answer.status).toBe(401)
  })
})

describe('a session that ended meanwhile', () => {
  it('sends nothing, and gives back what was typed', async () => {
    const an = await as('an-peeters')
    const reference = await desk.ask('Wie mag er weg?')
    const page = await pageOf(an, reference)
    desk.clock.advance(3 * 60 * 60_000)
    const answer = await send(an, page, 'reply', { text: 'Een uur werk </textarea>' })
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('Een uur werk &lt;/textarea&gt;')
    expect(await eventsOf(reference)).toEqual(['opened'])
  })
})
