import { describe, expect, it } from 'vitest'
import {
  isStaffAction,
  readStaffAction,
  STAFF_ACTIONS,
  staffActionsFor,
} from '../../src/desk/staff-actions.js'
import { readStaffCommand } from '../../src/desk/staff-commands.js'
import { AN, member, SETTING, TOPICS, ticket } from '../escalation/setting.js'

const VB = 'VB-2026-0001'
const read = (text: string, under: string | null = null) => readStaffCommand(text, member(AN), SETTING, under)

describe('a command that a colleague types', () => {
  it.each([
    ['opnemen VB-2026-0001', { kind: 'claim' }],
    ['Opnemen vb 2026 0001', { kind: 'claim' }],
    ['vrijgeven VB-2026-0001', { kind: 'release' }],
    ['heropen VB-2026-0001', { kind: 'reopen' }],
    [
      'antwoord VB-2026-0001: Twintig dagen.\nZie ook artikel 3.',
      { kind: 'reply', text: 'Twintig dagen.\nZie ook artikel 3.', asksBack: false },
    ],
    ['vraag terug VB-2026-0001: voltijds?', { kind: 'reply', text: 'voltijds?', asksBack: true }],
    ['notitie VB-2026-0001: nakijken', { kind: 'note', text: 'nakijken' }],
    ['toewijzen VB-2026-0001 aan mij', { kind: 'reassign', team: null, to: 'an' }],
    ['toewijzen VB-2026-0001 aan Bert Claes', { kind: 'reassign', team: null, to: 'bert' }],
    ['toewijzen VB-2026-0001 aan financiën', { kind: 'reassign', team: 'financien', to: null }],
    [
      'toewijzen VB-2026-0001 aan niemand die er is',
      { kind: 'reassign', team: null, to: 'niemand die er is' },
    ],
    ['thema VB-2026-0001: Belastingen', { kind: 'topic', topic: 'belasting' }],
    ['niet dringend VB-2026-0001', { kind: 'urgent', urgent: false }],
    ['afsluiten VB-2026-0001', { kind: 'close', reason: 'answered' }],
    ['sluit af VB-2026-0001: doorverwezen', { kind: 'close', reason: 'referred' }],
  ])('is read: %j', (text, action) => {
    expect(read(text)).toEqual({ reference: VB, action })
  })

  it.each([
    'Kan iemand VB-2026-0001 opnemen?',
    'opnemen',
    'antwoord: twintig dagen',
    'Ik denk dat we moeten afsluiten',
    'antwoordtermijn VB-2026-0001',
  ])('is not seen in %j, so that it never goes to a member', (text) => {
    expect(read(text)).toBeNull()
  })

  it('may be one word under a card, and everything else there is not', () => {
    expect(read('opnemen', VB)).toEqual({ reference: VB, action: { kind: 'claim' } })
    expect(read('antwoord: twintig dagen', VB)).toBeNull()
    expect(read('afsluiten', VB)).toBeNull()
  })
})

describe('the buttons under a card', () => {
  const choices = { topics: TOPICS, staff: SETTING.staff, publishes: true }
  const names = (change: Parameters<typeof ticket>[0]) =>
    staffActionsFor(ticket(change), choices).map(({ name }) => name)

  it('offer what can be done in that state', () => {
    expect(names({})).toContain(STAFF_ACTIONS.claim)
    expect(names({})).not.toContain(STAFF_ACTIONS.release)
    expect(names({ state: 'claimed', claimedBy: 'an' })).not.toContain(STAFF_ACTIONS.claim)
    expect(names({ state: 'claimed', claimedBy: 'an' })).toContain(STAFF_ACTIONS.release)
    expect(names({ state: 'closed', closeReason: 'answered' })).toEqual([
      STAFF_ACTIONS.reopen,
      STAFF_ACTIONS.publish,
    ])
    expect(names({ state: 'closed', closeReason: 'duplicate' })).toEqual([STAFF_ACTIONS.reopen])
  })

  it('have forms that platforms can show: short titles, and as many choices as there are', () => {
    for (const { form, value } of staffActionsFor(ticket(), choices)) {
      expect(value).toBe(VB)
      expect((form?.title ?? '').length).toBeLessThanOrEqual(24)
      for (const field of form?.fields ?? []) {
        if (field.kind === 'choice') expect(field.options?.length).toBeGreaterThan(0)
      }
    }
  })

  it('come back as actions', () => {
    const pressed = (name: string, fields?: Readonly<Record<string, string>>) =>
      readStaffAction({ name, value: VB, ...(fields && { fields }) })
    expect(pressed(STAFF_ACTIONS.reply, { text: ' Ja ', 'asks-back': 'yes' })).toEqual({
      kind: 'reply',
      text: 'Ja',
      asksBack: true,
    })
    expect(pressed(STAFF_ACTIONS.reassign, { team: 'financien' })).toEqual({
      kind: 'reassign',
      team: 'financien',
      to: null,
    })
    expect(pressed(STAFF_ACTIONS.close, { reason: 'x' })).toBeNull()
    expect(pressed(STAFF_ACTIONS.notUrgent)).toEqual({ kind: 'urgent', urgent: false })
    expect(isStaffAction({ name: 'ask-staff', value: '' })).toBe(false)
    expect(isStaffAction(null)).toBe(false)
  })
})
