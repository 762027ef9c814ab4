import { crc32, deflateSync } from 'node:zlib'

type Pixel = readonly [red: number, green: number, blue: number, alpha: number]

const BLUE: Pixel = [11, 92, 173, 255]
const WHITE: Pixel = [255, 255, 255, 255]
const NOTHING: Pixel = [255, 255, 255, 0]

/** The icon in colour, 192 by 192: a speech balloon on blue. */
export function colorIcon(): Buffer {
  return png(192, (x, y) => (isBalloon(x, y) ? WHITE : BLUE))
}

/** The icon as a line, 32 by 32: white on nothing, as Teams asks. */
export function outlineIcon(): Buffer {
  return png(32, (x, y) => (isBalloon(x, y) && !isBalloon(x, y, 0.06) ? WHITE : NOTHING))
}

/**
 * Whether a place of the square from 0 to 1 lies within the balloon.
 *
 * @param inset how much smaller the balloon is taken.
 */
function isBalloon(x: number, y: number, inset = 0): boolean {
  const inOval = ((x - 0.5) / (0.36 - inset)) ** 2 + ((y - 0.44) / (0.27 - inset)) ** 2 <= 1
  const inTail = x >= 0.32 + inset && x <= 0.5 - inset && y >= 0.6 && y <= 0.88 - inset - (x - 0.32) * 1.2
  return inOval || inTail
}

/** A PNG of `size` by `size`; `paint` is asked for the middle of each pixel, from 0 to 1. */
function png(size: number, paint: (x: number, y: number) => Pixel): Buffer {
  const rows = Buffer.alloc(size * (1 + size * 4))
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const pixel = paint((x + 0.5) / size, (y + 0.5) / size)
      rows.set(pixel, y * (1 + size * 4) + 1 + x * 4)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
