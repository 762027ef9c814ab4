import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readRuns } from '../../../src/knowledge/generation/runs.js'
import { openIndex } from '../../../src/knowledge/open-index.js'
import { reindex } from '../../../src/knowledge/reindex.js'
import type { Fetching } from '../../../src/knowledge/sources/list.js'
import { pdfOf } from '../readers/made-files.js'
import { temporaryFolder, writeFiles } from '../temporary.js'
import { htmlPage, localWeb, type Website, website } from './website.js'

const TEXTS = {
  fiets: 'Wie een fietspad wil aanleggen, vraagt een omgevingsvergunning aan bij de gemeente.',
  water: 'Het waterschap onderhoudt de grachten langs de gewestwegen, twee keer in het jaar.',
  markt: 'De wekelijkse markt heeft plaats op dinsdag, behalve op een wettelijke feestdag.',
}

function sitemap(port: number, paths: readonly string[]): string {
  const urls = paths.map(
    (path) =>
      `<url><loc>http://www.voorbeeld.be:${port}${path.replace('&', '&amp;')}</loc><lastmod>2026-10-05T10:00:00Z</lastmod></url>`,
  )
  return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`
}

async function setting(more = '') {
  const site = await website({
    '/fiets': { body: htmlPage('Fietspaden', TEXTS.fiets), headers: { etag: '"1"' } },
    '/water': { body: htmlPage('Grachten', TEXTS.water), headers: { etag: '"1"' } },
    '/markt': { body: htmlPage('Markt', TEXTS.markt), headers: { etag: '"1"' } },
  })
  const base = `http://www.voorbeeld.be:${site.port}`
  site.pages['/sitemap.xml'] = { body: sitemap(site.port, ['/fiets', '/water', '/markt']) }
  const knowledgeDir = temporaryFolder({
    'documents/eigen.md': 'Ons eigen document over parkeren.',
    'organisation/sources.yaml': `sources:
  - name: website
    sitemap: ${base}/sitemap.xml
    owner: Team Web
    audience: members
    authority: authoritative
    dates: lastmod
${more}`,
  })
  const dataDir = temporaryFolder()
  const web = localWeb()
  const run = (fetching: Fetching = 'all') =>
    reindex({ knowledgeDir, dataDir, trigger: 'command', fetching, web })
  return { site, base, knowledgeDir, dataDir, web, run }
}

async function find(dataDir: string, query: string, membersOnly = true) {
  const index = await openIndex({ dataDir, pollMs: 0 })
  const hits = await index.search(query, { limit: 3, membersOnly, today: '2026-11-23' })
  index.close()
  return hits.map(({ passage }) => passage.document)
}

function since(site: Website): string[] {
  return site.requests.splice(0)
}

