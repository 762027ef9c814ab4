import { describe, expect, it } from 'vitest'
import { ticketView } from '../../src/desk/ticket-view.js'
import { staffDirectory } from '../../src/escalation/staff-directory.js'
import type { Ticket } from '../../src/escalation/tickets.js'
import { AN, BERT, LENA, MONDAY, SETTING, ticket } from '../escalation/setting.js'
import { ManualClock } from '../fakes/clock.js'

const inTeams = [AN, BERT, LENA].map((one) => ({ ...one, teamsPerson: `${one.id}@tenant` }))

function viewOf(change: Partial<Ticket>) {
  const kept = ticket(change)
  const view = ticketView('teams', {
    tickets: { find: async (wanted) => (wanted === kept.reference ? kept : null), events: async () => [] },
    setting: { ...SETTING, staff: staffDirectory(inTeams) },
    titleOf: () => null,
    publicUrl: null,
    publishes: true,
    clock: new ManualClock(MONDAY.toISOString()),
  })
  return async (who: string, reference = kept.reference) => {
    const message = await view(reference, `teams:${who}@tenant`)
    return message && { status: message.card?.status, can: message.actions.map(({ label }) => label) }
  }
}

describe('the card of a ticket as one colleague sees it', () => {
  it('lets who has it answer and close it, and not take it again', async () => {
    const own = await viewOf({ state: 'claimed', claimedBy: 'an' })('an')
    expect(own?.can).toEqual(expect.arrayContaining(['Antwoorden', 'Afsluiten', 'Vrijgeven']))
    expect(own?.can).not.toContain('Opnemen')
  })

  it('tells the others who has it, and lets them do only what they may', async () => {
    const view = viewOf({ state: 'claimed', claimedBy: 'an' })
    expect(await view('bert')).toEqual({
      status: 'opgenomen door An Peeters',
      can: ['Interne notitie', 'Dringend'],
    })
    const lead = await view('lena')
    expect(lead?.can).toEqual(expect.arrayContaining(['Toewijzen', 'Afsluiten']))
    expect(lead?.can).not.toContain('Antwoorden')
  })

  it('lets all of the team take what nobody has', async () => {
    const view = viewOf({ state: 'new', claimedBy: null })
    for (const who of ['an', 'bert']) expect((await view(who))?.can).toContain('Opnemen')
  })

  it('is for colleagues only, and of tickets that are there', async () => {
    const view = viewOf({ state: 'claimed', claimedBy: 'an' })
    expect(await view('iemand')).toBeNull()
    expect(await view('an', 'VB-2026-0099')).toBeNull()
  })
})
