/** Entries a memo keeps before it starts anew; passages and noted questions of some thousand documents fit. */
const LIMIT = 50_000

/**
 * Remembers what a pure function of a text gave: the same passages and noted questions are looked at for every
 * question. One function, one memo; it empties itself when full.
 */
export function memoised<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= LIMIT) known.clear()
    const made = of(text)
    known.set(text, made)
    return made
  }
}
