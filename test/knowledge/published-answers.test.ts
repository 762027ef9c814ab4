import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTemporaryIndex } from '../../src/knowledge/open-index.js'
import { answerMarkdown, answerRecord, type PublishedAnswer } from '../../src/knowledge/published-answers.js'
import { readDocumentFile } from '../../src/knowledge/readers/read-file.js'
import { recordSource } from '../../src/knowledge/sources/records.js'

const ZONE = 'Europe/Brussels'
const ANSWER: PublishedAnswer = {
  id: 'antwoord-0001',
  state: 'published',
  ticket: 'VB-2026-0001',
  title: 'Zitdagen: "wie" & hoe',
  question: 'Wie legt de zitdagen vast?',
  answer: 'Het vast bureau legt de zitdagen vast.\n\n- elke maand\n- op een dinsdag',
  source: null,
  audience: 'leden',
  language: 'nl',
  reviewBy: '2027-11-23',
  author: 'an',
  authorName: 'An Peeters',
  publishedBy: 'bo',
  // Half past midnight on the 24th in Brussels.
  publishedAt: '2026-11-23T23:30:00.000Z',
  version: 2,
  createdAt: '2026-11-23T09:00:00.000Z',
  updatedAt: '2026-11-23T23:30:00.000Z',
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraagbaak-answers-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a published answer', () => {
  it('is a document of its own: dated on the day in Brussels, above the others, without an address', async () => {
    const { info, passages } = await recordSource(answerRecord(ANSWER, ZONE)).read()
    expect(info).toMatchObject({
      id: 'gepubliceerd:antwoord-0001',
      title: ANSWER.title,
      date: '2026-11-24',
      url: null,
      kind: 'bron',
      authority: 100,
      audience: 'leden',
    })
    expect(passages[0]?.asked).toEqual([ANSWER.question])
  })

  it('for members is found by members alone', async () => {
    const sources = [recordSource(answerRecord(ANSWER, ZONE))]
    const { index, close } = await openTemporaryIndex({ knowledgeDir: null, sources })
    const found = async (membersOnly: boolean) =>
      (await index.search('zitdagen', { limit: 5, membersOnly, today: '2026-11-24' })).length
    expect(await found(true)).toBe(1)
    expect(await found(false)).toBe(0)
    await close()
  })

  it('written out as Markdown is read back as it was', async () => {
    const path = join(folder, 'antwoord-0001.md')
    writeFileSync(path, answerMarkdown(ANSWER, ZONE))
    const { frontMatter, blocks } = await readDocumentFile('antwoord-0001.md', path)
    expect(frontMatter).toMatchObject({
      title: ANSWER.title,
      date: '2026-11-24',
      audience: 'leden',
      reviewBy: '2027-11-23',
      vragen: [ANSWER.question],
    })
    expect(blocks).toEqual([
      { kind: 'paragraph', text: 'Het vast bureau legt de zitdagen vast.' },
      { kind: 'list', items: ['elke maand', 'op een dinsdag'] },
    ])
  })
})
