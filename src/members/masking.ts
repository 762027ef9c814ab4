import { findCardNumbers, findIbans, findReferences } from './account-number.js'
import { findMailAddresses, findTelephones } from './contact-details.js'
import { findNationalNumbers } from './national-number.js'
import { inOriginal, type Shadow, type Span, shadowOf } from './shadow.js'

/** Kinds of personal data that are masked. Stable names: they are printed and stored. */
export type MaskedKind = 'rijksregisternummer' | 'bisnummer' | 'iban' | 'eid' | 'telefoon' | 'e-mail'

export interface Masked {
  /** The text with each datum replaced by a word such as `[rijksregisternummer]`. */
  readonly text: string
  /** Each kind once, in order of first appearance; empty when nothing was masked. */
  readonly kinds: readonly MaskedKind[]
}

const REPLACEMENTS: Readonly<Record<MaskedKind, string>> = {
  rijksregisternummer: '[rijksregisternummer]',
  bisnummer: '[bisnummer]',
  iban: '[rekeningnummer]',
  eid: '[identiteitskaartnummer]',
  telefoon: '[telefoonnummer]',
  'e-mail': '[e-mailadres]',
}

/**
 * Masks what a member wrote: national register and BIS numbers, bank accounts, identity cards, and telephone numbers
 * and e-mail addresses of people.
 *
 * VVSG's published contacts, enterprise numbers, payment references, file numbers, dates and amounts stay.
 * Masking twice changes nothing more.
 *
 * @example
 * ```ts
 * maskMessage('Mevr. Peeters, 85.07.30-033.28, vraagt uitstel').text
 * //=> 'Mevr. Peeters, [rijksregisternummer], vraagt uitstel'
 * ```
 */
export function maskMessage(text: string): Masked {
  return maskUntilStable(text, (shadow) => [
    ...keep(findReferences(shadow)),
    ...as('e-mail', findMailAddresses(shadow)),
    ...as('iban', findIbans(shadow)),
    ...findNationalNumbers(shadow),
    ...as('eid', findCardNumbers(shadow)),
    ...as('telefoon', findTelephones(shadow)),
  ])
}

/**
 * A masked text without what stands in the place of personal data, for searching: nobody typed those words. A text of
 * nothing else stays as it is.
 *
 * @example
 * ```ts
 * withoutMasks('Mag ik [rijksregisternummer] bewaren?') //=> 'Mag ik bewaren?'
 * ```
 */
export function withoutMasks(text: string): string {
  const words = Object.values(REPLACEMENTS)
  if (!words.some((word) => text.includes(word))) return text
  const left = words.reduce((rest, word) => rest.replaceAll(word, ' '), text)
  const tidy = left
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/ +([,.;:?!])/g, '$1')
    .trim()
  return /[\p{L}\d]/u.test(tidy) ? tidy : text
}

/** What was filled in in a form, each field masked as {@link maskMessage} does, and the kinds found, each once. */
export function maskFields(fields: Readonly<Record<string, string>>): {
  readonly fields: Readonly<Record<string, string>>
  readonly kinds: readonly MaskedKind[]
} {
  const masked = Object.entries(fields).map(([name, text]) => ({ name, ...maskMessage(text) }))
  return {
    fields: Object.fromEntries(masked.map(({ name, text }) => [name, text])),
    kinds: [...new Set(masked.flatMap(({ kinds }) => kinds))],
  }
}

/**
 * Masks what stands in a document: register, BIS, identity card and account numbers only, since a document's
 * contacts are there to be found.
 */
export function maskDocument(text: string): Masked {
  return maskUntilStable(text, (shadow) => [
    ...keep(findReferences(shadow)),
    ...as('iban', findIbans(shadow)),
    ...findNationalNumbers(shadow),
    ...as('eid', findCardNumbers(shadow)),
  ])
}

/** A piece of the text with what it is; null for what must stay as it is. Earlier ones win where they overlap. */
interface Find extends Span {
  readonly kind: MaskedKind | null
}

type Finder = (shadow: Shadow) => readonly Find[]

const as = (kind: MaskedKind, spans: readonly Span[]): Find[] => spans.map((span) => ({ ...span, kind }))
const keep = (spans: readonly Span[]): Find[] => spans.map((span) => ({ ...span, kind: null }))

const MAY_HOLD_DATA = /[\p{Nd}@\uFF20]|[([](?:at|apenstaartje)[)\]]/iu
const MOST_PASSES = 6

/** A replacement brings the words around it closer together, so the text is looked at again until nothing changes. */
function maskUntilStable(original: string, find: Finder): Masked {
  const kinds = new Set<MaskedKind>()
  let text = original
  for (let pass = 0; pass < MOST_PASSES && MAY_HOLD_DATA.test(text); pass++) {
    const masked = maskOnce(text, find)
    if (masked.text === text) break
    for (const kind of masked.kinds) kinds.add(kind)
    text = masked.text
  }
  const place = (kind: MaskedKind) => text.indexOf(REPLACEMENTS[kind])
  return { text, kinds: [...kinds].sort((a, b) => place(a) - place(b)) }
}

function maskOnce(original: string, find: Finder): Masked {
  const shadow = shadowOf(original)
  const finds = withoutOverlap(find({ ...shadow, text: blankReplacements(shadow.text) }))
  let text = ''
  let from = 0
  const kinds: MaskedKind[] = []
  for (const { kind, ...span } of finds) {
    if (kind === null) continue
    const { start, end } = inOriginal(shadow, span)
    text += original.slice(from, start) + REPLACEMENTS[kind]
    from = end
    kinds.push(kind)
  }
  return { text: text + original.slice(from), kinds }
}

/** What was masked before must not count as the words around another number. */
function blankReplacements(text: string): string {
  return text.replace(
    /\[(?:rijksregister|bis|rekening|identiteitskaart|telefoon)nummer\]|\[e-mailadres\]/g,
    (word) => '|'.repeat(word.length),
  )
}

function withoutOverlap(finds: readonly Find[]): Find[] {
  const taken: Find[] = []
  for (const find of finds) {
    if (taken.every(({ start, end }) => find.end <= start || end <= find.start)) taken.push(find)
  }
  return taken.sort((a, b) => a.start - b.start)
}
