import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { closeChanged, openToChange } from '../../src/knowledge/generation/changed-file.js'
import { copyInPieces } from '../../src/knowledge/generation/file-copy.js'
import { hashChanged, hashInPieces } from '../../src/knowledge/generation/file-hash.js'
import { createIndexFile, openForReading } from '../../src/knowledge/generation/schema.js'
import { temporaryFolder } from './temporary.js'

const ROWS = 300

/** A file of some ten pieces, and its copy. */
async function copied() {
  const folder = temporaryFolder()
  const [from, to] = [join(folder, 'from'), join(folder, 'to')]
  const db = createIndexFile(from)
  const put = db.prepare('INSERT INTO terms (term, df, latent) VALUES (?, 1, ?)')
  for (let row = 1; row <= ROWS; row++) put.run(`term ${row}`, Buffer.alloc(8000, row))
  db.close()
  return { to, copy: await copyInPieces(from, to) }
}

const CHANGES: readonly (readonly [name: string, change: (db: Database) => void])[] = [
  ['nothing', () => {}],
  ['one row in the middle', (db) => db.exec('UPDATE terms SET df = 2 WHERE id = 150')],
  ['rows here and there', (db) => db.exec('UPDATE terms SET df = 3 WHERE id % 70 = 0')],
  ['rows at the end', (db) => db.exec(`INSERT INTO terms (term, df) SELECT 'new ' || id, 1 FROM terms`)],
  ['rows that go', (db) => db.exec('DELETE FROM terms WHERE id BETWEEN 100 AND 140')],
  [
    'all rows, one by one',
    (db) => {
      const update = db.prepare('UPDATE terms SET latent = ? WHERE id = ?')
      for (let row = 1; row <= ROWS; row++) update.run(Buffer.alloc(7990, row + 1), row)
    },
  ],
]

describe('a copied file that is changed', () => {
  it.each(CHANGES)('has the hash of all of its bytes after %s', async (_name, change) => {
    const { to, copy } = await copied()
    const db = openToChange(to)
    change(db)
    const changed = closeChanged(db)
    expect(await hashChanged(to, copy.digests, changed)).toBe(await hashInPieces(to))
  })

  it('is read again only where it was written', async () => {
    const { to, copy } = await copied()
    const db = openToChange(to)
    db.exec('UPDATE terms SET df = 2 WHERE id = 150')
    const pieces = closeChanged(db).map(([start]) => Math.floor(start / 2 ** 18))
    expect(copy.digests.length).toBeGreaterThan(8)
    expect(new Set(pieces).size).toBeLessThan(4)
  })

  it('is one file in the end, that can be read without writing beside it', async () => {
    const { to } = await copied()
    const db = openToChange(to)
    db.exec('UPDATE terms SET df = 2 WHERE id = 150')
    closeChanged(db)
    // Bytes 18 and 19 are 2 in a file that wants a log.
    expect([...readFileSync(to).subarray(18, 20)]).toEqual([1, 1])
    const reading = openForReading(to)
    expect(reading.prepare('SELECT df FROM terms WHERE id = 150').pluck().get()).toBe(2)
    reading.close()
  })
})
