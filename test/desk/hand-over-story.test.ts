import { expect, it } from 'vitest'
import { STAFF_ACTIONS } from '../../src/desk/staff-actions.js'
import { STRANGER_IN_STAFF } from '../../src/texts/staff.js'
import { AN, BERT, FATIMA, LENA, member, QUESTION } from '../escalation/setting.js'
import { ManualClock } from '../fakes/clock.js'
import { brussels } from '../hours/sample.js'
import { onEachDatabase } from '../store/databases.js'
import { type HelpDesk, helpDesk, MEMBER, TEAM, TeamPlatform } from './helpdesk.js'

const FIRST = 'VB-2026-0001'
const press = (
  name: keyof typeof STAFF_ACTIONS,
  fields?: Readonly<Record<string, string>>,
  value = FIRST,
) => ({
  name: STAFF_ACTIONS[name],
  value,
  ...(fields && { fields }),
})

function at(clock: ManualClock, wall: string): void {
  clock.advance(brussels(wall).getTime() - clock.now().getTime())
}

function open(wall: string): ManualClock {
  return new ManualClock(brussels(wall).toISOString())
}

onEachDatabase('a question that goes to people', (on) => {
  it('asked on Saturday at 23.10 is promised Monday 8.30, digested then, and answered after a restart', async () => {
    const clock = open('2026-11-21 23:10')
    const slack = new TeamPlatform('slack', () => clock.now())
    const saturday = helpDesk(on.store, clock, slack)
    await saturday.says(QUESTION)
    await saturday.says('Mag een gemeente parkeerbelasting heffen op zondag?')
    expect(saturday.reads().at(1)).toContain('ten vroegste maandag 23 november om 8.30 uur')
    at(clock, '2026-11-22 15:00')
    await saturday.says('Dringend: mag verlof geweigerd worden bij ziekte?', {
      conversation: 'T9/D2' as never,
    })
    expect(slack.shows(TEAM)).toEqual([])

    const monday = helpDesk(on.store, clock, slack)
    at(clock, '2026-11-23 08:29')
    await monday.settle()
    expect(slack.shows(TEAM)).toEqual([])
    at(clock, '2026-11-23 08:30')
    await monday.settle()
    const shown = slack.shows(TEAM)
    expect(shown).toHaveLength(3)
    expect(shown[0]).toBe('Sinds zaterdag 23.10 uur kwamen 2 vragen binnen.')
    expect(shown[1]).toContain('DRINGEND: VB-2026-0003 (nieuw)')
    expect(shown[2]).toContain(`${FIRST} (nieuw)\n${QUESTION}\nMieke, Gemeente Zonnegem (gemeente)`)
    expect(slack.shows('T1/C2')[0]).toBe('Sinds zaterdag 23.10 uur kwam 1 vraag binnen.')

    await monday.presses(AN, press('claim'))
    expect(slack.shows(TEAM)[2]).toContain('(opgenomen door An Peeters)')
    const later = helpDesk(on.store, clock, slack)
    await later.presses(AN, press('reply', { text: 'Twintig dagen, rrn 85.07.30-033.28', 'asks-back': 'no' }))
    const answer = later.reads().at(-1)
    expect(answer).toContain('An Peeters van de VVSG antwoordt')
    expect(answer).toContain('Twintig dagen, rrn [rijksregisternummer]')
    // Nothing is told twice, whoever looks again.
    await monday.settle()
    await later.settle()
    expect(slack.shows(TEAM)).toHaveLength(3)
    expect(later.reads().filter((text) => text.includes('Twintig dagen'))).toHaveLength(1)
  })

  it('belongs to the colleague who claims it: the desk is quiet until she closes it, and then says that it is back', async () => {
    const clock = open('2026-11-23 10:00')
    const desk = helpDesk(on.store, clock)
    await desk.says(QUESTION, { messageId: 'm1' })
    const [card] = desk.slack.posts.filter(({ conversation }) => conversation === TEAM)
    await desk.presses(AN, press('claim'))
    const read = desk.reads().length
    await desk.says('Het gaat om een deeltijdse', { messageId: 'm2' })
    await desk.says('Het gaat om een voltijdse', { revision: { kind: 'edited', of: 'm2' }, messageId: 'm2' })
    await desk.says('', { revision: { kind: 'deleted', of: 'm2' } })
    expect(desk.reads()).toHaveLength(read)
    const thread = desk.slack.posts.filter(({ under }) => under === card?.id).map(({ text }) => text)
    expect(thread).toEqual([
      `An Peeters: Het lid schreef bij ${FIRST}:\nHet gaat om een deeltijdse`,
      `An Peeters: Het lid paste een bericht bij ${FIRST} aan:\nHet gaat om een voltijdse`,
      `An Peeters: Het lid verwijderde een bericht bij ${FIRST}.`,
    ])
    expect(desk.slack.deliveries.find(({ message }) => message.mentions)?.message.mentions).toEqual([
      'slack:T1/U-an',
    ])

    await desk.presses(AN, press('close', { reason: 'answered' }))
    expect(desk.reads().at(-1)).toContain('De helpdesk beantwoordt opnieuw uw vragen. Bent u geholpen?')
    await desk.says('bedankt')
    expect(desk.reads().at(-1)).toBe('Antwoord op bedankt')
    await desk.says('', { action: { name: 'ticket-not-helped', value: FIRST } })
    expect(desk.reads().at(-1)).toContain('staat opnieuw open. Wij zijn er tot 16.30 uur.')
    expect(await on.store.tickets.find(FIRST)).toMatchObject({
      state: 'reopened',
      resolution: 'not-helped',
      claimedBy: null,
    })
  })

  it('keeps what colleagues write under a card from the member', async () => {
    const clock = open('2026-11-23 10:00')
    const desk = helpDesk(on.store, clock)
    await desk.says(QUESTION)
    const card = desk.slack.posts.find(({ conversation }) => conversation === TEAM)
    const before = desk.reads()
    await desk.writes(BERT, 'Lastig lid, antwoord VB-2026-0001: dit mag niet weg', card?.id)
    expect(desk.reads()).toEqual(before)
    expect(desk.slack.shows(TEAM)[0]).toContain('Bert Claes (interne notitie): Lastig lid')
    await desk.writes(BERT, `antwoord ${FIRST}: Twintig dagen.`, card?.id)
    expect(desk.reads().at(-1)).toContain('Twintig dagen.')
    expect(desk.reads().join('\n')).not.toContain('Lastig')
  })

  it('refuses in words: to the second who presses, to another team, to a stranger, for what does not exist', async () => {
    const clock = open('2026-11-23 10:00')
    const desk = helpDesk(on.store, clock)
    await desk.says(QUESTION)
    await desk.presses(AN, press('claim'))
    await desk.presses(BERT, press('claim'))
    await desk.presses(FATIMA, press('close', { reason: 'answered' }))
    await desk.presses({ ...AN, slack: 'T1/U-x' }, press('reply', { text: 'Neen', 'asks-back': 'no' }))
    await desk.writes(BERT, 'opnemen VB-2026-0099')
    expect(desk.slack.shows(TEAM).slice(1)).toEqual([
      'An Peeters heeft deze vraag al opgenomen.',
      expect.stringContaining('Deze vraag is voor Team Personeel.'),
      STRANGER_IN_STAFF,
      'Er is geen vraag met referentie VB-2026-0099.',
    ])
    expect(await on.store.tickets.find(FIRST)).toMatchObject({ state: 'claimed', claimedBy: 'an' })
  })

  it('is the same from the staff desk, pressed twice or not, and warns of who is away', async () => {
    const clock = open('2026-11-23 10:00')
    const desk = helpDesk(on.store, clock)
    await desk.says(QUESTION)
    const act = (kind: 'claim', key: string) => desk.desk.act(FIRST, member(AN), { kind }, clock.now(), key)
    expect(await act('claim', 'k1')).toMatchObject({ kind: 'done', ticket: { claimedBy: 'an' } })
    expect(await act('claim', 'k1')).toMatchObject({ kind: 'done' })
    expect(await act('claim', 'k2')).toMatchObject({ kind: 'refused', code: 'taken' })
    const given = await desk.desk.act(
      FIRST,
      member(AN),
      { kind: 'reassign', team: null, to: 'wim' },
      clock.now(),
      'k3',
    )
    expect(given).toMatchObject({
      kind: 'done',
      warning: 'Wim Maes is afwezig tot en met vrijdag 27 november.',
    })
    expect(await desk.desk.act('VB-2026-0404', member(AN), { kind: 'claim' }, clock.now(), 'k4')).toEqual({
      kind: 'refused',
      code: 'not-found',
      text: 'Er is geen vraag met referentie VB-2026-0404.',
      ticket: null,
    })
    await desk.settle()
    expect(desk.slack.shows(TEAM)[0]).toContain('(opgenomen door Wim Maes)')
  })

  it('has one winner of a hundred who claim it at once', async () => {
    const clock = open('2026-11-23 10:00')
    const desk = helpDesk(on.store, clock)
    await desk.says(QUESTION)
    const colleagues = [AN, BERT, LENA]
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        desk.desk.act(
          FIRST,
          { ...member(colleagues[n % 3] ?? AN), id: `c${n}`, name: `Collega ${n}` },
          { kind: 'claim' },
          clock.now(),
          `k${n}`,
        ),
      ),
    )
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1)
    const winner = (await on.store.tickets.find(FIRST))?.claimedBy
    const name = `Collega ${winner?.slice(1)}`
    for (const outcome of outcomes.filter((one) => one.kind === 'refused')) {
      expect(outcome.text).toContain(`${name} heeft deze vraag al opgenomen.`)
    }
    await desk.settle()
    expect(desk.reads().filter((text) => text.includes('neemt uw vraag'))).toHaveLength(1)
  })
})

