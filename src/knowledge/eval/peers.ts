import { SNOWBALL_STOP_WORDS } from '../dutch/snowball-stop-words.js'
import { stem } from '../dutch/stem.js'
import { KnowledgeError } from '../errors.js'
import type { Embedder } from '../vectors/embedder-port.js'
import type { EvalDocument } from './data-set.js'
import { langChainPeers } from './langchain-peers.js'
import type { Peer } from './peer.js'

/** Libraries that `--peer` can name. */
export const PEERS = ['minisearch', 'orama', 'langchain'] as const
export type PeerName = (typeof PEERS)[number]

const LIMIT = 10

/**
 * Indexes the documents with a peer, in each of the ways it is measured.
 *
 * @param embedder the embedding model for peers that compare vectors; null: none is configured.
 * @throws KnowledgeError `E_PEER_MISSING` when the library is not installed: they are development dependencies.
 */
export async function buildPeers(
  name: PeerName,
  documents: readonly EvalDocument[],
  embedder: Embedder | null = null,
): Promise<Peer[]> {
  try {
    return await builders[name](documents, embedder)
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND'
    if (!missing) throw cause
    throw new KnowledgeError(
      'E_PEER_MISSING',
      `--peer ${name}: not installed; run "npm ci" (with development dependencies)`,
      { cause },
    )
  }
}

const builders: Readonly<
  Record<PeerName, (documents: readonly EvalDocument[], embedder: Embedder | null) => Promise<Peer[]>>
> = {
  minisearch: miniSearches,
  orama: async (documents) => [await orama(documents)],
  langchain: async (documents, embedder) => {
    const [best] = (await miniSearches(documents)).slice(-1)
    return best ? langChainPeers(documents, embedder, best) : []
  },
}

async function miniSearches(documents: readonly EvalDocument[]): Promise<Peer[]> {
  const { default: MiniSearch } = await import('minisearch')
  const options = { fields: ['title', 'text'], idField: 'id' }
  const plain = new MiniSearch<EvalDocument>(options)
  const dutch = new MiniSearch<EvalDocument>({
    ...options,
    processTerm: (term) => {
      const word = term.toLowerCase()
      return SNOWBALL_STOP_WORDS.has(word) ? null : stem(word)
    },
  })
  return [
    { name: 'MiniSearch', index: plain },
    { name: 'MiniSearch, Dutch stop words and stemming', index: dutch },
  ].map(({ name, index }) => {
    index.addAll(documents)
    return {
      name,
      search: async (text) =>
        index
          .search(text)
          .slice(0, LIMIT)
          .map(({ id }) => String(id)),
    }
  })
}

async function orama(documents: readonly EvalDocument[]): Promise<Peer> {
  const { create, insertMultiple, search } = await import('@orama/orama')
  const { stemmer } = await import('@orama/stemmers/dutch')
  const db = create({
    schema: { key: 'string', title: 'string', text: 'string' } as const,
    components: {
      tokenizer: { language: 'dutch', stemming: true, stemmer, stopWords: [...SNOWBALL_STOP_WORDS] },
    },
  })
  await insertMultiple(
    db,
    documents.map(({ id, title, text }) => ({ key: id, title, text })),
  )
  return {
    name: 'Orama, Dutch stemmer',
    search: async (term) => {
      const { hits } = await search(db, { term, properties: ['title', 'text'], limit: LIMIT })
      return hits.map(({ document }) => document.key)
    },
  }
}
