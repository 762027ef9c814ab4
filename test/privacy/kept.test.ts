import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshDatabase, query } from '../store/databases.js'

/** What the README says of what is kept. */
function section(): string {
  const readme = readFileSync('README.md', 'utf8')
  const from = readme.indexOf('## What is kept of people')
  return readme.slice(from, readme.indexOf('\n## ', from + 1))
}

/** Lines of its table that name this in backticks. */
function linesOf(name: string): readonly string[] {
  return section()
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes(`\`${name}\``))
}

interface Source {
  readonly file: string
  readonly text: string
}

function sources(): readonly Source[] {
  return ['src', 'adapters'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ file: join(folder, name), text: readFileSync(join(folder, name), 'utf8') })),
  )
}

/** The text that a name stands for in a file, or else in the one that exports it. */
function kindNamed(name: string, file: Source, all: readonly Source[]): string {
  const [constant = '', field] = name.split('.')
  const one = field === undefined ? `= '([\\w-]+)'` : `= \\{[^}]*\\b${field}: '([\\w-]+)'`
  const told = (source: Source, before: string) =>
    new RegExp(`${before}const ${constant} ${one}`, 'u').exec(source.text)?.[1]
  const found =
    told(file, '') ?? all.map((source) => told(source, 'export ')).find((value) => value !== undefined)
  if (found === undefined) throw new Error(`${file.file}: what kind of records is ${name}?`)
  return found
}

/** Every kind of records that the program writes. */
function recordKinds(): ReadonlySet<string> {
  const all = sources()
  const kinds = all.flatMap((source) =>
    source.file.startsWith('src/store')
      ? []
      : [...source.text.matchAll(/\.(?:put|add)\(\s*([A-Z][A-Z_]*(?:\.\w+)?),/gu)].map(([, name = '']) =>
          kindNamed(name, source, all),
        ),
  )
  return new Set(kinds)
}

describe('what is kept', () => {
  it('has a line for every table, which says for how long', async () => {
    const database = await freshDatabase('SQLite')
    try {
      await database.open()
      const rows = await query(
        database,
        `select name from sqlite_master where type = 'table' and name not like 'kysely%' and name not like 'sqlite%'`,
      )
      // The kinds of rows in `records` have lines of their own.
      const tables = rows.map(({ name }) => String(name)).filter((name) => name !== 'records')
      expect(tables.length).toBeGreaterThan(20)
      expect(tables.filter((name) => linesOf(name).length === 0)).toEqual([])
    } finally {
      await database.remove()
    }
  })

  it('has a line for every kind of record', () => {
    const kinds = [...recordKinds()]
    expect(kinds).toEqual(
      expect.arrayContaining(['mail-proof', 'slack-action', 'staff-session', 'retention']),
    )
    expect(kinds.filter((kind) => linesOf(kind).length === 0)).toEqual([])
  })

  it('says why and for how long in every line', () => {
    const rows = section()
      .split('\n')
      .filter((line) => line.startsWith('| ') && line.includes('`'))
    const empty = rows.filter((line) =>
      line
        .split('|')
        .slice(1, 5)
        .some((cell) => cell.trim() === ''),
    )
    expect(empty).toEqual([])
  })
})
