/** How much is remembered before it starts anew. */
export interface Room {
  readonly entries: number
  /** Of longer ones nothing is remembered, in characters. */
  readonly longest: number
}

/** More words than a member or a document uses; what is longer is hardly a word, and does not come back. */
export const WORDS: Room = { entries: 20_000, longest: 60 }

/** The passages and noted questions of some thousand documents, which are looked at for every question. */
export const TEXTS: Room = { entries: 50_000, longest: Number.POSITIVE_INFINITY }

/** Remembers what a pure function of a word or text gave; one function, one memory. */
export function remembered<T>(of: (text: string) => T, { entries, longest } = WORDS): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = of(text)
    if (text.length > longest) return made
    if (known.size >= entries) known.clear()
    known.set(text, made)
    return made
  }
}

/** Keeps what a pure function of an object gave with that object: it is forgotten with it. */
export function keptWith<K extends object, T extends object>(of: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, T>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = of(key)
    known.set(key, made)
    return made
  }
}
