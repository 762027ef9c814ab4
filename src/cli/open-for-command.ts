import { loadConfig } from '../config.js'
import { NO_MATERIAL, type RunMaterial } from '../jobs/reindex-message.js'
import { runMaterial } from '../jobs/run-material.js'
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

/** What the store tells a build; nothing when no desk ever ran here, or only one from before documents could be withdrawn. */
export async function materialForCommand(): Promise<RunMaterial> {
  try {
    return await withStore(runMaterial)
  } catch (error) {
    const absent = error instanceof StoreError && ['STORE_MISSING', 'STORE_SCHEMA_OLDER'].includes(error.code)
    if (!absent) throw error
    return NO_MATERIAL
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
