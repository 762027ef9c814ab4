/** Remembers for one turn what was read with which arguments, which can be written as JSON. */
export function onceEach<Args extends readonly unknown[], T>(
  read: (...args: Args) => T,
): (...args: Args) => T {
  const known = new Map<string, T>()
  return (...args) => {
    const key = JSON.stringify(args)
    const found = known.get(key)
    if (found !== undefined) return found
    const made = read(...args)
    known.set(key, made)
    return made
  }
}
