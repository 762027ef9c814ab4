import { fileURLToPath } from 'node:url'

/** `.ts` when the desk runs from its sources, `.js` when it was compiled. */
export function moduleExtension(): '.ts' | '.js' {
  return import.meta.url.endsWith('.ts') ? '.ts' : '.js'
}

/** What to start a worker thread with; from the sources it needs a small module that lets it read TypeScript. */
export function workerFor(entry: URL): { readonly path: string; readonly workerData: object } {
  if (!entry.pathname.endsWith('.ts')) return { path: fileURLToPath(entry), workerData: {} }
  const loader = new URL('./dev-worker.mjs', import.meta.url)
  return { path: fileURLToPath(loader), workerData: { entry: entry.href } }
}
