import { afterEach, describe, expect, it } from 'vitest'
import type { Channel, Delivery } from '../../src/desk/channel.js'
import type { ConversationId } from '../../src/desk/conversation.js'
import type { Incoming } from '../../src/desk/incoming.js'
import type { OutgoingMessage } from '../../src/desk/outgoing.js'

/**
 * What each channel's test file supplies, so that one suite can drive them all from outside.
 *
 * A channel that only follows a log (the web) has no bots and no platform that fails: those are null.
 */
export interface ChannelHarness {
  readonly channel: Channel
  /**
   * A member writes in the one conversation of the test, and the platform delivers it.
   *
   * @param id names the event: the same id again is the platform repeating itself.
   * @returns whether the platform was told that it arrived.
   */
  memberWrites(text: string, id: string): Promise<boolean>
  /** A bot writes, this one included. */
  readonly botWrites: ((text: string) => Promise<unknown>) | null
  /** Has the channel deliver a message, as the outbox would. */
  deliver(delivery: Delivery): ReturnType<Channel['send']>
  /** What the member sees of the desk's messages, in order: their whole content as text. */
  shown(conversation: ConversationId): Promise<readonly string[]>
  /** Makes the platform fail at the next send. */
  readonly fail: ((how: PlatformFailure) => void) | null
  close(): Promise<void>
}

/**
 * `refuse`: no for good. `rate-limit`: no for now. `lose`: the connection breaks, nothing was posted. `swallow`: it
 * breaks after the message was posted.
 */
export type PlatformFailure = 'refuse' | 'rate-limit' | 'lose' | 'swallow'

/** A valid number, made for tests: masked wherever it appears. */
const REGISTER_NUMBER = '85.07.30-033.28'

/** Declares the suite that every channel passes. */
export function channelContract(name: string, setup: () => Promise<ChannelHarness>): void {
  describe(`${name} keeps the channel contract`, () => {
    const opened: ChannelHarness[] = []
    afterEach(async () => {
      for (const harness of opened.splice(0)) await harness.close()
    })
    const started: Setup = async (receive) => {
      const harness = await setup()
      opened.push(harness)
      const received: Incoming[] = []
      await harness.channel.start(async (incoming) => {
        received.push(incoming)
        await receive?.(incoming)
      })
      return { ...harness, received }
    }
    takingIn(started)
    posting(started)
    failing(started)
  })
}

type Setup = (
  receive?: (incoming: Incoming) => Promise<void>,
) => Promise<ChannelHarness & { readonly received: readonly Incoming[] }>

