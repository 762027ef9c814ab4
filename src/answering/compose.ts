import { answerTexts } from '../texts/answers.js'
import type { Language } from '../texts/language.js'
import { type Citation, quotesOf } from './citation.js'
import type { Conflict } from './conflicts.js'
import type { AnsweringParts } from './evidence/assess.js'
import type { Evidence, ScoredUnit } from './evidence/evidence.js'
import type { Unit } from './evidence/sentences.js'
import { quotable } from './quotable.js'

/** An answer part: what the member reads, and what it rests on. Never without a citation. */
export interface Composed {
  readonly text: string
  readonly citations: readonly [Citation, ...Citation[]]
}

/** What is put in front of the quotes: a verdict on a yes/no question, the number that was asked for. */
export interface Lead {
  readonly verdict: 'yes' | 'no' | null
  readonly number: string | null
}

/** The language of the words around the quotes, and English for words in them. */
export interface Wording {
  readonly language: Language
  readonly glosses: AnsweringParts['glosses']
}

/** Sentences of one passage, chosen to be quoted. */
export interface Piece {
  readonly evidence: Evidence
  readonly chosen: readonly ScoredUnit[]
}

/** Builds the text and citations of an answer from chosen sentences; the sentences stay verbatim. */
export function compose(
  pieces: readonly Piece[],
  conflicts: readonly Conflict[],
  lead: Lead,
  { language, glosses }: Wording,
): Composed {
  const texts = answerTexts(language)
  const [first, ...rest] = pieces.flatMap(({ evidence, chosen }) =>
    runsOf(chosen.map(({ unit }) => unit)).map((run) => cite(evidence, run)),
  )
  if (!first) throw new Error('an answer needs at least one sentence to quote')
  const quotes = pieces.map(({ evidence, chosen }) =>
    texts.quoted(layOut(chosen), evidence.hit.passage.document.language),
  )
  const [main = '', ...more] = quotes
  const lines = [[opening(lead, texts), main].filter(Boolean).join(' '), ...more]
  const disputed = conflicts.map(({ evidence: other, unit }) => {
    const citation = cite(other, { start: unit.unit.start, end: unit.unit.end })
    lines.push(`${texts.conflict(citation)} “${citation.quote}”`)
    return citation
  })
  lines.push(explained([first, ...rest, ...disputed], texts, glosses))
  return {
    text: lines.filter(Boolean).join('\n\n'),
    citations: [first, ...rest, ...disputed],
  }
}

/** English for the words of Dutch quotes; nothing for a Dutch asker. */
function explained(
  citations: readonly Citation[],
  texts: ReturnType<typeof answerTexts>,
  glosses: AnsweringParts['glosses'],
): string {
  const pairs = glosses(quotesOf(citations))
  return pairs.length === 0 ? '' : texts.words(pairs.map(({ dutch, english }) => `${dutch} = ${english}`))
}

function opening(lead: Lead, texts: ReturnType<typeof answerTexts>): string {
  const verdict = lead.verdict === null ? '' : texts[lead.verdict]
  return [verdict, lead.number === null ? '' : `${lead.number}.`].filter(Boolean).join(' ')
}

interface Run {
  readonly start: number
  readonly end: number
}

/** Sentences that follow each other become one quote; a gap starts another. */
function runsOf(units: readonly Unit[]): readonly Run[] {
  const runs: { start: number; end: number }[] = []
  for (const unit of units) {
    const last = runs.at(-1)
    if (last && unit.start - last.end <= 4) last.end = unit.end
    else runs.push({ start: unit.start, end: unit.end })
  }
  return runs
}

function cite(evidence: Evidence, run: Run): Citation {
  const { passage } = evidence.hit
  const { id, title } = passage.document
  return {
    document: id,
    title: quotable(title, passage.document) ? title : id,
    section: passage.section.filter((heading) => quotable(heading, passage.document)).join(' > '),
    url: passage.document.url,
    date: passage.document.date,
    quote: passage.text.slice(run.start, run.end),
    kind: passage.document.kind,
    source: passage.document.source,
    passage: passage.id,
  }
}

/** Chosen sentences as a paragraph, items as a list below their lead-in. */
function layOut(chosen: readonly ScoredUnit[]): string {
  const lines: string[] = []
  let prose = ''
  for (const { unit } of chosen) {
    if (!unit.item) {
      prose = prose ? `${prose} ${unit.text}` : unit.text
      continue
    }
    if (prose) lines.push(prose)
    prose = ''
    lines.push(`- ${unit.text}`)
  }
  if (prose) lines.push(prose)
  return lines.join('\n')
}
