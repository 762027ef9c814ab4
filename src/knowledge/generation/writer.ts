import type { Database, Statement } from 'better-sqlite3'
import { grams } from '../dutch/grams.js'
import type { DocumentInfo, Passage } from '../passage.js'
import { readMeta, writeMeta } from './schema.js'
import { encodeSequence, sequenceOf } from './sequence.js'
import {
  alignedBytes,
  analysePassage,
  decodeTermVector,
  encodeTermVector,
  FIELDS,
  fieldTerms,
  type TermVector,
  termVector,
} from './term-vector.js'

/** Name of the statistic that says how many passages not everybody may find on every day. */
export const RESTRICTED = 'restricted'

/** Which version of its source a document was read from. */
export interface Version {
  readonly hash: string
  /** Tells without reading that the source is still the same; null when nothing does. */
  readonly stamp: string | null
}

/** Writes documents into the file of a generation that is being built, and keeps its statistics right. */
export class GenerationWriter {
  readonly #db: Database
  readonly #termIds = new Map<string, number>()
  readonly #dfChanges = new Map<number, number>()
  readonly #lengthChanges = FIELDS.map(() => 0)
  readonly #findTerm: Statement<[string], { id: number }>
  readonly #addTerm: Statement<[string]>
  readonly #addPassage: Statement<unknown[]>
  readonly #addWords: Statement<unknown[]>
  readonly #restamp: Statement<[string, string]>

