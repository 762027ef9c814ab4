import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { documentInfo, listDocuments, type SourceDefaults } from '../documents.js'
import type { FailedDocument } from '../generation/runs.js'
import { type DocumentSource, fileSource, folderSources, withDefaults } from '../generation/sources.js'
import { readDocumentFile } from '../readers/read-file.js'
import { splitDocument } from '../split.js'
import { crawl } from './crawl.js'
import { PUBLIC_WEB, type WebAccess } from './guarded-get.js'
import { type CachedPage, PageCache, removeOtherCaches } from './page-cache.js'
import { PoliteWeb } from './polite-web.js'
import { readSourcesFile, type SourcesFile, type WebEntry } from './sources-file.js'

/** Which websites are asked for changes: all, only those that never were, or none. */
export type Fetching = 'all' | 'new' | 'none'

export interface ListOptions {
  readonly knowledgeDir: string
  /** Where pages are kept as they were last fetched, in `sources/`. */
  readonly dataDir: string
  readonly fetching: Fetching
  /** The public web when left out. */
  readonly web?: WebAccess
}

/** Everything that the sources hold now. */
export interface Listing {
  readonly documents: readonly DocumentSource[]
  /** What could not be listed or fetched. */
  readonly failed: readonly FailedDocument[]
  /** Names of sources that could not be listed at all: what they gave before stays. */
  readonly unavailable: ReadonlySet<string>
  /** Names of all sources. */
  readonly origins: ReadonlySet<string>
}

/** How long all websites together may take, in milliseconds; well within the limit of a run. */
const LONGEST_MS = 15 * 60_000

/**
 * Lists the documents folder and what `organisation/sources.yaml` names. A website that cannot be reached gives its
 * pages as they were last fetched.
 *
 * @throws KnowledgeError `E_KNOWLEDGE_FOLDER`, FileError when `sources.yaml` is wrong.
 */
export async function listSources(options: ListOptions): Promise<Listing> {
  const { knowledgeDir, dataDir } = options
  const file = readSourcesFile(knowledgeDir)
  const failed: FailedDocument[] = []
  const unavailable = new Set<string>()
  const documents = await folderSources(knowledgeDir, file.documents)
  for (const { path, defaults } of file.folders) {
    if (existsSync(path)) documents.push(...(await namedFolder(path, defaults)))
    else {
      unavailable.add(defaults.origin)
      failed.push(
        failure(path, `${path}: no such folder; see "${defaults.origin}" in sources.yaml`, true, defaults),
      )
    }
  }
  removeOtherCaches(dataDir, new Set(file.websites.map(({ entry }) => entry.name)))
  failed.push(...(await fetchWebsites(file, options)))
  for (const { entry, defaults } of file.websites) {
    documents.push(...pageSources(new PageCache(dataDir, entry.name), entry, defaults))
  }
  const all = [file.documents, ...[...file.folders, ...file.websites].map(({ defaults }) => defaults)]
  const origins = new Set(all.map(({ origin }) => origin))
  return { ...withoutTwins(documents, failed), unavailable, origins }
}

/** Whether there is a website in `sources.yaml`; false when the file is wrong. */
export function hasWebsites(knowledgeDir: string): boolean {
  try {
    return readSourcesFile(knowledgeDir).websites.length > 0
  } catch {
    return false
  }
}

async function namedFolder(path: string, defaults: SourceDefaults): Promise<DocumentSource[]> {
  const files = await listDocuments(path)
  return files.map((file) =>
    fileSource(
      { ...file, id: `${defaults.origin}/${file.id}`, file: `${defaults.origin}/${file.file}` },
      defaults,
    ),
  )
}

