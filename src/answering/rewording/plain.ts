/** A question in words that say little by themselves, and the same in words a text would use. */
export interface Plain {
  readonly asks: RegExp
  /** What makes it another question. */
  readonly unless: RegExp
  readonly plainly: string
}

/** Who is asked. */
export const US = '(?:jullie|ulle|u|(?:de )?vvsg|de vereniging|you)'

/** A rule from words that must all be there, in whatever order. */
export function together(...words: readonly string[]): RegExp {
  return new RegExp(`^${words.map((word) => `(?=.*(?<!\\p{L})(?:${word})(?!\\p{L}))`).join('')}`, 'iu')
}
