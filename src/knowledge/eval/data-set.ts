import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { KnowledgeError } from '../errors.js'

const documentSchema = z.object({ id: z.string().min(1), title: z.string().default(''), text: z.string() })
const querySchema = z.object({ id: z.string().min(1), text: z.string(), relevant: z.array(z.string()) })

/** A document of a data set: only its title and text are ever indexed. */
export type EvalDocument = z.infer<typeof documentSchema>
/** A question of a data set; no relevant document means that it cannot be answered here. */
export type EvalQuery = z.infer<typeof querySchema>

export interface DataSet {
  readonly name: string
  readonly documents: readonly EvalDocument[]
  readonly queries: readonly EvalQuery[]
}

/**
 * Reads `corpus.jsonl` and `queries.jsonl` in a folder.
 *
 * @throws KnowledgeError `E_DATA_SET` that names the file and line.
 */
export async function readDataSet(folder: string, name = folder): Promise<DataSet> {
  return {
    name,
    documents: await readLines(join(folder, 'corpus.jsonl'), documentSchema),
    queries: await readLines(join(folder, 'queries.jsonl'), querySchema),
  }
}

/** The set in `holdout/` below a folder, or null. */
export async function readHoldout(folder: string): Promise<DataSet | null> {
  const holdout = join(folder, 'holdout')
  return existsSync(holdout) ? readDataSet(holdout, `${folder}/holdout`) : null
}

async function readLines<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  if (!existsSync(path))
    throw new KnowledgeError('E_DATA_SET', `${path}: no such file; eval needs corpus.jsonl and queries.jsonl`)
  const records: T[] = []
  let number = 0
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number++
    if (line.trim() === '') continue
    records.push(parseLine(line, schema, `${path}:${number}`))
  }
  return records
}

function parseLine<T>(line: string, schema: z.ZodType<T>, place: string): T {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new KnowledgeError('E_DATA_SET', `${place}: not a JSON object`, { cause })
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new KnowledgeError(
    'E_DATA_SET',
    `${place}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}`,
  )
}