function takingIn(started: Setup) {
  it('hands over what a member wrote', async () => {
    const { channel, memberWrites, received } = await started()
    expect(await memberWrites('Hoeveel leden heeft de VVSG?', '1')).toBe(true)
    expect(received).toMatchObject([
      { channel: channel.name, text: 'Hoeveel leden heeft de VVSG?', masked: [] },
    ])
    const [incoming] = received
    expect(incoming?.eventId).toBeTruthy()
    expect(incoming?.person).toBeTruthy()
    expect(new Date(incoming?.receivedAt ?? '').toISOString()).toBe(incoming?.receivedAt)
  })

  it('masks personal data before it hands anything over', async () => {
    const { memberWrites, received } = await started()
    await memberWrites(`Mijn rijksregisternummer is ${REGISTER_NUMBER}.`, '1')
    expect(received).toMatchObject([{ masked: ['rijksregisternummer'] }])
    expect(JSON.stringify(received)).not.toContain(REGISTER_NUMBER)
  })

  it('gives the same event the same id, and another event another, in the same conversation', async () => {
    const { memberWrites, received } = await started()
    for (const id of ['1', '1', '2']) await memberWrites('hallo', id)
    expect(new Set(received.map(({ eventId }) => eventId)).size).toBe(2)
    expect(new Set(received.map(({ conversation }) => conversation)).size).toBe(1)
    expect(new Set(received.map(({ person }) => person)).size).toBe(1)
  })

  it('does not tell the platform that an event arrived when it could not be kept', async () => {
    const { memberWrites } = await started(() => Promise.reject(new Error('the disk is full')))
    expect(await memberWrites('hallo', '1')).toBe(false)
  })

  it('does not tell it before the event is kept', async () => {
    let keep = () => {}
    const kept = new Promise<void>((resolve) => {
      keep = resolve
    })
    const { memberWrites, received } = await started(() => kept)
    let told = false
    const writing = memberWrites('hallo', '1').then((acknowledged) => {
      told = acknowledged
    })
    while (received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(told).toBe(false)
    keep()
    await writing
    expect(told).toBe(true)
  })

  it('drops what a bot wrote', async () => {
    const { botWrites, received } = await started()
    await botWrites?.('Herinnering: de vergadering begint.')
    expect(received).toEqual([])
  })

  it('takes nothing in once it is stopped', async () => {
    const { channel, memberWrites, received } = await started()
    await channel.stop()
    expect(await memberWrites('hallo', '1').catch(() => false)).toBe(false)
    expect(received).toEqual([])
  })
}

function posting(started: Setup) {
  it('says how much it takes and how fast', async () => {
    const { limits } = (await started()).channel
    expect(limits.maxTextLength).toBeGreaterThanOrEqual(500)
    expect(limits.spacingMs).toBeGreaterThanOrEqual(0)
    expect(Number.isFinite(limits.spacingMs)).toBe(true)
  })

  it('shows an answer with its source, after the messages before it', async () => {
    const harness = await started()
    const conversation = await anyConversation(harness)
    expect(await harness.deliver(delivery(conversation, 1, 'Even geduld.'))).toMatchObject(DELIVERED)
    expect(await harness.deliver(delivery(conversation, 2, 'De VVSG telt 300 gemeenten.'))).toMatchObject(
      DELIVERED,
    )
    const [first, second, ...more] = await harness.shown(conversation)
    expect(more).toEqual([])
    expect(first).toContain('Even geduld.')
    expect(second).toContain('De VVSG telt 300 gemeenten.')
    expect(second).toContain('Over ons')
  })

  it('shows a text of the greatest length whole', async () => {
    const harness = await started()
    const conversation = await anyConversation(harness)
    const { maxTextLength } = harness.channel.limits
    const text = `${'woord '.repeat(maxTextLength / 6 - 3)}einde`
    expect(await harness.deliver(delivery(conversation, 1, text))).toMatchObject(DELIVERED)
    expect((await harness.shown(conversation)).join('')).toContain('einde')
  })
}

function failing(started: Setup) {
  it.each([
    ['refuse', { kind: 'failed' }, [], 0],
    ['lose', { kind: 'uncertain' }, ['absent', 'unknown'], 0],
    ['swallow', { kind: 'uncertain' }, ['delivered', 'unknown'], 1],
  ] as const)('reports a platform that does this as what it is: %s', async (how, outcome, found, shown) => {
    const harness = await started()
    if (harness.fail === null) return
    const conversation = await anyConversation(harness)
    harness.fail(how)
    const sent = delivery(conversation, 1, 'Het antwoord.')
    expect(await harness.deliver(sent)).toMatchObject(outcome)
    expect(await harness.shown(conversation)).toHaveLength(shown)
    if (found.length === 0) return
    const now = await harness.channel.reconcile(sent)
    expect(found).toContain(typeof now === 'string' ? now : now.kind)
  })

  it('says how long to wait when the platform wants less, and has posted nothing', async () => {
    const harness = await started()
    if (harness.fail === null) return
    const conversation = await anyConversation(harness)
    harness.fail('rate-limit')
    const outcome = await harness.deliver(delivery(conversation, 1, 'Het antwoord.'))
    expect(outcome).toMatchObject({ kind: 'rate-limited', retryAfterMs: expect.any(Number) })
    expect(await harness.shown(conversation)).toHaveLength(0)
    expect(await harness.deliver(delivery(conversation, 1, 'Het antwoord.'))).toMatchObject(DELIVERED)
    expect(await harness.shown(conversation)).toHaveLength(1)
  })

  it('posts nothing of what is shown while the desk is at work, and never fails at it', async () => {
    const harness = await started()
    const conversation = await anyConversation(harness)
    const { channel } = harness
    const progress = { step: 'writing', status: 'Ik schrijf.', sentences: ['Half een antwoord.'] } as const
    for (const place of [conversation, 'nergens' as ConversationId]) {
      channel.showProgress?.(place, progress)
      channel.showProgress?.(place, null)
    }
    await harness.deliver(delivery(conversation, 1, 'Het antwoord.'))
    const shown = await harness.shown(conversation)
    expect(shown).toHaveLength(1)
    expect(shown[0]).not.toContain('Half een antwoord.')
  })
}

const DELIVERED = { kind: 'delivered' } as const

/** A conversation begins with its member. */
async function anyConversation(harness: ChannelHarness & { readonly received: readonly Incoming[] }) {
  await harness.memberWrites('hallo', 'first')
  const [incoming] = harness.received
  if (!incoming) throw new Error('The channel handed nothing over')
  return incoming.conversation
}

function delivery(conversation: ConversationId, number: number, text: string): Delivery {
  const id = `delivery-${number}`
  return { id, conversation, number, message: answer(text), replaces: null, under: null }
}

function answer(text: string): OutgoingMessage {
  const citation = {
    document: 'over-ons',
    title: 'Over ons',
    section: 'Leden',
    url: 'https://www.vvsg.be/over-ons',
    date: null,
    quote: '300 gemeenten',
    kind: 'samenvatting',
    source: 'VVSG, Over ons',
    passage: 'over-ons#1',
  } as const
  return { kind: 'answer', text, citations: [citation], actions: [], ticket: null, booking: null }
}