onEachDatabase('following up a question', (on) => {
  it('reminds the claimer, the team and the lead once each, in office hours only, also over a restart', async () => {
    const clock = open('2026-11-23 10:00')
    const slack = new TeamPlatform('slack', () => clock.now())
    let desk: HelpDesk = helpDesk(on.store, clock, slack)
    await desk.says(QUESTION)
    await desk.presses(AN, press('claim'))
    for (let hour = 0; hour < 24 * 8; hour++) {
      clock.advance(3_600_000)
      if (hour % 7 === 0) desk = helpDesk(on.store, clock, slack)
      await desk.settle()
    }
    const reminders = slack.posts.filter(({ text }) => text.includes('wacht al'))
    expect(reminders.map(({ text }) => text)).toEqual([
      'An Peeters: VB-2026-0001 wacht al 8 uur werktijd op een antwoord van u.',
      'VB-2026-0001 wacht al 12 uur werktijd; An Peeters heeft de vraag opgenomen. Kan iemand helpen?',
      'Lena Dewaele: VB-2026-0001 van Team Personeel wacht al 16 uur werktijd zonder antwoord.',
    ])
    expect(reminders.map((post) => new Date(post.at))).toEqual([
      brussels('2026-11-24 10:00'),
      brussels('2026-11-24 14:00'),
      brussels('2026-11-25 10:00'),
    ])
  })

  it('reminds nobody of what is answered, and shows what did not reach the member', async () => {
    const clock = open('2026-11-23 10:00')
    const desk = helpDesk(on.store, clock)
    await desk.says(QUESTION)
    await desk.presses(AN, press('claim'))
    desk.slack.next(MEMBER, 'refuses')
    await desk.presses(AN, press('reply', { text: 'Twintig.', 'asks-back': 'no' }))
    for (let hour = 0; hour < 24 * 5; hour++) {
      clock.advance(3_600_000)
      await desk.settle()
    }
    const texts = desk.slack.shows(TEAM)
    expect(texts.filter((text) => text.includes('wacht al'))).toEqual([])
    expect(texts.filter((text) => text.includes('niet aangekomen'))).toEqual([
      `An Peeters: Een bericht aan het lid over ${FIRST} is niet aangekomen, of het is niet zeker dat het aankwam. Bel of mail het lid.`,
    ])
    const events = await on.store.tickets.events(FIRST)
    expect(events.filter(({ kind }) => kind === 'undelivered')).toHaveLength(1)
  })

  it('tells a member who writes to a colleague at night once when staff are there', async () => {
    const clock = open('2026-11-23 10:00')
    const desk = helpDesk(on.store, clock)
    await desk.says(QUESTION)
    await desk.presses(AN, press('claim'))
    const read = desk.reads().length
    at(clock, '2026-11-23 20:00')
    await desk.says('Nog iets?')
    await desk.says('En dit?')
    expect(desk.reads().slice(read)).toEqual([
      `Uw bericht staat bij uw vraag ${FIRST}. Een medewerker kan ten vroegste dinsdag 24 november om 8.30 uur kijken.`,
    ])
    const thread = () => desk.slack.shows(TEAM).filter((text) => text.includes('Het lid schreef'))
    expect(thread()).toEqual([])
    at(clock, '2026-11-24 08:30')
    await desk.settle()
    expect(thread()).toHaveLength(2)
    at(clock, '2026-11-24 20:00')
    await desk.says('En dit ook?')
    expect(desk.reads().slice(read)).toHaveLength(2)
  })

  it('tells nobody in the evening what the desk missed while it was not running, but at the next opening', async () => {
    const clock = open('2026-11-21 23:10')
    const slack = new TeamPlatform('slack', () => clock.now())
    await helpDesk(on.store, clock, slack).says(QUESTION)
    at(clock, '2026-11-23 20:00')
    const desk = helpDesk(on.store, clock, slack)
    await desk.settle()
    expect(slack.shows(TEAM)).toEqual([])
    at(clock, '2026-11-24 08:30')
    await desk.settle()
    // Its reminder was due on Monday at the end of the day, when nobody was told either.
    expect(new Set(slack.shows(TEAM))).toEqual(
      new Set([
        'Sinds zaterdag 23.10 uur kwam 1 vraag binnen.',
        expect.stringContaining(`${FIRST} (nieuw)`),
        expect.stringContaining('wacht al 8 uur werktijd'),
      ]),
    )
  })

  it('comes in one digest after a working day that the desk missed', async () => {
    const clock = open('2026-11-21 23:10')
    await helpDesk(on.store, clock).says(QUESTION)
    at(clock, '2026-11-23 18:00')
    const desk = helpDesk(on.store, clock)
    await desk.settle()
    at(clock, '2026-11-23 20:00')
    await desk.says('Mag verlof geweigerd worden?', { conversation: 'T9/D2' as never })
    at(clock, '2026-11-24 08:31')
    await desk.settle()
    const shown = desk.slack.shows(TEAM).filter((text) => !text.includes('wacht al'))
    expect(shown).toEqual([
      'Sinds zaterdag 23.10 uur kwamen 2 vragen binnen.',
      expect.stringContaining('VB-2026-0001 (nieuw)'),
      expect.stringContaining('VB-2026-0002 (nieuw)'),
    ])
  })

  it('leaves out of the digest what came in before it and what was withdrawn', async () => {
    const clock = open('2026-11-20 15:30')
    const desk = helpDesk(on.store, clock)
    await desk.says(QUESTION)
    at(clock, '2026-11-21 23:10')
    await desk.says('Mag verlof geweigerd worden?', { conversation: 'T9/D2' as never })
    await desk.says('Krijgt een mandataris ook verlof?', { conversation: 'T9/D3' as never })
    await desk.says('Laat maar', { conversation: 'T9/D3' as never })
    at(clock, '2026-11-23 08:30')
    await desk.settle()
    const since = desk.slack.shows(TEAM).slice(1)
    expect(since).toEqual([
      'Sinds zaterdag 23.10 uur kwam 1 vraag binnen.',
      expect.stringContaining('VB-2026-0002 (nieuw)'),
    ])
  })

  it('posts nothing where the desk is not, and loses nothing by it', async () => {
    const clock = open('2026-11-23 10:00')
    const slack = new TeamPlatform('slack', () => clock.now())
    slack.missing.add(TEAM)
    const desk = helpDesk(on.store, clock, slack)
    await desk.says(QUESTION)
    expect(slack.shows(TEAM)).toEqual([])
    slack.missing.delete(TEAM)
    clock.advance(60_000)
    const outcome = await desk.desk.act(FIRST, member(AN), { kind: 'claim' }, clock.now(), 'k')
    expect(outcome.kind).toBe('done')
    await desk.settle()
    expect(slack.shows(TEAM)).toEqual([expect.stringContaining(`${FIRST} (opgenomen door An Peeters)`)])
  })
})

