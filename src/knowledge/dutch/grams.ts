const SIZE = 4

/**
 * The character 4-grams of a word, with `^` and `$` at its ends; each once. A word of two letters or fewer, or a
 * number, is one piece: a number that looks alike is another number.
 *
 * @example
 * ```ts
 * grams('afval') //=> ['^afv', 'afva', 'fval', 'val$']
 * ```
 */
export function grams(word: string): readonly string[] {
  const marked = `^${word}$`
  if (marked.length <= SIZE || /\d/.test(word)) return [marked]
  const found = new Set<string>()
  for (let i = 0; i + SIZE <= marked.length; i++) found.add(marked.slice(i, i + SIZE))
  return [...found]
}
