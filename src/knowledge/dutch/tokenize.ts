import { remembered } from '../remembered.js'

/** A word or number in a text. */
export interface Token {
  /** Lower case, without diacritics, possessive 's and inner marks: `OCMW's` is `ocmw`, `8.30` is `8_30`. */
  readonly word: string
  /** Parts around hyphens (`btw-nummer`: `btw`, `nummer`); empty when there are none. */
  readonly parts: readonly string[]
  /** As it stands in the text. */
  readonly surface: string
  /** Offsets in the text, end exclusive. */
  readonly start: number
  readonly end: number
}

// A word may hold hyphens, apostrophes, dots (e.g. "a.u.b.") and digits; a number may hold . , : and u ("16u30").
const TOKEN =
  /\d+(?:[.,:]\d+)+|\d{1,2}\s?[uh]\s?\d{2}(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-‑'’.&](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*/gu

/**
 * Cuts a text into words and numbers.
 *
 * @example
 * ```ts
 * tokenize("OCMW's, btw-nummer om 16u30").map((token) => token.word)
 * //=> ['ocmw', 'btwnummer', 'om', '16_30']
 * ```
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const surface = match[0]
    const normal = normalise(surface)
    if (normal.word === '') continue
    tokens.push({ ...normal, surface, start: match.index, end: match.index + surface.length })
  }
  return tokens
}

/** A word as it stands in a text, without what does not tell words apart. */
export const normalise = remembered((surface): { word: string; parts: readonly string[] } => {
  if (/^\d/.test(surface) && /^[\d.,:uh\s]+$/i.test(surface)) return { word: number(surface), parts: [] }
  const plain = fold(surface).replace(/['’](?:s|n|en|er)$/, '')
  const parts = plain.split(/[-‑]/).filter((part) => part !== '')
  const clean = parts.map((part) => part.replace(/[^\p{L}\p{N}]/gu, ''))
  const mark = clean.every((part) => /^\d+$/.test(part)) ? '_' : ''
  return { word: clean.join(mark), parts: clean.length > 1 ? clean : [] }
})

/** Lower case, ligatures opened, diacritics off. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function number(surface: string): string {
  const digits = surface.toLowerCase().replace(/\s/g, '')
  // An enterprise number or a thousands separator: the dots mean nothing.
  if (/^\d{1,4}(?:\.\d{3})+$/.test(digits)) return digits.replaceAll('.', '')
  return digits.replace(/[.,:uh]$/, '').replace(/[.,:uh]/g, '_')
}
