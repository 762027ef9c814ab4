import type { Command } from 'commander'
import { loadConfig } from '../config.js'
import { KnowledgeError } from '../knowledge/errors.js'
import { type KnowledgeIndex, openIndex, openTemporaryIndex } from '../knowledge/open-index.js'
import type { Hit } from '../knowledge/passage.js'
import { explain } from '../knowledge/search/explain.js'
import { embedderFrom } from '../knowledge/vectors/embedder.js'
import { whyFound } from '../texts/why-found.js'
import { UsageError } from './errors.js'
import { materialForCommand } from './open-for-command.js'
import { sampleKnowledge } from './wire-desk.js'

interface SearchFlags {
  readonly knowledge?: string
  readonly k: number
  readonly members?: true
  readonly json?: true
}

/** Adds `vraagbaak search`: what the index finds for a question, and why. */
export function registerSearch(program: Command): void {
  program
    .command('search')
    .description('the passages found for a question, with their scores and why each matched')
    .argument('<query...>', 'what to look for')
    .option('--knowledge <dir>', 'search this folder instead of the published index; nothing is kept')
    .option('--k <n>', 'how many passages at most', count, 5)
    .option('--members', 'also passages that are for members only')
    .option('--json', 'print {query, words, hits} as JSON')
    .action(async (words: string[], flags: SearchFlags) => search(words.join(' '), flags))
}

async function search(query: string, flags: SearchFlags): Promise<void> {
  const { index, close } = await openFor(flags.knowledge)
  try {
    const options = { limit: flags.k, membersOnly: flags.members === true, today: brusselsDay(new Date()) }
    const hits = await index.search(query, options)
    process.stdout.write(
      flags.json ? `${JSON.stringify(asJson(query, index, hits))}\n` : asText(query, index, hits),
    )
  } finally {
    await close()
  }
}

async function openFor(
  folder: string | undefined,
): Promise<{ readonly index: KnowledgeIndex; close(): Promise<void> }> {
  const { dataDir, knowledgeDir, embedder: setting } = loadConfig(process.env)
  const embedder = await embedderFrom(setting ?? undefined)
  const temporary = async (dir: string) => {
    const opened = await openTemporaryIndex({ knowledgeDir: dir, embedder })
    for (const { reason } of opened.report.failed) process.stderr.write(`vraagbaak: ${reason}\n`)
    return opened
  }
  if (folder !== undefined) return temporary(folder)
  try {
    const denied = new Set((await materialForCommand()).denied)
    const index = await openIndex({ dataDir, embedder, pollMs: 0, denied: () => denied })
    return { index, close: async () => index.close() }
  } catch (error) {
    if (!(error instanceof KnowledgeError) || error.code !== 'E_INDEX_MISSING') throw error
    return temporary(knowledgeDir ?? sampleKnowledge())
  }
}

function asJson(query: string, index: KnowledgeIndex, hits: readonly Hit[]) {
  const words = index.read(query).words.map(({ word }) => word)
  return {
    query,
    words: index.read(query).words,
    hits: hits
      .map((hit) => ({ hit, ...hit }))
      .map(({ hit, passage, score, parts, matched }) => ({
        id: passage.id,
        document: passage.document.id,
        title: passage.document.title,
        section: passage.section.join(' > '),
        url: passage.document.url,
        date: passage.document.date,
        score,
        parts,
        matched,
        explain: explain(hit, words),
        why: whyFound(explain(hit, words)),
        text: passage.text,
      })),
  }
}

function asText(query: string, index: KnowledgeIndex, hits: readonly Hit[]): string {
  const words = index.read(query).words.map(({ word }) => word)
  if (hits.length === 0) return 'nothing found\n'
  return hits.map((hit, index) => `${index + 1}. ${describe(hit, words)}\n`).join('\n')
}

function describe(hit: Hit, words: readonly string[]): string {
  const { passage, score, parts } = hit
  const place = [passage.document.title, ...passage.section].join(' > ')
  const ranks = Object.entries(parts).map(([name, value]) => `${name} ${value.toFixed(2)}`)
  const { matched } = explain(hit, words)
  const through = matched
    .filter((one) => one.through !== 'word')
    .map(({ word, term, through: way }) => `${word} (${way}: ${term})`)
  return [
    `${place}  [${passage.id}]`,
    `   score ${score.toFixed(3)}: ${ranks.join(', ')}`,
    `   ${whyFound(explain(hit, words))}`,
    ...(through.length > 0 ? [`   ${through.join(', ')}`] : []),
    ...passage.text.split('\n').map((line) => `   | ${line}`),
  ].join('\n')
}

function count(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError('--k must be a whole number of at least 1')
  return number
}

/** The ISO day in Brussels. */
function brusselsDay(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(at)
}
