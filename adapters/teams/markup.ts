/** Who is mentioned in a text, as Teams lists it beside it. */
export interface Mention {
  /** Literally as in the text, `<at>Vraagbaak</at>`. */
  readonly text: string
  readonly bot: boolean
}

const TAGS =
  'p|div|br|b|i|u|s|em|strong|strike|span|a|ul|ol|li|blockquote|pre|code|h[1-6]|table|tbody|thead|tr|td|th|img|attachment|emoji|hr|font'
const BREAK = /<(?:br|hr)\s*\/?>|<\/(?:p|div|li|ul|ol|blockquote|pre|tr|h[1-6])\s*>/gi
// An attribute has a value: "a<b en b>c" is no tag.
const ATTRIBUTE = `\\s+[\\w:-]+\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'<>]+)`
const TAG = new RegExp(`</?(?:${TAGS})(?:${ATTRIBUTE})*\\s*/?>`, 'gi')
const ANY_MENTION = /<at\b[^<>]*>[\s\S]*?<\/at\s*>/gi

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
}

/**
 * What somebody wrote, as they saw it: markup undone, mentions of the desk left out, others as `somebody`.
 *
 * @example
 * ```ts
 * plainText('<at>Vraagbaak</at> leden &gt; <b>300</b>?', mentions, '@iemand') // 'leden > 300?'
 * ```
 */
export function plainText(text: string, mentions: readonly Mention[], somebody: string): string {
  const ours = new Set(mentions.filter(({ bot }) => bot).map((mention) => mention.text))
  return text
    .replace(ANY_MENTION, (at) => (ours.has(at) ? ' ' : somebody))
    .replace(/<\/?at\b[^<>]*>/gi, ' ')
    .replace(BREAK, '\n')
    .replace(/<li\b[^<>]*>/gi, '- ')
    .replace(TAG, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(nbsp|lt|gt|quot|apos|amp));/gi, decoded)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .normalize('NFC')
    .trim()
}

function decoded(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : whole
}
