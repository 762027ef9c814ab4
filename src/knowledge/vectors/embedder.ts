import type { Embeddings } from '@langchain/core/embeddings'
import { KnowledgeError } from '../errors.js'

/** Turns texts into vectors outside the index: a model reached through LangChain. */
export interface Embedder {
  /** Stable name of provider and model; vectors of another name are never compared with these. */
  readonly id: string
  /** One vector for each text, in order; all of one length. */
  embedPassages(texts: readonly string[]): Promise<readonly (readonly number[])[]>
  embedQuery(text: string): Promise<readonly number[]>
}

/** What `EMBEDDER` selects when it is not set: latent vectors learned from the corpus itself, no model, no network. */
export const LATENT_EMBEDDER_ID = 'latent'

/**
 * The embedder that a setting names, or null for the built-in latent vectors.
 *
 * `openai:MODEL` (any compatible server through `OPENAI_BASE_URL`), `mistral:MODEL` and `ollama:MODEL` read their
 * keys and addresses from the environment, as LangChain does. The provider's package is loaded only then.
 *
 * @throws KnowledgeError `E_EMBEDDER` for another provider or a missing model.
 */
export async function embedderFrom(setting: string | undefined): Promise<Embedder | null> {
  if (setting === undefined || setting === '' || setting === LATENT_EMBEDDER_ID) return null
  const [provider = '', ...rest] = setting.split(':')
  const model = rest.join(':')
  if (model === '') throw unknown(setting)
  return fromLangChain(setting, await load(provider, model, setting))
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

async function load(provider: string, model: string, setting: string): Promise<Embeddings> {
  if (provider === 'openai') {
    const { OpenAIEmbeddings } = await import('@langchain/openai')
    const baseURL = process.env.OPENAI_BASE_URL
    return new OpenAIEmbeddings({ model, ...(baseURL ? { configuration: { baseURL } } : {}) })
  }
  if (provider === 'mistral') {
    const { MistralAIEmbeddings } = await import('@langchain/mistralai')
    return new MistralAIEmbeddings({ model })
  }
  if (provider === 'ollama') {
    const { OllamaEmbeddings } = await import('@langchain/ollama')
    const baseUrl = process.env.OLLAMA_BASE_URL
    return new OllamaEmbeddings({ model, ...(baseUrl ? { baseUrl } : {}) })
  }
  throw unknown(setting)
}

function unknown(setting: string): KnowledgeError {
  return new KnowledgeError(
    'E_EMBEDDER',
    `EMBEDDER=${setting}: expected latent, openai:MODEL, mistral:MODEL or ollama:MODEL`,
  )
}
