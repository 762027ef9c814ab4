import { describe, expect, it } from 'vitest'
import type { SendEvent } from '../../src/desk/sender.js'
import { createLog, deskEvents, errorForLog } from '../../src/http/logging.js'
import { createMetrics } from '../../src/http/metrics.js'
import { conversationId, notice } from '../fakes/messages.js'

describe('the log', () => {
  it('keeps no message of a database or a parser, which quote what they choked on', () => {
    const text = 'mevrouw Peeters'
    const parse = caught(() => JSON.parse(text))
    expect(parse.message).toContain('mevrouw')
    expect(JSON.stringify(errorForLog(parse))).not.toContain('mevrouw')
    const database = Object.assign(new Error(`Key (text)=(${text}) exists`), { code: '23505', detail: text })
    expect(errorForLog(database)).toMatchObject({ type: 'Error', code: '23505' })
    expect(JSON.stringify(errorForLog(database))).not.toContain('mevrouw')
  })

  it('keeps our own messages, faults of the program, and where they came from', () => {
    const own = Object.assign(new Error('the disk is full'), { code: 'STORE_FULL' })
    expect(errorForLog(own)).toMatchObject({ code: 'STORE_FULL', message: 'the disk is full' })
    expect(errorForLog(new TypeError('x is not a function'))).toMatchObject({
      message: 'x is not a function',
    })
    expect(errorForLog(own)).toHaveProperty('at.0', expect.stringContaining('logging.test.ts'))
  })

  it('follows causes the same way', () => {
    const error = new Error('outer', { cause: new Error('inner') })
    expect(errorForLog(error)).toMatchObject({ cause: { type: 'Error' } })
    expect(JSON.stringify(errorForLog(error))).not.toMatch(/outer|inner/)
  })

  it('names no address of a mail that failed, which in that channel is the conversation', () => {
    const lines: string[] = []
    const log = createLog('debug', { write: (line) => lines.push(line) })
    const { onSend } = deskEvents(
      log,
      createMetrics(() => 0),
    )
    for (const kind of ['failed', 'delivered'] as const) onSend(settledMail('els@zonnegem.be', kind))
    expect(lines).toHaveLength(2)
    expect(lines.join('')).toContain('"message":"m1"')
    expect(lines.join('')).not.toContain('els@zonnegem.be')
  })

  it('writes one line of JSON without the machine’s name', () => {
    const lines: string[] = []
    createLog('info', { write: (line) => lines.push(line) }).info({ err: new Error('secret') }, 'turn')
    expect(lines).toHaveLength(1)
    const line: unknown = JSON.parse(lines[0] ?? '')
    expect(line).toMatchObject({ msg: 'turn', err: { type: 'Error' } })
    expect(line).not.toHaveProperty('hostname')
    expect(lines[0]).not.toContain('secret')
  })
})

function settledMail(address: string, kind: 'failed' | 'delivered'): SendEvent {
  const conversation = conversationId(address)
  const delivery = { id: 'm1', conversation, number: 1, message: notice('Dag'), replaces: null, under: null }
  const claim = {
    channel: 'mail',
    lane: address,
    fence: 1,
    kind: 'send',
    delivery,
    attempts: 1,
    checks: 0,
  } as const
  const settlement =
    kind === 'failed' ? ({ kind, reason: `550 ${address}` } as const) : ({ kind, platformId: null } as const)
  return { kind: 'settled', claim, settlement }
}

function caught(action: () => unknown): Error {
  try {
    action()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('nothing was thrown')
}
