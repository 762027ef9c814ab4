import type { BaseRetriever } from '@langchain/core/retrievers'
import { SNOWBALL_STOP_WORDS } from '../dutch/snowball-stop-words.js'
import { stem } from '../dutch/stem.js'
import { tokenize } from '../dutch/tokenize.js'
import type { Embedder } from '../vectors/embedder-port.js'
import type { EvalDocument } from './data-set.js'
import type { Peer } from './peer.js'

const LIMIT = 10
/** How many each part of an ensemble brings: its fusion sees only these. */
const DEPTH = 50
const DIMENSIONS = 4096

/**
 * LangChain's own retrievers: its vector store in memory, alone and fused by its `EnsembleRetriever` with the ranking
 * of another library. None of them brings a model, so without one a text is its TF-IDF over Dutch stems, hashed into
 * 4,096 places.
 *
 * @throws Error `ERR_MODULE_NOT_FOUND` when `@langchain/classic` is not installed.
 */
export async function langChainPeers(
  documents: readonly EvalDocument[],
  embedder: Embedder | null,
  words: Peer,
): Promise<Peer[]> {
  const { MemoryVectorStore } = await import('@langchain/classic/vectorstores/memory')
  const { EnsembleRetriever } = await import('@langchain/classic/retrievers/ensemble')
  const { Document } = await import('@langchain/core/documents')
  const { Embeddings } = await import('@langchain/core/embeddings')
  const { BaseRetriever } = await import('@langchain/core/retrievers')
  const by = embedder ?? hashedStems(documents)

  class PeerEmbeddings extends Embeddings {
    async embedDocuments(texts: string[]): Promise<number[][]> {
      return (await by.embedPassages(texts)).map((vector) => [...vector])
    }
    async embedQuery(text: string): Promise<number[]> {
      return [...(await by.embedQuery(text))]
    }
  }
  class WordRetriever extends BaseRetriever {
    lc_namespace = ['vraagbaak']
    override async _getRelevantDocuments(query: string) {
      return (await words.search(query)).map((id) => new Document({ id, pageContent: id, metadata: { id } }))
    }
  }

  const store = new MemoryVectorStore(new PeerEmbeddings({}))
  const vectors = await by.embedPassages(documents.map(({ title, text }) => `${title}\n${text}`))
  // An ensemble joins what has the same content: the id stands for the text in both parts.
  const entries = documents.map(({ id }) => new Document({ id, pageContent: id, metadata: { id } }))
  await store.addVectors(
    vectors.map((vector) => [...vector]),
    entries,
  )
  const nearest = store.asRetriever(DEPTH)
  const ensemble = new EnsembleRetriever({ retrievers: [new WordRetriever(), nearest] })
  const name = `LangChain MemoryVectorStore, ${embedder?.id ?? 'hashed TF-IDF of Dutch stems'}`
  return [peer(name, nearest), peer(`LangChain EnsembleRetriever of that and ${words.name}`, ensemble)]
}

function peer(name: string, retriever: BaseRetriever): Peer {
  return {
    name,
    search: async (text) =>
      (await retriever.invoke(text)).slice(0, LIMIT).map(({ metadata }) => String(metadata.id)),
  }
}

function hashedStems(
  documents: readonly EvalDocument[],
): Pick<Embedder, 'id' | 'embedPassages' | 'embedQuery'> {
  const df = new Map<string, number>()
  for (const { title, text } of documents) {
    for (const term of new Set(stems(`${title}\n${text}`))) df.set(term, (df.get(term) ?? 0) + 1)
  }
  const vector = (text: string) => {
    const places = new Array<number>(DIMENSIONS).fill(0)
    const counts = new Map<string, number>()
    for (const term of stems(text)) counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const [term, count] of counts) {
      const place = placeOf(term)
      places[place] =
        (places[place] ?? 0) + Math.log1p(count) * Math.log1p(documents.length / (df.get(term) ?? 1))
    }
    return places
  }
  return {
    id: 'hashed',
    embedPassages: async (texts) => texts.map(vector),
    embedQuery: async (text) => vector(text),
  }
}

function stems(text: string): string[] {
  return tokenize(text)
    .map(({ word }) => word)
    .filter((word) => !SNOWBALL_STOP_WORDS.has(word))
    .map(stem)
}

/** FNV-1a. */
function placeOf(term: string): number {
  let hash = 0x811c9dc5
  for (let k = 0; k < term.length; k++) hash = Math.imul(hash ^ term.charCodeAt(k), 0x01000193)
  return (hash >>> 0) % DIMENSIONS
}
