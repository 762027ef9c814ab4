import { type Shadow, type Span, wordsAround } from './shadow.js'

/** Contacts that VVSG publishes itself: the national digits of its telephone, and its mailbox. */
const PUBLISHED_TELEPHONES = new Set(['022115500'])
const PUBLISHED_MAILBOXES = new Set(['info@vvsg.be'])

// Bounded on both sides, so that a long run of letters is not tried from each of its positions.
const MAIL =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}(?:@|\s?[([](?:at|apenstaartje)[)\]]\s?)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/giu

/** Finds e-mail addresses, `jan (at) voorbeeld.be` too; not VVSG's own published mailbox. */
export function findMailAddresses({ text }: Shadow): Span[] {
  return [...text.matchAll(MAIL)]
    .filter((match) => !PUBLISHED_MAILBOXES.has(match[0].toLowerCase()))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

const S = '[\\s./-]{0,3}'
const ABROAD = '31|33|34|39|40|44|48|49|90|212|351|352|359'
const TELEPHONES = new RegExp(
  [
    // Belgian with country code: +32 2 211 55 00, 0032 (0)470 12 34 56
    `(?:\\+|00)${S}32${S}(?:\\(0\\)|0)?${S}[1-9](?:${S}\\d){7,8}`,
    // other countries
    `\\+${S}[1-9]\\d{0,2}(?:${S}\\(0\\))?(?:${S}\\d){6,12}`,
    `00${S}(?:${ABROAD})(?:${S}\\d){7,10}`,
    // mobile: 0470 12 34 56, 0470/123.456, 04 70 12 34 56
    `(?:\\(04\\d\\d\\)|04${S}\\d\\d)${S}(?:\\d\\d${S}\\d\\d${S}\\d\\d|\\d{3}${S}\\d{3})`,
    // zone of two digits: 02 211 55 00
    `(?:\\(0[2349]\\)|0[2349])${S}(?:\\d{3}${S}\\d\\d${S}\\d\\d|\\d\\d${S}\\d\\d${S}\\d{3})`,
    // zone of three digits: 016 12 34 56; service numbers: 0800 12 345
    `(?:\\(0[15678]\\d\\)|0[15678]\\d)${S}(?:\\d\\d${S}\\d\\d${S}\\d\\d|\\d{3}${S}\\d{3})`,
    `0[89]00${S}(?:\\d\\d${S}\\d{3}|\\d{3}${S}\\d\\d)`,
  ]
    .map((layout) => `(?<![\\d+_]|(?<!tel|gsm|nr|bel)[a-z])${layout}(?!\\d)`)
    .join('|'),
  'gi',
)

/** Digits without the leading 0, right after a word that says what they are: "gsm: 470 12 34 56". */
const NAMED_TELEPHONE =
  /\b(?:tel|telefoon|telefoonnr|telefoonnummer|gsm|gsm-?nr|gsm-?nummer|mobiel|whatsapp|phone)\b\.?\s?:?\s?([1-9](?:[\s./-]{0,2}\d){7,8})(?!\d)/gi

const MONEY_BEFORE = /(?:€|\beur(?:o)?)\s?$/i
const MONEY_AFTER = /^\s?(?:€|%|eur|miljoen|mln|duizend)/i
const DATE = /\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d/
const FILE_WORDS =
  /(?:dossier|referentie|\bref|kenmerk|factuur|bestelbon|file|zaak|volgnummer|notulen)\w*[.:]?\s?(?:nr|nummer|no)?[.:]?\s?$/i

/** Finds telephone numbers, Belgian and foreign; not VVSG's own published number nor one a digit beside it, no enterprise or file numbers. */
export function findTelephones({ text }: Shadow): Span[] {
  const plain = [...text.matchAll(TELEPHONES)].map((match) => spanOf(match.index, match[0]))
  const named = [...text.matchAll(NAMED_TELEPHONE)].map((match) => {
    const digits = match[1] ?? ''
    return spanOf(match.index + match[0].length - digits.length, digits)
  })
  return [...plain, ...named].filter((span) => isTelephone(text, span))
}

function spanOf(start: number, found: string): Span {
  return { start, end: start + found.length }
}

function isTelephone(text: string, span: Span): boolean {
  const written = text.slice(span.start, span.end)
  const before = text.slice(Math.max(0, span.start - 30), span.start)
  if (MONEY_BEFORE.test(before) || MONEY_AFTER.test(text.slice(span.end, span.end + 10))) return false
  if (DATE.test(written) || isNearPublished(nationalDigits(written))) return false
  if (/^\d+$/.test(written) && FILE_WORDS.test(before)) return false
  return !isEnterpriseNumber(text, span, before)
}

/** A published number with one digit wrong, or another of its last two: somebody asks whether he noted it well. */
function isNearPublished(digits: string): boolean {
  return [...PUBLISHED_TELEPHONES].some(
    (published) =>
      digits.length === published.length &&
      (digits.slice(0, -2) === published.slice(0, -2) ||
        [...digits].filter((digit, at) => digit !== published[at]).length <= 1),
  )
}

/** The digits as dialled in Belgium: `+32 (0)2 211 55 00` is `022115500`. */
function nationalDigits(written: string): string {
  const digits = written.replace(/\D/g, '')
  const abroad = written.startsWith('+') || digits.startsWith('00')
  return abroad ? digits.replace(/^(?:00)?320?/, '0') : digits
}

const ENTERPRISE_BEFORE =
  /\bBE[\s.-]?$|(?:\bbtw|\bkbo|ondernemings\p{L}*|\bvat\b|enterprise number)[\s\p{L}-]{0,12}[.:]?\s{0,2}(?:BE)?[\s.:-]{0,2}$/iu
const TELEPHONE_WORDS = /\btel|\bgsm|\bbel|mobiel|whatsapp|phone|\bcall/i

/** A mobile number and an enterprise number both have ten digits and may start with 04. */
function isEnterpriseNumber(text: string, span: Span, before: string): boolean {
  const written = text.slice(span.start, span.end)
  const digits = written.replace(/\D/g, '')
  if (digits.length !== 10 || !/^0/.test(digits) || written.startsWith('(')) return false
  if (ENTERPRISE_BEFORE.test(before)) return true
  const layout = /^\d{4}([ .]?)\d{3}\1\d{3}$/.exec(written)
  const valid = Number(digits.slice(8)) === 97 - (Number(digits.slice(0, 8)) % 97)
  if (!valid || layout === null) return false
  return layout[1] === '.' || !wordsAround(text, span, TELEPHONE_WORDS, 25, 12)
}
