import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readCheckedYaml } from '../checked-yaml.js'
import { analyse } from './dutch/analyse.js'

const entrySchema = z.strictObject({
  term: z.string().min(1),
  full: z.string().min(1),
  synonyms: z.array(z.string().min(1)).default([]),
  note: z.string().optional(),
  ambiguous: z.boolean().optional(),
})
const schema = z.array(entrySchema)

/** A name and what else it is called. */
export type GlossaryEntry = z.infer<typeof entrySchema>

/** Words of a text that have other names. */
export interface GlossaryHit {
  /** Positions in the analysed words given. */
  readonly words: readonly number[]
  /** The other names, as stems. */
  readonly alternatives: readonly (readonly string[])[]
}

/** The glossary of an installation, ready to look words up. */
export interface Glossary {
  /** Every name found in the words, longest first at each place; the names of an ambiguous entry are left alone. */
  find(words: readonly { readonly term: string; readonly position: number }[]): GlossaryHit[]
  readonly entries: readonly GlossaryEntry[]
}

/** A sentence that explains is not a name: it would only add noise to a query. */
const LONGEST_NAME = 6

/**
 * Reads `glossary.yaml` in a knowledge folder; without that file the glossary is empty.
 *
 * @throws FileError with file, line and field when an entry is wrong.
 */
export function loadGlossary(knowledgeDir: string): readonly GlossaryEntry[] {
  const path = join(knowledgeDir, 'glossary.yaml')
  return existsSync(path) ? readCheckedYaml(path, schema) : []
}

/** Prepares entries for looking up in both directions: short to full, full to short, and synonyms. */
export function glossaryOf(entries: readonly GlossaryEntry[]): Glossary {
  const names = new Map<string, string[][]>()
  for (const entry of entries) if (!entry.ambiguous) addNames(names, entry)
  const longest = Math.max(0, ...[...names.keys()].map((key) => key.split(' ').length))
  return { entries, find: (words) => find(words, names, longest) }
}

function addNames(names: Map<string, string[][]>, entry: GlossaryEntry): void {
  const forms = [entry.term, entry.full, ...entry.synonyms].map(stems).filter(isName)
  const unique = [...new Map(forms.map((form) => [form.join(' '), form])).values()]
  for (const form of unique) {
    const key = form.join(' ')
    const others = unique.filter((other) => other !== form)
    names.set(key, [...(names.get(key) ?? []), ...others])
  }
}

function stems(name: string): string[] {
  return analyse(name).map(({ term }) => term)
}

function isName(form: readonly string[]): boolean {
  return form.length > 0 && form.length <= LONGEST_NAME
}

function find(
  words: readonly { readonly term: string; readonly position: number }[],
  names: ReadonlyMap<string, readonly (readonly string[])[]>,
  longest: number,
): GlossaryHit[] {
  const hits: GlossaryHit[] = []
  for (let start = 0; start < words.length; ) {
    const length = longestName(words, start, names, longest)
    const key = words
      .slice(start, start + length)
      .map(({ term }) => term)
      .join(' ')
    const alternatives = length > 0 ? names.get(key) : undefined
    if (alternatives)
      hits.push({ words: words.slice(start, start + length).map((_, i) => start + i), alternatives })
    start += Math.max(1, length)
  }
  return hits
}

function longestName(
  words: readonly { readonly term: string }[],
  start: number,
  names: ReadonlyMap<string, unknown>,
  longest: number,
): number {
  for (let length = Math.min(longest, words.length - start); length > 0; length--) {
    if (
      names.has(
        words
          .slice(start, start + length)
          .map(({ term }) => term)
          .join(' '),
      )
    )
      return length
  }
  return 0
}
