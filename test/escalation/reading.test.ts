import { describe, expect, it } from 'vitest'
import { hasSubject, isSameQuestion } from '../../src/escalation/same-question.js'
import { readTicketTalk } from '../../src/escalation/ticket-talk.js'
import { isUrgent } from '../../src/escalation/urgency.js'

const LEAVE = 'Hoeveel vakantiedagen heeft een OCMW-medewerker?'

describe('isSameQuestion', () => {
  it.each([
    ['Hoeveel vakantiedagen heeft een medewerker van het OCMW?', LEAVE],
    ['Weet u al iets over de vakantiedagen?', LEAVE],
    ['Ik wacht nog op een antwoord over vakantiedagen', LEAVE],
    ['Hoeveel vakantiedagen heeft een deeltijdse OCMW-medewerker?', LEAVE],
    ['Mag de raad digitaal vergaderen bij hoogdringendheid?', 'digitaal vergaderen raad hoogdringendheid'],
    ['presentiegeld', 'Hoeveel presentiegeld krijgt een raadslid?'],
  ])('finds the subject of %j in %j', (text, open) => {
    expect(isSameQuestion(text, open)).toBe(true)
    expect(isSameQuestion(open, text)).toBe(true)
  })

  it.each([
    ['Hoeveel ziektedagen heeft een OCMW-medewerker?', LEAVE],
    ['Mag een gemeente een retributie vragen voor planschade?', LEAVE],
    ['Kan een OCMW-medewerker dat ook?', LEAVE],
    ['Bedankt!', LEAVE],
    ['Hoeveel presentiegeld krijgt een schepen?', 'Hoeveel wedde krijgt een schepen?'],
    ['', ''],
  ])('takes %j for another subject than %j', (text, open) => {
    expect(isSameQuestion(text, open)).toBe(false)
  })

  it('knows when nothing is asked about', () => {
    expect(hasSubject('Kan ik een medewerker spreken?')).toBe(false)
    expect(hasSubject('Kan ik iemand spreken over planschade?')).toBe(true)
  })
})

describe('readTicketTalk', () => {
  it.each([
    ['VB-2026-0001', 'state', 'VB-2026-0001'],
    ['Hoe ver staat vb 2026 0001?', 'state', 'VB-2026-0001'],
    ['Is er al nieuws over mijn vraag VB-2026-0012?', 'state', 'VB-2026-0012'],
    ['What is the status of VB-2026-0001', 'state', 'VB-2026-0001'],
    ['Bij VB-2026-0001: het gaat om een deeltijdse', 'add', 'VB-2026-0001'],
    ['VB-2026-0001 is toch niet meer nodig', 'withdraw', 'VB-2026-0001'],
    ['Laat maar, het is al opgelost', 'withdraw', null],
    ['Mijn vraag hoeft niet meer', 'withdraw', null],
  ] as const)('reads %j as %s', (text, kind, reference) => {
    expect(readTicketTalk(text)).toEqual({ kind, reference })
  })

  it.each([
    LEAVE,
    'Mag de raad een beslissing intrekken die zij in de vorige zitting genomen heeft, en welke meerderheid is daar dan voor nodig?',
    'Hoe ver staat mijn vraag?',
    '',
  ])('leaves %j to the desk', (text) => {
    expect(readTicketTalk(text)).toBeNull()
  })
})

describe('isUrgent', () => {
  it.each([
    'Dringend: mag de raad morgen stemmen?',
    'Kan iemand zo snel mogelijk bellen',
    'nog vandaag aub',
    'URGENT',
  ])('hears the hurry in %j', (text) => expect(isUrgent(text)).toBe(true))

  it.each([
    'Wat is ontslag om dringende reden?',
    'Kan een punt bij hoogdringendheid op de agenda?',
    'Wie betaalt de spoeddiensten?',
    'Mag dat bij dringende noodzakelijkheid?',
  ])('takes %j for a subject', (text) => expect(isUrgent(text)).toBe(false))
})
