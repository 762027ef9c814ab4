import { userInfo } from 'node:os'
import type { Command } from 'commander'
import { loadConfig } from '../config.js'
import type { DeniedDocument } from '../knowledge/denied-documents.js'
import { hasDocument } from '../knowledge/status.js'
import { UsageError } from './errors.js'
import { registerKnowledgeExport } from './knowledge-export.js'
import { withStore, withStoreOr } from './open-for-command.js'

interface DenyFlags {
  readonly reason?: string
  readonly unknown?: true
  readonly json?: true
}

/** Adds `vraagbaak knowledge deny | allow | list`: withdraws documents from answers at once. */
export function registerKnowledge(program: Command): void {
  const knowledge = program
    .command('knowledge')
    .description('withdraw documents from answers at once, or let them back in')
  knowledge
    .command('deny <document>')
    .description('withdraw a document: every running desk stops finding and showing it within seconds')
    .option('--reason <text>', 'why, for colleagues')
    .option('--unknown', 'also when no document with this id is in the index')
    .option('--json', 'print what was withdrawn as JSON')
    .addHelpText(
      'after',
      `
DOCUMENT is the id that search and tickets show: the path below the documents folder without extension. The next
reindex also takes it out of the index. Withdrawing changes no file: remove that where it stands.`,
    )
    .action(deny)
  knowledge
    .command('allow <document>')
    .description('let a withdrawn document be found again, from the next reindex on')
    .action(allow)
  knowledge
    .command('list')
    .description('the documents that were withdrawn')
    .option('--json', 'print them as JSON')
    .action(list)
  registerKnowledgeExport(knowledge)
}

async function deny(document: string, { reason = '', unknown, json }: DenyFlags): Promise<void> {
  const { dataDir } = loadConfig(process.env)
  if (!unknown && !hasDocument(dataDir, document)) {
    throw new UsageError(
      `no document "${document}" in the index; take the id from "vraagbaak search", or add --unknown`,
    )
  }
  const now = new Date()
  const by = userInfo().username
  await withStore(({ deniedDocuments }) => deniedDocuments.deny(document, reason, by, now))
  const denied: DeniedDocument = { document, reason, by, at: now.toISOString() }
  process.stdout.write(json ? `${JSON.stringify(denied)}\n` : `${document} is withdrawn\n`)
}

async function allow(document: string): Promise<void> {
  if (!(await withStore(({ deniedDocuments }) => deniedDocuments.allow(document)))) {
    throw new UsageError(`"${document}" was not withdrawn; "vraagbaak knowledge list" shows what is`)
  }
  process.stdout.write(`${document} may be found again after the next reindex\n`)
}

async function list({ json }: { readonly json?: true }): Promise<void> {
  const denied = await withStoreOr([], ({ deniedDocuments }) => deniedDocuments.list())
  if (json) process.stdout.write(`${JSON.stringify(denied)}\n`)
  else if (denied.length === 0) process.stdout.write('nothing is withdrawn\n')
  else {
    for (const { document, reason, by, at } of denied)
      process.stdout.write(`${document}  ${at}  ${by}  ${reason}\n`)
  }
}
