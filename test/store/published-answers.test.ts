import { expect, it } from 'vitest'
import { onEachDatabase, START } from './databases.js'

const NOW = new Date(START)
const LATER = new Date('2026-11-23T10:00:00.000Z')

/** A draft as the staff desk sends it. */
const DRAFT = {
  title: 'Verlof voor mantelzorg',
  question: 'Hoeveel dagen verlof krijgt een mantelzorger?',
  answer: 'Drie maanden voltijds.',
  source: null,
  audience: 'publiek',
  language: 'nl',
  reviewBy: '2027-11-23',
  ticket: null,
  author: 'an-peeters',
  authorName: 'An Peeters',
} as const

onEachDatabase('answers of staff', (fixture) => {
  it('start as a draft, and the same form sent twice makes one', async () => {
    const answers = fixture.store.publishedAnswers
    const [one, two] = await Promise.all([
      answers.add(DRAFT, 'form-1', NOW),
      answers.add(DRAFT, 'form-1', NOW),
    ])
    expect(one).toMatchObject({ ...DRAFT, state: 'draft', version: 1, publishedBy: null, createdAt: START })
    expect(two).toEqual(one)
    expect(await answers.list('draft')).toEqual([one])
    expect(await answers.find(one.id)).toEqual(one)
  })

  it('are changed only on the version that was seen', async () => {
    const answers = fixture.store.publishedAnswers
    const { id } = await answers.add(DRAFT, 'form-1', NOW)
    const changes = await Promise.all(
      ['An', 'Karim'].map((authorName) => answers.change(id, 1, { authorName }, LATER)),
    )
    expect(changes.filter((changed) => changed !== null)).toHaveLength(1)
    expect((await answers.find(id))?.version).toBe(2)
  })

  it('keep by whom and when they were published, and are listed by where they stand', async () => {
    const answers = fixture.store.publishedAnswers
    const first = await answers.add(DRAFT, 'form-1', NOW)
    await answers.add({ ...DRAFT, title: 'Tweede' }, 'form-2', NOW)
    const change = {
      state: 'published',
      publishedBy: 'lena-dewaele',
      publishedAt: LATER.toISOString(),
    } as const
    await answers.change(first.id, 1, change, LATER)
    expect(await answers.list('published')).toMatchObject([{ id: first.id, ...change, version: 2 }])
    expect(await answers.list(null)).toMatchObject([{ id: first.id }, { title: 'Tweede' }])
    expect(await answers.change('antwoord-9999', 1, change, LATER)).toBeNull()
  })

  it('cannot be published by nobody', async () => {
    const answers = fixture.store.publishedAnswers
    const { id } = await answers.add(DRAFT, 'form-1', NOW)
    await expect(answers.change(id, 1, { state: 'published' }, LATER)).rejects.toThrow()
  })
})
