import { parseDocument } from 'yaml'
import { z } from 'zod'
import { KnowledgeError } from '../errors.js'

const isoDay = z.iso.date('must be a day such as 2026-11-22')
const text = z.string().trim().min(1, 'must not be empty')

const schema = z.strictObject({
  title: text.optional(),
  kind: z.enum(['samenvatting', 'bron'], 'must be samenvatting or bron').optional(),
  source: text.nullable().optional(),
  url: z
    .url({ protocol: /^https?$/, message: 'must be an http or https address, or null' })
    .nullable()
    .optional(),
  date: text.nullable().optional(),
  authority: z.number('must be a whole number such as 10').int('must be a whole number').optional(),
  validFrom: isoDay.nullable().optional(),
  validUntil: isoDay.nullable().optional(),
  audience: z.enum(['publiek', 'leden'], 'must be publiek or leden').optional(),
  language: z.enum(['nl', 'en'], 'must be nl or en').optional(),
  vragen: z.array(text, 'must be a list of questions').optional(),
})

/** What the top of a Markdown document may say about it. */
export type FrontMatter = z.infer<typeof schema>

/** A file cut in its front matter and what comes after it. */
export interface CutFile {
  /** YAML text between the `---` lines; null when there is none. */
  readonly yaml: string | null
  readonly body: string
}

/**
 * Cuts the front matter off a file.
 *
 * Only a bare `---` opens YAML. `---js` and other engines are refused: they would ask us to run the document.
 *
 * @throws KnowledgeError `front-matter-invalid` when another engine is named or the closing line is missing.
 */
export function cutFrontMatter(file: string, content: string): CutFile {
  const opening = /^\ufeff?---([^\n]*)\n/.exec(content)
  if (!opening) return { yaml: null, body: content }
  const engine = (opening[1] ?? '').trim()
  if (engine !== '' && !/^-*$/.test(engine)) {
    throw invalid(
      file,
      1,
      `front matter must open with a bare "---", found "---${engine}"; only YAML is read`,
    )
  }
  if (engine !== '') return { yaml: null, body: content }
  const rest = content.slice(opening[0].length)
  const closing = /^---[ \t]*(?:\n|$)/m.exec(rest)
  if (!closing) throw invalid(file, 1, 'front matter is not closed: expected a line with only "---"')
  return { yaml: rest.slice(0, closing.index), body: rest.slice(closing.index + closing[0].length) }
}

/**
 * Reads and checks front matter.
 *
 * @throws KnowledgeError `front-matter-invalid` that names the file, each line and field, and what was expected.
 */
export function parseFrontMatter(file: string, yaml: string): FrontMatter {
  // The core schema leaves a day such as 2026-11-22 a string; aliases are bounded against "billion laughs".
  const document = parseDocument(yaml, { schema: 'core', uniqueKeys: true, prettyErrors: true })
  const problem = document.errors[0]
  if (problem) {
    throw invalid(file, (problem.linePos?.[0].line ?? 1) + 1, problem.message.split('\n', 1)[0] ?? 'not YAML')
  }
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 10 }) ?? {})
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.flatMap((issue) => describe(issue, yaml))
  throw invalid(file, issues[0]?.line ?? 1, issues.map((issue) => issue.text).join('; '))
}

function describe(issue: z.core.$ZodIssue, yaml: string): { line: number; text: string }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lineOf(yaml, key),
      text: `unknown field "${key}"; known are ${Object.keys(schema.shape).join(', ')}`,
    }))
  }
  const field = String(issue.path[0] ?? 'front matter')
  return [{ line: lineOf(yaml, field), text: `field "${field}" ${issue.message}` }]
}

/** Line in the file: the opening `---` is line 1. */
function lineOf(yaml: string, key: string): number {
  const index = yaml.split('\n').findIndex((line) => line.trimStart().startsWith(`${key}:`))
  return index < 0 ? 1 : index + 2
}

function invalid(file: string, line: number, problem: string): KnowledgeError {
  return new KnowledgeError('front-matter-invalid', `${file}, line ${line}: ${problem}`)
}
