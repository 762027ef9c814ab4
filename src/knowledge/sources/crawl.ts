import type { WebResponse } from './guarded-get.js'
import type { CachedPage, PageCache } from './page-cache.js'
import { pageFile } from './page-file.js'
import type { PoliteWeb } from './polite-web.js'
import { parseSitemap, type SitemapPage } from './sitemap.js'
import type { WebEntry } from './sources-file.js'

/** Something of a website that could not be fetched. */
export interface CrawlProblem {
  readonly url: string
  readonly reason: string
  /** Whether a last good version stays. */
  readonly kept: boolean
}

const MOST_SITEMAPS = 50
const PAGE = { bytes: 10 * 1024 * 1024, milliseconds: 30_000 }
const SITEMAP = { bytes: 20 * 1024 * 1024, milliseconds: 60_000 }
/** The list is written after so many pages, so that a run that is cut off has not fetched for nothing. */
const SAVE_EVERY = 20
/** After so many failures without anything in between, the website is left alone until the next run. */
const MOST_FAILED_IN_A_ROW = 5

/**
 * Brings the cached pages of a source up to date: one request at a time, those first that were not looked at for
 * longest, and only what the website says has changed is sent again.
 *
 * A page that is gone (404, 410), no longer listed, or asks not to be indexed is forgotten. Anything else that goes
 * wrong keeps its last good version and is told. When `deadline` (milliseconds since 1970) passes, the rest waits for
 * the next run.
 */
export async function crawl(
  entry: WebEntry,
  cache: PageCache,
  web: PoliteWeb,
  deadline: number,
): Promise<readonly CrawlProblem[]> {
  const problems: CrawlProblem[] = []
  const listed = 'urls' in entry ? entry.urls.map(listedPage) : await sitemapPages(entry, web, problems)
  if (listed === null) return problems
  if (listed.length > entry.pages) {
    const reason = `${listed.length} pages are listed, the first ${entry.pages} are read; raise "pages" for more`
    problems.push({ url: 'urls' in entry ? entry.name : entry.sitemap, reason, kept: false })
  }
  const wanted = new Map(listed.slice(0, entry.pages).map((page) => [page.url, page]))
  for (const { url } of cache.pages()) if (!wanted.has(url)) cache.remove(url)
  const order = [...wanted.values()].sort((a, b) => lastChecked(cache, a.url) - lastChecked(cache, b.url))
  problems.push(...(await fetchPages(order, cache, web, deadline)))
  cache.save()
  return problems
}

async function fetchPages(
  pages: readonly SitemapPage[],
  cache: PageCache,
  web: PoliteWeb,
  deadline: number,
): Promise<CrawlProblem[]> {
  const problems: CrawlProblem[] = []
  let failedInARow = 0
  for (const [index, { url, changed }] of pages.entries()) {
    const page = { ...cache.page(url), changed }
    cache.note(page)
    if (web.isAway(url)) continue
    const stop = reasonToStop(failedInARow, web.now().getTime() > deadline)
    if (stop !== null) {
      const reason = `${url}: ${stop}; ${pages.length - index} pages wait for the next run`
      problems.push({ url, reason, kept: true })
      break
    }
    const problem = await fetchPage(page, cache, web)
    if (problem) problems.push(problem)
    const answered = problem === null || cache.page(url).checkedAt !== page.checkedAt
    failedInARow = answered ? 0 : failedInARow + 1
    if (index % SAVE_EVERY === SAVE_EVERY - 1) cache.save()
  }
  return problems
}

function reasonToStop(failedInARow: number, isLate: boolean): string | null {
  if (failedInARow === MOST_FAILED_IN_A_ROW) return 'too many pages in a row failed'
  return isLate ? 'there was no time left' : null
}

function listedPage(url: string): SitemapPage {
  return { url, changed: null }
}

function lastChecked(cache: PageCache, url: string): number {
  const { checkedAt } = cache.page(url)
  return checkedAt === null ? 0 : Date.parse(checkedAt)
}

/** The pages that sitemaps name and the source wants; null when they could not be listed, which was told then. */
async function sitemapPages(
  entry: Extract<WebEntry, { sitemap: string }>,
  web: PoliteWeb,
  problems: CrawlProblem[],
): Promise<readonly SitemapPage[] | null> {
  const host = new URL(entry.sitemap).host
  const queue = [entry.sitemap]
  const pages = new Map<string, SitemapPage>()
  for (let index = 0; index < Math.min(queue.length, MOST_SITEMAPS); index++) {
    const address = queue[index] ?? ''
    try {
      const { status, body } = await web.get(address, { limits: SITEMAP })
      if (status !== 200) throw new Error(`answers ${status}`)
      const { pages: found, sitemaps } = parseSitemap(body)
      queue.push(...sitemaps.filter((one) => onHost(one, host) && !queue.includes(one)))
      for (const page of found) if (wants(entry, page.url, host)) pages.set(page.url, page)
    } catch (error) {
      problems.push({ url: address, reason: reasonOf(address, error), kept: true })
      return null
    }
  }
  return [...pages.values()]
}

function onHost(url: string, host: string): boolean {
  return URL.canParse(url) && new URL(url).host === host
}

/** A sitemap speaks for its own host only. */
function wants(entry: Extract<WebEntry, { sitemap: string }>, url: string, host: string): boolean {
  if (!onHost(url, host)) return false
  const { pathname } = new URL(url)
  const begins = (prefix: string) => pathname.startsWith(prefix)
  return (entry.include.length === 0 || entry.include.some(begins)) && !entry.exclude.some(begins)
}

async function fetchPage(page: CachedPage, cache: PageCache, web: PoliteWeb): Promise<CrawlProblem | null> {
  const { url, etag, lastModified } = page
  try {
    const known = page.file === null ? {} : conditions(etag, lastModified)
    const response = await web.get(url, { limits: PAGE, headers: known })
    return take(page, response, cache, web.now().toISOString())
  } catch (error) {
    const reason = reasonOf(url, error)
    cache.note({ ...page, failure: reason })
    return { url, reason, kept: page.file !== null }
  }
}

/** @throws Error for an answer that says nothing about the page itself. */
function take(
  page: CachedPage,
  { status, headers, body }: WebResponse,
  cache: PageCache,
  checkedAt: string,
): CrawlProblem | null {
  if (status === 304 && page.file !== null) {
    cache.note({ ...page, checkedAt, failure: null })
    return null
  }
  if (status === 404 || status === 410)
    return gone(page, `answers ${status}, there is no such page`, cache, checkedAt)
  if (status !== 200) throw new Error(`answers ${status}`)
  const found = pageFile(headers, body)
  if (found === null) return gone({ ...page, file: null }, 'asks not to be indexed', cache, checkedAt)
  const { etag = null, 'last-modified': lastModified = null } = headers
  cache.keep({ ...page, etag, lastModified, checkedAt }, found.content, found.extension)
  return null
}

/** A page that was there is simply removed; one that never was is told, since somebody listed it. */
function gone(page: CachedPage, why: string, cache: PageCache, checkedAt: string): CrawlProblem | null {
  const { url } = page
  cache.remove(url)
  if (page.file !== null) return null
  const reason = `${url}: ${why}`
  cache.note({ ...cache.page(url), checkedAt, failure: reason })
  return { url, reason, kept: false }
}

function conditions(etag: string | null, lastModified: string | null): Record<string, string> {
  return {
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  }
}

function reasonOf(url: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.startsWith(url) ? message : `${url}: ${message}`
}
