import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { formFields, Visitor } from '../http/staff/visitor.js'
import { buildProgram, runCommand, type ServedDesk, startServe } from './serve.js'

const messageSchema = z.looseObject({ kind: z.string(), text: z.string() })
const replySchema = z.object({ conversation: z.string(), messages: z.array(messageSchema) })
const dueSchema = z.looseObject({ due: z.string(), lateMs: z.number() })

const QUESTION = 'Hoeveel vakantiedagen heeft een OCMW-medewerker?'
const TICKET = 'VB-2026-0001'

let dataDir: string
let desk: ServedDesk | null = null

beforeAll(buildProgram, 60_000)
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-hand-over-'))
})
afterEach(async () => {
  await desk?.stop()
  desk = null
  rmSync(dataDir, { recursive: true, force: true })
})

/** Starts the program with its clock at an instant on the wall in Brussels. */
async function startAt(wall: string): Promise<ServedDesk> {
  desk = await startServe(dataDir, {}, ['--now', `${wall}+01:00`])
  return desk
}

/** A member's browser: keeps its cookie over restarts. */
class Browser {
  cookie = ''
  conversation: string | null = null

  async says({ url }: ServedDesk, text: string) {
    const response = await fetch(`${url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.cookie && { cookie: this.cookie }) },
      body: JSON.stringify({ id: randomUUID(), conversation: this.conversation, text }),
    })
    this.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.cookie
    const reply = replySchema.parse(await response.json())
    this.conversation = reply.conversation
    return reply.messages
  }

  /** Everything in the conversation until a message says `words`; the request itself tells only what is ready within 2 s. */
  async readsUntil({ url }: ServedDesk, words: string): Promise<readonly string[]> {
    const stopped = new AbortController()
    const response = await fetch(`${url}/api/chat/${this.conversation}/events`, {
      headers: { cookie: this.cookie, 'last-event-id': '0' },
      signal: AbortSignal.any([stopped.signal, AbortSignal.timeout(15_000)]),
    })
    const texts: string[] = []
    let rest = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const events = (rest + chunk).split('\n\n')
      rest = events.pop() ?? ''
      const data = events.flatMap((event) => /^data: (.*)$/m.exec(event)?.[1] ?? [])
      texts.push(...data.map((one) => messageSchema.parse(JSON.parse(one)).text))
      if (texts.some((text) => text.includes(words))) break
    }
    stopped.abort()
    return texts
  }
}

/** Rows that came due, as the log tells of them. */
function handled({ log }: ServedDesk, kind: string) {
  return log()
    .split('\n')
    .filter((line) => line.includes(`"due":"${kind}"`) && line.includes('lateMs'))
    .map((line) => dueSchema.parse(JSON.parse(line)))
}

/** Signs in with the link on the terminal. */
async function colleague({ url, said }: ServedDesk): Promise<Visitor> {
  await expect.poll(said).toMatch(/Staff desk, once.*: http\S+/)
  const link = /Staff desk, once.*: (\S+)/.exec(said())?.[1] ?? ''
  const visitor = new Visitor()
  const page = await visitor.get(link)
  const entered = await visitor.post(
    `${url}/staff/sign-in/link`,
    formFields(page.text, '/staff/sign-in/link'),
  )
  expect(entered.status).toBe(303)
  return visitor
}

async function does(visitor: Visitor, { url }: ServedDesk, action: string, fields = {}) {
  const page = await visitor.get(`${url}/staff/tickets/${TICKET}`)
  expect(page.status).toBe(200)
  const form = formFields(page.text, `/staff/tickets/${TICKET}/${action}`)
  return visitor.post(`${url}/staff/tickets/${TICKET}/${action}`, { ...form, ...fields })
}

describe('a question to the real program on Saturday at 23.10', { timeout: 120_000 }, () => {
  it('is promised Monday 8.30, digested then, and answered to the member after restarts', async () => {
    const member = new Browser()
    const saturday = await startAt('2026-11-21T23:10:00')
    await member.says(saturday, QUESTION)
    const promised = (await member.readsUntil(saturday, TICKET)).join('\n')
    expect(promised).toContain('ten vroegste maandag 23 november om 8.30 uur')
    expect(await saturday.stop()).toBe(0)

    const monday = await startAt('2026-11-23T08:29:55')
    await expect.poll(() => handled(monday, 'team-digest').length, { timeout: 20_000 }).toBe(1)
    expect(handled(monday, 'team-digest')[0]?.lateMs).toBeLessThan(5000)
    await monday.kill()

    const later = await startAt('2026-11-23T08:40:00')
    const visitor = await colleague(later)
    expect((await visitor.get(`${later.url}/staff`)).text).toContain(TICKET)
    expect((await does(visitor, later, 'claim')).status).toBe(303)
    expect(await member.says(later, 'Het gaat om een voltijdse')).toEqual([])
    const secret = 'Twintig dagen, rijksregisternummer 85.07.30-033.28'
    expect((await does(visitor, later, 'reply', { text: secret, do: 'reply' })).status).toBe(303)
    expect((await does(visitor, later, 'note', { text: 'Lastig lid' })).status).toBe(303)
    expect((await does(visitor, later, 'close', { reason: 'answered' })).status).toBe(303)

    const read = (await member.readsUntil(later, 'De helpdesk beantwoordt opnieuw uw vragen')).join('\n')
    expect(read).toContain('Twintig dagen, rijksregisternummer [rijksregisternummer]')
    expect(read).toContain('Bent u geholpen?')
    expect(read).not.toContain('Lastig')
    expect(handled(later, 'team-digest')).toEqual([])

    const shown = await runCommand({ DATA_DIR: dataDir }, ['tickets', 'show', TICKET, '--json'])
    expect(JSON.parse(shown.output)).toMatchObject({
      state: 'closed',
      closeReason: 'answered',
      claimedBy: 'beheerder',
      resolution: 'unknown',
    })
    expect(shown.output).toContain('Het gaat om een voltijdse')
    await member.says(later, 'Hoeveel politiezones zijn lid?')
    expect((await member.readsUntil(later, '110')).at(-1)).toContain('110 politiezones')
  })
})
