import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import { KnowledgeError } from '../errors.js'
import type { Embedder } from './embedder-port.js'
import { type OpenModel, openModel, type Pooling } from './onnx-model.js'

/** What a model wants in front of a text. */
interface Prefixes {
  readonly query: string
  readonly passage: string
}

/**
 * An embedder that runs in this process from local files: `config.json`, `tokenizer.json` and `onnx/model.onnx`, as
 * the makers of multilingual e5 and bge publish them.
 *
 * An e5 model gets its `query: ` and `passage: `; pooling is what `1_Pooling/config.json` says, else `cls` for a bge
 * model and `mean` for others. The name of the vectors holds the folder's name and a fingerprint of the model.
 *
 * @param open runs the model; with the optional packages when left out
 * @throws KnowledgeError `E_EMBEDDER` that names the missing file, or the packages to install.
 */
export async function onnxEmbedder(setting: string, open: OpenModel = openModel): Promise<Embedder> {
  const folder = resolve(setting)
  for (const file of FILES) {
    if (existsSync(join(folder, file))) continue
    throw new KnowledgeError('E_EMBEDDER', `EMBEDDER=onnx:${setting}: ${join(folder, file)} is missing`)
  }
  const name = basename(folder)
  const prefixes = prefixesOf(name)
  const pooling = poolingOf(folder, name)
  const extract = await open(folder)
  return {
    id: `onnx:${name}@${fingerprint(folder)}`,
    embedPassages: (texts) =>
      extract(
        texts.map((text) => prefixes.passage + text),
        pooling,
      ),
    async embedQuery(text) {
      const [vector = []] = await extract([prefixes.query + text], pooling)
      return vector
    },
  }
}

const FILES = ['config.json', 'tokenizer.json', 'onnx/model.onnx'] as const

function prefixesOf(name: string): Prefixes {
  return /(?:^|[-_])e5(?:[-_]|$)/i.test(name)
    ? { query: 'query: ', passage: 'passage: ' }
    : { query: '', passage: '' }
}

const poolingSchema = z.object({ pooling_mode_cls_token: z.boolean().default(false) })

function poolingOf(folder: string, name: string): Pooling {
  const file = join(folder, '1_Pooling', 'config.json')
  if (!existsSync(file)) return /bge/i.test(name) ? 'cls' : 'mean'
  const parsed = poolingSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new KnowledgeError('E_EMBEDDER', `${file}: pooling_mode_cls_token is wrong`)
  return parsed.data.pooling_mode_cls_token ? 'cls' : 'mean'
}

/** Of what tells two models apart without reading hundreds of megabytes at every start. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const file of FILES.slice(0, 2)) hash.update(readFileSync(join(folder, file)))
  return hash
    .update(String(statSync(join(folder, FILES[2])).size))
    .digest('hex')
    .slice(0, 12)
}
