/**
 * A plain view of a text for looking for numbers: digits of any script are 0 to 9, every dash is `-`, every
 * space is ` `, and characters that cannot be seen are gone. Positions lead back to the text as it was written.
 */
export interface Shadow {
  readonly text: string
  /** For each position of `text`: where its character starts in the original. */
  readonly starts: readonly number[]
  /** For each position of `text`: where its character ends in the original (exclusive). */
  readonly ends: readonly number[]
  /** Positions of spaces that are no plain space: nobody types them between digits, copying puts them there. */
  readonly oddSpaces: ReadonlySet<number>
}

/** A half-open piece `[start, end)` of a shadow's text. */
export interface Span {
  readonly start: number
  readonly end: number
}

const INVISIBLE = /^[\p{Cf}\p{M}]$/u
const ODD_SPACE = /^[\p{Zs}\u2800\u115F\u1160\u3164\uFFA0]$/u
const DASH = /^[\p{Pd}\u2212\u2043]$/u
const DOT = /^[\u00B7\u2022\u2024\u2027\u22C5\u30FB\u3002\uFF0E\uFF61]$/u
const DIGIT = /^\p{Nd}$/u

/** Builds the plain view; a text in ASCII is its own. */
export function shadowOf(original: string): Shadow {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  const oddSpaces = new Set<number>()
  let at = 0
  for (const character of original) {
    const start = at
    at += character.length
    const plain = character < '\u0080' ? character : plainOf(character)
    if (plain === ' ' && character !== ' ') oddSpaces.add(text.length)
    text += plain
    for (let unit = 0; unit < plain.length; unit++) {
      starts.push(start)
      ends.push(at)
    }
  }
  return { text, starts, ends, oddSpaces }
}

function plainOf(character: string): string {
  if (INVISIBLE.test(character)) return ''
  if (ODD_SPACE.test(character)) return ' '
  if (DASH.test(character)) return '-'
  if (DOT.test(character)) return '.'
  if (DIGIT.test(character)) return String(digitValue(character.codePointAt(0) ?? 0))
  if (character === '\uFF20') return '@'
  if (character === '\uFF0F' || character === '\u2044' || character === '\u2215') return '/'
  if (character === '\uFF0B') return '+'
  return character
}

/** Unicode keeps the ten digits of every script together and in order, so counting from the first gives the value. */
function digitValue(codePoint: number): number {
  let first = codePoint
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1
  return (codePoint - first) % 10
}

/** Digits that follow each other with at most a few separators between them. */
export interface DigitChain {
  readonly digits: string
  /** Position in the shadow of each digit. */
  readonly at: readonly number[]
  /** What stands before each digit; `none` for a digit right after another, `wide` for the first. */
  readonly gaps: readonly Gap[]
}

type Gap = 'none' | 'odd' | 'wide'

const LONGEST_GAP = 3

/** All digits of a text, as chains. */
export function digitChains({ text, oddSpaces }: Shadow): DigitChain[] {
  const chains: { digits: string; at: number[]; gaps: Gap[] }[] = []
  let separators = Number.POSITIVE_INFINITY
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (character < '0' || character > '9') {
      separators = isSeparator(character) ? separators + 1 : Number.POSITIVE_INFINITY
      continue
    }
    if (separators > LONGEST_GAP) chains.push({ digits: '', at: [], gaps: [] })
    separators = 0
    const chain = chains[chains.length - 1]
    if (chain === undefined) continue
    chain.gaps.push(gapBetween(chain.at[chain.at.length - 1], index, oddSpaces))
    chain.at.push(index)
    chain.digits += character
  }
  return chains
}

function isSeparator(character: string): boolean {
  return ' .-/_\t\n\r'.includes(character)
}

function gapBetween(previous: number | undefined, next: number, oddSpaces: ReadonlySet<number>): Gap {
  if (previous === undefined) return 'wide'
  if (next === previous + 1) return 'none'
  for (let index = previous + 1; index < next; index++) if (!oddSpaces.has(index)) return 'wide'
  return 'odd'
}

/** `length` digits of a chain that stand apart from their neighbours. */
export interface DigitWindow extends Span {
  readonly digits: string
  /** After how many digits a separator stands, for example 6 and 9 in `850730-033.28`. */
  readonly breaks: readonly number[]
  /** Whether these are all the digits of their chain. */
  readonly whole: boolean
}

/** Every way to read `length` digits in a row without cutting a group in two. */
export function digitWindows(chain: DigitChain, length: number): DigitWindow[] {
  const windows: DigitWindow[] = []
  for (let first = 0; first + length <= chain.digits.length; first++) {
    const after = chain.gaps[first + length]
    if (chain.gaps[first] === 'none' || after === 'none') continue
    const breaks = []
    for (let offset = 1; offset < length; offset++) {
      if (chain.gaps[first + offset] === 'wide') breaks.push(offset)
    }
    const start = chain.at[first] ?? 0
    const end = (chain.at[first + length - 1] ?? 0) + 1
    const digits = chain.digits.slice(first, first + length)
    windows.push({ start, end, digits, breaks, whole: chain.digits.length === length })
  }
  return windows
}

/** Whether one of the words stands around a span, at most `before` and `after` characters away. */
export function wordsAround(text: string, span: Span, words: RegExp, before: number, after: number): boolean {
  const left = text.slice(Math.max(0, span.start - before), span.start)
  const right = text.slice(span.end, span.end + after)
  return words.test(left) || words.test(right)
}
