import { loadConfig } from '../config.js'
import { StoreError } from '../store/errors.js'
import { openStore } from '../store/open-store.js'
import type { Store } from '../store/store.js'

/**
 * Gives a command the store of the configured desk, which may be running, and closes it afterwards.
 *
 * @throws ConfigError StoreError
 */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const { dataDir, databaseUrl } = loadConfig(process.env)
  const store = await openStore({ dataDir, databaseUrl, use: 'command', now: new Date() })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** As `withStore`, but a desk that never ran has nothing to show: `empty`, with a word on standard error. */
export async function withStoreOr<T>(empty: T, work: (store: Store) => Promise<T>): Promise<T> {
  try {
    return await withStore(work)
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'STORE_MISSING') throw error
    process.stderr.write(`vraagbaak: ${error.message}\n`)
    return empty
  }
}
