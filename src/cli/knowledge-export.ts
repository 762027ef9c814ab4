import { mkdirSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { answerMarkdown, type PublishedAnswer } from '../knowledge/published-answers.js'
import { withStore } from './open-for-command.js'

/** Adds `vraagbaak knowledge export DIR`: answers that staff published, as Markdown files. */
export function registerKnowledgeExport(knowledge: Command): void {
  knowledge
    .command('export <dir>')
    .description('write the answers that staff published as Markdown files with front matter')
    .option('--json', 'print the files as JSON')
    .action(async (dir: string, { json }: { readonly json?: true }) => {
      const files = await exportAnswers(dir)
      if (json) process.stdout.write(`${JSON.stringify(files)}\n`)
      else process.stdout.write(`${files.length} ${files.length === 1 ? 'answer' : 'answers'} in ${dir}\n`)
    })
}

async function exportAnswers(dir: string): Promise<readonly string[]> {
  return withStore(async ({ publishedAnswers, audit }) => {
    const answers = await publishedAnswers.list('published')
    mkdirSync(dir, { recursive: true })
    const files = answers.map((answer) => write(dir, answer))
    const actor = userInfo().username
    const at = new Date().toISOString()
    await audit.write({
      at,
      actor,
      actorName: actor,
      action: 'knowledge.export',
      subject: '',
      outcome: 'done',
    })
    return files
  })
}

function write(dir: string, answer: PublishedAnswer): string {
  const file = join(dir, `${answer.id}.md`)
  writeFileSync(file, answerMarkdown(answer, 'Europe/Brussels'))
  return file
}
