import { expect, it } from 'vitest'
import { AnswerDesk } from '../../src/desk/answer-desk.js'
import type { StaffMember } from '../../src/escalation/actions.js'
import type { AnswerText } from '../../src/knowledge/published-answers.js'
import { onEachDatabase, START } from '../store/databases.js'

const NOW = new Date(START)
const an: StaffMember = { id: 'an', name: 'An Peeters', role: 'staff', teams: [] }
const bo: StaffMember = { ...an, id: 'bo', name: 'Bo Claes' }
const lena: StaffMember = { ...an, id: 'lena', name: 'Lena Dewaele', role: 'lead' }

const TEXT: AnswerText = {
  title: 'Verlof voor mantelzorg',
  question: 'Hoeveel dagen verlof krijgt een mantelzorger?',
  answer: 'Drie maanden voltijds.',
  source: null,
  audience: 'publiek',
  language: 'nl',
  reviewBy: '2027-11-23',
}

onEachDatabase('questions that become knowledge', (on) => {
  const setUp = () => {
    const asked: string[] = []
    const { publishedAnswers: answers, deniedDocuments: denied, tickets } = on.store
    const desk = new AnswerDesk({ answers, denied, tickets, requestReindex: () => asked.push('reindex') })
    return { desk, asked, denied, answers }
  }

  const drafted = async (desk: AnswerDesk, by: StaffMember, key = 'form') => {
    const outcome = await desk.draft(TEXT, null, by, NOW, key)
    if (outcome.kind === 'refused') throw new Error(outcome.code)
    return outcome.answer
  }

  it('are published by a second person, and then read in', async () => {
    const { desk, asked } = setUp()
    const draft = await drafted(desk, an)
    expect(await desk.publish(draft, an, NOW)).toMatchObject({ kind: 'refused', code: 'own' })
    expect(asked).toEqual([])
    const done = await desk.publish(draft, bo, NOW)
    expect(done).toMatchObject({
      kind: 'done',
      answer: { state: 'published', publishedBy: 'bo', publishedAt: START },
    })
    expect(asked).toEqual(['reindex'])
  })

  it('may be published by a lead who wrote them herself', async () => {
    const { desk } = setUp()
    expect(await desk.publish(await drafted(desk, lena), lena, NOW)).toMatchObject({ kind: 'done' })
  })

  it('belong to who changed them last: the one who wrote them first may then publish', async () => {
    const { desk } = setUp()
    const draft = await drafted(desk, an)
    const revised = await desk.revise(draft, { ...TEXT, answer: 'Drie maanden.' }, bo, NOW)
    if (revised.kind === 'refused') throw new Error(revised.code)
    expect(await desk.publish(revised.answer, bo, NOW)).toMatchObject({ code: 'own' })
    expect(await desk.publish(revised.answer, an, NOW)).toMatchObject({ kind: 'done' })
  })

  it('are not changed by who saw an older version, nor while they are published', async () => {
    const { desk } = setUp()
    const draft = await drafted(desk, an)
    const [first, second] = await Promise.all([
      desk.revise(draft, { ...TEXT, title: 'Een' }, an, NOW),
      desk.revise(draft, { ...TEXT, title: 'Twee' }, bo, NOW),
    ])
    expect([first.kind, second.kind].sort()).toEqual(['done', 'refused'])
    const now = first.kind === 'done' ? first.answer : second.answer
    if (now === null) throw new Error('It is gone')
    await desk.publish(now, lena, NOW)
    expect(await desk.revise({ ...now, version: now.version + 1 }, TEXT, an, NOW)).toMatchObject({
      code: 'wrong-state',
    })
  })

  it('are not found from the moment they are withdrawn, and can come back', async () => {
    const { desk, denied } = setUp()
    const published = await desk.publish(await drafted(desk, an), bo, NOW)
    if (published.kind === 'refused') throw new Error(published.code)
    expect(await desk.withdraw(published.answer, bo, NOW)).toMatchObject({ code: 'not-allowed' })
    const withdrawn = await desk.withdraw(published.answer, an, NOW)
    if (withdrawn.kind === 'refused') throw new Error(withdrawn.code)
    const document = `gepubliceerd:${published.answer.id}`
    expect(await denied.list()).toMatchObject([{ document, by: 'An Peeters' }])
    const revised = await desk.revise(withdrawn.answer, TEXT, an, NOW)
    if (revised.kind === 'refused') throw new Error(revised.code)
    await desk.publish(revised.answer, bo, NOW)
    expect(await denied.list()).toEqual([])
  })

  it('hold nobody’s personal data, and say what was left out', async () => {
    const { desk } = setUp()
    const text = {
      ...TEXT,
      title: 'Over 85.07.30-033.28',
      question: 'Mag els.janssens@zonnegem.example dat?',
      answer: 'Stort op BE68 5390 0754 7034.',
    }
    const outcome = await desk.draft(text, null, an, NOW, 'form')
    expect(outcome).toMatchObject({
      answer: {
        title: 'Over [rijksregisternummer]',
        question: 'Mag [e-mailadres] dat?',
        answer: 'Stort op [rekeningnummer].',
      },
      masked: ['rijksregisternummer', 'e-mail', 'iban'],
    })
  })
})
