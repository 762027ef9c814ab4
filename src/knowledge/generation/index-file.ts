import type { Database, Statement } from 'better-sqlite3'
import type { DocumentInfo, Passage, SearchOptions } from '../passage.js'
import { type Placed, type PlacedRow, placed, type SectionRow, sizeOfPlaced } from './placed.js'
import { Recent } from './recent.js'
import { readMeta } from './schema.js'
import { decodeVector } from './stored-vector.js'
import { alignedBytes, decodeTermVector, FIELDS, type TermVector } from './term-vector.js'
import { idsOf, RESTRICTED } from './writer.js'

/** A stem of the index. */
export interface Term {
  readonly id: number
  /** In how many passages it stands. */
  readonly df: number
}

/** What ranking needs of a passage, without its text. */
export interface Candidate {
  readonly row: number
  readonly terms: TermVector
  /** Null when the passage has no usable vector. */
  readonly vector: Float32Array | null
}

interface PassageRow {
  readonly id: string
  readonly document: string
  readonly position: number
  readonly section: string
  readonly text: string
  readonly asked: string
  readonly unanswered: string
}

/** How many documents are kept at hand; reading tens of thousands at the start would make the desk wait. */
const MOST_KNOWN = 2000

const VISIBLE = `(:members OR NOT p.members) AND (p.valid_from IS NULL OR p.valid_from <= :today)
  AND (p.valid_until IS NULL OR p.valid_until >= :today)`

