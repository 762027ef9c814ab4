import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { checkPdf } from '../../../src/knowledge/readers/pdf-check.js'
import { READ_LIMITS, readDocumentFile } from '../../../src/knowledge/readers/read-file.js'
import { checkZip } from '../../../src/knowledge/readers/zip-check.js'
import { temporaryFolder } from '../temporary.js'
import { packed, packedAgain, pdfWith, zipOf } from './bombs.js'
import { docxOf, pdfOf, wordParagraph } from './made-files.js'

const MEGABYTE = 1024 * 1024
const SPACE = 0x20

/** Reads a file and watches what that takes. */
async function reading(name: string, content: Uint8Array, limits = READ_LIMITS) {
  const path = join(temporaryFolder({ [name]: content }), name)
  const before = process.memoryUsage.rss()
  const started = performance.now()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 5)
  try {
    const error: unknown = await readDocumentFile(name, path, limits).then(
      () => null,
      (reason: unknown) => reason,
    )
    return { error, ms: performance.now() - started, grew: (most - before) / MEGABYTE }
  } finally {
    clearInterval(watch)
  }
}

const BOMBS: Readonly<Record<string, () => Promise<readonly [string, Buffer]>>> = {
  'a Word document that unpacks to 1 GB': async () => {
    const data = await packed(1024, SPACE, true)
    return ['bom.docx', zipOf([{ name: 'word/document.xml', data, unpacked: 1024 * MEGABYTE }])]
  },
  'a Word document that says it unpacks to nothing': async () => {
    const data = await packed(300, SPACE, true)
    return ['bom.docx', zipOf([{ name: 'word/document.xml', data, unpacked: 0 }])]
  },
  'a Word document that says less than it is': async () => {
    const data = await packed(300, SPACE, true)
    return ['bom.docx', zipOf([{ name: 'word/document.xml', data, unpacked: 1000 }])]
  },
  'a Word document with one part listed 1,500 times': async () => {
    const data = deflateRawSync(Buffer.alloc(30_000, SPACE))
    return ['bom.docx', zipOf([{ name: 'word/document.bin', data, unpacked: 30_000 }], 1500)]
  },
  'a Word document of 60,000 parts': async () => {
    const data = deflateRawSync(Buffer.alloc(1))
    return ['bom.docx', zipOf([{ name: 'x', data, unpacked: 1 }], 60_000)]
  },
  'a PDF page that unpacks to 300 MB': async () => [
    'bom.pdf',
    pdfWith(await packed(300, SPACE, false), '/Filter /FlateDecode'),
  ],
  'a PDF page that is packed twice': async () => [
    'bom.pdf',
    pdfWith(await packedAgain(await packed(300, SPACE, false)), '/Filter [/FlateDecode /FlateDecode]'),
  ],
  'a PDF page whose filter stands elsewhere': async () => [
    'bom.pdf',
    pdfWith(await packed(300, SPACE, false), '/Filter 9 0 R'),
  ],
  'a PDF page that calls itself an image': async () => [
    'bom.pdf',
    pdfWith(await packed(250, SPACE, false), '/Subtype /Image /Filter /FlateDecode'),
  ],
}

describe('a document that is made to take everything', { timeout: 60_000 }, () => {
  // The libraries of the readers are there before anything is measured.
  const warm = async () => {
    await reading('goed.pdf', pdfOf([['Een gewone bladzijde.']]))
    await reading('goed.docx', docxOf(wordParagraph('Een gewone alinea.')))
  }

  it.each(Object.keys(BOMBS))('is refused within 5 s and 200 MB: %s', async (name) => {
    const [file, content] = (await BOMBS[name]?.()) ?? ['', Buffer.alloc(0)]
    expect(content.length).toBeLessThan(8 * MEGABYTE)
    await warm()
    const { error, ms, grew } = await reading(file, content)
    expect(error).toMatchObject({ code: expect.stringMatching(/^E_DOCUMENT_(UNREADABLE|TOO_LARGE)$/) })
    expect(ms).toBeLessThan(5000)
    expect(grew).toBeLessThan(200)
  })

  it('is cut off when it takes too long, and the next one is read', async () => {
    const deep = Buffer.from(`<html><body>${'<div><p>tekst</p>'.repeat(60_000)}</body></html>`)
    await warm()
    const { error, ms } = await reading('diep.html', deep, { ...READ_LIMITS, milliseconds: 300 })
    expect(error).toMatchObject({
      code: 'E_DOCUMENT_TOO_SLOW',
      message: expect.stringContaining('diep.html'),
    })
    expect(ms).toBeLessThan(3000)
    const { error: none } = await reading(
      'goed.html',
      Buffer.from('<html><body><p>Gewoon een tekst.</p></body></html>'),
    )
    expect(none).toBeNull()
  })

  it.each([
    [
      'lie over each other',
      [{ name: 'a.bin', data: deflateRawSync(Buffer.alloc(9000)), unpacked: 9000 }],
      1500,
    ],
    ['at most 2000', [{ name: 'a', data: deflateRawSync(Buffer.alloc(1)), unpacked: 1 }], 2001],
    [
      'to another size than it says',
      [{ name: 'a', data: deflateRawSync(Buffer.alloc(9000)), unpacked: 0 }],
      1,
    ],
    ['at most 67108864', [{ name: 'a', data: Buffer.alloc(10), unpacked: 100 * MEGABYTE }], 1],
    ['bytes of text', [{ name: 'a.xml', data: Buffer.alloc(10), unpacked: 30 * MEGABYTE }], 1],
  ])('is told that its parts %s', (reason, entries, repeats) => {
    expect(() => checkZip(zipOf(entries, repeats))).toThrow(reason)
  })

  it('is told what a part of a PDF unpacks to', async () => {
    const limits = { part: MEGABYTE, all: 2 * MEGABYTE, images: MEGABYTE }
    const many = Buffer.concat(
      await Promise.all([0, 1, 2].map(async () => pdfWith(await packed(1, SPACE, false), ''))),
    )
    await expect(checkPdf(many, limits)).rejects.toThrow('unpacks to more than 0 bytes')
    await expect(checkPdf(pdfWith(await packed(2, SPACE, false), ''), limits)).rejects.toThrow(
      'more than 1048576 bytes',
    )
    await expect(checkPdf(pdfWith(await packed(1, SPACE, false), ''), limits)).resolves.toBeUndefined()
  })

  it('stands beside documents that are read as ever', async () => {
    const { error } = await reading(
      'groot.docx',
      docxOf(wordParagraph('Een alinea over verlof. ').repeat(5000)),
    )
    expect(error).toBeNull()
  })
})
