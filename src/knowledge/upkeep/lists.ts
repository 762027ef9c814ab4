import type { Database, Statement } from 'better-sqlite3'
import type { Contradiction, Overlap } from '../generation/runs.js'
import { alignedBytes } from '../generation/term-vector.js'
import type { DocumentInfo, Passage } from '../passage.js'
import { type Fact, factsOf } from './facts.js'
import { bandKeys, hash, jaccard, likeness, type Signature, shingles, signatureOf } from './min-hash.js'

/** Runs of four words; documents that share half of them meet in some band nearly always. */
const DOCUMENTS = { bands: 12, rows: 4 }
const SHINGLE = 4
/** Shorter documents are alike by their form. */
const FEWEST_WORDS = 40
const NEARLY_THE_SAME = 0.8
/** Facts about three quarters the same subject meet in some band nearly always. */
const FACTS = { bands: 8, rows: 2 }
const SAME_SUBJECT = 0.75
/** So many words of its own make a sentence clear without what stands above it. */
const CLEAR = 4
/** A band with so many in it holds a phrase that everybody uses: it says nothing and is passed over from then on. */
const MOST_IN_BAND = 20
/** How many others one document or sentence is listed with. */
const MOST_PARTNERS = 5
const MOST_LISTED = 200

/** Keeps, while documents come and go, which say nearly the same and which contradict each other. */
export class UpkeepLists {
  readonly #db: Database
  readonly #put: Readonly<
    Record<'sketch' | 'sketchBand' | 'overlap' | 'fact' | 'factBand' | 'contradiction', Statement<unknown[]>>
  >
  readonly #near: Readonly<Record<'sketches' | 'facts', Statement<[number], { row: number }>>>
  readonly #sketch: Statement<[number], { document: string; signature: Buffer }>
  readonly #fact: Statement<[number], { document: string; fact: string }>
  readonly #info: Statement<[string], { info: string }>

  readonly #full = { sketches: new Set<number>(), facts: new Set<number>() }