onEachDatabase('a question without a topic', (on) => {
  it('goes where a colleague put one like it, and says so; a word of the topics goes before', async () => {
    const clock = open('2026-11-23 10:00')
    const desk = helpDesk(on.store, clock)
    await desk.says('Hoe lang bewaren we de dossiers van de jobstudenten?')
    expect(await on.store.tickets.find(FIRST)).toMatchObject({ topic: null, team: 'ledenservice' })
    const topic = { kind: 'topic', topic: 'belasting' } as const
    await desk.desk.act(FIRST, { ...member(AN), role: 'lead' }, topic, clock.now(), 'k')
    await desk.says('Dossiers jobstudenten bewaren?', { conversation: 'T9/D2' as never })
    const next = await on.store.tickets.find('VB-2026-0002')
    expect(next).toMatchObject({ topic: 'belasting', team: 'financien' })
    expect(next?.question).toContain(`thema zoals een collega dat verbeterde bij ${FIRST}`)
    await desk.says('Verlof voor jobstudenten, dossiers bewaren?', { conversation: 'T9/D3' as never })
    expect(await on.store.tickets.find('VB-2026-0003')).toMatchObject({ topic: 'verlof', team: 'personeel' })
    await desk.says('Mag de hond mee?', { conversation: 'T9/D4' as never })
    expect(await on.store.tickets.find('VB-2026-0004')).toMatchObject({ topic: null })
  })
})

