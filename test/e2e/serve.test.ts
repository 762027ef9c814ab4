import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildProgram, type ServedDesk, startServe } from './serve.js'

const replySchema = z.object({
  conversation: z.string(),
  pending: z.boolean().default(false),
  messages: z.array(
    z.looseObject({
      kind: z.string(),
      text: z.string(),
      citations: z.array(z.looseObject({ document: z.string(), page: z.string() })).default([]),
      ticket: z.object({ reference: z.string() }).nullish(),
    }),
  ),
})

const dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-serve-'))
const ASKED = { id: randomUUID(), text: 'Hoeveel politiezones zijn lid?' }
let desk: ServedDesk | null = null

async function serve(at: string, env: Readonly<Record<string, string>> = {}): Promise<ServedDesk> {
  desk = await startServe(dataDir, env, ['--now', `2026-11-21T${at}+01:00`])
  return desk
}

beforeAll(buildProgram, 60_000)

afterAll(async () => {
  await desk?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** On a busy machine the desk says that more is coming: the same message again brings what came. */
async function ask(url: string, text: string, id: string = randomUUID()) {
  for (;;) {
    const response = await fetch(`${url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, text }),
    })
    const reply = replySchema.parse(await response.json())
    if (!reply.pending) return reply
  }
}

/** One desk, from an empty folder to its second start. */
describe('vraagbaak serve', { timeout: 120_000 }, () => {
  let before: z.infer<typeof replySchema>

  it('answers with a source from an empty folder', async () => {
    const { url } = await serve('23:10:00', { LOG_LEVEL: 'debug' })
    const { messages } = await ask(url, 'Hoeveel gemeenten zijn lid van VVSG?')
    const answer = messages.find(({ kind }) => kind === 'answer')
    expect(answer?.text).toContain('300')
    expect(answer?.citations[0]?.document).toBe('over-vvsg/leden')
    const source = await fetch(new URL(answer?.citations[0]?.page ?? '/nothing', url))
    expect(await source.text()).toContain('<mark id="citaat">')
  })

  it('tells at first contact that one talks to an AI system, and hands over what it does not know', async () => {
    const { messages } = await ask(desk?.url ?? '', 'Hoeveel vakantiedagen heeft een OCMW-medewerker?')
    expect(messages[0]?.kind).toBe('notice')
    expect(messages[0]?.text).toContain('AI')
    expect(messages[1]).toMatchObject({ kind: 'hand-over', ticket: { reference: 'VB-2026-0001' } })
    expect(messages[1]?.text).toContain('maandag 23 november om 8.30 uur')
  })

  it('keeps no personal datum in any file or log line, and stops in order', async () => {
    await ask(
      desk?.url ?? '',
      'Mevrouw met rijksregisternummer 85.07.30-033.28 wil haar dossier zien, bel 0470 12 34 56',
    )
    before = await ask(desk?.url ?? '', ASKED.text, ASKED.id)
    const log = desk?.log() ?? ''
    expect(await desk?.stop()).toBe(0)
    expect(log).toContain('"msg":"turn"')
    for (const secret of ['85.07.30-033.28', '85073003328', '0470 12 34 56']) {
      expect(log).not.toContain(secret)
      expect(filesWith(dataDir, secret)).toEqual([])
    }
  })

  it('has the same answer for the same message after a restart', async () => {
    const { url } = await serve('23:40:00')
    expect(await ask(url, ASKED.text, ASKED.id)).toEqual(before)
  })

  it('says in one line what to do when the port is taken or the folder in use', async () => {
    await expect(startServe(dataDir)).rejects.toThrow(/ended with code 1: .*Another "vraagbaak serve" uses/s)
    const port = new URL(desk?.url ?? '').port
    const other = mkdtempSync(join(tmpdir(), 'vraagbaak-serve-'))
    await expect(startServe(other, { PORT: port })).rejects.toThrow(/Port \d+ is already in use/)
    rmSync(other, { recursive: true, force: true })
  })
})

function filesWith(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text))
}