describe('a website in sources.yaml', { timeout: 30_000 }, () => {
  it('is read by its sitemap, one request at a time, and its pages inherit what the source says', async () => {
    const { site, base, dataDir, web, run } = await setting()
    expect(await run()).toMatchObject({ added: 4, failed: [] })
    expect(since(site)).toEqual(['/robots.txt', '/sitemap.xml', '/fiets', '/water', '/markt'])
    expect(site.mostAtOnce()).toBe(1)
    expect(web.waited).toEqual([1000, 1000, 1000, 1000])
    const [found] = await find(dataDir, 'grachten langs gewestwegen')
    expect(found).toMatchObject({
      id: 'website/water',
      title: 'Grachten',
      url: `${base}/water`,
      source: 'www.voorbeeld.be',
      date: '2026-10-05',
      owner: 'Team Web',
      audience: 'leden',
      authority: 100,
    })
    expect(await find(dataDir, 'grachten gewestwegen', false)).toEqual([])
  })

  it('sends again only what changed, and only what changed is read again', async () => {
    const { site, run, dataDir } = await setting()
    await run()
    since(site)
    site.pages['/water'] = {
      body: htmlPage('Grachten', `${TEXTS.water} Ook de beken.`),
      headers: { etag: '"2"' },
    }
    expect(await run()).toMatchObject({ changed: 1, unchanged: 3, documents: { changed: ['website/water'] } })
    expect(since(site)).toEqual(['/robots.txt', '/sitemap.xml', '/fiets (304)', '/water', '/markt (304)'])
    expect((await find(dataDir, 'beken'))[0]?.id).toBe('website/water')
  })

  it('keeps the last good version of what fails, and reports it to the owner', async () => {
    const { site, run, dataDir } = await setting()
    await run()
    site.pages['/water'] = { status: 500 }
    expect(await run()).toMatchObject({
      removed: 0,
      failed: [
        {
          file: expect.stringContaining('/water'),
          reason: expect.stringContaining('answers 500'),
          kept: true,
          owner: 'Team Web',
        },
      ],
    })
    expect((await find(dataDir, 'grachten'))[0]?.id).toBe('website/water')
    site.pages['/sitemap.xml'] = { status: 502 }
    expect(await run()).toMatchObject({ removed: 0, failed: [{ kept: true, owner: 'Team Web' }] })
    expect(readRuns(dataDir)[0]?.failed).toHaveLength(1)
  })

  it.each([404, 410])('loses a page that answers %i, and one that is no longer listed', async (status) => {
    const { site, run, dataDir } = await setting()
    await run()
    site.pages['/water'] = { status }
    expect(await run()).toMatchObject({ removed: 1, failed: [], documents: { removed: ['website/water'] } })
    site.pages['/sitemap.xml'] = { body: sitemap(site.port, ['/fiets']) }
    expect(await run()).toMatchObject({ removed: 1, documents: { removed: ['website/markt'] } })
    expect(await find(dataDir, 'markt dinsdag feestdag')).toEqual([])
  })

  it('is left alone by robots.txt, noindex, and runs that are not to ask it', async () => {
    const { site, run } = await setting()
    site.pages['/robots.txt'] = {
      body: 'User-agent: *\nDisallow: /water\nCrawl-delay: 3',
      headers: { 'content-type': 'text/plain' },
    }
    site.pages['/markt'] = {
      body: htmlPage('Markt', TEXTS.markt).replace(
        '<title>',
        '<meta name="robots" content="noindex"><title>',
      ),
    }
    expect(await run('none')).toMatchObject({ added: 1, failed: [] })
    expect(since(site)).toEqual([])
    expect(await run('new')).toMatchObject({
      added: 1,
      failed: [
        { reason: expect.stringContaining('robots.txt') },
        { reason: expect.stringContaining('not to be indexed') },
      ],
    })
    expect(since(site)).not.toContain('/water')
    expect(await run('new')).toMatchObject({ unchanged: 2 })
    expect(since(site)).toEqual([])
  })

  it('is left alone for this run when it says that it is busy, or when its robots.txt cannot be asked', async () => {
    const { site, run } = await setting()
    await run()
    since(site)
    site.pages['/fiets'] = { status: 429 }
    expect(await run()).toMatchObject({ removed: 0, failed: [{ kept: true }] })
    expect(since(site)).toEqual(['/robots.txt', '/sitemap.xml', '/fiets'])
    site.pages['/robots.txt'] = { status: 503 }
    expect(await run()).toMatchObject({ removed: 0, failed: [{ kept: true }] })
    expect(since(site)).toEqual(['/robots.txt'])
  })

  it('may have sitemaps of sitemaps, packed ones, other kinds of files and twins', async () => {
    const { site, base, run, dataDir } = await setting()
    site.pages['/sitemap.xml'] = {
      body: `<sitemapindex><sitemap><loc>${base}/een.xml.gz</loc></sitemap><sitemap><loc>http://elders.be/x.xml</loc></sitemap></sitemapindex>`,
    }
    site.pages['/een.xml.gz'] = {
      body: gzipSync(sitemap(site.port, ['/plan.pdf', '/lijst?a=1&b=2', '/lijst?a=2', '/foto.png'])),
      headers: { 'content-type': 'application/gzip' },
    }
    site.pages['/plan.pdf'] = {
      body: Buffer.from(pdfOf([['Het mobiliteitsplan geldt tot 2030.']])),
      headers: { 'content-type': 'application/pdf' },
    }
    site.pages['/lijst?a=1&b=2'] = { body: htmlPage('Lijst een', TEXTS.fiets) }
    site.pages['/lijst?a=2'] = { body: htmlPage('Lijst twee', TEXTS.water) }
    site.pages['/foto.png'] = { body: 'x', headers: { 'content-type': 'image/png' } }
    const report = await run()
    expect(report).toMatchObject({ added: 4, failed: [{ reason: expect.stringContaining('image/png') }] })
    expect((await find(dataDir, 'mobiliteitsplan'))[0]?.id).toBe('website/plan')
    expect(new Set(report?.documents.added).size).toBe(4)
  })

  it('and its pages go when the source is no longer listed', async () => {
    const { knowledgeDir, run } = await setting()
    await run()
    writeFiles(knowledgeDir, { 'organisation/sources.yaml': '# niets meer\n' })
    expect(await run()).toMatchObject({ removed: 3, unchanged: 1, failed: [] })
  })
})

describe('other sources', { timeout: 30_000 }, () => {
  it('are folders and lists of pages', async () => {
    const { site, base, knowledgeDir, dataDir, run } = await setting()
    writeFiles(knowledgeDir, {
      'organisation/sources.yaml': `documents:
  owner: Onthaal
sources:
  - { name: beleid, folder: beleidsnotas, owner: Team Beleid, authority: 10 }
  - { name: los, urls: ['${base}/fiets', '${base}/bestaat-niet'], title: Losse paginas }
`,
      'beleidsnotas/nota.md': 'De beleidsnota gaat over laadpalen.',
    })
    expect(await run()).toMatchObject({
      added: 3,
      failed: [{ file: `${base}/bestaat-niet`, reason: expect.stringContaining('404'), kept: false }],
    })
    expect((await find(dataDir, 'laadpalen'))[0]).toMatchObject({
      id: 'beleid/nota',
      owner: 'Team Beleid',
      authority: 10,
    })
    expect((await find(dataDir, 'fietspad'))[0]).toMatchObject({
      id: 'los/fiets',
      source: 'Losse paginas',
      audience: 'publiek',
    })
    expect((await find(dataDir, 'parkeren'))[0]).toMatchObject({ id: 'eigen', owner: 'Onthaal' })
    rmSync(join(knowledgeDir, 'beleidsnotas'), { recursive: true })
    site.requests.splice(0)
    expect(await run('none')).toMatchObject({
      removed: 0,
      failed: [{ owner: 'Team Beleid', kept: true }, { kept: false }],
    })
  })

  it('that are wrong are named with line and field', async () => {
    const { knowledgeDir, run } = await setting()
    writeFiles(knowledgeDir, {
      'organisation/sources.yaml': 'sources:\n  - name: documents\n    folder: x\n',
    })
    await expect(run()).rejects.toThrow(/sources\.yaml:2: sources\[0\]\.name: is a name of the desk itself/)
    writeFiles(knowledgeDir, {
      'organisation/sources.yaml': 'sources:\n  - { name: a, folder: x }\n  - { name: a, folder: y }\n',
    })
    await expect(run()).rejects.toThrow('"a" is there twice')
    writeFiles(knowledgeDir, { 'organisation/sources.yaml': 'sources:\n  - { name: a, urls: [ftp://x] }\n' })
    await expect(run()).rejects.toThrow('must be an http or https address')
  })
})
