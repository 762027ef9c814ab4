import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { clockFinding, nodeFinding } from '../../src/cli/doctor/machine.js'
import { examine } from '../../src/cli/doctor.js'
import { runCommand } from '../../src/cli/program.js'
import { openStore } from '../../src/store/open-store.js'
import { mailServer } from '../fakes/mail-server.js'
import { SlackServer } from '../fakes/slack-server.js'

const NOW = new Date('2026-11-23T09:00:00Z')
let folder = ''
let env: Record<string, string> = {}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraagbaak-doctor-'))
  cpSync('knowledge/organisation', join(folder, 'knowledge', 'organisation'), { recursive: true })
  cpSync('knowledge/glossary.yaml', join(folder, 'knowledge', 'glossary.yaml'))
  cpSync('knowledge/documents', join(folder, 'knowledge', 'documents'), { recursive: true })
  env = { DATA_DIR: join(folder, 'data'), KNOWLEDGE_DIR: join(folder, 'knowledge') }
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

/** What is wrong or to be minded, by name. */
async function found(more: Readonly<Record<string, string>> = {}, live = false) {
  const findings = await examine({ ...env, ...more }, live, NOW)
  return new Map(findings.map(({ name, outcome, detail, fix }) => [name, { outcome, detail, fix }]))
}

async function wrongs(more: Readonly<Record<string, string>> = {}, live = false) {
  return [...(await found(more, live))].filter(([, { outcome }]) => outcome === 'wrong').map(([name]) => name)
}

async function database() {
  return openStore({ dataDir: env.DATA_DIR ?? '', databaseUrl: null, use: 'serve', now: NOW })
}

async function built(): Promise<void> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  expect(await runCommand(['reindex', '--no-fetch', '--json'])).toBe(0)
  vi.mocked(process.stdout.write).mockRestore()
}