  constructor(db: Database) {
    this.#db = db
    this.#findTerm = db.prepare('SELECT id FROM terms WHERE term = ?')
    this.#addTerm = db.prepare('INSERT INTO terms (term, df) VALUES (?, 0)')
    this.#addPassage = db.prepare(
      `INSERT INTO passages (id, document, position, section, text, asked, unanswered, terms, sequence, members, valid_from, valid_until)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#restamp = db.prepare('UPDATE documents SET stamp = ? WHERE id = ?')
    this.#addWords = db.prepare(
      'INSERT INTO words (rowid, title, section, asked, text, parts) VALUES (?, ?, ?, ?, ?, ?)',
    )
  }

  /** Adds a document with its passages; the id must not be there yet. Returns the rows of its passages. */
  add(info: DocumentInfo, { hash, stamp }: Version, passages: readonly Passage[]): number[] {
    this.#db
      .prepare('INSERT INTO documents (id, hash, info, origin, stamp) VALUES (?, ?, ?, ?, ?)')
      .run(info.id, hash, JSON.stringify(info), info.origin ?? null, stamp)
    return passages.map((passage) => this.#insert(passage))
  }

  /** Notes another stamp for a document whose content stayed the same. */
  restamp(documentId: string, stamp: string): void {
    this.#restamp.run(stamp, documentId)
  }

  /** Takes a document and its passages out. Returns the rows of those that had a vector. */
  remove(documentId: string): number[] {
    const rows = this.#db
      .prepare<[string], { row: number; terms: Buffer; embedded: number }>(
        'SELECT row, terms, vector NOTNULL AS embedded FROM passages WHERE document = ?',
      )
      .all(documentId)
    for (const { row, terms } of rows) {
      const vector = decodeTermVector(terms)
      for (const term of vector.ids) this.#count(term, -1)
      this.#measure(vector, -1)
      this.#db.prepare('DELETE FROM words WHERE rowid = ?').run(row)
    }
    this.#db.prepare('DELETE FROM passages WHERE document = ?').run(documentId)
    this.#db.prepare('DELETE FROM documents WHERE id = ?').run(documentId)
    return rows.filter(({ embedded }) => embedded === 1).map(({ row }) => row)
  }

  /** Writes the frequencies of terms and 4-grams that the changes so far brought about. */
  finish(): void {
    const update = this.#db.prepare('UPDATE terms SET df = df + ? WHERE id = ?')
    for (const [term, change] of this.#dfChanges) if (change !== 0) update.run(change, term)
    this.#updateGrams()
    this.#writeAverages()
    this.#writeRestricted()
    this.#dfChanges.clear()
  }

  #insert(passage: Passage): number {
    const analysed = analysePassage(passage)
    const terms = fieldTerms(analysed)
    const idOf = (term: string) => this.#termId(term)
    const vector = termVector(terms, idOf)
    const { document } = passage
    const { lastInsertRowid } = this.#addPassage.run(
      passage.id,
      document.id,
      passage.position,
      JSON.stringify(passage.section),
      passage.text,
      JSON.stringify(passage.asked),
      JSON.stringify(passage.unanswered ?? []),
      encodeTermVector(vector),
      encodeSequence(sequenceOf(analysed, idOf)),
      document.audience === 'leden' ? 1 : 0,
      document.validFrom,
      document.validUntil,
    )
    const row = Number(lastInsertRowid)
    this.#addWords.run(row, ...FIELDS.map((field) => terms[field].map(idOf).join(' ')))
    for (const term of vector.ids) this.#count(term, 1)
    this.#measure(vector, 1)
    return row
  }

  #termId(term: string): number {
    const cached = this.#termIds.get(term)
    if (cached !== undefined) return cached
    const id = this.#findTerm.get(term)?.id ?? Number(this.#addTerm.run(term).lastInsertRowid)
    this.#termIds.set(term, id)
    return id
  }

  #count(term: number, change: number): void {
    this.#dfChanges.set(term, (this.#dfChanges.get(term) ?? 0) + change)
  }

  #measure({ lengths }: TermVector, sign: 1 | -1): void {
    for (const [field, length] of lengths.entries()) {
      this.#lengthChanges[field] = (this.#lengthChanges[field] ?? 0) + sign * length
    }
  }

  /** Sums are kept, so that one changed document does not mean going through all passages. */
  #writeAverages(): void {
    const passages = this.#db.prepare<[], { n: number }>('SELECT count(*) AS n FROM passages').get()?.n ?? 0
    for (const [field, name] of FIELDS.entries()) {
      const sum = Number(readMeta(this.#db, `sum.${name}`) ?? 0) + (this.#lengthChanges[field] ?? 0)
      writeMeta(this.#db, `sum.${name}`, String(sum))
      writeMeta(this.#db, `length.${name}`, String(sum / Math.max(1, passages)))
    }
    this.#lengthChanges.fill(0)
  }

  /** Counted here, where nobody waits: a reader would have to go through the whole file for it. */
  #writeRestricted(): void {
    const restricted = this.#db
      .prepare<[], { n: number }>(
        'SELECT count(*) AS n FROM passages WHERE members OR valid_from NOTNULL OR valid_until NOTNULL',
      )
      .get()
    writeMeta(this.#db, RESTRICTED, String(restricted?.n ?? 0))
  }

  #updateGrams(): void {
    const touched = new Map<string, { df: number; terms: number[] }>()
    const termOf = this.#db.prepare<[number], { term: string }>('SELECT term FROM terms WHERE id = ?')
    for (const [id, change] of this.#dfChanges) {
      for (const gram of grams(termOf.get(id)?.term ?? '')) {
        const entry = touched.get(gram) ?? { df: 0, terms: [] }
        entry.df += change
        entry.terms.push(id)
        touched.set(gram, entry)
      }
    }
    const find = this.#db.prepare<[string], { df: number; terms: Buffer }>(
      'SELECT df, terms FROM grams WHERE gram = ?',
    )
    const put = this.#db.prepare('INSERT OR REPLACE INTO grams (gram, df, terms) VALUES (?, ?, ?)')
    for (const [gram, { df, terms }] of touched) {
      const before = find.get(gram)
      const ids = before ? new Set([...idsOf(before.terms), ...terms]) : new Set(terms)
      put.run(gram, (before?.df ?? 0) + df, Buffer.from(Uint32Array.from(ids).buffer))
    }
  }
}

/** Term ids as the `grams` table keeps them. */
export function idsOf(blob: Buffer): Uint32Array {
  return new Uint32Array(alignedBytes(blob))
}
