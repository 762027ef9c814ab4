import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

/** What an area may import beside itself and packages; `type:` means that only types may cross. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/hours': [],
  'src/members': [],
  'src/texts': [],
  'src/knowledge': ['src/members/masking'],
  // What kind of body asks is a word of the whole desk, like the texts; answering decides nothing about members.
  'src/answering': ['src/hours', 'src/knowledge', 'src/texts', 'type:src/members'],
  'src/escalation': ['src/hours', 'src/members', 'src/texts'],
  'src/booking': ['src/hours', 'src/members', 'src/texts'],
  // Counting what was asked; what is done with it is shown elsewhere.
  'src/insights': ['src/hours', 'src/members', 'src/texts'],
  'src/desk': [
    'src/hours',
    'src/members',
    'src/texts',
    'src/knowledge',
    'src/answering',
    'src/escalation',
    'src/booking',
  ],
  'src/http': [
    'src/hours',
    'src/members',
    'src/texts',
    'src/knowledge',
    'src/answering',
    'src/escalation',
    'src/booking',
    'src/insights',
    'src/desk',
  ],
  'src/store': [
    'type:src/desk',
    'type:src/members',
    'type:src/knowledge',
    'type:src/answering',
    'type:src/escalation',
    'type:src/booking',
    'type:src/hours',
    'type:src/privacy',
    'type:src/insights',
  ],
  // What is kept of persons and for how long: types that the store fulfils, and lists of its own.
  'src/privacy': [],
  // What is watched, and what is done about it, as pure decisions; the wiring brings what they look at.
  'src/health': ['src/texts'],
  // Texts of installation files, filled in.
  'src/deploy': [],
  'src/main': ['src', 'adapters'],
  'src/jobs': ['src', 'adapters'],
  'src/cli': ['src', 'adapters'],
  'src/config': [],
  'src/package-root': [],
  'src/checked-yaml': [],
  'src/worker-file': [],
  'src/person-hash': [],
  'src/never-connected': [],
  // The words of the desk stand in `src/texts`, which imports nothing; an adapter shows them and has none of its own.
  'adapters/web': ['type:src/desk', 'src/members/masking', 'src/texts'],
  'adapters/slack': ['type:src/desk', 'src/members/masking', 'src/texts', 'src/never-connected'],
  'adapters/mail': ['type:src/desk'],
  'adapters/teams': ['type:src/desk', 'src/members/masking', 'src/texts', 'src/never-connected'],
}

/** Small helpers that know nothing of the desk; anybody under `src` may use them. */
const HELPERS = ['src/package-root', 'src/checked-yaml', 'src/worker-file', 'src/person-hash']

describe('the import rule', () => {
  const imports = sourceFiles().flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')))

  it('is kept by every file under src and adapters', () => {
    expect(imports.map(violation).filter((found) => found !== null)).toEqual([])
  })

  it('leaves no cycle between files', () => {
    expect(cycles(imports)).toEqual([])
  })

  it.each([
    [
      'an adapter that reaches into the store',
      'adapters/web/inbound.ts',
      `import { db } from '../../src/store/db.js'`,
    ],
    ['an adapter that imports another', 'adapters/slack/render.ts', `export { x } from '../teams/render.js'`],
    [
      'an adapter that runs desk code',
      'adapters/web/render.ts',
      `import { respond } from '../../src/desk/respond.js'`,
    ],
    ['http that talks to the store', 'src/http/server.ts', `const s = await import('../store/inbox.js')`],
    ['a store that runs domain code', 'src/store/inbox.ts', `import { mask } from '../members/masking.js'`],
    [
      'hours that know members',
      'src/hours/open.ts',
      `import type { MemberKind } from '../members/member.js'`,
    ],
    [
      'knowledge that knows more than masking',
      'src/knowledge/a.ts',
      `import { x } from '../members/member.js'`,
    ],
    [
      'a capability that reads the configuration',
      'src/answering/a.ts',
      `import { loadConfig } from '../config.js'`,
    ],
    ['a folder without a rule', 'src/extra/a.ts', `import { x } from '../hours/open.js'`],
  ])('notices %s', (_, file, source) => {
    expect(importsOf(file, source).map(violation)).toEqual([expect.stringContaining(file)])
  })

  it('allows what it should', () => {
    const allowed = [
      ...importsOf('adapters/web/a.ts', `import type {\n  Channel,\n} from '../../src/desk/channel.js'`),
      ...importsOf('adapters/web/a.ts', `import { maskMessage } from '../../src/members/masking.js'`),
      ...importsOf('src/store/a.ts', `import { type Delivery } from '../desk/channel.js'`),
      ...importsOf(
        'src/hours/a.ts',
        `// see import { x } from '../store/b.js'\nimport { DateTime } from 'luxon'`,
      ),
    ]
    expect(allowed.map(violation).filter((found) => found !== null)).toEqual([])
  })

  it('notices a cycle over three files', () => {
    const edge = (from: string, to: string): Import => ({ from, to, typeOnly: true })
    expect(
      cycles([edge('a.ts', 'b.ts'), edge('b.ts', 'c.ts'), edge('c.ts', 'a.ts'), edge('d.ts', 'a.ts')]),
    ).toEqual(['a.ts -> b.ts -> c.ts -> a.ts'])
  })
})

function sourceFiles(): readonly string[] {
  return ['src', 'adapters'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  )
}

const IMPORT =
  /(?:^|[\n;])\s*(?:import|export)\s+(?:(type\s+)?([\w*{][^'";]*?)\s+from\s+)?['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]\s*\)/g

function importsOf(file: string, source: string): readonly Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  return [...code.matchAll(IMPORT)].map((match) => ({
    from: file,
    to: normalize(join(dirname(file), (match[3] ?? match[4] ?? '').replace(/\.js$/, '.ts'))),
    typeOnly: match[1] !== undefined || onlyTypes(match[2] ?? ''),
  }))
}

function onlyTypes(clause: string): boolean {
  const names = /^\{([\s\S]*)\}$/.exec(clause.trim())?.[1]
  if (names === undefined) return false
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .every((name) => name.startsWith('type '))
}

function areaOf(file: string): string {
  return file.split('/').slice(0, 2).join('/').replace(/\.ts$/, '')
}

function violation(found: Import): string | null {
  const area = areaOf(found.from)
  if (area === areaOf(found.to)) return null
  const rules = MAY_IMPORT[area]
  if (rules?.some((rule) => allows(rule, found))) return null
  if (area.startsWith('src/') && HELPERS.includes(areaOf(found.to))) return null
  const reason = rules === undefined ? 'there is no rule for this folder' : `${area} may not`
  return `${found.from} imports ${found.to}${found.typeOnly ? ' (types)' : ''}: ${reason}`
}

function allows(rule: string, found: Import): boolean {
  const path = rule.replace(/^type:/, '')
  if (rule !== path && !found.typeOnly) return false
  return found.to === `${path}.ts` || found.to.startsWith(`${path}/`)
}

function cycles(imports: readonly Import[]): readonly string[] {
  const next = new Map<string, string[]>()
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file)
    if (start >= 0) found.push([...path.slice(start), file].join(' -> '))
    if (start >= 0 || done.has(file)) return
    for (const to of next.get(file) ?? []) visit(to, [...path, file])
    done.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  return found
}
