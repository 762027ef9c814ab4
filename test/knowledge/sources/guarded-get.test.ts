import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../../src/knowledge/sources/addresses.js'
import { guardedGet, PUBLIC_WEB, type WebAccess } from '../../../src/knowledge/sources/guarded-get.js'
import { localWeb, type Website, website } from './website.js'

const LIMITS = { bytes: 100_000, milliseconds: 3000 }

function get(address: string, access: WebAccess, hosts: readonly string[] = []) {
  return guardedGet(address, access, { limits: LIMITS, hosts: new Set(hosts) })
}

/** The public web, but with a resolver of the test's own. */
function resolving(answers: readonly (readonly string[])[]): WebAccess & { readonly asked: string[] } {
  const asked: string[] = []
  const resolve = async (host: string) => {
    asked.push(host)
    return answers[Math.min(asked.length, answers.length) - 1] ?? []
  }
  return { ...PUBLIC_WEB, resolve, asked }
}

async function inner(): Promise<Website> {
  return website({ '/': { body: 'intern' }, '/robots.txt': { body: '' } })
}

describe('an address that only this machine reaches', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0.0.0.0',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[fe80::1]',
    '[fd00::1]',
  ])('is not asked when it is written as %s', async (host) => {
    const site = await inner()
    await expect(get(`http://${host}:${site.port}/`, PUBLIC_WEB)).rejects.toMatchObject({
      code: 'E_WEB_REFUSED',
    })
    expect(site.requests).toEqual([])
  })

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/',
    'http://10.1.2.3/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'http://user:pass@example.org/',
    'data:text/html,x',
  ])('is refused: %s', async (address) => {
    await expect(get(address, PUBLIC_WEB)).rejects.toMatchObject({ code: 'E_WEB_REFUSED' })
  })

  it.each([
    [['127.0.0.1']],
    [['93.184.215.14', '127.0.0.1']],
    [['::ffff:127.0.0.1']],
    [['169.254.169.254']],
  ])('is not asked through a name that leads to %s', async (addresses) => {
    const site = await inner()
    const getting = get(`http://intern.voorbeeld.be:${site.port}/`, resolving([addresses]))
    await expect(getting).rejects.toMatchObject({ code: 'E_WEB_REFUSED' })
    expect(site.requests).toEqual([])
  })

  it('is not asked when the name server gives another answer the second time', async () => {
    const site = await inner()
    // The first answer may be connected to but has nobody listening; the second would lead inside.
    const rebinding = {
      ...resolving([['127.0.0.9'], ['127.0.0.1']]),
      allows: (one: string) => one === '127.0.0.9',
    }
    const getting = get(`http://wisselt.voorbeeld.be:${site.port}/`, rebinding)
    await expect(getting).rejects.toMatchObject({ code: 'E_WEB_FAILED' })
    expect(rebinding.asked).toEqual(['wisselt.voorbeeld.be'])
    expect(site.requests).toEqual([])
  })

  it('is not asked when a page redirects to it', async () => {
    const hidden = await inner()
    for (const target of [
      `http://127.0.0.2:${hidden.port}/`,
      `http://[::1]:${hidden.port}/`,
      'file:///etc/passwd',
    ]) {
      const site = await website({ '/': { status: 302, headers: { location: target } } })
      const web = localWeb()
      const host = URL.canParse(target) ? new URL(target).host : ''
      const getting = get(`http://www.voorbeeld.be:${site.port}/`, web, [host])
      await expect(getting).rejects.toMatchObject({ code: 'E_WEB_REFUSED' })
    }
    expect(hidden.requests).toEqual([])
  })
})

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '193.191.0.1', '172.32.0.1', '2a00:1450:400e:80c::200e'])('allows %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    '',
    'localhost',
    '8.8.8',
    '2a00::1%eth0',
    '2001:db8::1',
    'ff02::1',
    '::ffff:8.8.8.8',
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('a guarded request', () => {
  it('follows redirects on known hosts, and no others', async () => {
    const site = await website({ '/nieuw': { body: 'hier' } })
    const from = (location: string) => ({ status: 301, headers: { location } })
    site.pages['/oud'] = from('/nieuw')
    site.pages['/www'] = from(`http://www.voorbeeld.be:${site.port}/nieuw`)
    site.pages['/elders'] = from(`http://elders.be:${site.port}/nieuw`)
    site.pages['/rond'] = from('/rond')
    const base = `http://voorbeeld.be:${site.port}`
    const own = [`www.voorbeeld.be:${site.port}`]
    expect((await get(`${base}/oud`, localWeb(), own)).body.toString()).toBe('hier')
    expect((await get(`${base}/www`, localWeb(), own)).body.toString()).toBe('hier')
    await expect(get(`${base}/elders`, localWeb(), own)).rejects.toThrow('another website')
    await expect(get(`${base}/rond`, localWeb(), own)).rejects.toThrow('more than 5 times')
  })

  it('stops at the limit of size, also when the answer was packed', async () => {
    const site = await website({
      '/groot': { body: 'x'.repeat(200_000) },
      '/bom': { body: gzipSync(Buffer.alloc(50_000_000)), headers: { 'content-encoding': 'gzip' } },
      '/klein': { body: gzipSync('klein'), headers: { 'content-encoding': 'gzip' } },
    })
    const base = `http://voorbeeld.be:${site.port}`
    await expect(get(`${base}/groot`, localWeb())).rejects.toThrow('larger than 100000 bytes')
    await expect(get(`${base}/bom`, localWeb())).rejects.toThrow('larger than 100000 bytes')
    expect((await get(`${base}/klein`, localWeb())).body.toString()).toBe('klein')
  })

  it('stops at the limit of time', async () => {
    const site = await website({})
    const stalling = guardedGet(
      `http://voorbeeld.be:${site.port}/`,
      { ...localWeb(), allows: () => true },
      {
        limits: { bytes: 1000, milliseconds: 100 },
        hosts: new Set(),
        before: () => new Promise((resolve) => setTimeout(resolve, 150)),
      },
    )
    await expect(stalling).rejects.toThrow('no answer within 100 ms')
  })
})
