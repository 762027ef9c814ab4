import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIndex } from '../../src/knowledge/generation/build.js'
import {
  indexFolders,
  MANIFEST_FILE,
  PASSAGES_FILE,
  publishedNames,
  VECTORS_FILE,
} from '../../src/knowledge/generation/folders.js'
import { openPublished } from '../../src/knowledge/generation/open.js'

/** What changed bytes in a published generation led to. */
export interface CorruptionFigures {
  readonly trials: number
  /** Damaged bytes that were read as if they were right: must be 0. */
  readonly loads: number
  /** Trials in which nothing could serve: must be 0. */
  readonly unserved: number
  /** Trials after which the one who opens was not told, so that no rebuild starts: must be 0. */
  readonly untold: number
  /** Served by the generation before. */
  readonly servedByPrevious: number
  /** Only the vectors were damaged: served by exact search over the vectors in the other, sound file. */
  readonly servedByExactSearch: number
  /** Rebuilds tried, and those after which the published generation was whole again. */
  readonly rebuilds: number
  readonly repaired: number
  readonly seconds: number
}

const FILES = [PASSAGES_FILE, VECTORS_FILE, MANIFEST_FILE]

/**
 * Changes one bit of one file of the published generation, opens the index, puts the bit back; again and again. Every
 * `rebuildEvery` trials the damage is left in place and the index is built again.
 */
export async function benchCorruption(trials: number, rebuildEvery: number): Promise<CorruptionFigures> {
  const root = mkdtempSync(join(tmpdir(), 'vraagbaak-corruption-'))
  try {
    return await new Corruption(root).run(trials, rebuildEvery)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

class Corruption {
  readonly #knowledgeDir: string
  readonly #dataDir: string
  #state = 20_261_123
  readonly #figures = {
    loads: 0,
    unserved: 0,
    untold: 0,
    servedByPrevious: 0,
    servedByExactSearch: 0,
    rebuilds: 0,
    repaired: 0,
  }

  constructor(root: string) {
    this.#knowledgeDir = join(root, 'knowledge')
    this.#dataDir = join(root, 'data')
    mkdirSync(join(this.#knowledgeDir, 'documents'), { recursive: true })
  }

  async run(trials: number, rebuildEvery: number): Promise<CorruptionFigures> {
    const started = performance.now()
    await this.#publish('Het zwembad sluit in augustus.')
    await this.#publish('Het zwembad sluit in juli.')
    for (let trial = 1; trial <= trials; trial++) await this.#trial(trial % rebuildEvery === 0)
    return { trials, ...this.#figures, seconds: (performance.now() - started) / 1000 }
  }

  async #publish(text: string): Promise<void> {
    writeFileSync(join(this.#knowledgeDir, 'documents', 'bad.md'), text)
    writeFileSync(join(this.#knowledgeDir, 'documents', 'bib.md'), 'De bibliotheek is open op zaterdag.')
    await buildIndex({ knowledgeDir: this.#knowledgeDir, dataDir: this.#dataDir })
  }

  async #trial(rebuild: boolean): Promise<void> {
    const folders = indexFolders(this.#dataDir)
    const [published = ''] = publishedNames(folders)
    const file = FILES[this.#random(FILES.length)] ?? MANIFEST_FILE
    const path = join(folders.generation(published), file)
    const whole = readFileSync(path)
    const damaged = Buffer.from(whole)
    const at = this.#random(damaged.length)
    damaged[at] = (damaged[at] ?? 0) ^ (1 << this.#random(8))
    writeFileSync(path, damaged)
    await this.#open(published, file)
    if (rebuild) await this.#rebuild()
    else writeFileSync(path, whole)
  }

  async #open(published: string, file: string): Promise<void> {
    const figures = this.#figures
    let told = 0
    try {
      const opened = await openPublished(indexFolders(this.#dataDir), () => told++)
      if (opened.name !== published) figures.servedByPrevious++
      else if (file === VECTORS_FILE && told > 0) figures.servedByExactSearch++
      else figures.loads++
      opened.index.close()
    } catch {
      figures.unserved++
    }
    if (told === 0) figures.untold++
  }

  async #rebuild(): Promise<void> {
    this.#figures.rebuilds++
    const { generation } = await buildIndex({ knowledgeDir: this.#knowledgeDir, dataDir: this.#dataDir })
    let told = 0
    const opened = await openPublished(indexFolders(this.#dataDir), () => told++)
    if (opened.name === generation && told === 0) this.#figures.repaired++
    opened.index.close()
    // The rebuild may have made the previous generation the only one: two are needed for the next trials.
    await this.#publish('Het zwembad sluit in augustus.')
    await this.#publish('Het zwembad sluit in juli.')
  }

  #random(below: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.#state / 2 ** 32) * below)
  }
}
