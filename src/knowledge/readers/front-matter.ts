import { z } from 'zod'
import { parseCheckedYaml } from '../../checked-yaml.js'
import { KnowledgeError } from '../errors.js'

const isoDay = z.iso.date('must be a day such as 2026-11-22')
const text = z.string('must be text').trim().min(1, 'must not be empty')

const schema = z.strictObject({
  title: text.optional(),
  kind: z.enum(['samenvatting', 'bron'], 'must be samenvatting or bron').optional(),
  source: text.nullable().optional(),
  url: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address, or null' })
    .nullable()
    .optional(),
  date: text.nullable().optional(),
  authority: z.int('must be a whole number such as 10').optional(),
  validFrom: isoDay.nullable().optional(),
  validUntil: isoDay.nullable().optional(),
  audience: z.enum(['publiek', 'leden'], 'must be publiek or leden').optional(),
  language: z.enum(['nl', 'en'], 'must be nl or en').optional(),
  owner: text.nullable().optional(),
  reviewBy: isoDay.nullable().optional(),
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
 * @throws KnowledgeError `E_FRONT_MATTER` when another engine is named or the closing line is missing.
 */
export function cutFrontMatter(file: string, content: string): CutFile {
  const opening = /^\ufeff?---([^\n]*)\n/.exec(content)
  if (!opening) return { yaml: null, body: content }
  const engine = (opening[1] ?? '').trim()
  if (/^-+$/.test(engine)) return { yaml: null, body: content }
  if (engine !== '') {
    throw invalid(file, `front matter must open with a bare "---", found "---${engine}"; only YAML is read`)
  }
  const rest = content.slice(opening[0].length)
  const closing = /^---[ \t]*(?:\n|$)/m.exec(rest)
  if (!closing) throw invalid(file, 'front matter is not closed: expected a line with only "---"')
  return { yaml: rest.slice(0, closing.index), body: rest.slice(closing.index + closing[0].length) }
}

/**
 * Reads and checks front matter.
 *
 * @throws FileError that names the file, each line and field, and what was expected.
 */
export function parseFrontMatter(file: string, yaml: string): FrontMatter {
  if (yaml.trim() === '') return {}
  // The empty line stands for the opening "---", so that line numbers are those of the file.
  return parseCheckedYaml(`\n${yaml}`, file, schema)
}

function invalid(file: string, problem: string): KnowledgeError {
  return new KnowledgeError('E_FRONT_MATTER', `${file}:1: ${problem}`)
}
