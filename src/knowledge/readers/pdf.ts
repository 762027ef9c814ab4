import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { withoutRunningLines } from './clean.js'

/** The text of a PDF, with its own title when it carries one. */
export interface PdfResult {
  readonly title: string | null
  readonly text: string
}

const MOST_PAGES = 2000

/**
 * The text of a PDF, page by page, without running headers and footers. Words cut at a line end are joined.
 *
 * @throws Error when the bytes are not a PDF; a PDF of scanned images gives an empty text.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfResult> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  try {
    if (pdf.numPages > MOST_PAGES)
      throw new Error(`has ${pdf.numPages} pages, at most ${MOST_PAGES} are read`)
    const { text } = await extractText(pdf, { mergePages: false })
    const meta = await getMeta(pdf)
    const title: unknown = meta.info.Title
    return {
      title: typeof title === 'string' && title.trim() !== '' ? title.trim() : null,
      text: withoutRunningLines(text).map(joinHyphens).join('\n\n'),
    }
  } finally {
    await pdf.destroy()
  }
}

function joinHyphens(page: string): string {
  return page.replace(/(\p{Ll})-\n(\p{Ll})/gu, '$1$2')
}
