import Database from 'better-sqlite3'
import { UPKEEP_TABLES } from '../upkeep/tables.js'

/** Raised whenever the tables, the analysis or the meaning of a column changes: an older index is then rebuilt. */
export const INDEX_FORMAT = 11

const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE documents (
    id TEXT PRIMARY KEY, hash TEXT NOT NULL, info TEXT NOT NULL, origin TEXT, stamp TEXT
  ) WITHOUT ROWID;
  CREATE INDEX documents_of_origin ON documents (origin);
  CREATE TABLE passages (
    row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL, position INTEGER NOT NULL,
    members INTEGER NOT NULL, valid_from TEXT, valid_until TEXT,
    -- What ranking reads of hundreds of passages comes before what is read of the few that are shown.
    terms BLOB NOT NULL, vector BLOB, sequence BLOB NOT NULL,
    section TEXT NOT NULL, asked TEXT NOT NULL, unanswered TEXT NOT NULL, text TEXT NOT NULL
  );
  CREATE INDEX passages_of_document ON passages (document, position);
  CREATE INDEX passages_restricted ON passages (row) WHERE members OR valid_from NOTNULL OR valid_until NOTNULL;
  CREATE TABLE terms (id INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE, df INTEGER NOT NULL, latent BLOB);
  CREATE TABLE grams (gram TEXT PRIMARY KEY, df INTEGER NOT NULL, terms BLOB NOT NULL) WITHOUT ROWID;
  -- Holds term ids, not the terms: FTS5 would cut some of them again, in its own way.
  CREATE VIRTUAL TABLE words USING fts5 (
    title, section, asked, text, parts,
    content = '', contentless_delete = 1, detail = column,
    tokenize = 'ascii'
  );
  ${UPKEEP_TABLES}
`

/** Creates the tables in an empty file. */
export function createIndexFile(path: string): Database.Database {
  const db = openForWriting(path)
  // Of a smaller page most passages would leave half empty.
  db.pragma('page_size = 8192')
  db.exec(TABLES)
  return db
}

/** Opens a file that is not published yet: when something goes wrong on the way, nobody ever sees it. */
function openForWriting(path: string): Database.Database {
  const db = new Database(path)
  // Nothing is ever taken back here, so nothing is kept for that; better-sqlite3 only allows it in this mode.
  db.unsafeMode()
  db.pragma('locking_mode = EXCLUSIVE')
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -65536')
  return db
}

/** Writes a file that is not published yet anew without the room that growing and removing left in it. */
export function writePacked(db: Database.Database, path: string): void {
  db.prepare('VACUUM INTO ?').run(path)
}

/** Opens a published file; nothing can be written through it. */
export function openForReading(path: string): Database.Database {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  db.pragma('cache_size = -16384')
  return db
}

/** A setting or statistic of the file; null when it is not there. */
export function readMeta(db: Database.Database, key: string): string | null {
  const found = db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(key)
  return found?.value ?? null
}

/** Notes a setting or statistic in a file that is not published yet. */
export function writeMeta(db: Database.Database, key: string, value: string): void {
  db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value)
}
