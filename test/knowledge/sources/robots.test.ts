import { describe, expect, it } from 'vitest'
import { parseRobots } from '../../../src/knowledge/sources/robots.js'

function allows(text: string, path: string): boolean {
  return parseRobots(text, 'vraagbaak').allows(new URL(path, 'https://www.voorbeeld.be'))
}

describe('robots.txt', () => {
  it.each([
    ['', '/alles', true],
    ['User-agent: *\nDisallow: /', '/iets', false],
    ['User-agent: *\nDisallow:', '/iets', true],
    ['User-agent: *\nDisallow: /intern\nAllow: /intern/open', '/intern/open/a', true],
    ['User-agent: *\nDisallow: /intern\nAllow: /intern/open', '/intern/dicht', false],
    ['User-agent: *\nDisallow: /\n\nUser-agent: Vraagbaak\nDisallow: /prive', '/iets', true],
    ['User-agent: ander\nUser-agent: vraagbaak\nDisallow: /prive # niet hier', '/prive', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf?x', true],
    ['User-agent: *\nDisallow: /*?sorteer=', '/lijst?sorteer=naam', false],
    ['User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['User-agent: *\r\nDisallow: /x\r\n', '/x', false],
  ])('%j says of %s: %s', (text, path, expected) => {
    expect(allows(text, path)).toBe(expected)
  })

  it('tells how long to wait and where the sitemaps are', () => {
    const robots = parseRobots(
      'Sitemap: https://www.voorbeeld.be/s.xml\nUser-agent: *\nCrawl-delay: 4',
      'vraagbaak',
    )
    expect(robots).toMatchObject({ delay: 4, sitemaps: ['https://www.voorbeeld.be/s.xml'] })
  })

  it('is read quickly whatever it holds', () => {
    const started = performance.now()
    expect(allows(`User-agent: *\nDisallow: /${'*a'.repeat(500)}*b$`, `/${'a'.repeat(1900)}`)).toBe(true)
    expect(performance.now() - started).toBeLessThan(100)
  })
})
