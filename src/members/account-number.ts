import { type DigitWindow, digitChains, digitWindows, type Shadow, type Span, wordsAround } from './shadow.js'

/** Lengths of the IBANs of each country (ISO 13616 register), so that a following word is not taken along. */
const IBAN_LENGTHS = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 ' +
    'FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 ' +
    'LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 ' +
    'SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)

const ACCOUNT_WORDS = /\biban\b|rekening/i

/**
 * Finds bank account numbers: Belgian ones (both checks right, or words such as "rekening" around a number with a
 * slip in it) and those of other countries (ISO 13616 check right).
 */
export function findIbans({ text }: Shadow): Span[] {
  const found: Span[] = []
  for (const match of text.matchAll(/(?<![\p{L}\d])[a-z]{2}[\s.-]?\d[\s.-]?\d/giu)) {
    const country = match[0].slice(0, 2).toUpperCase()
    const candidate = take(text, match.index, IBAN_LENGTHS.get(country) ?? 0)
    if (candidate !== null && isAccount(text, candidate)) found.push(candidate)
  }
  return found
}

interface Candidate extends Span {
  readonly value: string
}

/** Exactly `length` letters and digits with at most two separators between them, ending where a word ends. */
function take(text: string, start: number, length: number): Candidate | null {
  let value = ''
  let separators = 0
  for (let index = start; index < text.length && length > 0; index++) {
    const character = text.charAt(index)
    if (/[a-z\d]/i.test(character)) {
      value += character.toUpperCase()
      separators = 0
    } else if (!/[\s.\-/]/.test(character) || ++separators > 2) return null
    if (value.length < length) continue
    return /[\p{L}\d]/u.test(text.charAt(index + 1)) ? null : { start, end: index + 1, value }
  }
  return null
}

function isAccount(text: string, candidate: Candidate): boolean {
  const { value } = candidate
  const valid = remainder97(value.slice(4) + value.slice(0, 4)) === 1
  if (!value.startsWith('BE')) return valid && /^[A-Z]{2}\d\d[A-Z\d]+$/.test(value)
  if (!/^BE\d{14}$/.test(value)) return false
  return (valid && hasOwnCheck(value.slice(4))) || wordsAround(text, candidate, ACCOUNT_WORDS, 40, 20)
}

/** The number modulo 97, letters counting as 10 to 35 (ISO 7064). */
function remainder97(value: string): number {
  let rest = 0
  for (const character of value) {
    const part = Number.parseInt(character, 36)
    rest = (rest * (part > 9 ? 100 : 10) + part) % 97
  }
  return rest
}

/** Whether twelve digits end in the first ten modulo 97 (97 for 0): identity cards and Belgian accounts alike. */
export function hasOwnCheck(digits: string): boolean {
  const rest = Number(digits.slice(0, 10)) % 97
  return Number(digits.slice(10)) === (rest === 0 ? 97 : rest)
}

const CARD_WORDS = /\be-?id\b|identiteitskaart|id-?kaart|kaartn(?:umme)?r|identity card|card number/i
const REFERENCE_WORDS =
  /mededeling|gestructureerd|\bogm\b|\bvcs\b|betal|referentie|\bref\b|kenmerk|factu|overschrijv|dossier|bestelbon|payment|invoice|\bfile\b/i

/**
 * Finds numbers of identity cards, `592-1234567-78`. A structured payment reference has twelve digits and the
 * same check, but another layout (`123/4567/89012`): it is left alone, and so are twelve bare digits that the words
 * around call a reference.
 */
export function findCardNumbers(shadow: Shadow): Span[] {
  return digitChains(shadow, 12).flatMap((chain) =>
    digitWindows(chain, 12).filter((window) => isCardNumber(shadow.text, window)),
  )
}

function isCardNumber(text: string, window: DigitWindow): boolean {
  const named = wordsAround(text, window, CARD_WORDS, 50, 30)
  if (window.breaks.join() === '3,10') return named || hasOwnCheck(window.digits)
  if (window.breaks.length > 0 || !hasOwnCheck(window.digits)) return false
  return named || !wordsAround(text, window, REFERENCE_WORDS, 40, 20)
}

/** References that are nobody's data although their digits look like it: payment references, `RF` references. */
export function findReferences({ text }: Shadow): Span[] {
  const pattern =
    /[+*]{3}\s?\d{3}\/\d{4}\/\d{5}\s?[+*]{3}|(?<!\d)\d{3}\/\d{4}\/\d{5}(?!\d)|\bRF\d\d(?: ?[A-Z\d]{4}){1,5}/g
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
