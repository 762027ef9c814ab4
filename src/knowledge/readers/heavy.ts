import { type ReadResult, takeTitle } from './blocks.js'
import { cleanText } from './clean.js'
import { readDocx } from './docx.js'
import { readHtml } from './html.js'
import { readPdf } from './pdf.js'
import { checkPdf } from './pdf-check.js'
import { plainTextBlocks, titleOfText } from './plain-text.js'
import { checkZip } from './zip-check.js'

/** The readers that bring a library of tens of megabytes along; only the thread that reads loads them. */
export const HEAVY_READERS: Readonly<
  Record<'docx' | 'html' | 'pdf', (bytes: Buffer) => Promise<ReadResult>>
> = {
  async docx(bytes) {
    checkZip(bytes)
    return { ...takeTitle(await readDocx(bytes)), frontMatter: null }
  },
  async html(bytes) {
    return { ...readHtml(cleanText(new TextDecoder('utf-8').decode(bytes))), frontMatter: null }
  },
  async pdf(bytes) {
    await checkPdf(bytes)
    const { title, text } = await readPdf(bytes)
    const found = titleOfText(plainTextBlocks(cleanText(text)))
    return { title: title ?? found.title, blocks: found.blocks, frontMatter: null }
  },
}
