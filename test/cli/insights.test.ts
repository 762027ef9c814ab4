import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openStore } from '../../src/store/open-store.js'
import { loadYear } from '../insights/load-rows.js'
import { syntheticYear } from '../insights/synthetic-year.js'
import { run } from './run.js'

let dataDir = ''
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-insights-'))
  vi.stubEnv('DATA_DIR', dataDir)
  const now = new Date()
  await (await openStore({ dataDir, databaseUrl: null, use: 'serve', now })).close()
  const topics = [
    { key: 'personeel', team: 'personeel' },
    { key: 'financien', team: 'financien' },
  ]
  await loadYear(
    { dataDir, databaseUrl: null },
    syntheticYear({ seed: 7, bodies: 20, questions: 900, until: now, topics }),
  )
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('vraagbaak insights', () => {
  it('prints the figures of the page for people', async () => {
    const { code, output } = await run('insights', '--period', '52')
    expect(code).toBe(0)
    expect(output).toMatch(
      /^Inzichten: \d{4}-\d\d-\d\d tot en met \d{4}-\d\d-\d\d\n\d+ vragen, \d+ besturen\n/,
    )
    expect(output).toContain('themas-en-afloop\n  Thema ')
    expect(output).not.toContain('themas-per-week\n')
  })

  it('gives every table as JSON, without a small count and without a question', async () => {
    const { output } = await run('insights', '--period', '52', '--json')
    const { period, questions, tables } = JSON.parse(output)
    expect(period).toBe('52')
    const counted = tables['themas-per-week-en-soort'].slice(1).map((row: readonly unknown[]) => row.at(-1))
    expect(counted).toContain('< 5')
    expect(counted.filter((count: unknown) => typeof count === 'number' && count < 5)).toEqual([])
    expect(tables['themas-en-afloop'].at(-1).at(-1)).toBe(questions)
    expect(output).not.toMatch(/Mogen we|Wie betaalt|Hoe regelen wij/)
  })

  it('gives one table as the page does for a spreadsheet', async () => {
    const { output } = await run('insights', '--csv', 'boekingen-per-niveau', '--period', '52')
    expect(output).toMatch(/^\uFEFFNiveau;Bevestigd;Geannuleerd;Totaal\r\n1;/)
  })
})