onEachDatabase('asking again', (on) => {
  it('adds to the open question, and a new subject opens a new one', async () => {
    const clock = open('2026-11-23 10:00')
    const desk = helpDesk(on.store, clock)
    await desk.says(QUESTION)
    await desk.says('Weet u al iets over de vakantiedagen?')
    expect(desk.reads().at(-1)).toContain(`Ik heb uw bericht daaraan toegevoegd: ${FIRST}.`)
    await desk.says('Mag de gemeente een parkeerbelasting heffen?')
    await desk.says('Kan ik iemand spreken')
    expect((await on.store.tickets.list()).map(({ reference }) => reference)).toEqual([FIRST, 'VB-2026-0002'])
    expect((await on.store.tickets.events('VB-2026-0002')).at(-1)).toMatchObject({
      kind: 'added',
      text: 'Kan ik iemand spreken',
    })
    await desk.says('gewoon iets dat de desk zelf weet')
    expect(desk.reads().at(-1)).toBe('Antwoord op gewoon iets dat de desk zelf weet')
  })

  it('for its state is told honestly, to who asked it only', async () => {
    const clock = open('2026-11-23 10:00')
    const desk = helpDesk(on.store, clock)
    await desk.says(QUESTION)
    await desk.says(`Hoe ver staat ${FIRST}?`)
    expect(desk.reads().at(-1)).toBe(
      `Uw vraag ${FIRST} wacht op een medewerker. Wij zijn er tot 16.30 uur. Bellen kan ook: 02 211 55 00, vandaag tot 12.30 uur.`,
    )
    await desk.says(`Hoe ver staat ${FIRST}?`, {
      conversation: 'T9/D8' as never,
      person: 'slack:T9/U8' as never,
    })
    expect(desk.slack.shows('T9/D8').at(-1)).toContain('Ik vind bij u geen vraag met referentie')
    await desk.says('Laat maar, het is al opgelost')
    expect(desk.reads().at(-1)).toContain(`Goed, ik heb uw vraag ${FIRST} stopgezet.`)
    expect(desk.slack.shows(TEAM).at(-1)).toBe(
      `Het lid heeft ${FIRST} niet meer nodig. De vraag is afgesloten.`,
    )
    await desk.says(`Bij ${FIRST} wil ik toch nog weten of dat ook voor contractuelen geldt`)
    expect(await on.store.tickets.find(FIRST)).toMatchObject({ state: 'reopened' })
  })

  it('is told in the language of who asks for its state', async () => {
    const desk = helpDesk(on.store, open('2026-11-23 10:00'))
    await desk.says(QUESTION)
    await desk.says(`What is the status of ${FIRST} please?`)
    expect(desk.reads().at(-1)).toContain(`Your question ${FIRST} is waiting for a member of staff.`)
    await desk.says(`${FIRST}?`)
    expect(desk.reads().at(-1)).toContain(`Uw vraag ${FIRST} wacht op een medewerker.`)
  })

  it('keeps personal data out of what is stored and shown to staff', async () => {
    const clock = open('2026-11-23 10:00')
    const desk = helpDesk(on.store, clock)
    await desk.says(QUESTION)
    await desk.says(`Bij ${FIRST}: het gaat om 85.07.30-033.28`)
    expect(desk.slack.shows(TEAM).join()).toContain('[rijksregisternummer]')
    expect(JSON.stringify(await on.store.tickets.events(FIRST))).not.toContain('85.07')
    expect(desk.reads().at(-1)).toContain('persoonsgegevens')
  })
})
