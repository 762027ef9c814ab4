import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filledIn, loadCannedTexts } from '../../src/escalation/canned-texts.js'

const VALUES = {
  lid: 'Els {team}',
  bestuur: 'Gemeente Zonnegem',
  referentie: 'VB-2026-0001',
  medewerker: 'An Peeters',
  team: 'Ledenservice',
  telefoon: '02 211 55 00',
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraagbaak-canned-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(text: string): string {
  const path = join(folder, 'canned-texts.yaml')
  writeFileSync(path, text)
  return path
}

describe('canned texts', () => {
  it('of the sample are all right', () => {
    const sample = fileURLToPath(new URL('../../knowledge/organisation/canned-texts.yaml', import.meta.url))
    expect(loadCannedTexts(sample).length).toBeGreaterThan(2)
  })

  it('are none when there is no file', () => {
    expect(loadCannedTexts(join(folder, 'nothing.yaml'))).toEqual([])
  })

  it('are filled in once: braces in a name stay a name', () => {
    expect(filledIn('Beste {lid}, {referentie}', VALUES)).toBe('Beste Els {team}, VB-2026-0001')
  })

  it.each([
    ['an unknown placeholder', 'texts:\n  - { key: a, title: A, text: "Beste {naam}" }', 'found "{naam}"'],
    [
      'a key twice',
      'texts:\n  - { key: a, title: A, text: x }\n  - { key: a, title: B, text: y }',
      'earlier text',
    ],
    ['a misspelt field', 'texts:\n  - { key: a, titel: A, text: x }', 'titel'],
  ])('report %s with file and line', (_, text, message) => {
    const path = file(text)
    expect(() => loadCannedTexts(path)).toThrow(message)
    expect(() => loadCannedTexts(path)).toThrow(/canned-texts\.yaml:[23]/)
  })
})
