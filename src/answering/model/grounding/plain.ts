/** Characters nobody sees, and marks that turn the reading direction. */
const UNSEEN = /[\p{Cf}\p{Cc}\u2800\u115f\u1160\u3164\uffa0]/gu

/**
 * A text in the plainest characters that still say the same: compatibility forms opened, unseen characters gone,
 * one kind of dash, quote and space, digits of any script as 0 to 9.
 *
 * Sentences of a model and passages are both compared, and the sentence is shown, in this form: what a member reads is
 * what was checked.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\n\r\t]/g, ' ')
    .replace(UNSEEN, '')
    .replace(/[\p{Pd}\u2212\u2043]/gu, '-')
    .replace(/[\u2018\u2019\u201b\u02bc\u2032´]/gu, "'")
    .replace(/[\u201c-\u201f«»\u2033]/gu, '"')
    .replace(/\p{Nd}/gu, westernDigit)
    .replace(/\p{Zs}+/gu, ' ')
    .trim()
}

/** The digits of a script stand in order, ten in a row. */
function westernDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  if (code < 128) return digit
  let zero = code
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--
  return String(code - zero)
}

/** Words and numbers of a text as they stand there, hyphenated words in their parts, without a possessive 's. */
export function wordsIn(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map(({ 0: found, index }) => ({
    text: found.replace(/'s$/i, ''),
    start: index,
    end: index + found.length,
  }))
}

const WORD = /[\p{L}\p{M}\d]+(?:['.&][\p{L}\p{M}\d]+)*/gu

/** A word with its place, end exclusive. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}
