import { gunzipSync } from 'node:zlib'

/** A page that a sitemap names. */
export interface SitemapPage {
  readonly url: string
  /** ISO day on which it changed, as the sitemap says; null when it does not. */
  readonly changed: string | null
}

/** What a sitemap file holds: pages, or other sitemaps. */
export interface SitemapFile {
  readonly pages: readonly SitemapPage[]
  readonly sitemaps: readonly string[]
}

/** Largest sitemap after unpacking, in bytes: the format's own limit. */
const MOST_BYTES = 50 * 1024 * 1024

/**
 * Reads a sitemap or sitemap index, packed with gzip or not. Only addresses and days are looked for; entities of the
 * document's own are not expanded.
 *
 * @throws Error when it is neither.
 */
export function parseSitemap(bytes: Buffer): SitemapFile {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b
  const xml = (packed ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes).toString('utf8')
  if (!/<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/.test(xml)) throw new Error('is not a sitemap')
  return {
    pages: entries(xml, 'url').map((entry) => ({
      url: fieldOf(entry, 'loc') ?? '',
      changed: /^\d{4}-\d\d-\d\d/.exec(fieldOf(entry, 'lastmod') ?? '')?.[0] ?? null,
    })),
    sitemaps: entries(xml, 'sitemap').map((entry) => fieldOf(entry, 'loc') ?? ''),
  }
}

function entries(xml: string, name: string): string[] {
  const found: string[] = []
  const opening = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>`, 'g')
  const closing = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g')
  while (opening.exec(xml)) {
    closing.lastIndex = opening.lastIndex
    const end = closing.exec(xml)
    if (!end) break
    found.push(xml.slice(opening.lastIndex, end.index))
    opening.lastIndex = closing.lastIndex
  }
  return found
}

function fieldOf(entry: string, name: string): string | null {
  const match = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:\\w+:)?${name}\\s*>`).exec(entry)
  if (!match) return null
  const text = (match[1] ?? '').trim()
  return unescaped(/^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(text)?.[1] ?? text).trim()
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}
