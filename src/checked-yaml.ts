import { readFileSync } from 'node:fs'
import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

/** One thing that is wrong in a file, in words for the person who edits it. */
export interface FileProblem {
  readonly file: string
  /** 1 is the first line; 0 when the file as a whole is meant (it cannot be read). */
  readonly line: number
  /** Path of the field, for example `timetables.office.monday[0]`; empty for the file as a whole. */
  readonly field: string
  /** What is wrong and what was expected instead. */
  readonly message: string
}

/** A file that people edit is missing, unreadable or wrong. Its message lists every problem, one a line. */
export class FileError extends Error {
  readonly code = 'E_FILE'
  readonly problems: readonly FileProblem[]

  constructor(problems: readonly FileProblem[], options?: ErrorOptions) {
    super(problems.map(describe).join('\n'), options)
    this.name = 'FileError'
    this.problems = problems
  }
}

/**
 * Reads a YAML file and checks it.
 *
 * Use `z.strictObject` in the schema, so that a misspelt field is reported rather than ignored.
 *
 * @throws FileError listing every problem with file, line, field and what was expected.
 */
export function readCheckedYaml<T>(path: string, schema: z.ZodType<T>): T {
  return parseCheckedYaml(readFileText(path, 'a YAML file'), path, schema)
}

/** As {@link readCheckedYaml}, for text that is already there; `file` is the name used in messages. */
export function parseCheckedYaml<T>(text: string, file: string, schema: z.ZodType<T>): T {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    throw new FileError(
      document.errors.map((error) => ({
        file,
        line: lines.linePos(error.pos[0]).line,
        field: '',
        message: `is not valid YAML: ${error.message}`,
      })),
    )
  }
  const result = schema.safeParse(toValue(document, file))
  if (result.success) return result.data
  const problems = result.error.issues.flatMap(unfold).map((issue) => ({
    file,
    line: lineOf(document, lines, issue),
    field: fieldName(issue.path),
    message: issue.message,
  }))
  throw new FileError(problems)
}

type Issue = z.core.$ZodIssue

/**
 * The text of a file that people edit.
 *
 * @param expected what should be there, for the message: `a YAML file`.
 * @throws FileError when it cannot be read.
 */
export function readFileText(path: string, expected: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    const message = `cannot be read (${reason}): expected ${expected} here`
    throw new FileError([{ file: path, line: 0, field: '', message }], { cause })
  }
}

function toValue(document: Document, file: string): unknown {
  try {
    return document.toJS()
  } catch (cause) {
    // Too many aliases: a file that would grow without bound when read.
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new FileError([{ file, line: 1, field: '', message }], { cause })
  }
}

/** A failed union says only "invalid input": the branch that came closest says what is wrong. */
function unfold(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const closest = [...issue.errors].sort((a, b) => a.length - b.length || depth(b) - depth(a))[0]
  if (closest === undefined || closest.length === 0) return [issue]
  return closest.flatMap((inner) => unfold({ ...inner, path: [...issue.path, ...inner.path] }))
}

function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length))
}

/** The line of the field, or of the nearest field around it when the field itself is missing. */
function lineOf(document: Document, lines: LineCounter, issue: Issue): number {
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const path = unknownKey === undefined ? issue.path : [...issue.path, unknownKey]
  for (let length = path.length; length > 0; length--) {
    const offset = keyOffset(document, path.slice(0, length))
    if (offset !== null) return lines.linePos(offset).line
  }
  return 1
}

function keyOffset(document: Document, path: readonly PropertyKey[]): number | null {
  const last = path[path.length - 1]
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(last))
    return isScalar(pair?.key) ? (pair.key.range?.[0] ?? null) : null
  }
  const node = document.getIn(path, true)
  return isNodeWithRange(node) ? (node.range[0] ?? null) : null
}

function isNodeWithRange(node: unknown): node is { range: readonly number[] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`
    return name === '' ? String(part) : `${name}.${String(part)}`
  }, '')
}

function describe({ file, line, field, message }: FileProblem): string {
  const place = line > 0 ? `${file}:${line}` : file
  return field === '' ? `${place}: ${message}` : `${place}: ${field}: ${message}`
}
