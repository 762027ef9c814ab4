/** A piece of a message, lower case and without accents. */
export interface Token {
  readonly kind: 'word' | 'number' | 'ordinal' | 'pair' | 'iso' | 'clock' | 'sign'
  /** As compared: lower case, accents off. */
  readonly text: string
  /** As written. */
  readonly raw: string
  readonly start: number
  readonly end: number
  /** Numbers in it, in order: `20/4` gives [20, 4], `16u30` gives [16, 30], `14u` gives [14, 0]. */
  readonly numbers: readonly number[]
}

const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['iso', /\d{4}-\d{1,2}-\d{1,2}(?!\d)/y],
  ['clock', /\d{1,2}[uh](?:[0-5]\d)?(?![a-z0-9])/y],
  ['clock', /\d{1,2}:[0-5]\d(?!\d)/y],
  ['clock', /\d{1,2}(?:[:.][0-5]\d)?\s?[ap]\.?m\b\.?/y],
  ['pair', /\d{1,2}\s?[/]\s?\d{1,2}(?:\s?[/]\s?\d{2,4})?(?!\d)/y],
  ['pair', /\d{1,2}[.-]\d{1,2}(?:[.-]\d{2,4})?(?![\d])/y],
  ['ordinal', /\d{1,2}(?:ste|de|e|st|nd|rd|th)(?![a-z0-9])/y],
  ['number', /\d+/y],
  ['word', /'?[a-z]+(?:'[a-z]+)*/y],
  ['sign', /[^\s]/y],
]

/** Lower case, accents and typographic apostrophes taken off; the length stays the same. */
export function plain(text: string): string {
  return Array.from(text.normalize('NFC'), (character) => {
    const bare = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return bare.length === character.length ? bare : character
  })
    .join('')
    .replace(/[’‘´`]/g, "'")
}

/**
 * Splits a message into words, numbers, clock times and dates as people type them.
 *
 * @example
 * ```ts
 * tokenise('do 14/1 om 16u30').map((token) => token.kind) // ['word', 'pair', 'word', 'clock']
 * ```
 */
export function tokenise(message: string): Token[] {
  const raw = spaced(message.normalize('NFC'))
  const text = plain(raw)
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const token = tokenAt(text, raw, at)
    if (token === null) at += 1
    else {
      tokens.push(token)
      at = token.end
    }
  }
  return tokens
}

// Chat short forms are written out. `15pers`, `2teams`, `3maart`, `niv2`: a number and the word it hangs to are two tokens.
function spaced(text: string): string {
  return text
    .replace(/\bin (de )?plaats van\b|\binstead of\b/gi, 'ipv')
    .replace(/\btss(e?n)?\b\.?/gi, 'tussen')
    .replace(/\bwnr\b\.?/gi, 'wanneer')
    .replace(/\bt\s?\/\s?m\b|\bt\.?e\.?m\b\.?/gi, 'tot')
    .replace(
      /(\d)(?=(?:pers|deeln|dln|man|teams?|coll|jan|feb|m(?:aa)?rt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*)/gi,
      '$1 ',
    )
    .replace(/\b(niveau|niv|lvl|level)\.?(?=\d)/gi, '$1 ')
    .replace(
      /\b(morgen|overmorgen|(?:maan|dins|woens|donder|vrij|zater|zon)dag)(?=(?:voor|na)middag|ochtend|middag|avond|morgen\b|[nv]m\b)/gi,
      '$1 ',
    )
}

function tokenAt(text: string, raw: string, at: number): Token | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found === undefined) continue
    const end = at + found.length
    return { kind, text: found, raw: raw.slice(at, end), start: at, end, numbers: numbersIn(kind, found) }
  }
  return null
}

function numbersIn(kind: Token['kind'], text: string): readonly number[] {
  const numbers = (text.match(/\d+/g) ?? []).map(Number)
  if (kind !== 'clock') return numbers
  const [hour = 0, minute = 0] = numbers
  return [/p\.?m/.test(text) && hour < 12 ? hour + 12 : hour === 12 && /a\.?m/.test(text) ? 0 : hour, minute]
}
