import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import type { EvalDocument } from '../../src/knowledge/eval/data-set.js'

/** Longer texts are cut here, for every library alike. */
const LONGEST_TEXT = 20_000
const QUERIES = 1000
const SEED = 20261122

const line = z.object({ id: z.coerce.string(), title: z.string().default(''), text: z.string() })

/** A heading of some documents, asked as a question. */
export interface HeadingQuery {
  readonly text: string
  /** Documents that have this heading. */
  readonly relevant: ReadonlySet<string>
}

/** Reads a `corpus.jsonl`, packed (`.gz`) or not; texts are cut at 20,000 characters. */
export function readCorpus(path: string): EvalDocument[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => {
      const document = line.parse(JSON.parse(row))
      return { ...document, text: document.text.slice(0, LONGEST_TEXT) }
    })
}

/** A thousand headings of at least three words, chosen by a fixed seed: the same corpus gives the same queries. */
export function headingQueries(documents: readonly EvalDocument[]): HeadingQuery[] {
  const holders = new Map<string, Set<string>>()
  for (const { id, text } of documents) {
    for (const [, raw = ''] of text.matchAll(/^#+ ?(.*)$/gm)) {
      const heading = raw.replace(/[*_[\]]|\(.*?\)/g, '').trim()
      if (heading.split(/\s+/).length < 3 || /^art/i.test(heading)) continue
      holders.set(heading, (holders.get(heading) ?? new Set()).add(id))
    }
  }
  const headings = [...holders.keys()].sort()
  let state = SEED
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const chosen = Array.from({ length: Math.min(QUERIES, headings.length) }, () =>
    headings.splice(random(headings.length), 1).join(),
  )
  return chosen.map((text) => ({ text, relevant: holders.get(text) ?? new Set() }))
}
