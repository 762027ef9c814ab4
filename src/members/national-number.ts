import { type DigitWindow, digitChains, digitWindows, type Shadow, type Span, wordsAround } from './shadow.js'

/** A national register number or BIS number found in a text. */
export interface NationalNumber extends Span {
  readonly kind: 'rijksregisternummer' | 'bisnummer'
}

const WORDS =
  /rijks?[ -]?regist|\brr[nr]?\b|\br\.r\.|\brr[ -]?(?:nr|nummer)|\binsz|\bniss\b|\binss\b|nationaal (?:nummer|nr)|\bnrn\b|national (?:register|number)|registre national|identificatienummer|(?:^|[^\p{L}\d])bis(?:[ -]?(?:nr|nummer|register))?(?!\p{L})/iu

/**
 * Finds national register numbers (YYMMDD SSS CC) and BIS numbers (month + 20 or + 40), written with dots,
 * dashes, slashes, spaces or nothing between the groups.
 *
 * A number counts when its check digits are right (either century) and it can be a date, when it has the official
 * layout `85.07.30-033.28`, or when the words around it say what it is: then a slip in the digits does not matter.
 */
export function findNationalNumbers(shadow: Shadow): NationalNumber[] {
  const found: NationalNumber[] = []
  const chains = digitChains(shadow, 11)
  const wordsThere = chains.length > 0 && WORDS.test(shadow.text)
  for (const chain of chains) {
    let free = 0
    for (const window of digitWindows(chain, 11)) {
      if (window.start < free || !isNationalNumber(shadow.text, window, wordsThere)) continue
      found.push({ start: window.start, end: window.end, kind: kindOf(window.digits) })
      free = window.end
    }
  }
  return found
}

function isNationalNumber(text: string, window: DigitWindow, wordsThere: boolean): boolean {
  const named = wordsThere && wordsAround(text, window, WORDS, 60, 40)
  if (hasRightCheck(window.digits) && canBeDate(window.digits)) {
    return named ? isUsualLayout(window) || window.whole : isUsualLayout(window) && !isYearFirst(window)
  }
  if (hasOfficialLayout(text, window) && canBeDate(window.digits)) return true
  const isTelephone = text.charAt(window.start - 1) === '+'
  return named && !isTelephone && (isUsualLayout(window) || (window.whole && !holdsDate(text, window)))
}

/** Whether the two last digits are 97 minus the rest of the first nine (with a 2 before them for births from 2000). */
export function hasRightCheck(digits: string): boolean {
  const nine = Number(digits.slice(0, 9))
  const check = Number(digits.slice(9))
  return check === 97 - (nine % 97) || check === 97 - ((2_000_000_000 + nine) % 97)
}

/** Month and day may be 00 (unknown); with an unknown month the day counts on when a day's numbers run out. */
function canBeDate(digits: string): boolean {
  const month = Number(digits.slice(2, 4))
  const day = Number(digits.slice(4, 6))
  const plainMonth = month >= 40 ? month - 40 : month >= 20 ? month - 20 : month
  return plainMonth === 0 || (plainMonth <= 12 && day <= 31)
}

function kindOf(digits: string): NationalNumber['kind'] {
  return Number(digits.slice(2, 4)) >= 20 ? 'bisnummer' : 'rijksregisternummer'
}

const GROUPS = new Set([2, 4, 6, 9])

/** Breaks between the groups only; or threes, pairs, or every digit apart. */
function isUsualLayout({ breaks }: DigitWindow): boolean {
  if (breaks.every((at) => GROUPS.has(at)) || breaks.length === 10) return true
  const layout = breaks.join()
  return layout === '3,6,9' || layout === '2,4,6,8,10'
}

/** `2026-0012345` is a file number: a year, then a serial number. */
function isYearFirst({ digits, breaks }: DigitWindow): boolean {
  return breaks.length === 1 && breaks[0] === 4 && /^(?:19|20)/.test(digits)
}

function hasOfficialLayout(text: string, { start, end }: DigitWindow): boolean {
  return /^\d\d\.\d\d\.\d\d-\d{3}\.\d\d$/.test(text.slice(start, end))
}

function holdsDate(text: string, { start, end }: DigitWindow): boolean {
  return /\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b/.test(text.slice(start, end))
}
