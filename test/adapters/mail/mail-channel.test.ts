import nodeIcal from 'node-ical'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MailChannel } from '../../../adapters/mail/mail-channel.js'
import type { Delivery } from '../../../src/desk/channel.js'
import type { OutgoingMessage } from '../../../src/desk/outgoing.js'
import { header, type MailServer, mailServer } from '../../fakes/mail-server.js'
import { conversationId, notice } from '../../fakes/messages.js'

const FROM = 'VVSG <service-design@vvsg.example>'

let server: MailServer
let channel: MailChannel

beforeEach(async () => {
  server = await mailServer()
  channel = new MailChannel({ smtpUrl: server.url, from: FROM, timeoutMs: 2000 })
})
afterEach(() => server.stop())

function delivery(change: Partial<OutgoingMessage> = {}, to = 'els@gent.example'): Delivery {
  return {
    id: '0b54a0c2-6f0e-4a40-9d25-6f6e3f2b6f11',
    conversation: conversationId(to),
    number: 1,
    message: { ...notice('Uw boeking is vastgelegd.\n\nTot dan.'), ...change },
    replaces: null,
    under: null,
  }
}

function calendar(method: string): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//VVSG//Vraagbaak//NL',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    'UID:sessie-1',
    'DTSTAMP:20261123T090000Z',
    'DTSTART:20270114T130000Z',
    'SUMMARY:Sessie',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

const withInvitation = (method: string) => ({
  subject: 'Uitnodiging: één uur',
  files: [
    {
      name: 'uitnodiging.ics',
      type: `text/calendar; method=${method}; charset=utf-8`,
      content: calendar(method),
    },
  ],
})

const only = () => {
  const [mail] = server.mails
  if (mail === undefined) throw new Error('no mail arrived')
  return mail
}

describe('mail', () => {
  it('reaches the one mailbox it is for, with subject and text', async () => {
    expect(
      await channel.send(delivery({ subject: 'Gewijzigd: één uur\r\nBcc: ander@x.example' })),
    ).toMatchObject({
      kind: 'delivered',
    })
    const mail = only()
    expect(mail.to).toEqual(['els@gent.example'])
    expect(header(mail.headers, 'from')).toBe(FROM)
    expect(header(mail.headers, 'bcc')).toBe('')
    expect(header(mail.headers, 'auto-submitted')).toBe('auto-generated')
    expect(mail.parts.map(({ content }) => content.trim().replaceAll('\r\n', '\n'))).toEqual([
      'Uw boeking is vastgelegd.\n\nTot dan.',
    ])
  })

  it.each([
    'REQUEST',
    'CANCEL',
  ])('carries an invitation whose %s stands in the calendar and in the header', async (method) => {
    await channel.send(delivery(withInvitation(method)))
    const body = only().parts.find(({ type }) => type.startsWith('text/calendar'))
    expect(body?.type).toMatch(new RegExp(`method="?${method}`))
    expect(body?.type).toMatch(/charset="?utf-8/i)
    expect(nodeIcal.sync.parseICS(body?.content ?? '')['sessie-1']).toMatchObject({
      method,
      summary: 'Sessie',
    })
    const attached = only().parts.find(({ type }) => type.startsWith('application/ics'))
    expect(attached?.headers).toContain('uitnodiging.ics')
    expect(attached?.content).toBe(calendar(method))
  })

  it('names the mail after the message, the same each time it is sent', async () => {
    const first = await channel.send(delivery())
    const second = await channel.send(delivery())
    expect(first).toEqual({
      kind: 'delivered',
      platformId: '<0b54a0c2-6f0e-4a40-9d25-6f6e3f2b6f11@vvsg.example>',
    })
    expect(second).toEqual(first)
    expect(server.mails.map(({ headers }) => header(headers, 'message-id'))).toEqual(
      Array.from({ length: 2 }, () => '<0b54a0c2-6f0e-4a40-9d25-6f6e3f2b6f11@vvsg.example>'),
    )
  })

  it.each([
    [{ refuseRecipient: 550 }, 'failed'],
    [{ refuseMail: 554 }, 'failed'],
    [{ refuseRecipient: 451 }, 'rate-limited'],
    [{ refuseMail: 452 }, 'rate-limited'],
    ['breaks-early', 'rate-limited'],
    ['breaks-after-taking', 'uncertain'],
  ] as const)('ends as it should when the server does %o', async (weather, kind) => {
    server.weather(weather)
    const outcome = await channel.send(delivery())
    expect(outcome.kind).toBe(kind)
    expect(server.mails).toHaveLength(kind === 'uncertain' ? 1 : 0)
  })

  it('waits for a server that is not there', async () => {
    await server.stop()
    expect(await channel.send(delivery())).toEqual({ kind: 'rate-limited', retryAfterMs: 60_000 })
    server = await mailServer()
  })

  it('gives up on what is no address', async () => {
    expect(await channel.send(delivery({}, 'geen adres'))).toMatchObject({ kind: 'failed' })
    expect(server.mails).toEqual([])
  })

  it('cannot tell what became of a mail that may have arrived', async () => {
    expect(await channel.reconcile()).toBe('unknown')
  })
})
