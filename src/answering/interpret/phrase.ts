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
  return new Phrase(String.raw`(?<![\p{L}\d])(?:${patterns})(?![\p{L}\d])`, 'iu')
}

/**
 * Tests a text in small letters against a pattern in small letters. To do without the case of letters takes a pattern
 * three times as long to be prepared, and there are hundreds of them; texts with letters of which the small one is not
 * that simple, and patterns with capitals, are tested as they are.
 */
class Phrase extends RegExp {
  readonly #small: RegExp | null

  constructor(source: string, flags: string) {
    super(source, flags)
    this.#small = SAYS_CASE.test(source.replace(LETTER_OR_ESCAPE, '')) ? null : new RegExp(source, 'u')
  }

  override test(text: string): boolean {
    const small = this.#small && inSmallLetters(text)
    return small === null ? super.test(text) : this.#small?.test(small) === true
  }
}

/** `\p{L}` and `\S` are the same in both; other properties may tell capitals from small letters. */
const LETTER_OR_ESCAPE = /\\p\{L\}|\\[^pP]/gu
const SAYS_CASE = /\p{Lu}|\\[pP]/u

/** Latin letters whose small letter is one of that range, marks and signs. */
const SIMPLE = /^[\0-\u012f\u0132-\u0148\u014a-\u017e\u2000-\u206f\u20a0-\u20bf]*$/u
let last: { readonly text: string; readonly small: string | null } = { text: '', small: '' }

/** Null for a text with other letters; the rules are all asked about the same text in turn. */
function inSmallLetters(text: string): string | null {
  if (last.text !== text) last = { text, small: SIMPLE.test(text) ? text.toLowerCase() : null }
  return last.small
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
