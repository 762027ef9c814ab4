import { type Request, type Response, Router } from 'express'
import type { Passage } from '../knowledge/passage.js'
import { WEB_TEXTS } from '../texts/web.js'
import { escapeHtml } from './html.js'

/** The passages of a document in order; empty when there is no such document, or when it was withdrawn. */
export type PassagesOf = (document: string) => readonly Passage[]

/**
 * `/bron/<document>?citaat=...`: the document as we indexed it, with the cited quote marked.
 *
 * For who is not known as a member a document for members only is not there, title included. A quote that is not in the document is not shown at all: nobody can put words in its mouth with a link.
 */
export function sourceRouter(
  passagesOf: PassagesOf,
  mayReadForMembers: (request: Request) => Promise<boolean> = async () => false,
): Router {
  const router = Router()
  router.get('/bron/*document', async (request: Request<{ document: string[] }>, response: Response) => {
    const found = passagesOf(request.params.document.join('/'))
    const isPublic = found.every(({ document }) => document.audience === 'publiek')
    const passages = isPublic || (await mayReadForMembers(request)) ? found : []
    const quote = typeof request.query.citaat === 'string' ? request.query.citaat : ''
    response
      .status(passages.length > 0 ? 200 : 404)
      .set('Cache-Control', isPublic ? 'no-cache' : 'no-store')
      .type('text/html')
      .send(page(passages, quote))
  })
  return router
}

function page(passages: readonly Passage[], quote: string): string {
  const document = passages[0]?.document
  const title = escapeHtml(document?.title ?? WEB_TEXTS.source.missing)
  return `<!doctype html>
<html lang="${document?.language === 'en' ? 'en' : 'nl-BE'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} - Vraagbaak</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header class="top" lang="nl-BE"><div class="top-inner"><img src="/icon.svg" alt="" width="40" height="40">
<div><p class="name">Vraagbaak</p></div><a href="/">${WEB_TEXTS.source.back}</a></div></header>
<main class="document">
<h1>${title}</h1>
${document === undefined ? '' : about(document)}
${sections(passages, quote)}
</main>
</body>
</html>
`
}

function about({ kind, source, date, url }: Passage['document']): string {
  const { summaryOf, source: sourceLine, date: dateLine, dateUnknown, original } = WEB_TEXTS.source
  const named = kind === 'samenvatting' ? summaryOf : sourceLine
  const lines = [
    ...(source === null ? [] : [escapeHtml(named(source))]),
    escapeHtml(date === null ? dateUnknown : dateLine(inWords(date))),
    ...(isWebAddress(url) ? [`<a href="${escapeHtml(url)}" rel="noopener noreferrer">${original}</a>`] : []),
  ]
  return `<p class="about" lang="nl-BE">${lines.join('<br>\n')}</p>`
}

function sections(passages: readonly Passage[], quote: string): string {
  let heading = ''
  let marked = false
  const parts = passages.map(({ section, text }) => {
    const own = section.join(' > ')
    const title = own === heading || own === '' ? '' : `<h2>${escapeHtml(own)}</h2>\n`
    heading = own
    const at = marked || quote === '' ? -1 : text.indexOf(quote)
    marked ||= at >= 0
    return `${title}<p class="passage">${withMark(text, at, quote)}</p>`
  })
  return parts.join('\n')
}

function withMark(text: string, at: number, quote: string): string {
  if (at < 0) return escapeHtml(text)
  const end = at + quote.length
  const note = `<span class="hidden" lang="nl-BE">${WEB_TEXTS.source.quoted}: </span>`
  const mark = `<mark id="citaat">${note}${escapeHtml(text.slice(at, end))}</mark>`
  return `${escapeHtml(text.slice(0, at))}${mark}${escapeHtml(text.slice(end))}`
}

function inWords(date: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return date
  return new Intl.DateTimeFormat('nl-BE', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
}

function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//.test(url)
}
