import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { KnowledgeError } from '../errors.js'

/**
 * Packages that run models, with one interface. The native one (some 290 MB) computes beside everything else; the one
 * in WebAssembly (some 150 MB) holds its thread up meanwhile. Nobody gets either who does not ask for it.
 */
const RUNTIMES = ['onnxruntime-node', 'onnxruntime-web'] as const
const TOKENIZERS = '@huggingface/tokenizers'
const VERSIONS = { runtime: '1.30.0', tokenizers: '0.2.0' } as const

/** How the vectors of a text's tokens become one. */
export type Pooling = 'mean' | 'cls'

/** Turns texts into vectors of length 1 with the model in a folder, without a network. */
export type Extract = (texts: readonly string[], pooling: Pooling) => Promise<readonly (readonly number[])[]>

/** Opens the model in a folder. */
export type OpenModel = (folder: string) => Promise<Extract>

/** Loads a package by its name. */
export type LoadPackage = (name: string) => Promise<unknown>

/** More tokens than this of one text are left out: few models were trained on more. */
const MOST_TOKENS = 512
/** Texts the model gets at once. */
const BATCH = 8

/**
 * Opens the model in a folder with whichever of the optional packages is installed.
 *
 * @throws KnowledgeError `E_EMBEDDER` with the line that installs them, or when the model gives no vectors of tokens.
 */
export async function openModel(
  folder: string,
  load: LoadPackage = (name) => import(name),
): Promise<Extract> {
  const runtime = runtimeSchema.parse(await firstOf(RUNTIMES, load))
  const tokenize = await tokenizerOf(folder, load)
  const session = await runtime.InferenceSession.create(join(folder, 'onnx', 'model.onnx'))
  const output = OUTPUTS.find((name) => session.outputNames.includes(name))
  if (output === undefined) {
    throw new KnowledgeError('E_EMBEDDER', `${folder}: the model has no output ${OUTPUTS.join(' or ')}`)
  }
  return async (texts, pooling) => {
    const vectors: (readonly number[])[] = []
    for (let at = 0; at < texts.length; at += BATCH) {
      const tokens = texts.slice(at, at + BATCH).map(tokenize)
      const length = Math.max(...tokens.map(({ ids }) => ids.length))
      const results = await session.run(inputsOf(tokens, length, session.inputNames, runtime.Tensor))
      const { data, dims } = resultSchema.parse(results[output])
      const rows = tokens.map(({ ids }, row) => ({ row, length, size: dims[2], used: ids.length }))
      vectors.push(...rows.map((row) => pooled(data, row, pooling)))
    }
    return vectors
  }
}

/** Rows of one length; what is filled up is masked, so that it counts for nothing. */
function inputsOf(
  tokens: readonly Tokens[],
  length: number,
  names: readonly string[],
  Tensor: Runtime['Tensor'],
): object {
  const rows: Readonly<Record<string, (tokens: Tokens, at: number) => number>> = {
    input_ids: ({ ids, pad }, at) => ids[at] ?? pad,
    attention_mask: ({ ids }, at) => (at < ids.length ? 1 : 0),
    token_type_ids: () => 0,
  }
  const tensors = names.map((name) => {
    const values = tokens.flatMap((row) =>
      Array.from({ length }, (_, at) => BigInt(rows[name]?.(row, at) ?? 0)),
    )
    return [name, new Tensor('int64', BigInt64Array.from(values), [tokens.length, length])] as const
  })
  return Object.fromEntries(tensors)
}

/** As the makers of such models name the vectors of the tokens. */
const OUTPUTS = ['last_hidden_state', 'token_embeddings'] as const

/** Where the vectors of one text's tokens lie: `used` of the `length` tokens of a row, each of `size` numbers. */
interface Rows {
  readonly row: number
  readonly length: number
  readonly size: number
  readonly used: number
}

function pooled(data: Float32Array, { row, length, size, used }: Rows, pooling: Pooling): readonly number[] {
  const count = pooling === 'cls' ? 1 : used
  const sum = new Array<number>(size).fill(0)
  for (let token = 0; token < count; token++) {
    const start = (row * length + token) * size
    for (let at = 0; at < size; at++) sum[at] = (sum[at] ?? 0) + (data[start + at] ?? 0)
  }
  const norm = Math.hypot(...sum)
  return norm === 0 ? sum : sum.map((value) => value / norm)
}

interface Tokens {
  readonly ids: readonly number[]
  /** What fills a shorter row. */
  readonly pad: number
}

async function tokenizerOf(folder: string, load: LoadPackage): Promise<(text: string) => Tokens> {
  const { Tokenizer } = tokenizersSchema.parse(await firstOf([TOKENIZERS], load))
  const config = readJson(join(folder, 'tokenizer_config.json'))
  const { pad_token: padToken, model_max_length: max } = configSchema.parse(config)
  const tokenizer = new Tokenizer(readJson(join(folder, 'tokenizer.json')), config)
  const pad = (padToken === null ? undefined : tokenizer.token_to_id(padToken)) ?? 0
  const most = Math.min(max, MOST_TOKENS)
  return (text) => {
    const { ids } = tokenizer.encode(text)
    // The last token is the mark that ends a text.
    return { ids: ids.length > most ? [...ids.slice(0, most - 1), ...ids.slice(-1)] : ids, pad }
  }
}

function readJson(file: string): object {
  return existsSync(file) ? z.looseObject({}).parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
}

/** The first package that is installed. */
async function firstOf(names: readonly string[], load: LoadPackage): Promise<unknown> {
  for (const name of names) {
    try {
      return await load(name)
    } catch (cause) {
      if (!isAbsent(cause)) throw new KnowledgeError('E_EMBEDDER', `${name} could not be loaded`, { cause })
    }
  }
  throw new KnowledgeError(
    'E_EMBEDDER',
    `EMBEDDER=onnx:...: install what runs such models first: npm install --no-save --ignore-scripts ${RUNTIMES[0]}@${VERSIONS.runtime} ${TOKENIZERS}@${VERSIONS.tokenizers}`,
  )
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
}

const isFunction = (value: unknown) => typeof value === 'function'

interface Session {
  readonly inputNames: readonly string[]
  readonly outputNames: readonly string[]
  run(inputs: object): Promise<Readonly<Record<string, unknown>>>
}

const runtimeSchema = z.looseObject({
  InferenceSession: z.custom<{ create(file: string): Promise<Session> }>(isFunction),
  Tensor: z.custom<new (type: 'int64', data: BigInt64Array, shape: readonly number[]) => unknown>(isFunction),
})
type Runtime = z.output<typeof runtimeSchema>
const tokenizersSchema = z.looseObject({
  Tokenizer:
    z.custom<
      new (
        tokenizer: object,
        config: object,
      ) => {
        encode(text: string): { readonly ids: readonly number[] }
        token_to_id(token: string): number | undefined
      }
    >(isFunction),
})
const configSchema = z.object({
  pad_token: z
    .union([z.string(), z.object({ content: z.string() }).transform(({ content }) => content)])
    .nullable()
    .default(null),
  model_max_length: z.number().positive().default(MOST_TOKENS),
})
const resultSchema = z.object({
  data: z.instanceof(Float32Array),
  dims: z.tuple([z.number(), z.number(), z.number()]),
})