/** Reads one generation's file. All of it is synchronous and fast: what is searched stays on disk. */
export class IndexFile {
  readonly passageCount: number
  /** Above every row. */
  readonly rowLimit: number
  /** Above every term id. */
  readonly termLimit: number
  /** Average field lengths in the order of FIELDS, at least 1. */
  readonly averageLengths: readonly number[]
  readonly #db: Database
  readonly #document: Statement<[string], { info: string }>
  readonly #known = new Map<string, DocumentInfo>()
  readonly #allVisible: boolean
  readonly #terms = new Recent<Term | null>(50_000)
  readonly #grams = new Recent<{ readonly df: number; readonly terms: Uint32Array } | null>(
    500_000,
    (found) => found?.terms.length ?? 1,
  )
  readonly #term: Statement<[string], Term>
  readonly #gram: Statement<[string], { df: number; terms: Buffer }>
  readonly #termOf: Statement<[number], { term: string }>
  readonly #termsById = new Recent<string | null, number>(50_000)
  readonly #sequence: Statement<[number], PlacedRow>
  readonly #sectionAt: Statement<[number], SectionRow>
  readonly #sequences = new Recent<Placed | null, number>(
    1_000_000,
    (found) => (found ? sizeOfPlaced(found) : 0) + 16,
  )
  readonly #rowsOf: Statement<unknown[], number>
  readonly #rows = new Recent<Uint32Array>(4_000_000, (rows) => rows.length + 16)
  readonly #passages = new Recent<Passage | null, number>(4_000_000, sizeOf)
  readonly #candidates: Statement<unknown[], { row: number; terms: Buffer; vector: Buffer | null }>
  readonly #passage: Statement<[number], PassageRow>
  readonly #rowOf: Statement<[string], { row: number }>
  readonly #latent: Statement<[string], { latent: Buffer | null }>

  /** @param passageCount as its manifest says: counting would go through an index of the whole file */
  constructor(db: Database, passageCount: number) {
    this.#db = db
    this.passageCount = passageCount
    this.#term = db.prepare('SELECT id, df FROM terms WHERE term = ? AND df > 0')
    this.#gram = db.prepare('SELECT df, terms FROM grams WHERE gram = ?')
    this.#termOf = db.prepare('SELECT term FROM terms WHERE id = ? AND df > 0')
    this.#sequence = db.prepare(
      'SELECT document, position, section, text, sequence FROM passages WHERE row = ?',
    )
    this.#sectionAt = db.prepare('SELECT document, section FROM passages WHERE row = ?')
    this.#latent = db.prepare('SELECT latent FROM terms WHERE term = ?')
    this.#document = db.prepare('SELECT info FROM documents WHERE id = ?')
    this.termLimit = limit(db, 'SELECT coalesce(max(id), 0) + 1 AS n FROM terms')
    this.averageLengths = FIELDS.map((field) => Math.max(1, Number(this.meta(`length.${field}`) ?? 1)))
    this.#allVisible = this.meta(RESTRICTED) === '0'
    this.#passage = db.prepare(
      'SELECT id, document, position, section, text, asked, unanswered FROM passages WHERE row = ?',
    )
    this.#rowOf = db.prepare('SELECT row FROM passages WHERE id = ?')
    this.rowLimit = limit(db, 'SELECT coalesce(max(row), 0) + 1 AS n FROM passages')
    // No ranking by FTS5: without positions its bm25() is 0 for every row.
    this.#rowsOf = db
      .prepare<unknown[], number>(
        `SELECT words.rowid FROM words
         ${this.#allVisible ? '' : `JOIN passages p ON p.row = words.rowid AND ${VISIBLE}`}
         WHERE words MATCH :match`,
      )
      .pluck()
    this.#candidates = db.prepare(
      `SELECT row, terms, vector FROM passages p
       WHERE row IN (SELECT value FROM json_each(:rows)) ${this.#allVisible ? '' : `AND ${VISIBLE}`}`,
    )
  }

  meta(key: string): string | null {
    return readMeta(this.#db, key)
  }

  /** Every document; goes through all of them, which takes a while when there are tens of thousands. */
  documents(): readonly DocumentInfo[] {
    const rows = this.#db.prepare<[], { info: string }>('SELECT info FROM documents ORDER BY id').all()
    return rows.map(({ info }): DocumentInfo => JSON.parse(info))
  }

  /** Ids of the documents of a source. */
  documentIds(origin: string): readonly string[] {
    return this.#db
      .prepare<[string], { id: string }>('SELECT id FROM documents WHERE origin = ?')
      .all(origin)
      .map(({ id }) => id)
  }

  term(term: string): Term | null {
    return this.#terms.get(term, () => this.#term.get(term) ?? null)
  }

  /** The terms that hold a 4-gram, and in how many passages (a passage with two such terms counts twice). */
  gram(gram: string): { readonly df: number; readonly terms: Uint32Array } | null {
    return this.#grams.get(gram, () => {
      const found = this.#gram.get(gram)
      return found ? { df: found.df, terms: idsOf(found.terms) } : null
    })
  }

  termById(id: number): string | null {
    return this.#termsById.get(id, () => this.#termOf.get(id)?.term ?? null)
  }

  /** A term's place in the latent space; null when the space does not hold it. */
  latent(term: string): Float32Array | null {
    const blob = this.#latent.get(term)?.latent
    return blob ? floatsOf(blob) : null
  }

  /** Rows of the passages that hold a term, those this asker may see today; in no order. */
  rowsOf(term: number, options: SearchOptions): ArrayLike<number> & Iterable<number> {
    const read = () => this.#rowsOf.all({ match: `"${term}"`, ...this.#visibility(options) })
    return this.#allVisible ? this.#rows.get(String(term), () => Uint32Array.from(read())) : read()
  }

  /** Those of the rows that this asker may see today, with what ranking needs. */
  candidates(rows: readonly number[], options: SearchOptions): Candidate[] {
    return this.#candidates
      .all({ rows: JSON.stringify(rows), ...this.#visibility(options) })
      .map(({ row, terms, vector }) => ({
        row,
        terms: decodeTermVector(terms),
        vector: vector ? decodeVector(vector) : null,
      }))
  }

  /** A passage word by word, with the id of its document; null when there is no such row. */
  sequenceAt(row: number): Placed | null {
    return this.#sequences.get(row, () => {
      const found = this.#sequence.get(row)
      if (!found) return null
      // The passages of a document have rows that follow.
      return placed(found, found.position > 0 ? this.#sectionAt.get(row - 1) : undefined)
    })
  }

  /** The same object for the same row while it is remembered, so that what is made of it can be kept with it. */
  passageAt(row: number): Passage | null {
    return this.#passages.get(row, () => this.#toPassage(this.#passage.get(row)))
  }

  passage(id: string): Passage | null {
    const found = this.#rowOf.get(id)
    return found ? this.passageAt(found.row) : null
  }

  /** The passages of a document in order; empty when there is no such document. */
  passagesOf(documentId: string): Passage[] {
    return this.#db
      .prepare<[string], { row: number }>('SELECT row FROM passages WHERE document = ? ORDER BY position')
      .all(documentId)
      .map(({ row }) => this.passageAt(row))
      .filter((passage) => passage !== null)
  }

  /** Every vector with its row, one by one: for exact search. */
  *vectors(): Generator<{ readonly row: number; readonly vector: Float32Array }> {
    const all = this.#db.prepare<[], { row: number; vector: Buffer }>(
      'SELECT row, vector FROM passages WHERE vector NOTNULL',
    )
    for (const { row, vector } of all.iterate()) yield { row, vector: decodeVector(vector) }
  }

  close(): void {
    this.#db.close()
  }

  #visibility(options: SearchOptions): Record<string, unknown> {
    return this.#allVisible ? {} : { members: options.membersOnly ? 1 : 0, today: options.today }
  }

  #documentInfo(id: string): DocumentInfo | null {
    const known = this.#known.get(id)
    if (known) return known
    const found = this.#document.get(id)
    if (!found) return null
    const info: DocumentInfo = JSON.parse(found.info)
    if (this.#known.size >= MOST_KNOWN) this.#known.clear()
    this.#known.set(id, info)
    return info
  }

  #toPassage(found: PassageRow | undefined): Passage | null {
    const document = found && this.#documentInfo(found.document)
    if (!found || !document) return null
    const { section, asked, unanswered } = found
    return {
      ...found,
      document,
      section: JSON.parse(section),
      asked: JSON.parse(asked),
      unanswered: JSON.parse(unanswered),
    }
  }
}

/** Characters a passage takes in memory. */
function sizeOf(passage: Passage | null): number {
  if (passage === null) return 1
  const { text, asked, unanswered = [] } = passage
  return [...asked, ...unanswered].reduce((sum, { length }) => sum + length, text.length + 200)
}

/** A place in the latent space as the index keeps it. */
export function floatsOf(blob: Buffer): Float32Array {
  return new Float32Array(alignedBytes(blob))
}

function limit(db: Database, sql: string): number {
  return db.prepare<[], { n: number }>(sql).get()?.n ?? 0
}
