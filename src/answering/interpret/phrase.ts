/**
 * Up to seven words, none of which ends a sentence. It stands hundreds of times in the rules and is unrolled when the
 * first question is read: `[^\s]` is what `\S` is, and takes a tenth of the time to prepare.
 */
const GAP = String.raw`(?:[\s,]+(?:[^\s.!?;]|[.](?=[^\s]))+){0,7}?[\s,]+`
const ENDING = String.raw`[\p{L}\d'-]*`

/**
 * A pattern for whole words, written the way a rule is said aloud.
 *
 * - `*` at the start or end of a word stands for any letters: `buur*` is "buur", "buurman", "buurvrouw".
 * - `..` stands for at most seven words within one sentence: `wie .. gelijk`.
 * - `( | )` and `?` mean what they mean in a regular expression: `(mijn|onze)`, `straks?`.
 *
 * Case does not matter, any space or comma parts words, and ` ?` is a space that may be missing.
 *
 * @example
 * ```ts
 * phrase('mijn buur*').test('Mijn buurman bouwt') // true
 * phrase('wie .. gelijk').test('wie van beiden heeft er gelijk?') // true
 * ```
 */
export function phrase(...alternatives: readonly string[]): RegExp {
  const patterns = alternatives.map(pattern).join('|')
  return new RegExp(String.raw`(?<![\p{L}\d])(?:${patterns})(?![\p{L}\d])`, 'iu')
}

function pattern(alternative: string): string {
  return alternative
    .replace(/ \.\.$/u, '')
    .replace(/\$$/u, String.raw`[\s.!?]{0,9}$$`)
    .split(' .. ')
    .map((part) =>
      part.replaceAll('*', ENDING).replaceAll(' ?', String.raw`[\s,]*`).replaceAll(' ', String.raw`[\s,]+`),
    )
    .join(GAP)
}