  constructor(db: Database) {
    this.#db = db
    this.#put = {
      sketch: db.prepare('INSERT INTO sketches (document, signature) VALUES (?, ?)'),
      sketchBand: db.prepare('INSERT OR IGNORE INTO sketch_bands (band, row) VALUES (?, ?)'),
      overlap: db.prepare('INSERT OR IGNORE INTO overlaps (a, b, share) VALUES (?, ?, ?)'),
      fact: db.prepare('INSERT INTO facts (document, unit, fact) VALUES (?, ?, ?)'),
      factBand: db.prepare('INSERT OR IGNORE INTO fact_bands (band, row) VALUES (?, ?)'),
      contradiction: db.prepare('INSERT OR IGNORE INTO contradictions (a, b) VALUES (?, ?)'),
    }
    this.#near = {
      sketches: db.prepare(`SELECT row FROM sketch_bands WHERE band = ? LIMIT ${MOST_IN_BAND}`),
      facts: db.prepare(`SELECT row FROM fact_bands WHERE band = ? LIMIT ${MOST_IN_BAND}`),
    }
    this.#sketch = db.prepare('SELECT document, signature FROM sketches WHERE row = ?')
    this.#fact = db.prepare('SELECT document, fact FROM facts WHERE row = ?')
    this.#info = db.prepare('SELECT info FROM documents WHERE id = ?')
  }

  /** Takes a document in, after it was written to the index. */
  add(info: DocumentInfo, passages: readonly Passage[]): void {
    this.#addSketch(info, passages)
    for (const fact of factsOf(passages)) this.#addFact(info, fact)
  }

  remove(document: string): void {
    const sketches = this.#db
      .prepare<[string], { row: number; signature: Buffer }>(
        'SELECT row, signature FROM sketches WHERE document = ?',
      )
      .all(document)
    for (const { row, signature } of sketches) {
      this.#removeBands('sketch_bands', bandKeys(signatureFrom(signature), DOCUMENTS), row)
      this.#db.prepare('DELETE FROM overlaps WHERE a = ? OR b = ?').run(row, row)
      this.#db.prepare('DELETE FROM sketches WHERE row = ?').run(row)
    }
    const facts = this.#db
      .prepare<[string], { row: number; fact: string }>('SELECT row, fact FROM facts WHERE document = ?')
      .all(document)
    for (const { row, fact } of facts) {
      this.#removeBands('fact_bands', factKeys(JSON.parse(fact)), row)
      this.#db.prepare('DELETE FROM contradictions WHERE a = ? OR b = ?').run(row, row)
      this.#db.prepare('DELETE FROM facts WHERE row = ?').run(row)
    }
  }

  #addSketch(info: DocumentInfo, passages: readonly Passage[]): void {
    const words = wordsOf(passages)
    if (words.length < FEWEST_WORDS) return
    const signature = signatureOf(shingles(words, SHINGLE), DOCUMENTS)
    const keys = bandKeys(signature, DOCUMENTS)
    const { near, open } = this.#candidates('sketches', keys)
    const row = Number(this.#put.sketch.run(info.id, Buffer.from(signature.buffer)).lastInsertRowid)
    for (const key of open) this.#put.sketchBand.run(key, row)
    let partners = 0
    for (const other of near) {
      const found = this.#sketch.get(other)
      if (!found || !this.#validTogether(info, found.document)) continue
      const share = likeness(signature, signatureFrom(found.signature))
      if (share < NEARLY_THE_SAME) continue
      this.#put.overlap.run(other, row, share)
      if (++partners === MOST_PARTNERS) return
    }
  }

  #addFact(info: DocumentInfo, fact: Fact): void {
    const keys = factKeys(fact)
    const { near, open } = this.#candidates('facts', keys)
    const row = Number(this.#put.fact.run(info.id, fact.unit, JSON.stringify(fact)).lastInsertRowid)
    for (const key of open) this.#put.factBand.run(key, row)
    let partners = 0
    for (const other of near) {
      const found = this.#fact.get(other)
      if (!found || found.document === info.id) continue
      if (!contradict(fact, JSON.parse(found.fact)) || !this.#validTogether(info, found.document)) continue
      this.#put.contradiction.run(other, row)
      if (++partners === MOST_PARTNERS) return
    }
  }

  /** What stands in the same bands, and the bands that have room for another. */
  #candidates(kind: 'sketches' | 'facts', keys: readonly number[]): { near: Set<number>; open: number[] } {
    const full = this.#full[kind]
    const near = new Set<number>()
    const open: number[] = []
    for (const key of keys) {
      if (full.has(key)) continue
      const inBand = this.#near[kind].all(key)
      if (inBand.length >= MOST_IN_BAND) {
        full.add(key)
        continue
      }
      open.push(key)
      for (const { row } of inBand) near.add(row)
    }
    return { near, open }
  }

  #removeBands(table: 'sketch_bands' | 'fact_bands', keys: readonly number[], row: number): void {
    const remove = this.#db.prepare(`DELETE FROM ${table} WHERE band = ? AND row = ?`)
    for (const key of keys) remove.run(key, row)
  }

  /** What held until last year may well be said otherwise this year. */
  #validTogether(a: DocumentInfo, id: string): boolean {
    const found = this.#info.get(id)
    if (!found) return false
    const b: DocumentInfo = JSON.parse(found.info)
    const begins = (a.validFrom ?? '') > (b.validFrom ?? '') ? a.validFrom : b.validFrom
    const ends = [a.validUntil, b.validUntil].filter((day) => day !== null).sort()[0]
    return begins === null || ends === undefined || begins <= ends
  }
}

/** What owners should look at. */
export interface Lists {
  readonly overlaps: readonly Overlap[]
  readonly contradictions: readonly Contradiction[]
}

