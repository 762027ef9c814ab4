import { SingleBar } from 'cli-progress'
import type { Command } from 'commander'
import { loadConfig } from '../config.js'
import type { Progress } from '../knowledge/generation/build.js'
import { type ReindexResult, reindex as runReindex } from '../knowledge/reindex.js'
import { recordSource } from '../knowledge/sources/records.js'
import { embedderFrom } from '../knowledge/vectors/embedder.js'
import { UsageError } from './errors.js'
import { materialForCommand } from './open-for-command.js'
import { printStatus } from './reindex-status.js'
import { sampleKnowledge } from './wire-desk.js'

interface ReindexFlags {
  readonly knowledge?: string
  readonly full?: true
  readonly status?: true
  readonly fetch: boolean
  readonly json?: true
}

/** Adds `vraagbaak reindex`: builds and publishes a new generation of the index; a running desk picks it up. */
export function registerReindex(program: Command): void {
  program
    .command('reindex')
    .description('read what changed in the documents and publish a new index; a running desk picks it up')
    .option('--knowledge <dir>', 'the knowledge folder (default: KNOWLEDGE_DIR, else the sample)')
    .option('--full', 'read everything again instead of only what changed')
    .option('--no-fetch', 'ask no website whether its pages changed')
    .option(
      '--status',
      'change nothing; show what serves, the last runs, the next one and what owners should look at',
    )
    .option('--json', 'print the report, or the status, as JSON')
    .action(reindex)
}

async function reindex(flags: ReindexFlags): Promise<void> {
  if (flags.status) {
    if (flags.full || flags.knowledge !== undefined)
      throw new UsageError('--status stands alone (or with --json)')
    printStatus(flags.json === true, new Date())
    return
  }
  const { dataDir, knowledgeDir, embedder } = loadConfig(process.env)
  const { denied, records } = await materialForCommand()
  const progress = progressBar()
  try {
    const report = await runReindex({
      trigger: 'command',
      knowledgeDir: flags.knowledge ?? knowledgeDir ?? sampleKnowledge(),
      dataDir,
      full: flags.full === true,
      fetching: flags.fetch ? 'all' : 'none',
      denied: new Set(denied),
      sources: records.map(recordSource),
      embedder: await embedderFrom(embedder ?? undefined),
      onProgress: progress.show,
    })
    progress.stop()
    if (report === null) return
    process.stdout.write(flags.json ? `${JSON.stringify(report)}\n` : describe(report))
    // The rest was indexed, but a script must see that something is wrong with the documents.
    if (report.failed.length > 0) process.exitCode = 1
  } finally {
    progress.stop()
  }
}

/** A bar on a terminal; nothing where the output goes to a file or another program. */
function progressBar(): { show(progress: Progress): void; stop(): void } {
  if (!process.stderr.isTTY) return { show: () => {}, stop: () => {} }
  const bar = new SingleBar({
    format: '{phase} {bar} {value}/{total}',
    hideCursor: true,
    stream: process.stderr,
  })
  let phase: Progress['phase'] | null = null
  return {
    show(progress) {
      if (progress.phase !== phase) bar.start(progress.total, 0, { phase: progress.phase })
      phase = progress.phase
      bar.update(progress.done)
    },
    stop: () => bar.stop(),
  }
}

function describe(report: ReindexResult): string {
  const { added, changed, removed, unchanged, failed, ms } = report
  const lines = [
    `documents  ${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged, ${failed.length} failed`,
    `passages   ${report.passages}, ${report.vectors} of them with a vector (${report.embedder})`,
    `generation ${report.generation}, in ${ms} ms${report.full ? ', built anew' : ''}`,
    ...failed.map(
      ({ reason, kept, owner }) =>
        `failed     ${reason}${kept ? ' (its last good version stays)' : ''}${owner === null ? '' : `; owner: ${owner}`}`,
    ),
  ]
  return `${lines.join('\n')}\n`
}