async function fetchWebsites({ websites }: SourcesFile, options: ListOptions): Promise<FailedDocument[]> {
  const { dataDir, fetching, web = PUBLIC_WEB } = options
  const deadline = web.now().getTime() + LONGEST_MS
  const failed: FailedDocument[] = []
  for (const { entry, defaults } of websites) {
    const cache = new PageCache(dataDir, entry.name)
    if (fetching === 'none' || (fetching === 'new' && !cache.isEmpty)) {
      failed.push(...failedBefore(cache, defaults))
      continue
    }
    const polite = new PoliteWeb(web, hostsOf(entry), entry.delay * 1000)
    for (const { url, reason, kept } of await crawl(entry, cache, polite, deadline))
      failed.push(failure(url, reason, kept, defaults))
  }
  return failed
}

/** A run that asks no website still tells what the last one that did could not fetch. */
function failedBefore(cache: PageCache, defaults: SourceDefaults): FailedDocument[] {
  return cache
    .pages()
    .flatMap(({ url, failure: reason, file }) =>
      reason === null ? [] : [failure(url, reason, file !== null, defaults)],
    )
}

/** The hosts that a source names, each with and without www. */
function hostsOf(entry: WebEntry): ReadonlySet<string> {
  const hosts = ('urls' in entry ? entry.urls : [entry.sitemap]).map((url) => new URL(url).host)
  return new Set(hosts.flatMap((host) => [host, host.startsWith('www.') ? host.slice(4) : `www.${host}`]))
}

function pageSources(cache: PageCache, entry: WebEntry, defaults: SourceDefaults): DocumentSource[] {
  const pages = cache.pages().filter((page) => page.file !== null)
  const names = new Map<string, number>()
  for (const { url } of pages) names.set(pageName(url), (names.get(pageName(url)) ?? 0) + 1)
  return pages.map((page) => {
    const name = pageName(page.url)
    const unique = (names.get(name) ?? 0) > 1 ? `${name}-${shortHash(page.url)}` : name
    return pageSource(cache, page, `${entry.name}/${unique}`, entry, defaults)
  })
}

function pageSource(
  cache: PageCache,
  page: CachedPage,
  id: string,
  entry: WebEntry,
  defaults: SourceDefaults,
): DocumentSource {
  const source = entry.title ?? new URL(page.url).hostname
  const date = entry.dates === 'lastmod' ? page.changed : null
  return {
    id,
    file: page.url,
    origin: defaults.origin,
    owner: defaults.owner,
    hash: async () => withDefaults(`${page.hash} ${JSON.stringify([page.url, source, date])}`, defaults),
    read: async () => {
      const path = cache.pathOf(page.file ?? '')
      const read = await readDocumentFile(page.url, path)
      const info = { ...documentInfo({ id, file: path }, read, defaults), url: page.url, source, date }
      return { info, passages: await splitDocument(info, read.blocks, []) }
    },
  }
}

/** The path of a page as part of an id; what makes two pages one is told apart by the caller. */
function pageName(url: string): string {
  const { pathname, search } = new URL(url)
  const path = decoded(pathname)
    .replace(/\.(?:html?|pdf|docx|txt)$/i, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/]+/gu, '-')
    .replace(/\/+/g, '/')
    .replace(/^[/-]+|[/-]+$/g, '')
    .slice(0, 120)
  const name = path === '' ? 'index' : path
  return search === '' ? name : `${name}-${shortHash(search)}`
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}

/** Two documents with one id would overwrite each other: the first stays, the other is told. */
function withoutTwins(
  documents: readonly DocumentSource[],
  failed: readonly FailedDocument[],
): Pick<Listing, 'documents' | 'failed'> {
  const seen = new Set<string>()
  const twins: FailedDocument[] = []
  const kept = documents.filter(({ id, file, origin = null, owner = null }) => {
    if (!seen.has(id)) {
      seen.add(id)
      return true
    }
    const reason = `${file}: another document has the id "${id}" already; rename one of them`
    twins.push({ file, reason, kept: false, origin, owner })
    return false
  })
  return { documents: kept, failed: [...failed, ...twins] }
}

function failure(
  file: string,
  reason: string,
  kept: boolean,
  { origin, owner }: SourceDefaults,
): FailedDocument {
  return { file, reason, kept, origin, owner }
}
