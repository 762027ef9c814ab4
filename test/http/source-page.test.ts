import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/app.js'
import { type Listening, listen } from '../../src/http/listen.js'
import { sourceRouter } from '../../src/http/source-page.js'
import type { Passage } from '../../src/knowledge/passage.js'
import { documentInfo } from '../fakes/document-info.js'

let server: Listening

beforeAll(async () => {
  const documents: readonly Passage[] = [
    passage(
      'over/leden',
      { title: 'Leden & <b>co</b>' },
      'Alle 300 gemeenten zijn lid. Ook 110 politiezones.',
    ),
    passage('intern/tarief', { title: 'Geheim tarief', audience: 'leden' }, 'Het tarief is 12 euro.'),
  ]
  const router = sourceRouter(
    (id) => documents.filter(({ document }) => document.id === id),
    async (request) => request.get('cookie') === 'proven=1',
  )
  const log = pino({ level: 'silent' })
  server = await listen(
    createApp({ routers: [router], https: false, trustProxy: false, log }),
    '127.0.0.1',
    0,
  )
})

afterAll(() => server.stop(100))

function passage(id: string, info: Partial<Passage['document']>, text: string): Passage {
  const document = documentInfo({ id, kind: 'samenvatting', source: 'VVSG, Over ons', ...info })
  return { id: `${id}#0`, document, section: [], position: 0, text, asked: [] }
}

async function get(path: string, cookie = 'none=1') {
  const response = await fetch(server.url + path, { headers: { cookie } })
  return { status: response.status, html: await response.text() }
}

describe('the page of a source', () => {
  it('shows the document with the quote marked, whose words they are and that the date is unknown', async () => {
    const { status, html } = await get('/bron/over/leden?citaat=Ook%20110%20politiezones.')
    expect(status).toBe(200)
    expect(html).toContain('Alle 300 gemeenten zijn lid. <mark id="citaat">')
    expect(html).toContain('Ook 110 politiezones.</mark>')
    expect(html).toContain('Dit is onze samenvatting van: VVSG, Over ons.')
    expect(html).toContain('Datum van de bron: onbekend.')
    expect(html).toContain('<h1>Leden &amp; &lt;b&gt;co&lt;/b&gt;</h1>')
  })

  it('puts no words into the document that are not in it', async () => {
    const { html } = await get('/bron/over/leden?citaat=VVSG%20is%20failliet')
    expect(html).not.toContain('failliet')
    expect(html).not.toContain('<mark')
  })

  it('does not show a document for members, not even its title', async () => {
    const { status, html } = await get('/bron/intern/tarief?citaat=Het%20tarief')
    expect(status).toBe(404)
    expect(html).not.toMatch(/Geheim|12 euro/)
  })

  it('answers a document that does not exist exactly as one that is for members', async () => {
    expect(await get('/bron/nergens')).toEqual(await get('/bron/intern/tarief'))
  })

  it('opens a document for members to who is known as one, kept by no cache', async () => {
    const { status, html } = await get('/bron/intern/tarief?citaat=Het%20tarief', 'proven=1')
    expect(status).toBe(200)
    expect(html).toContain('Geheim tarief')
    const { headers } = await fetch(`${server.url}/bron/intern/tarief`, { headers: { cookie: 'proven=1' } })
    expect(headers.get('cache-control')).toBe('no-store')
  })
})
