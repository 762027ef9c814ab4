import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { runCommand } from '../../src/cli/program.js'
import { loadConfig } from '../../src/config.js'
import { systemClock } from '../../src/desk/clock.js'
import { type RunningDesk, startDesk } from '../../src/main.js'

/** A Monday morning. */
const MONDAY = new Date('2026-11-23T09:00:00+01:00')
/** Words that nobody else uses: what is logged must hold none of them. */
const ASKED = 'Kan iemand mij bellen over de trapezoïdevergunning van Kwibuszate, dossier Zwartkop?'
const WORDS = /trapezo|kwibuszate|zwartkop/i
/** As long as putting back may take, with a machine to be set up around it. */
const DRILL_MS = 15 * 60_000

let folder = ''
let desk: RunningDesk | null = null
let logged: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraagbaak-drill-'))
  logged = []
})
afterEach(async () => {
  await desk?.stop()
  desk = null
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

async function start(dataDir: string): Promise<RunningDesk> {
  const config = loadConfig({
    DATA_DIR: join(folder, dataDir),
    PORT: '0',
    LOG_LEVEL: 'debug',
    REINDEX_CRON: 'off',
  })
  desk = await startDesk(config, systemClock(MONDAY), { write: (line) => void logged.push(line) })
  return desk
}

const chat = z.object({ conversation: z.string(), messages: z.array(z.object({ text: z.string() })) })

async function asks(at: RunningDesk, text: string, cookie?: string, conversation?: string) {
  const response = await fetch(`${at.url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    body: JSON.stringify({ text, conversation }),
  })
  const body = chat.parse(await response.json())
  return { ...body, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? cookie ?? '' }
}

async function command(dataDir: string, ...args: readonly string[]) {
  vi.stubEnv('DATA_DIR', join(folder, dataDir))
  let output = ''
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output += text
    return true
  })
  const code = await runCommand(args).finally(() => stdout.mockRestore())
  expect(code, output).toBe(0)
  return output
}

describe('a desk that is lost with its disk', { timeout: 120_000 }, () => {
  it('is there again from its backup, with its tickets, in an empty folder', async (context) => {
    const first = await start('data')
    const asked = await asks(first, ASKED)
    // A busy machine answers after the page was told to wait.
    const known = async (): Promise<unknown> => JSON.parse(await command('data', 'tickets', '--json'))
    await expect.poll(known, { timeout: 30_000 }).toHaveLength(1)
    const backup = join(folder, 'backup.db')
    await command('data', 'backup', backup)
    await first.stop()
    desk = null
    rmSync(join(folder, 'data'), { recursive: true })

    const started = performance.now()
    await command('fresh', 'restore', backup)
    const again = await start('fresh')
    const tickets: unknown = JSON.parse(await command('fresh', 'tickets', '--json'))
    const ms = performance.now() - started
    expect(tickets).toMatchObject([
      { reference: expect.stringMatching(/^VB-\d{4}-0001$/), question: expect.stringMatching(WORDS) },
    ])
    expect(
      (await asks(again, 'Waar is de VVSG gevestigd?', asked.cookie, asked.conversation)).conversation,
    ).toBe(asked.conversation)
    expect(ms).toBeLessThan(DRILL_MS)
    context.annotate(`put back, index built and open in ${Math.round(ms)} ms`)
    console.info(`restore drill: ${Math.round(ms)} ms`)
    expect(existsSync(join(folder, 'fresh', 'index', 'current'))).toBe(true)
  })

  it('logs a line a turn, and no word of anybody, at the most talkative level too', async () => {
    const running = await start('data')
    const { cookie, conversation } = await asks(running, ASKED)
    await asks(running, 'Nee, ik bedoel de trapezoïdevergunning in Kwibuszate.', cookie, conversation)
    await asks(running, 'Waar is de VVSG gevestigd?', cookie, conversation)
    await fetch(`${running.url}/bron/zwartkop/trapezo`)
    await running.stop()
    desk = null
    const lines = logged.map((line): { msg?: string } => JSON.parse(line))
    expect(lines.filter(({ msg }) => msg === 'turn')).toHaveLength(3)
    expect(logged.filter((line) => WORDS.test(line))).toEqual([])
  })

  it('shows its figures to this machine and to the holder of the token, and to nobody else', async () => {
    const running = await start('data')
    expect((await fetch(`${running.url}/metrics`)).status).toBe(200)
    const forwarded = { 'x-forwarded-for': '203.0.113.7' }
    expect((await fetch(`${running.url}/metrics`, { headers: forwarded })).status).toBe(404)
    const figures = await (await fetch(`${running.url}/metrics`)).text()
    expect(figures).toContain('vraagbaak_problems')
    expect(figures).not.toMatch(WORDS)
  })
})
