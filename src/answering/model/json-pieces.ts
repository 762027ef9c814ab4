/**
 * The complete objects within the first array of a JSON text that is still coming in, as texts, in order; the same
 * text with more behind it gives the same ones first.
 *
 * @example
 * ```ts
 * objectsSoFar('{"sentences":[{"text":"a"},{"te') //=> ['{"text":"a"}']
 * ```
 */
export function objectsSoFar(json: string): readonly string[] {
  const found: string[] = []
  let start = -1
  let depth = 0
  for (const { at, mark } of marksOf(json)) {
    if (mark === '{') {
      depth++
      if (depth === 2) start = at
    } else {
      depth--
      if (depth === 1 && start >= 0) found.push(json.slice(start, at + 1))
    }
  }
  return found
}

/** The braces outside strings. */
function* marksOf(json: string): Generator<{ readonly at: number; readonly mark: '{' | '}' }> {
  let inString = false
  for (let at = 0; at < json.length; at++) {
    const character = json[at]
    if (inString && character === '\\') at++
    else if (character === '"') inString = !inString
    else if (!inString && (character === '{' || character === '}')) yield { at, mark: character }
  }
}
