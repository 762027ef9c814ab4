/** A sketch of a set: how many of its numbers two sketches share tells how much their sets do. */
export type Signature = Uint32Array

/** How a sketch is made and looked up: bands of rows that must be equal for two sets to be compared at all. */
export interface SketchShape {
  readonly bands: number
  readonly rows: number
}

/** 32-bit FNV-1a, finished so that all bits depend on all of the text. */
export function hash(text: string): number {
  let state = 0x811c9dc5
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  return mixed(state)
}

/** Hashes of each run of so many words; of all words together when there are fewer. */
export function shingles(words: readonly string[], length: number): Set<number> {
  const found = new Set<number>()
  for (let at = 0; at === 0 || at + length <= words.length; at++) {
    found.add(hash(words.slice(at, at + length).join(' ')))
  }
  return found
}

/** The sketch of a set of hashes (MinHash). */
export function signatureOf(set: Iterable<number>, { bands, rows }: SketchShape): Signature {
  const signature = new Uint32Array(bands * rows).fill(0xffff_ffff)
  for (const value of set) {
    for (let k = 0; k < signature.length; k++) {
      const own = mixed(value ^ Math.imul(k + 1, 0x9e3779b1)) >>> 0
      if (own < (signature[k] ?? 0)) signature[k] = own
    }
  }
  return signature
}

/** The keys under which sets that may be alike meet; sets of another kind (`salt`) never do. */
export function bandKeys(signature: Signature, { bands, rows }: SketchShape, salt = 0): number[] {
  return Array.from({ length: bands }, (_, band) => {
    let key = mixed(salt ^ Math.imul(band + 1, 0x85ebca6b))
    for (let row = 0; row < rows; row++) key = mixed(key ^ (signature[band * rows + row] ?? 0))
    return key
  })
}

/** How much two sets have in common, 0 to 1: what they share divided by what either has. */
export function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let shared = 0
  for (const one of a) if (b.has(one)) shared++
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

/** As {@link jaccard}, estimated from sketches. */
export function likeness(a: Signature, b: Signature): number {
  let same = 0
  for (let k = 0; k < a.length; k++) if (a[k] === b[k]) same++
  return a.length === 0 ? 0 : same / a.length
}

function mixed(value: number): number {
  let state = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return state ^ (state >>> 16)
}
