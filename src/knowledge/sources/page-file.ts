import type { IncomingHttpHeaders } from 'node:http'

const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'text/plain': '.txt',
  'text/markdown': '.txt', // front matter is for our own documents
}

/** How far into a page its own words about itself stand. */
const HEAD = 20_000

/**
 * What is kept of an answer, and under which extension, so that the readers of files read it: text as UTF-8.
 * Null when the page asks not to be indexed.
 *
 * @throws Error when there is no reader for its kind.
 */
export function pageFile(
  headers: IncomingHttpHeaders,
  body: Buffer,
): { readonly content: Buffer; readonly extension: string } | null {
  if (/\b(?:noindex|none)\b/i.test(String(headers['x-robots-tag'] ?? ''))) return null
  const type = (headers['content-type'] ?? 'text/html').toLowerCase()
  const kind = (type.split(';')[0] ?? '').trim()
  const extension = EXTENSIONS[kind]
  if (extension === undefined) throw new Error(`is of a kind that is not read (${kind})`)
  if (extension === '.pdf' || extension === '.docx') return { content: body, extension }
  const text = decoded(body, type)
  if (extension === '.html' && asksNotToBeIndexed(text.slice(0, HEAD))) return null
  return { content: Buffer.from(text), extension }
}

function decoded(body: Buffer, type: string): string {
  const declared =
    /charset\s*=\s*["']?([\w-]+)/.exec(type)?.[1] ??
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(body.subarray(0, 2048).toString('latin1'))?.[1]
  try {
    return new TextDecoder(declared ?? 'utf-8').decode(body)
  } catch {
    return new TextDecoder('utf-8').decode(body) // An encoding that does not exist.
  }
}

function asksNotToBeIndexed(head: string): boolean {
  const tags = head.match(/<meta\s[^>]{0,500}>/gi) ?? []
  return tags.some(
    (tag) =>
      /\bname\s*=\s*["']?robots\b/i.test(tag) && /\bcontent\s*=\s*["'][^"']*\b(?:noindex|none)\b/i.test(tag),
  )
}