describe('vraagbaak doctor', { timeout: 60_000 }, () => {
  it('finds nothing wrong with a desk that is well, and with one that was never started', async () => {
    expect(await wrongs()).toEqual([])
    const store = await database()
    await built()
    expect(await wrongs()).toEqual([])
    expect((await found()).get('index')?.outcome).toBe('ok')
    await store.close()
  })

  it('names every wrong variable, and looks no further', async () => {
    const all = await found({ PORT: 'x', SLACK_BOT_TOKEN: 'geheim-token' })
    expect([...all.keys()]).toEqual(['configuration'])
    expect(all.get('configuration')?.detail).toMatch(/PORT[\s\S]*SLACK_BOT_TOKEN/)
    expect(JSON.stringify([...all])).not.toContain('geheim-token')
  })

  it('names a file that staff edited wrongly, with its line', async () => {
    writeFileSync(join(folder, 'knowledge', 'organisation', 'sessions.yaml'), 'levels: nonsense\n')
    const all = await found()
    expect(all.get('sessions.yaml')).toMatchObject({
      outcome: 'wrong',
      detail: expect.stringContaining('sessions.yaml'),
    })
    expect(all.get('topics.yaml')?.outcome).toBe('ok')
  })

  it('finds one changed byte in the index', async () => {
    await built()
    const [name = ''] = readFileSync(join(folder, 'data', 'index', 'current'), 'utf8').split('\n')
    const file = join(folder, 'data', 'index', name, 'passages.db')
    const bytes = readFileSync(file)
    bytes[5000] = (bytes[5000] ?? 0) ^ 1
    writeFileSync(file, bytes)
    expect((await found()).get('index')).toMatchObject({ outcome: 'wrong', fix: 'vraagbaak reindex --full' })
  })

  it('does not call an index wrong that the desk builds anew after an upgrade', async () => {
    await built()
    const index = join(folder, 'data', 'index')
    const [name = ''] = readFileSync(join(index, 'current'), 'utf8').split('\n')
    const manifest = readFileSync(join(index, name, 'manifest.json'), 'utf8')
    const older = manifest.replace(/"format":\s*\d+/, '"format":1')
    expect(older).not.toBe(manifest)
    const other = createHash('sha256').update(older).digest('hex').slice(0, name.length)
    renameSync(join(index, name), join(index, other))
    writeFileSync(join(index, other, 'manifest.json'), older)
    writeFileSync(join(index, 'current'), `${other}\n`)
    expect((await found()).get('index')).toMatchObject({
      outcome: 'mind',
      fix: expect.stringContaining('start'),
    })
  })

  it('finds a damaged database, and work that is stuck', async () => {
    const store = await database()
    await store.dues.plan([{ key: 'a', kind: 'booking-notice', subject: 's', at: NOW }], NOW)
    const [due] = await store.dues.claim('desk', NOW, 1000, 1)
    if (due) await store.dues.postpone(due, NOW, 'Error: no calendar')
    expect((await found()).get('schedule')?.detail).toBe('1 due and failing: booking-notice')
    await store.close()
    const file = join(folder, 'data', 'vraagbaak.db')
    const bytes = readFileSync(file)
    for (let page = 2; page < bytes.length / 4096; page++) bytes.fill(0xff, page * 4096, page * 4096 + 200)
    writeFileSync(file, bytes)
    expect((await found()).get('database file')?.outcome).toBe('wrong')
  })

  it('finds a disk without room, a list of erasures that cannot be read, and alerts that reach nobody', async () => {
    const store = await database()
    writeFileSync(join(folder, 'data', 'erasures.jsonl'), 'nonsense\n')
    expect(await wrongs({ DISK_FREE_MB: '9999999', ALERT_MAIL: 'beheer@vvsg.example' })).toEqual([
      'disk',
      'erasures',
      'alerts',
    ])
    await store.close()
  })

  it('asks the mail server and Slack only when told to, and says no secret', async () => {
    const slack = await SlackServer.start({})
    const mail = await mailServer()
    const channels = {
      SMTP_URL: mail.url,
      MAIL_FROM: 'VVSG <info@vvsg.example>',
      SLACK_BOT_TOKEN: slack.token,
      SLACK_APP_TOKEN: 'xapp-of-the-test',
      SLACK_API_URL: slack.apiUrl,
    }
    expect(await wrongs(channels, true)).toEqual([])
    slack.refuseTokens('token_revoked')
    expect(await wrongs(channels, false)).toEqual([])
    const all = await found(channels, true)
    expect(all.get('Slack')).toMatchObject({ outcome: 'wrong', detail: 'Slack says token_revoked' })
    await mail.stop()
    expect(
      await wrongs({ ...channels, SMTP_URL: 'smtp://gebruiker:geheim-woord@127.0.0.1:1' }, true),
    ).toEqual(['Slack', 'mail'])
    const text = JSON.stringify([
      ...(await found({ ...channels, SMTP_URL: 'smtp://gebruiker:geheim-woord@127.0.0.1:1' }, true)),
    ])
    expect(text).not.toContain('geheim-woord')
    expect(text).not.toContain(slack.token)
    await slack.stop()
  })

  it('finds channels of teams that are not there, and copies that cannot be written', async () => {
    const slack = await SlackServer.start({})
    slack.workspace.addChannel('C0TEAM')
    const topics = join(folder, 'knowledge', 'organisation', 'topics.yaml')
    const channel = (id: string) =>
      writeFileSync(
        topics,
        readFileSync(topics, 'utf8').replace(
          /name: Ledenservice\n( +slack: .*\n)?/,
          `name: Ledenservice\n    slack: T0TESTVVSG/${id}\n`,
        ),
      )
    const tokens = {
      SLACK_BOT_TOKEN: slack.token,
      SLACK_APP_TOKEN: 'xapp-of-the-test',
      SLACK_API_URL: slack.apiUrl,
    }
    channel('C0TEAM')
    expect((await found(tokens, true)).get('channels of teams')).toMatchObject({
      outcome: 'mind',
      detail: expect.stringMatching(/^9 of 10 teams have none: bestuur-organisatie,/),
    })
    channel('C0ELDERS')
    expect((await found(tokens, true)).get('channels of teams')).toMatchObject({
      outcome: 'wrong',
      detail: 'ledenservice (T0TESTVVSG/C0ELDERS): Slack says channel_not_found',
    })
    await slack.stop()
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    expect((await found({ BACKUP_DIR: join(file, 'copies') })).get('copies of the database')).toMatchObject({
      outcome: 'wrong',
    })
    expect((await found({ BACKUP_DIR: join(folder, 'copies') })).get('copies of the database')).toMatchObject(
      {
        outcome: 'mind',
        detail: expect.stringContaining('on the disk of the database'),
      },
    )
  })

  it('ends with exit code 1 only when something is wrong, and changes nothing', async () => {
    const store = await database()
    await store.close()
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    const before = readdirSync(folder, { recursive: true }).length
    let said = ''
    const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said += text
      return true
    })
    const code = process.exitCode
    expect(await runCommand(['doctor'])).toBe(0)
    vi.stubEnv('DISK_FREE_MB', '9999999')
    expect(await runCommand(['doctor'])).toBe(1)
    process.exitCode = code
    out.mockRestore()
    expect(said).toContain('WRONG disk')
    expect(readdirSync(folder, { recursive: true }).length).toBe(before)
  })

  it('knows a clock that is off and a Node that is too old', () => {
    expect(clockFinding(new Date('1970-01-02T00:00:00Z')).outcome).toBe('wrong')
    expect(
      ['18.20.0', '20.18.3', '20.19.0', '22.12.0', '24.1.0'].map((version) => nodeFinding(version).outcome),
    ).toEqual(['wrong', 'wrong', 'ok', 'ok', 'mind'])
  })
})
