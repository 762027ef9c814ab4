import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readCheckedYaml } from '../checked-yaml.js'
import { analyse } from './dutch/analyse.js'

const entrySchema = z.strictObject({
  term: z.string().min(1),
  full: z.string().min(1),
  synonyms: z.array(z.string().min(1)).default([]),
  /** What `term` is called in English, to explain a Dutch quote; not searched. */
  en: z.string().min(1).optional(),
  note: z.string().optional(),
  ambiguous: z.boolean().optional(),
  /** Full readings of an ambiguous short form, offered to the asker. */
  meanings: z.array(z.string().min(1)).optional(),
})
const schema = z.array(entrySchema)

/** A name and what else it is called. */
export type GlossaryEntry = z.infer<typeof entrySchema>

/** Checks entries that an index brought along. */
export function parseGlossary(json: string): readonly GlossaryEntry[] {
  return schema.parse(JSON.parse(json))
}

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
  /** Short forms in the words that could mean several things, with their readings. */
  ambiguous(words: readonly { readonly term: string; readonly surface: string }[]): AmbiguousWord[]
}

/** A short form that is asked back, never guessed. */
export interface AmbiguousWord {
  /** As typed. */
  readonly word: string
  readonly meanings: readonly string[]
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

/**
 * Prepares entries for looking up in both directions: short to full, full to short, and synonyms. A short form that
 * is marked ambiguous anywhere is expanded nowhere.
 */
export function glossaryOf(entries: readonly GlossaryEntry[]): Glossary {
  const ambiguous = new Map<string, readonly string[]>()
  for (const { ambiguous: several, term, meanings } of entries) {
    if (several) ambiguous.set(stems(term).join(' '), meanings ?? [])
  }
  const names = new Map<string, string[][]>()
  for (const entry of entries) if (!entry.ambiguous) addNames(names, entry, ambiguous)
  const longest = Math.max(0, ...[...names.keys()].map((key) => key.split(' ').length))
  return {
    find: (words) => find(words, names, longest),
    ambiguous: (words) =>
      words.flatMap(({ term, surface }) => {
        const meanings = ambiguous.get(term)
        return meanings ? [{ word: surface, meanings }] : []
      }),
  }
}

function addNames(
  names: Map<string, string[][]>,
  entry: GlossaryEntry,
  ambiguous: ReadonlyMap<string, unknown>,
): void {
  const forms = [entry.term, entry.full, ...entry.synonyms].map(stems).filter(isName)
  const clear = forms.filter((form) => !ambiguous.has(form.join(' ')))
  const unique = [...new Map(clear.map((form) => [form.join(' '), form])).values()]
  if (entry.en !== undefined) addEnglish(names, entry.en, unique)
  // An entry with one name only explains; in a search it would hide the shorter names inside it.
  if (unique.length < 2) return
  for (const form of unique) {
    const key = form.join(' ')
    const others = unique.filter((other) => other !== form)
    names.set(key, [...(names.get(key) ?? []), ...others])
  }
}

/** The English of a phrase finds the phrase, not the other way round; an explanation in brackets is no name. */
function addEnglish(names: Map<string, string[][]>, english: string, dutch: readonly string[][]): void {
  const form = stems(english.replace(/\s*\([^)]*\)/g, ''))
  if (!isName(form)) return
  const key = form.join(' ')
  names.set(key, [...(names.get(key) ?? []), ...dutch.filter((other) => other.join(' ') !== key)])
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
