/**
 * A plain view of a text for looking for numbers: digits of any script are 0 to 9, every dash is `-`, every
 * space is ` `, and characters that cannot be seen are gone.
 */
export interface Shadow {
  readonly text: string
  /** Stretches of `text` that lie in the original as they are, and single characters that were changed; in order. */
  readonly pieces: readonly Piece[]
  /** Positions of spaces that are no plain space: nobody types them between digits, copying puts them there. */
  readonly oddSpaces: ReadonlySet<number>
}

interface Piece {
  /** Where it starts in the shadow and in the original. */
  readonly at: number
  readonly original: number
  /** Length in the original of one changed character; null for a stretch that was copied. */
  readonly changed: number | null
}

/** A half-open piece `[start, end)` of a shadow's text. */
export interface Span {
  readonly start: number
  readonly end: number
}

const UNPLAIN =
  /(?![\0-\x7F])[\p{Cf}\p{M}\p{Zs}\p{Pd}\p{Nd}\u2800\u115F\u1160\u3164\uFFA0\u2212\u2043\u00B7\u2022\u2024\u2027\u22C5\u30FB\u3002\uFF0E\uFF61\uFF20\uFF0F\u2044\u2215\uFF0B]/gu
const INVISIBLE = /^[\p{Cf}\p{M}]$/u
const ODD_SPACE = /^[\p{Zs}\u2800\u115F\u1160\u3164\uFFA0]$/u
const DASH = /^[\p{Pd}\u2212\u2043]$/u
const DIGIT = /^\p{Nd}$/u

/** Builds the plain view. */
export function shadowOf(original: string): Shadow {
  let text = ''
  let from = 0
  const pieces: Piece[] = []
  const oddSpaces = new Set<number>()
  const copyUntil = (until: number) => {
    if (until > from) pieces.push({ at: text.length, original: from, changed: null })
    text += original.slice(from, until)
  }
  for (const { 0: character, index } of original.matchAll(UNPLAIN)) {
    copyUntil(index)
    from = index + character.length
    const plain = plainOf(character)
    if (plain === '') continue
    if (plain === ' ') oddSpaces.add(text.length)
    pieces.push({ at: text.length, original: index, changed: character.length })
    text += plain
  }
  copyUntil(original.length)
  return { text, pieces, oddSpaces }
}

/** Where a span of the shadow lies in the original. */
export function inOriginal({ pieces }: Shadow, { start, end }: Span): Span {
  const first = pieceAt(pieces, start)
  const last = pieceAt(pieces, end - 1)
  return {
    start: first.original + (first.changed === null ? start - first.at : 0),
    end: last.original + (last.changed ?? end - last.at),
  }
}

function pieceAt(pieces: readonly Piece[], position: number): Piece {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle]?.at ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return pieces[low] ?? { at: 0, original: 0, changed: null }
}

function plainOf(character: string): string {
  if (INVISIBLE.test(character)) return ''
  if (ODD_SPACE.test(character)) return ' '
  if (DASH.test(character)) return '-'
  if (DIGIT.test(character)) return String(digitValue(character.codePointAt(0) ?? 0))
  if (character === '\uFF20') return '@'
  if (character === '\uFF0B') return '+'
  return '\uFF0F\u2044\u2215'.includes(character) ? '/' : '.'
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

const SEPARATORS = /^[ ./_\t\n\r-]{0,3}$/

/** The digits of a text as chains, those with fewer than `atLeast` digits left out. */
export function digitChains({ text, oddSpaces }: Shadow, atLeast: number): DigitChain[] {
  const chains: Group[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const { 0: group, index } of text.matchAll(/\d+/g)) {
    const near = index - end <= 3 && SEPARATORS.test(text.slice(end, index))
    const chain = near ? chains[chains.length - 1] : undefined
    if (chain === undefined) chains.push([{ index, group, gap: 'wide' }])
    else chain.push({ index, group, gap: gapBetween(end, index, oddSpaces) })
    end = index + group.length
  }
  return chains.filter((chain) => countDigits(chain) >= atLeast).map(chainOf)
}

interface Group {
  readonly index: number
  readonly group: string
  readonly gap: Gap
}

function countDigits(groups: readonly Group[]): number {
  return groups.reduce((sum, { group }) => sum + group.length, 0)
}

function chainOf(groups: readonly Group[]): DigitChain {
  const at: number[] = []
  const gaps: Gap[] = []
  for (const { index, group, gap } of groups) {
    for (let offset = 0; offset < group.length; offset++) {
      at.push(index + offset)
      gaps.push(offset === 0 ? gap : 'none')
    }
  }
  return { digits: groups.map(({ group }) => group).join(''), at, gaps }
}

/** `end` is where the group before ends, `next` where this one starts. */
function gapBetween(end: number, next: number, oddSpaces: ReadonlySet<number>): Gap {
  if (end === next) return 'none'
  for (let index = end; index < next; index++) if (!oddSpaces.has(index)) return 'wide'
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
