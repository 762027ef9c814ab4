import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import JSZip from 'jszip'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { runCommand } from '../../../src/cli/program.js'

const APP_ID = 'AAAAAAAA-0000-4000-8000-00000000000A'
const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-package-'))
const file = join(folder, 'vraagbaak.zip')
const make = (...options: readonly string[]) =>
  runCommand(['teams', 'package', file, ...options], { write: () => true })

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What Microsoft's schema of the manifest asks of the parts that are used here. */
const text = (max: number) => z.string().min(1).max(max)
const https = z.url({ protocol: /^https$/ }).max(2048)
const manifestSchema = z.strictObject({
  $schema: z.url(),
  manifestVersion: z.literal('1.19'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  id: z.guid(),
  developer: z.strictObject({
    name: text(32),
    websiteUrl: https,
    privacyUrl: https,
    termsOfUseUrl: https,
  }),
  name: z.strictObject({ short: text(30), full: text(100) }),
  description: z.strictObject({ short: text(80), full: text(4000) }),
  icons: z.strictObject({ color: z.literal('color.png'), outline: z.literal('outline.png') }),
  accentColor: z.string().regex(/^#[0-9a-f]{6}$/i),
  localizationInfo: z.strictObject({ defaultLanguageTag: z.string().regex(/^[a-z]{2}(-[a-z]{2})?$/) }),
  bots: z
    .array(
      z.strictObject({
        botId: z.guid(),
        scopes: z.array(z.enum(['personal', 'team', 'groupChat'])).max(3),
        supportsFiles: z.boolean(),
        isNotificationOnly: z.boolean(),
        commandLists: z
          .array(
            z.strictObject({
              scopes: z.array(z.enum(['personal', 'team', 'groupChat'])),
              commands: z.array(z.strictObject({ title: text(128), description: text(128) })).max(10),
            }),
          )
          .max(3),
      }),
    )
    .length(1),
  permissions: z.array(z.enum(['identity', 'messageTeamMembers'])),
  validDomains: z
    .array(
      z
        .string()
        .max(2048)
        .regex(/^[a-z0-9.-]+$/),
    )
    .max(16),
})

/** Colours of a PNG of eight bits with an alpha, without filters. */
function pixels(png: Buffer) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const length = png.readUInt32BE(33)
  const rows = inflateSync(png.subarray(41, 41 + length))
  const colours = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => rows.subarray(y * (1 + width * 4) + 1 + x * 4).readUInt32BE(0)),
  )
  return { width, height, colours: new Set(colours.flat()) }
}

describe('the app package', () => {
  it('is what Teams takes: a manifest by its schema, and two icons', async () => {
    expect(await make('--app-id', APP_ID, '--public-url', 'https://vraagbaak.vvsg.be/')).toBe(0)
    const archive = await JSZip.loadAsync(readFileSync(file), { checkCRC32: true })
    expect(Object.keys(archive.files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png'])
    const read = async (name: string) => (await archive.file(name)?.async('nodebuffer')) ?? Buffer.alloc(0)
    const manifest = manifestSchema.parse(JSON.parse((await read('manifest.json')).toString()))
    expect(manifest).toMatchObject({
      id: APP_ID.toLowerCase(),
      bots: [{ botId: APP_ID.toLowerCase(), scopes: ['personal', 'team', 'groupChat'] }],
      developer: { websiteUrl: 'https://vraagbaak.vvsg.be' },
      validDomains: ['vraagbaak.vvsg.be'],
    })
    expect(pixels(await read('color.png'))).toMatchObject({ width: 192, height: 192 })
    const outline = pixels(await read('outline.png'))
    expect(outline).toMatchObject({ width: 32, height: 32 })
    // White, or nothing at all.
    expect(outline.colours).toEqual(new Set([0xffffffff, 0xffffff00]))
  })

  it('is not made over another file, without an id, or for an address that is not https', async () => {
    expect(await make('--app-id', APP_ID, '--public-url', 'https://vraagbaak.vvsg.be')).toBe(2)
    rmSync(file)
    expect(await make('--app-id', 'x', '--public-url', 'https://vraagbaak.vvsg.be')).toBe(2)
    expect(await make('--app-id', APP_ID, '--public-url', 'http://vraagbaak.vvsg.be')).toBe(2)
  })
})
