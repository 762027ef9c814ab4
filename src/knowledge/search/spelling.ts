import { grams } from '../dutch/grams.js'

/** The stems of an index, as far as a query needs them. */
export interface Vocabulary {
  readonly passageCount: number
  term(term: string): { readonly df: number } | null
  gram(gram: string): { readonly df: number; readonly terms: Uint32Array } | null
  termById(id: number): string | null
}

/** A stem that an unknown word may be a slip for. */
export interface NearTerm {
  readonly term: string
  /** 0 to 1; 1 would be the word itself. */
  readonly likeness: number
}

const SHORTEST = 4
const MOST_COMPARED = 60
const MOST_KEPT = 3

/**
 * Stems within one or two slips of a word: first the ones that share most 4-grams, then only those that a few
 * changed, lost, added or swapped letters apart. Short words and numbers have none.
 *
 * @param typed the word before it was stemmed: how long it is decides how many slips are likely
 */
export function nearTerms(term: string, vocabulary: Vocabulary, typed = term): NearTerm[] {
  if (term.length < SHORTEST || /\d/.test(term)) return []
  const allowed = typed.length <= 7 ? 1 : 2
  const near: NearTerm[] = []
  for (const candidate of sharingGrams(term, vocabulary)) {
    if (candidate[0] !== term[0] && term.length < 7) continue
    const slips = distance(term, candidate, allowed)
    if (slips <= allowed) near.push({ term: candidate, likeness: 1 - slips / term.length })
  }
  return near.sort((a, b) => b.likeness - a.likeness).slice(0, MOST_KEPT)
}

function sharingGrams(term: string, vocabulary: Vocabulary): string[] {
  const shared = new Map<number, number>()
  for (const gram of slipGrams(term)) {
    for (const id of vocabulary.gram(gram)?.terms ?? []) shared.set(id, (shared.get(id) ?? 0) + 1)
  }
  return [...shared]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_COMPARED)
    .map(([id]) => vocabulary.termById(id))
    .filter((found) => found !== null)
    .filter((found) => found.length >= SHORTEST && Math.abs(found.length - term.length) <= 2)
}

/** A slip in the middle of a short word breaks every 4-gram: swapped neighbours are tried as well. */
function slipGrams(term: string): Set<string> {
  const all = new Set(grams(term))
  if (term.length > 8) return all
  for (let i = 0; i + 1 < term.length; i++) {
    const swapped = term.slice(0, i) + (term[i + 1] ?? '') + (term[i] ?? '') + term.slice(i + 2)
    for (const gram of grams(swapped)) all.add(gram)
  }
  return all
}

/** Edit distance with swapped neighbours as one slip; anything above `most` comes out as `most + 1`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const kept = at(previous, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = isSwap(a, b, i, j) ? at(before, j - 2) + 1 : kept
      current.push(Math.min(kept, swapped, at(previous, j) + 1, at(current, j - 1) + 1))
    }
    before = previous
    previous = current
  }
  return Math.min(at(previous, b.length), most + 1)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}

function isSwap(a: string, b: string, i: number, j: number): boolean {
  return i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
}
