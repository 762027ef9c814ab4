import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { readCheckedYaml } from '../../checked-yaml.js'
import { DOCUMENTS_DEFAULTS, type SourceDefaults } from '../documents.js'

/** What `authority: authoritative` stands for: it speaks before everything with a lower number. */
const AUTHORITATIVE = 100

const text = z.string('must be text').trim().min(1, 'must not be empty')
const webAddress = z.url({ protocol: /^https?$/, error: 'must be an http or https address' })
const count = (most: number) => z.int().min(1).max(most, `must be at most ${most}`)

const shared = {
  owner: text.optional(),
  audience: z.enum(['public', 'members'], 'must be public or members').default('public'),
  authority: z
    .union([z.int(), z.literal('authoritative')], 'must be a whole number or authoritative')
    .default(0)
    .transform((authority) => (authority === 'authoritative' ? AUTHORITATIVE : authority)),
}

const named = {
  ...shared,
  /** The first part of the ids of its documents. */
  name: z
    .string('must be a short name')
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be small letters, digits and hyphens')
    .refine((name) => name !== 'documents' && name !== 'published', 'is a name of the desk itself'),
}

const web = {
  ...named,
  /** Name of the source as members read it; the host when left out. */
  title: text.optional(),
  /** `lastmod`: the day on which the sitemap says that the page changed is its date. */
  dates: z.enum(['none', 'lastmod'], 'must be none or lastmod').default('none'),
  /** How many pages at most. */
  pages: count(5000).default(500),
  /** Seconds between two requests to a host. */
  delay: z.number().min(0.2, 'must be at least 0.2 seconds').max(60).default(1),
}

const folder = z.strictObject({ ...named, folder: text })
const sitemap = z.strictObject({
  ...web,
  sitemap: webAddress,
  /** Only pages whose path begins with one of these; all when left out. */
  include: z.array(z.string().startsWith('/', 'must begin with /')).default([]),
  exclude: z.array(z.string().startsWith('/', 'must begin with /')).default([]),
})
const list = z.strictObject({ ...web, urls: z.array(webAddress).min(1, 'must name a page') })

const schema = z.strictObject({
  documents: z.strictObject(shared).optional(),
  sources: z.array(z.union([folder, sitemap, list])).default([]),
})

export type FolderEntry = z.infer<typeof folder>
export type WebEntry = z.infer<typeof sitemap> | z.infer<typeof list>

/** Where documents come from besides `documents/`, and what holds for all that comes from there. */
export interface SourcesFile {
  /** What holds for the documents folder. */
  readonly documents: SourceDefaults
  readonly folders: readonly { readonly path: string; readonly defaults: SourceDefaults }[]
  readonly websites: readonly { readonly entry: WebEntry; readonly defaults: SourceDefaults }[]
}

/** Path of the file in a knowledge folder. */
export function sourcesPath(knowledgeDir: string): string {
  return join(knowledgeDir, 'organisation', 'sources.yaml')
}

/**
 * Reads `organisation/sources.yaml`; without it there is the documents folder alone. Folders in it are seen from the
 * knowledge folder.
 *
 * @throws FileError with line and field when it is wrong, also when two sources have the same name.
 */
export function readSourcesFile(knowledgeDir: string): SourcesFile {
  const path = sourcesPath(knowledgeDir)
  if (!existsSync(path)) return { documents: DOCUMENTS_DEFAULTS, folders: [], websites: [] }
  const { documents, sources } = readCheckedYaml(path, withOwnNames)
  return {
    documents: documents ? defaultsOf('documents', documents) : DOCUMENTS_DEFAULTS,
    folders: sources.flatMap((entry) =>
      'folder' in entry
        ? [{ path: resolve(knowledgeDir, entry.folder), defaults: defaultsOf(entry.name, entry) }]
        : [],
    ),
    websites: sources.flatMap((entry) =>
      'folder' in entry ? [] : [{ entry, defaults: defaultsOf(entry.name, entry) }],
    ),
  }
}

const withOwnNames = z.preprocess(
  (value) => value ?? {}, // nothing but comments
  schema.superRefine(({ sources }, context) => {
    for (const [index, { name }] of sources.entries()) {
      if (sources.findIndex((other) => other.name === name) === index) continue
      context.addIssue({
        code: 'custom',
        path: ['sources', index, 'name'],
        message: `"${name}" is there twice`,
      })
    }
  }),
)

type Shared = Pick<FolderEntry, 'audience' | 'authority'> & { readonly owner?: string | undefined }

function defaultsOf(origin: string, { owner, audience, authority }: Shared): SourceDefaults {
  return { origin, owner: owner ?? null, audience: audience === 'members' ? 'leden' : 'publiek', authority }
}
