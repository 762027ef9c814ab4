/** Words remembered before it starts anew: more than a member or a document uses. */
const LIMIT = 20_000
/** Longer ones are hardly words, and do not come back. */
const LONGEST = 60

/** Remembers what a pure function of a word gave: the same words come back in every text. */
export function remembered<T>(of: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    const made = of(word)
    if (word.length > LONGEST) return made
    if (known.size >= LIMIT) known.clear()
    known.set(word, made)
    return made
  }
}
