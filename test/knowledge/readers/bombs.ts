import { Readable } from 'node:stream'
import { createDeflate, createDeflateRaw } from 'node:zlib'

/** So much of one byte, packed, without ever holding it unpacked. */
export async function packed(megabytes: number, byte: number, raw: boolean): Promise<Buffer> {
  const megabyte = Buffer.alloc(1024 * 1024, byte)
  const many = function* () {
    for (let index = 0; index < megabytes; index++) yield megabyte
  }
  return gathered(
    Readable.from(many()).pipe(raw ? createDeflateRaw({ level: 9 }) : createDeflate({ level: 9 })),
  )
}

/** Packed once more. */
export async function packedAgain(data: Buffer): Promise<Buffer> {
  return gathered(Readable.from([data]).pipe(createDeflate({ level: 9 })))
}

async function gathered(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

/** An entry of an archive, with the size that it says it unpacks to. */
export interface FakeEntry {
  readonly name: string
  readonly data: Buffer
  readonly unpacked: number
}

/** A zip archive of packed entries; `repeats` lists the first entry so many times without holding it again. */
export function zipOf(entries: readonly FakeEntry[], repeats = 1): Buffer {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, data, unpacked } of entries) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    writeCommon(local, 4, data.length, unpacked, name.length)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    writeCommon(entry, 6, data.length, unpacked, name.length)
    entry.writeUInt32LE(offset, 42)
    const copies = central.length === 0 ? repeats : 1
    for (let copy = 0; copy < copies; copy++) central.push(entry, Buffer.from(name))
    parts.push(local, Buffer.from(name), data)
    offset += 30 + name.length + data.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(central.length / 2, 8)
  end.writeUInt16LE(central.length / 2, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, directory, end])
}

function writeCommon(header: Buffer, at: number, packedSize: number, unpacked: number, name: number): void {
  header.writeUInt16LE(20, at)
  header.writeUInt16LE(8, at + 4)
  header.writeUInt32LE(packedSize, at + 14)
  header.writeUInt32LE(unpacked, at + 18)
  header.writeUInt16LE(name, at + 22)
}

/** A PDF of one page whose content is this packed data. */
export function pdfWith(data: Buffer, dictionary: string): Buffer {
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>'),
    Buffer.concat([
      Buffer.from(`<< /Length ${data.length} ${dictionary} >>\nstream\n`),
      data,
      Buffer.from('\nendstream'),
    ]),
  ]
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')]
  const offsets: number[] = []
  let at = parts[0]?.length ?? 0
  for (const [index, object] of objects.entries()) {
    offsets.push(at)
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    parts.push(whole)
    at += whole.length
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 5\n0000000000 65535 f \n${table}trailer << /Size 5 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF`,
    ),
  )
  return Buffer.concat(parts)
}
