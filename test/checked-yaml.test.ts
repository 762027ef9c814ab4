import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { FileError, parseCheckedYaml, readCheckedYaml } from '../src/checked-yaml.js'
import { packageRoot } from '../src/package-root.js'

const schema = z.strictObject({
  team: z.strictObject({ name: z.string(), size: z.number() }),
  days: z.array(z.union([z.literal('ma'), z.strictObject({ date: z.string() })])),
})

const problemsOf = (text: string) => {
  try {
    parseCheckedYaml(text, 'teams.yaml', schema)
  } catch (error) {
    if (error instanceof FileError) return error
  }
  throw new Error('nothing was refused')
}

describe('a checked YAML file', () => {
  it('gives what the schema describes', () => {
    const text = 'team: { name: ruimte, size: 3 }\ndays: [ma, { date: "2026-12-24" }]\n'
    expect(parseCheckedYaml(text, 'teams.yaml', schema)).toEqual({
      team: { name: 'ruimte', size: 3 },
      days: ['ma', { date: '2026-12-24' }],
    })
  })

  it('reports every problem at once with line and field', () => {
    const error = problemsOf('team:\n  name: 4\n  colour: blue\ndays:\n  - ma\n  - date: 5\n')
    expect(error.code).toBe('E_FILE')
    expect(error.problems.map(({ line, field }) => [line, field])).toEqual([
      [2, 'team.name'],
      [1, 'team.size'],
      [3, 'team'],
      [6, 'days[1].date'],
    ])
    expect(error.message).toContain(
      'teams.yaml:2: team.name: Invalid input: expected string, received number',
    )
    expect(error.message).toContain('colour')
  })

  it('names the line of text that is not YAML, a double key included', () => {
    expect(problemsOf('team: [\n').problems[0]).toMatchObject({ file: 'teams.yaml', line: 2 })
    expect(problemsOf('team: a\nteam: b\n').problems[0]).toMatchObject({ line: 2 })
  })

  it('refuses an empty file and one that grows without bound', () => {
    expect(problemsOf('').problems[0]).toMatchObject({ line: 1, field: '' })
    const lists = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i},`.repeat(9)}]`)
    expect(problemsOf(`l0: &l0 [x]\n${lists.join('\n')}\n`).message).toContain('teams.yaml:1')
  })

  it('says which file cannot be read', () => {
    expect(() => readCheckedYaml('/nowhere/topics.yaml', schema)).toThrow(
      '/nowhere/topics.yaml: cannot be read (ENOENT)',
    )
  })
})

describe('the package root', () => {
  it('holds the package.json of vraagbaak', () => {
    expect(readCheckedYaml(`${packageRoot()}/package.json`, z.looseObject({ name: z.string() })).name).toBe(
      'vraagbaak',
    )
  })
})
