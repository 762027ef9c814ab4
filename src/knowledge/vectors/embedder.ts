import type { Embeddings } from '@langchain/core/embeddings'
import { KnowledgeError } from '../errors.js'
import type { Embedder } from './embedder-port.js'
import { onnxEmbedder } from './onnx-embedder.js'
import { queriesInTime } from './query-in-time.js'

export type { Embedder } from './embedder-port.js'

/** What `EMBEDDER` selects when it is not set: latent vectors learned from the corpus itself, no model, no network. */
export const LATENT_EMBEDDER_ID = 'latent'

/**
 * The embedder that a setting names, or null for the built-in latent vectors.
 *
 * `openai:MODEL` (any compatible server through `OPENAI_BASE_URL`), `azure:DEPLOYMENT`, `mistral:MODEL` and
 * `ollama:MODEL` read their keys and addresses from the environment, as LangChain does; `onnx:FOLDER` runs a model from
 * local files in this process. The provider's package is loaded only then. Queries end in time, see `queriesInTime`.
 *
 * @throws KnowledgeError `E_EMBEDDER` for another provider, a missing model, file or package.
 */
export async function embedderFrom(setting: string | undefined): Promise<Embedder | null> {
  if (setting === undefined || setting === '' || setting === LATENT_EMBEDDER_ID) return null
  const [provider = '', ...rest] = setting.split(':')
  const model = rest.join(':')
  if (model === '') throw unknown(setting)
  if (provider === 'onnx') return onnxEmbedder(model)
  return queriesInTime(fromLangChain(setting, await load(provider, model, setting)))
}

/** Any LangChain embeddings as an embedder. */
export function fromLangChain(
  id: string,
  embeddings: Pick<Embeddings, 'embedDocuments' | 'embedQuery'>,
): Embedder {
  return {
    id,
    embedPassages: (texts) => embeddings.embedDocuments([...texts]),
    embedQuery: (text) => embeddings.embedQuery(text),
  }
}

/** While an index is built, a provider that is busy for a moment is asked again. */
const RETRIES = 2

async function load(provider: string, model: string, setting: string): Promise<Embeddings> {
  if (provider === 'openai') {
    const { OpenAIEmbeddings } = await import('@langchain/openai')
    const baseURL = process.env.OPENAI_BASE_URL
    return new OpenAIEmbeddings({
      model,
      maxRetries: RETRIES,
      configuration: { logLevel: 'off', ...(baseURL ? { baseURL } : {}) },
    })
  }
  if (provider === 'azure') {
    const { AzureOpenAIEmbeddings } = await import('@langchain/openai')
    return new AzureOpenAIEmbeddings({ azureOpenAIApiEmbeddingsDeploymentName: model, maxRetries: RETRIES })
  }
  if (provider === 'mistral') {
    const { MistralAIEmbeddings } = await import('@langchain/mistralai')
    return new MistralAIEmbeddings({ model, maxRetries: RETRIES })
  }
  if (provider === 'ollama') {
    const { OllamaEmbeddings } = await import('@langchain/ollama')
    const baseUrl = process.env.OLLAMA_BASE_URL
    return new OllamaEmbeddings({ model, maxRetries: RETRIES, ...(baseUrl ? { baseUrl } : {}) })
  }
  throw unknown(setting)
}

function unknown(setting: string): KnowledgeError {
  return new KnowledgeError(
    'E_EMBEDDER',
    `EMBEDDER=${setting}: expected latent, openai:MODEL, azure:DEPLOYMENT, mistral:MODEL, ollama:MODEL or onnx:FOLDER`,
  )
}
