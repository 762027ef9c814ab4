import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import Database from 'better-sqlite3'

/** A stretch of bytes, its end not included. */
export type Stretch = readonly [start: number, end: number]

/**
 * Opens a copy of a published file to change some of it. What is written goes into a log beside it, so that
 * {@link closeChanged} can tell where the file is no longer as it was copied.
 */
export function openToChange(path: string): Database.Database {
  const db = new Database(path)
  // It is not published yet: when something goes wrong on the way, nobody ever sees it. First of all, because turning to
  // a log would wait for the whole copy to be on the disk.
  db.pragma('synchronous = OFF')
  db.pragma('locking_mode = EXCLUSIVE')
  db.pragma('journal_mode = WAL')
  db.pragma('wal_autocheckpoint = 0')
  db.pragma('cache_size = -65536')
  return db
}

/** Puts the log of a file from {@link openToChange} into it, closes it, and returns every stretch that was written. */
export function closeChanged(db: Database.Database): readonly Stretch[] {
  const changed = stretchesOf(`${db.name}-wal`)
  db.pragma('wal_checkpoint(TRUNCATE)')
  // Without the mark of a log in the file, which would want one for reading too.
  db.pragma('journal_mode = DELETE')
  db.close()
  return changed
}

/** SQLite's write-ahead log: a header, then frames of a header and a page; all numbers are 32 bits, big-endian. */
const LOG_HEADER = 32
const PAGE_SIZE_OFFSET = 8
const FRAME_HEADER = 24

/** How the file is journalled stands in its first bytes, and is not written by way of the log. */
const MARK: Stretch = [0, 1]

function stretchesOf(log: string): readonly Stretch[] {
  if (!existsSync(log)) return [MARK]
  const file = openSync(log, 'r')
  try {
    const { size } = fstatSync(file)
    if (size <= LOG_HEADER) return [MARK]
    const pageSize = numberAt(file, PAGE_SIZE_OFFSET)
    const pages = new Set<number>()
    for (let at = LOG_HEADER; at + FRAME_HEADER <= size; at += FRAME_HEADER + pageSize)
      pages.add(numberAt(file, at))
    return [MARK, ...Array.from(pages, (page): Stretch => [(page - 1) * pageSize, page * pageSize])]
  } finally {
    closeSync(file)
  }
}

function numberAt(file: number, at: number): number {
  const bytes = Buffer.alloc(4)
  readSync(file, bytes, 0, bytes.length, at)
  return bytes.readUInt32BE()
}