/** The lists as they stand in a generation, the clearest first, at most two hundred of each. */
export function readLists(db: Database): Lists {
  const overlaps = db
    .prepare<[number], { a: string; b: string; share: number }>(
      `SELECT da.info AS a, db.info AS b, share FROM overlaps o
       JOIN sketches sa ON sa.row = o.a JOIN sketches sb ON sb.row = o.b
       JOIN documents da ON da.id = sa.document JOIN documents db ON db.id = sb.document
       ORDER BY share DESC, sa.document, sb.document LIMIT ?`,
    )
    .all(MOST_LISTED)
  const contradictions = db
    .prepare<[number], { a: string; b: string; factA: string; factB: string }>(
      `SELECT da.info AS a, db.info AS b, fa.fact AS factA, fb.fact AS factB FROM contradictions c
       JOIN facts fa ON fa.row = c.a JOIN facts fb ON fb.row = c.b
       JOIN documents da ON da.id = fa.document JOIN documents db ON db.id = fb.document
       ORDER BY fa.document, fb.document, c.a, c.b LIMIT ?`,
    )
    .all(MOST_LISTED)
  return {
    overlaps: overlaps.map(({ a, b, share }) => overlapOf(JSON.parse(a), JSON.parse(b), share)),
    contradictions: contradictions.map(({ a, b, factA, factB }) =>
      contradictionOf([JSON.parse(a), JSON.parse(factA)], [JSON.parse(b), JSON.parse(factB)]),
    ),
  }
}

function overlapOf(a: DocumentInfo, b: DocumentInfo, share: number): Overlap {
  return { documents: [a.id, b.id], share: Math.round(share * 100) / 100, owners: owners(a, b) }
}

type Stated = readonly [DocumentInfo, Fact]

function contradictionOf(a: Stated, b: Stated): Contradiction {
  const [first, second] = goesBefore(b[0], a[0]) ? [b, a] : [a, b]
  return { owners: owners(a[0], b[0]), statements: [statement(first), statement(second)] }
}

function statement([{ id, date }, { text }]: Stated): Contradiction['statements'][number] {
  return { document: id, date, text }
}

/** More authority, else a later day. */
function goesBefore(a: DocumentInfo, b: DocumentInfo): boolean {
  if (a.authority !== b.authority) return a.authority > b.authority
  return isoDay(a.date) > isoDay(b.date)
}

function isoDay(date: string | null): string {
  return date !== null && /^\d{4}-\d\d-\d\d$/.test(date) ? date : ''
}

function owners(...documents: readonly DocumentInfo[]): string[] {
  return [...new Set(documents.flatMap(({ owner }) => owner ?? []))]
}

function wordsOf(passages: readonly Passage[]): string[] {
  return passages.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}

function factKeys({ unit, stems }: Fact): number[] {
  return bandKeys(signatureOf(stems.map(hash), FACTS), FACTS, hash(unit))
}

/** Whether two sentences give other values of the same unit for what is, by their words, the same thing. */
export function contradict(a: Fact, b: Fact): boolean {
  if (
    a.unit !== b.unit ||
    a.names.join() !== b.names.join() ||
    a.values.some((value) => b.values.includes(value))
  )
    return false
  const [own, other] = [new Set(a.stems), new Set(b.stems)]
  if (jaccard(own, other) < SAME_SUBJECT || otherYear(a, b)) return false
  if (Math.min(own.size, other.size) >= CLEAR) return true
  return a.context.some((stem) => b.context.includes(stem))
}

/** Figures below headings of two years differ without contradicting each other. */
function otherYear(a: Fact, b: Fact): boolean {
  const [own, other] = [yearsOf(a), yearsOf(b)]
  return own.length > 0 && other.length > 0 && !own.some((year) => other.includes(year))
}

function yearsOf({ context }: Fact): readonly string[] {
  return context.join(' ').match(/\b(?:19|20)\d\d\b/g) ?? []
}

function signatureFrom(blob: Buffer): Signature {
  return new Uint32Array(alignedBytes(blob))
}
