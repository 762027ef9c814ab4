import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IncomingAction } from '../../src/desk/incoming.js'
import { ACTIONS, memberTurn } from '../../src/desk/member-turn.js'
import { type ConversationState, EMPTY_STATE } from '../../src/desk/state.js'
import type { Turn, TurnResult } from '../../src/desk/turn.js'
import { STRANGER } from '../../src/members/identity.js'
import { maskMessage } from '../../src/members/masking.js'
import { repliesIn } from '../../src/texts/replies.js'
import { ASKED_AT, type OpenDesk, openDeskOn } from '../answering/association.js'
import { SETTING } from '../escalation/setting.js'
import { incoming } from '../fakes/messages.js'

let desk: OpenDesk
let turn: Turn
beforeAll(async () => {
  desk = await openDeskOn()
  turn = memberTurn({
    setting: SETTING,
    limitsOf: () => null,
    respond: desk.respond,
    whoIs: async () => STRANGER,
    tickets: { find: async () => null, events: async () => [] },
  })
  // The first question reads the word list, which takes seconds on a busy machine.
  await desk.ask('Hoeveel vuurtorens zijn lid?', EMPTY_STATE)
}, 60_000)
afterAll(() => desk.close())

const GREETED: ConversationState = { ...EMPTY_STATE, greeted: true }

function says(text: string, state: ConversationState = GREETED): Promise<TurnResult> {
  const masked = maskMessage(text)
  return turn({ ...incoming('c1', masked.text), masked: masked.kinds }, state, ASKED_AT, null)
}

function presses(action: IncomingAction, state: ConversationState): Promise<TurnResult> {
  return turn({ ...incoming('c1', ''), action }, state, ASKED_AT, null)
}

const button = (result: TurnResult, name: string): IncomingAction => {
  const found = result.messages.at(-1)?.actions.find((action) => action.name === name)
  if (found === undefined) throw new Error(`no button ${name}`)
  return { name: found.name, value: found.value }
}

describe('the notice that one talks to an AI system', () => {
  it('comes before the first reply of a conversation and never again', async () => {
    const first = await says('Hoeveel vuurtorens zijn lid?', EMPTY_STATE)
    expect(first.messages.map(({ kind }) => kind)).toEqual(['notice', 'answer'])
    expect(first.messages[0]?.text).toBe(repliesIn('nl').aiNotice)
    const second = await says('Hoeveel reddingsboten zijn lid?', first.state)
    expect(second.messages.map(({ kind }) => kind)).toEqual(['answer'])
  })

  it('is English for who writes English', async () => {
    const { messages } = await says('How many lighthouses are members of the Duinbond?', EMPTY_STATE)
    expect(messages[0]?.text).toBe(repliesIn('en').aiNotice)
  })

  it('comes once too when the first thing used is a button', async () => {
    const { messages, state } = await presses({ name: ACTIONS.helped, value: '' }, EMPTY_STATE)
    expect(messages.map(({ kind }) => kind)).toEqual(['notice', 'notice'])
    expect(state.greeted).toBe(true)
  })
})

describe('a turn of a member', () => {
  it('shows the source beside the answer, with buttons in the language of the reply', async () => {
    const { messages, effects, figures } = await says('Hoeveel vuurtorens zijn lid?')
    expect(messages[0]?.citations[0]).toMatchObject({ document: 'jaarverslag', date: '2025-03-01' })
    expect(messages[0]?.actions).toEqual([
      { name: 'helped', label: 'Dit helpt', value: '' },
      { name: 'ask-staff', label: 'Stel mijn vraag aan VVSG', value: '' },
    ])
    expect(effects).toEqual([])
    expect(figures).toMatchObject({ outcome: 'answer', language: 'nl' })
  })

  it('opens one ticket for what it cannot answer', async () => {
    const { effects, messages } = await says('Mag een gemeente een retributie vragen voor planschade?')
    expect(effects).toHaveLength(1)
    expect(effects[0]).toMatchObject({
      kind: 'open-ticket',
      ticket: { question: 'Mag een gemeente een retributie vragen voor planschade?' },
    })
    expect(messages[0]).toMatchObject({ kind: 'hand-over', actions: [] })
    expect(messages[0]?.text).toContain('{ticket}')
  })

  it('writes no personal datum in messages, effects, state or figures', async () => {
    const result = await says('Mevrouw heeft rijksregisternummer 85.07.30-033.28: mag zij planschade vragen?')
    expect(JSON.stringify(result).replace(/[^\d]/g, '')).not.toContain('85073003328')
    expect(result.messages[0]?.text).toContain('persoonsgegevens')
  })

  it('may be run again for the same message with the same result', async () => {
    expect(await says('wat is een OV?')).toEqual(await says('wat is een OV?'))
  })

  it('adds what is said later about a complete booking to its ticket', async () => {
    const first = await says(
      'Wij willen op 14 december 2026 een sessie niveau 1 boeken voor 12 personen in ons gemeentehuis in Koksijde, in de voormiddag',
    )
    expect(first.effects.map(({ kind }) => kind)).toEqual(['open-ticket'])
    const later = 'we zijn met 14 in plaats van 12'
    const second = await says(later, { ...first.state, ticket: 'VB-2026-0007' })
    expect(second.effects).toMatchObject([{ kind: 'change-ticket', reference: 'VB-2026-0007' }])
    expect(second.messages[0]).toMatchObject({ kind: 'book', booking: { participants: 14 } })
  })
})

describe('buttons', () => {
  it('"this helps" thanks in the language of the question and keeps what was asked', async () => {
    const asked = await says('How many lighthouses are members of the Duinbond?')
    const { messages, effects, state } = await presses(button(asked, ACTIONS.helped), asked.state)
    expect(messages[0]?.text).toMatch(/^Glad that this helps/)
    expect(effects).toEqual([{ kind: 'feedback', helped: true, question: asked.state.lastQuestion }])
    expect(state).toEqual(asked.state)
  })

  it('"pass it on" opens a ticket with the question', async () => {
    const asked = await says('Hoeveel vuurtorens zijn lid?')
    const { messages, effects } = await presses(button(asked, ACTIONS.askStaff), asked.state)
    expect(messages[0]?.kind).toBe('hand-over')
    expect(effects).toMatchObject([
      { kind: 'open-ticket', ticket: { question: 'Hoeveel vuurtorens zijn lid?', reason: 'human' } },
    ])
  })

  it('"pass it on" before any question still brings somebody, and says so to staff', async () => {
    const { effects, state } = await presses({ name: ACTIONS.askStaff, value: '' }, GREETED)
    expect(effects).toMatchObject([{ kind: 'open-ticket', ticket: { topic: null, reason: 'human' } }])
    expect(JSON.stringify(effects)).toContain('nog geen vraag gesteld')
    expect(state.lastQuestion).toBeNull()
  })

  it('a reading answers the question in that reading', async () => {
    const asked = await says('wat is een OV?')
    expect(asked.messages[0]?.actions.map(({ label }) => label)).toEqual([
      'openbare verlichting',
      'opblaasbaar vlot',
      'Stel mijn vraag aan VVSG',
    ])
    const chosen = await presses({ name: ACTIONS.choose, value: 'opblaasbaar vlot' }, asked.state)
    expect(chosen.messages[0]).toMatchObject({ kind: 'answer' })
    expect(chosen.messages[0]?.text).toContain('drijvend speeltuig')
  })
})
