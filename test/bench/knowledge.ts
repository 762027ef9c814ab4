import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIndex } from '../../src/knowledge/generation/build.js'
import type { DocumentSource } from '../../src/knowledge/generation/sources.js'
import { openIndex } from '../../src/knowledge/open-index.js'
import { packageRoot } from '../../src/package-root.js'
import { documentInfo } from '../fakes/document-info.js'
import { waits } from './percentiles.js'

/** Figures of building, opening and searching an index. */
export interface KnowledgeFigures {
  readonly corpus: string
  readonly passages: number
  readonly buildMs: number
  /** Building again after one document changed. */
  readonly reindexOneMs: number
  readonly openMs: number
  /** Milliseconds of one search. */
  readonly search: { readonly p50: number; readonly p99: number }
  /** Resident memory of this process with the index open, in MB. */
  readonly residentMb: number
}

const QUERIES = [
  'hoeveel gemeenten zijn lid van de vereniging',
  'openingsuren en telefoonnummer',
  'wat kost een opleiding servicedesign',
  'btwnummer',
  'hoe wordt de ledenbijdrage berekend voor een OCMW',
  'wachtwoort vergeten',
  'welke commissies en werkgroepen zijn er',
  'how many municipalities are members',
]

/** Measures the sample knowledge and a made corpus of many documents. */
export async function benchKnowledge(): Promise<KnowledgeFigures[]> {
  return [
    await measure('sample knowledge', join(packageRoot(), 'knowledge'), []),
    await measure('5,000 made documents', null, madeDocuments(5000)),
  ]
}

async function measure(
  corpus: string,
  knowledgeDir: string | null,
  sources: readonly DocumentSource[],
): Promise<KnowledgeFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-bench-'))
  try {
    const [built, buildMs] = await timed(() => buildIndex({ knowledgeDir, dataDir, sources }))
    const changed = [...sources.slice(1), madeDocument(1_000_000)]
    const [, reindexOneMs] = await timed(() => buildIndex({ knowledgeDir, dataDir, sources: changed }))
    const [index, openMs] = await timed(() => openIndex({ dataDir, pollMs: 0 }))
    const times: number[] = []
    for (let round = 0; round < 40; round++) {
      for (const query of QUERIES) {
        const [, ms] = await timed(() =>
          index.search(query, { limit: 10, membersOnly: true, today: '2026-11-23' }),
        )
        times.push(ms)
      }
    }
    index.close()
    const { p50, p99 } = waits(times)
    return {
      corpus,
      passages: built.passages,
      buildMs,
      reindexOneMs,
      openMs,
      search: { p50, p99 },
      residentMb: process.memoryUsage().rss / 1e6,
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now()
  const result = await work()
  return [result, performance.now() - started]
}

function madeDocuments(count: number): DocumentSource[] {
  return Array.from({ length: count }, (_, seed) => madeDocument(seed))
}

const SUBJECTS =
  'parkeerreglement begraafplaats huwelijksaangifte omgevingsvergunning kinderopvang subsidie bibliotheek zwembad politiereglement afvalophaling gemeenteraad bestuur mandaat personeel verlof rechtspositie belasting retributie vergadering verslag bekendmaking toezicht onderhoud wegenwerken riolering verlichting noodplan evenement markt kermis jeugdwerk sportclub seniorenraad armoedebeleid leefloon schuldbemiddeling thuiszorg woonzorgcentrum huisvesting premie energie klimaat mobiliteit fietspad school buurt inspraak archief website privacy klacht'.split(
    ' ',
  )

/** The same number gives the same document. */
function madeDocument(seed: number): DocumentSource {
  let state = (seed * 2_654_435_761) >>> 0
  const word = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return SUBJECTS[state % SUBJECTS.length] ?? 'gemeente'
  }
  const sentence = () => `Het ${word()} regelt de ${word()} en het ${word()} van dossier ${seed}.`
  const title = `${word()} en ${word()}`
  const document = documentInfo({ id: `made-${seed}`, title })
  const text = Array.from({ length: 8 }, sentence).join(' ')
  return {
    id: document.id,
    file: document.id,
    hash: async () => String(seed),
    read: async () => ({
      info: document,
      passages: [{ id: `${document.id}#0`, document, section: [], position: 0, text, asked: [] }],
    }),
  }
}
