import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { FileError, type FileProblem, readFileText } from '../checked-yaml.js'
import { MEMBER_KINDS } from './member.js'

/** One member of the association, and by what its people are recognised. */
export interface MemberBody {
  readonly name: string
  readonly kind: (typeof KINDS)[number]
  /** In lower case; one domain can serve several bodies. */
  readonly mailDomains: readonly string[]
  /** Tenant ids, in lower case. */
  readonly teamsTenants: readonly string[]
  readonly slackTeams: readonly string[]
}

const KINDS = MEMBER_KINDS.filter((kind) => kind !== 'onbekend')
const COLUMNS = ['name', 'kind', 'mailDomains', 'teamsTenants', 'slackTeams'] as const

const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/
const TENANT = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const SLACK_TEAM = /^[TE][A-Z0-9]{6,}$/

/**
 * Mail services that anybody can have an address with: such a domain says nothing about a body, and listing one
 * would open what is for members to everybody.
 */
const OPEN_TO_ALL =
  /^(?:gmail|hotmail|outlook|live|msn|yahoo|ymail|icloud|proton(?:mail)?|gmx|skynet|telenet|scarlet|pandora|proximus)\.(?:com|be|net|me|ch|nl|fr|de|eu)$/

const row = z.object({
  name: z.string().min(1, 'expected the name of the body, found nothing'),
  kind: z.enum(KINDS, { error: `expected one of ${KINDS.join(', ')}` }),
  mailDomains: listOf(DOMAIN, 'a mail domain such as zonnegem.be', true).refine(
    (domains) => !domains.some((domain) => OPEN_TO_ALL.test(domain)),
    'names a mail service that anybody can use; leave it out, or everybody with such an address counts as a member',
  ),
  teamsTenants: listOf(TENANT, 'a tenant id such as 7f3d1c52-0000-4000-8000-000000000001', true),
  slackTeams: listOf(SLACK_TEAM, 'a Slack workspace id such as T0123ABCD', false),
})

/**
 * Reads `members.csv`: a line of column names, then one line a body; several values in one cell are kept apart by `;`.
 *
 * @throws FileError listing every wrong line with its number, its column and what was expected.
 */
export function readMemberBodies(file: string): readonly MemberBody[] {
  const bodies = parseMemberBodies(readFileText(file, 'a CSV file'), file)
  if ('problems' in bodies) throw new FileError(bodies.problems)
  return bodies.bodies
}

/** As {@link readMemberBodies}, for text that is there already: the bodies, or everything that is wrong with them. */
export function parseMemberBodies(
  text: string,
  file: string,
): { readonly bodies: readonly MemberBody[] } | { readonly problems: readonly FileProblem[] } {
  const lines = cells(text, file)
  if ('problems' in lines) return lines
  const [header, ...rows] = lines.rows
  const columns = header?.cells.map((name) => name.trim()) ?? []
  const missing = COLUMNS.filter((name) => !columns.includes(name))
  if (missing.length > 0) {
    const message = `misses ${missing.join(', ')}; expected the columns ${COLUMNS.join(',')}`
    return { problems: [{ file, line: 1, field: '', message }] }
  }
  const read = rows.map(({ cells, line }) => readRow(cells, line, columns, file))
  const problems = [
    ...read.flatMap((one) => ('problems' in one ? one.problems : [])),
    ...repeatedNames(read, file),
  ]
  if (problems.length > 0) return { problems: problems.sort((a, b) => a.line - b.line) }
  return { bodies: read.flatMap((one) => ('body' in one ? [one.body] : [])) }
}

type ReadRow =
  | { readonly body: MemberBody; readonly line: number }
  | { readonly problems: readonly FileProblem[]; readonly line: number }

function readRow(values: readonly string[], line: number, columns: readonly string[], file: string): ReadRow {
  if (values.length !== columns.length) {
    const message = `has ${values.length} cells, expected ${columns.length}; put a cell that holds a comma between double quotes`
    return { line, problems: [{ file, line, field: '', message }] }
  }
  const named = Object.fromEntries(columns.map((name, at) => [name, values[at]?.trim() ?? '']))
  const result = row.safeParse(named)
  if (result.success) return { line, body: result.data }
  const problems = result.error.issues.map((issue) => ({
    file,
    line,
    field: String(issue.path[0] ?? ''),
    message: issue.message,
  }))
  return { line, problems }
}

function repeatedNames(rows: readonly ReadRow[], file: string): readonly FileProblem[] {
  const seen = new Map<string, number>()
  return rows.flatMap((one) => {
    if (!('body' in one)) return []
    const key = one.body.name.toLowerCase()
    const earlier = seen.get(key)
    seen.set(key, earlier ?? one.line)
    return earlier === undefined
      ? []
      : [
          {
            file,
            line: one.line,
            field: 'name',
            message: `${one.body.name} stands on line ${earlier} already`,
          },
        ]
  })
}

interface Row {
  readonly cells: readonly string[]
  readonly line: number
}

type Rows = { readonly rows: readonly Row[] } | { readonly problems: readonly FileProblem[] }

/** Rows with the line they begin on; a quoted cell may run over several lines. */
function cells(text: string, file: string): Rows {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      comment: '#',
      comment_no_infix: true,
    })
    const rows = recordsSchema.parse(parsed).map(({ record, info }) => ({
      cells: record,
      line: info.lines - (record.join('').split('\n').length - 1),
    }))
    return { rows }
  } catch (error) {
    if (!(error instanceof Error) || !('lines' in error)) throw error
    const message = `is not valid CSV: ${error.message}`
    return { problems: [{ file, line: Number(error.lines), field: '', message }] }
  }
}

const recordsSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
)

function listOf(shape: RegExp, expected: string, lower: boolean) {
  return z
    .string()
    .transform((cell) =>
      cell
        .split(';')
        .map((value) => value.trim())
        .filter((value) => value !== '')
        .map((value) => (lower ? value.toLowerCase() : value)),
    )
    .superRefine((values, context) => {
      for (const value of values.filter((one) => !shape.test(one))) {
        context.addIssue({ code: 'custom', message: `expected ${expected}, found "${value}"` })
      }
    })
}
