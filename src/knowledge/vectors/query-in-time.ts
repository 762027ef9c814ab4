import type { Embedder } from './embedder-port.js'

/** A query waits no longer than this for its vector, in milliseconds. */
const QUERY_MS = 2000

/**
 * An embedder whose queries end in time: a provider that hangs must not hold up a member, who can be answered by
 * words alone.
 *
 * @throws Error from `embedQuery` when the time is up.
 */
export function queriesInTime(embedder: Embedder, ms: number = QUERY_MS): Embedder {
  return {
    id: embedder.id,
    embedPassages: (texts) => embedder.embedPassages(texts),
    async embedQuery(text) {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('the embedder took too long')), ms)
      })
      try {
        return await Promise.race([embedder.embedQuery(text), late])
      } finally {
        clearTimeout(timer)
      }
    },
  }
}
