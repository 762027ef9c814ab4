import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { settingsTable } from '../../src/cli/config.js'
import { deployFile } from '../../src/cli/deploy.js'
import { loadConfig, settings } from '../../src/config.js'

describe('the unit for systemd', () => {
  const unit = deployFile('systemd')
  const lines = unit.split('\n')

  it('lets the desk write in its data folder and beside its copies, and nowhere else, without any privilege', () => {
    for (const line of [
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'ReadWritePaths=/var/lib/vraagbaak -/var/backups/vraagbaak',
      'ProtectHome=yes',
      'PrivateTmp=yes',
      'CapabilityBoundingSet=',
      'User=vraagbaak',
    ])
      expect(lines).toContain(line)
    expect(unit).not.toMatch(/^MemoryDenyWriteExecute=yes/m)
    expect(unit).toContain('DATA_DIR=/var/lib/vraagbaak')
  })

  it('is taken by systemd without a word, where there is one', (context) => {
    if (spawnSync('systemd-analyze', ['--version']).status !== 0)
      return context.skip('there is no systemd here')
    const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-unit-'))
    const file = join(folder, 'vraagbaak.service')
    writeFileSync(file, unit)
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], {
      encoding: 'utf8',
    })
    rmSync(folder, { recursive: true })
    expect(stderr.split('\n').filter((line) => line.includes('vraagbaak.service'))).toEqual([])
    expect(status).toBe(0)
  }, 30_000)
})

describe('what is printed to install it with', () => {
  it('names the Node and the checkout that it runs with', () => {
    for (const what of ['systemd', 'command']) {
      expect(deployFile(what)).toContain(process.execPath)
      expect(deployFile(what)).toContain(process.cwd())
      expect(deployFile(what)).not.toContain('/opt/vraagbaak')
    }
  })

  it('is a command that a shell reads', () => {
    const { status, stderr } = spawnSync('sh', ['-n'], { input: deployFile('command'), encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
  })

  it('is a proxy for the name under which members come, that keeps the figures in and lets streams through', () => {
    vi.stubEnv('PUBLIC_URL', 'https://helpdesk.vvsg.example')
    vi.stubEnv('PORT', '4001')
    const proxy = deployFile('nginx')
    vi.unstubAllEnvs()
    expect(proxy).toContain('server_name helpdesk.vvsg.example;')
    expect(proxy).toContain('proxy_pass http://127.0.0.1:4001;')
    expect(proxy).not.toContain('vraagbaak.example.be')
    expect(proxy).toMatch(/location = \/metrics \{\s+return 404;/)
    expect(proxy).toContain('proxy_buffering off;')
    expect(proxy).toContain('proxy_set_header X-Forwarded-For $remote_addr;')
  })
})

describe('the container file', () => {
  const instructions = deployFile('container')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line))
  const of = (name: string) => instructions.filter((line) => line.startsWith(`${name} `))

  it('builds in one stage and runs in another, as nobody in particular', () => {
    expect(of('FROM')).toHaveLength(2)
    expect(instructions.slice(instructions.lastIndexOf(of('FROM')[1] ?? ''))).toContain('USER node')
    expect(instructions.indexOf('USER node')).toBeLessThan(
      instructions.findIndex((line) => line.startsWith('CMD ')),
    )
    expect(of('HEALTHCHECK')).toHaveLength(1)
  })

  it('copies only what is there, and no folder with data or secrets', () => {
    const sources = of('COPY')
      .filter((line) => !line.includes('--from='))
      .flatMap((line) => line.split(/\s+/).slice(1, -1))
    expect(sources.filter((source) => !existsSync(source))).toEqual([])
    expect(sources).not.toContain('.')
  })

  it('runs files that are there', () => {
    const named = instructions.flatMap((line) => line.match(/src\/[\w/]+\.m?js/g) ?? [])
    expect(named.length).toBeGreaterThan(1)
    expect(named.filter((file) => !existsSync(file))).toEqual([])
  })
})

describe('the settings', () => {
  it('each say what they mean', () => {
    expect(
      settings()
        .filter(({ meaning }) => meaning === '')
        .map(({ name }) => name),
    ).toEqual([])
  })

  it('stand in a file of settings, commented out, that is right as it is', () => {
    const text = deployFile('env')
    const named = [...text.matchAll(/^#([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name)
    expect(named).toEqual(settings().map(({ name }) => name))
    const given = Object.fromEntries(
      text.split('\n').flatMap((line) => {
        const [, name, value] = /^#([A-Z][A-Z0-9_]+)=(.*)$/.exec(line) ?? []
        return name === undefined || value === undefined ? [] : [[name, value]]
      }),
    )
    expect(() => loadConfig(given)).not.toThrow()
  })

  it('stand in the README, every one of them and no other', () => {
    const readme = readFileSync('README.md', 'utf8')
    const rows = readme.split('\n').filter((line) => /^\| `[A-Z][A-Z0-9_]+`/.test(line))
    const named = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name]) => name),
    )
    expect([...new Set(named)].sort()).toEqual(
      settings()
        .map(({ name }) => name)
        .sort(),
    )
  })

  it('are printed as a table', () => {
    expect(settingsTable([{ name: 'PORT', meaning: 'where', fallback: '3978' }])).toBe(
      '| Variable | Default | Meaning |\n|---|---|---|\n| `PORT` | `3978` | where |\n',
    )
  })
})
