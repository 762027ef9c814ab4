import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildProgram, type ServedDesk, startServe } from './serve.js'

const replySchema = z.object({
  conversation: z.string(),
  messages: z.array(
    z.looseObject({
      kind: z.string(),
      text: z.string(),
      citations: z.array(z.looseObject({ document: z.string(), page: z.string() })).default([]),
      ticket: z.object({ reference: z.string() }).nullish(),
    }),
  ),
})

let dataDir: string
let desk: ServedDesk | null = null

beforeAll(buildProgram, 60_000)

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-serve-'))
})

afterEach(async () => {
  await desk?.stop()
  desk = null
  rmSync(dataDir, { recursive: true, force: true })
})

async function ask(url: string, text: string, id: string = randomUUID()) {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, text }),
  })
  return replySchema.parse(await response.json())
}

describe('vraagbaak serve', { timeout: 60_000 }, () => {
  it('answers with a source from an empty folder, and stops in order', async () => {
    desk = await startServe(dataDir)
    const { messages } = await ask(desk.url, 'Hoeveel gemeenten zijn lid van VVSG?')
    const answer = messages.find(({ kind }) => kind === 'answer')
    expect(answer?.text).toContain('300')
    expect(answer?.citations[0]?.document).toBe('over-vvsg/leden')
    const source = await fetch(new URL(answer?.citations[0]?.page ?? '/nothing', desk.url))
    expect(await source.text()).toContain('<mark id="citaat">')
    expect(await desk.stop()).toBe(0)
  })

  it('tells at first contact that one talks to an AI system, and hands over what it does not know', async () => {
    desk = await startServe(dataDir, {}, ['--now', '2026-11-21T23:10:00+01:00'])
    const { messages } = await ask(desk.url, 'Hoeveel vakantiedagen heeft een OCMW-medewerker?')
    expect(messages[0]?.kind).toBe('notice')
    expect(messages[0]?.text).toContain('AI')
    expect(messages[1]).toMatchObject({ kind: 'hand-over', ticket: { reference: 'VB-2026-0001' } })
    expect(messages[1]?.text).toContain('maandag 23 november om 8.30 uur')
  })

  it('has the same answer for the same message after a restart', async () => {
    const id = randomUUID()
    desk = await startServe(dataDir)
    const before = await ask(desk.url, 'Hoeveel politiezones zijn lid?', id)
    expect(await desk.stop()).toBe(0)
    desk = await startServe(dataDir)
    expect(await ask(desk.url, 'Hoeveel politiezones zijn lid?', id)).toEqual(before)
  })

  it('keeps no personal datum in any file or log line', async () => {
    desk = await startServe(dataDir, { LOG_LEVEL: 'debug' })
    await ask(
      desk.url,
      'Mevrouw met rijksregisternummer 85.07.30-033.28 wil haar dossier zien, bel 0470 12 34 56',
    )
    const log = desk.log()
    await desk.stop()
    expect(log).toContain('"msg":"turn"')
    for (const secret of ['85.07.30-033.28', '85073003328', '0470 12 34 56']) {
      expect(log).not.toContain(secret)
      expect(filesWith(dataDir, secret)).toEqual([])
    }
  })

  it('says in one line what to do when the port is taken or the folder in use', async () => {
    desk = await startServe(dataDir)
    await expect(startServe(dataDir)).rejects.toThrow(/ended with code 1: .*Another "vraagbaak serve" uses/s)
    const port = Number(new URL(desk.url).port)
    const other = mkdtempSync(join(tmpdir(), 'vraagbaak-serve-'))
    await expect(startServe(other, { PORT: String(port) })).rejects.toThrow(/Port \d+ is already in use/)
    rmSync(other, { recursive: true, force: true })
  })
})

function filesWith(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text))
}
