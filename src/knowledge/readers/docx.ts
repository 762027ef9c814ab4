import mammoth from 'mammoth'
import type { Block } from './blocks.js'
import { htmlBlocks } from './html.js'

/**
 * The text of a Word document. Images are left out.
 *
 * @throws Error when the bytes are not a docx file.
 */
export async function readDocx(bytes: Uint8Array): Promise<readonly Block[]> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false },
  )
  return htmlBlocks(value)
}
