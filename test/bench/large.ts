import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packageRoot } from '../../src/package-root.js'

const run = promisify(execFile)
/** Building comes first: what is searched afterwards is what it made. */
const LIBRARIES = ['vraagbaak-build', 'vraagbaak', 'minisearch', 'orama'] as const

/**
 * Measures Vraagbaak and its peers on a large corpus side by side, one after the other, each in a process of its own:
 * building or opening, a thousand headings as questions (milliseconds, CPU milliseconds, how often the heading's
 * document is found), and peak resident memory.
 *
 * The corpus is named by `BENCH_CORPUS` (a `corpus.jsonl`, perhaps packed); without it nothing is measured.
 * `BENCH_DATA_DIR` keeps the index for another run, and an index that is there is not built again.
 */
export async function benchLarge(): Promise<readonly unknown[]> {
  const { BENCH_CORPUS: corpus, BENCH_DATA_DIR: kept, BENCH_LIBRARIES: chosen } = process.env
  if (corpus === undefined) return ['set BENCH_CORPUS to a corpus.jsonl or corpus.jsonl.gz']
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'vraagbaak-large-'))
  const wanted = chosen?.split(',') ?? LIBRARIES
  try {
    const results: unknown[] = []
    for (const library of wanted) results.push(await measured(library, corpus, dataDir))
    return results
  } finally {
    if (kept === undefined) rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measured(library: string, corpus: string, dataDir: string): Promise<unknown> {
  const script = join(packageRoot(), 'test', 'bench', 'large-one.ts')
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script, library, corpus, dataDir], {
    maxBuffer: 1e8,
  })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? 'null')
}
