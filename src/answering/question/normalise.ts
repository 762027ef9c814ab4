import { CHAT_PHRASES, CHAT_WORDS, STOPPED_WORDS } from './chat-words.js'

/** Short forms that members also type in capitals. Other words in capitals are names or official abbreviations. */
const IN_CAPITALS_TOO = new Set(['aub', 'svp', 'plz', 'pls', 'mvg', 'ivm', 'mbt', 'ipv'])

const TOKEN = /^([^\p{L}\d]*)([\p{L}](?:[\p{L}.]*[\p{L}])?)(\.?)([^\p{L}\d]*)$/u

/**
 * Turns chat Dutch into plain Dutch, so that the rules and the search see whole words.
 *
 * It serves understanding only: staff and members see the text as it was typed. Numbers, times (`16u30`),
 * amounts, addresses and names come through unchanged, and so do words in capitals (`OV`, `BV`, `VB`), which are
 * official abbreviations. Text without short forms comes back with tidied spaces, quotes and punctuation.
 *
 * @example
 * ```ts
 * normalise('wa is t adres v/d vvsg aub??') // 'wat is het adres van de vvsg alstublieft?'
 * normalise('overdragen nr een AGB, nr 5') // 'overdragen naar een AGB, nummer 5'
 * ```
 */
export function normalise(text: string): string {
  const phrased = CHAT_PHRASES.reduce((all, [from, to]) => all.replace(from, to), tidy(text))
  const shouting = !/\p{Ll}/u.test(phrased)
  const words = phrased.split(' ')
  return words
    .map((word, at) => plainWord(word, words[at - 1] ?? '', words[at + 1] ?? '', shouting))
    .join(' ')
}

/** Spaces, quotes, soft hyphens and repeated punctuation. */
function tidy(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/[\u00ad\u200b-\u200d\ufeff]/gu, '')
      .replace(/[\u2018\u2019\u02bc`´]/gu, "'")
      .replace(/[\u201c-\u201e«»]/gu, '"')
      .replace(/[\u2013\u2014]/gu, '-')
      .replace(/([!?])[!?]+/gu, (run) => (run.includes('?') ? '?' : '!'))
      .replace(/\.{4,}/gu, '...')
      // "ideeen" is only typed without its dots.
      .replace(/(?!eee(?:n|r)\b)(\p{Ll})\1{2,}/gu, (run, letter: string) =>
        letter === 'w' || letter === 'i' ? run : letter + letter,
      )
      .replace(/\s+/gu, ' ')
      .trim()
  )
}

function plainWord(word: string, before: string, after: string, shouting: boolean): string {
  const match = TOKEN.exec(word)
  if (match === null) return word
  const [, open = '', body = '', stop = '', close = ''] = match
  const key = body.replaceAll('.', '').toLowerCase()
  if (isOfficialAbbreviation(body, key, shouting) || isName(body, before)) return word
  if (key.length === 1 && /\d$/u.test(before)) return word
  const plain = expansion(key, stop, before, after)
  if (plain === undefined) return word
  const ending = stop === '.' && after === '' && close === '' ? '.' : ''
  return open + inCaseOf(body, plain) + ending + close
}

function isOfficialAbbreviation(body: string, key: string, shouting: boolean): boolean {
  const letters = body.replaceAll('.', '')
  if (shouting || letters.length < 2 || IN_CAPITALS_TOO.has(key)) return false
  return letters === letters.toUpperCase()
}

/** A capital inside a sentence: `Max`, not `max`. */
function isName(body: string, before: string): boolean {
  return /^\p{Lu}/u.test(body) && before !== '' && !/[.!?:]$/u.test(before)
}

function expansion(key: string, stop: string, before: string, after: string): string | undefined {
  if (key === 'nr') return numberOrTowards(stop, before, after)
  if (key === 'mnd') return /^1$|^een$/iu.test(before) ? 'maand' : 'maanden'
  if (key === 'wk') return /^(?:[2-9]|\d{2,})$/u.test(before) ? 'weken' : 'week'
  if (key === 'jr') return 'jaar'
  if (key === 'min' && /^\d+$/u.test(before)) return 'minuten'
  if (stop === '.' && key in STOPPED_WORDS) return STOPPED_WORDS[key]
  return Object.hasOwn(CHAT_WORDS, key) ? CHAT_WORDS[key] : undefined
}

/** "jullie nr" is their number, but "kunnen jullie nr Gent komen", "nr ons". */
const WHERE = /^(?:ons|onze|hier|daar|mij|me|het|de|een|\p{Lu}.*)$/u

/** `nr` is "nummer" before a number, after what has a number, or with a full stop; otherwise it is "naar". */
function numberOrTowards(stop: string, before: string, after: string): string {
  const ofSomething =
    /^(?:tel|telefoon|gsm|btw|kaart|rekening|dossier|huis|ondernemings|rijksregister|welke?|het|een|uw|jouw|ulle|ulder|mijn|hun|algemeen|vast|juiste?|nieuwe?|oude?)$/iu
  const numbered =
    stop === '.' ||
    /^\d/u.test(after) ||
    after === '' ||
    ofSomething.test(before) ||
    (/^jullie$/iu.test(before) && !WHERE.test(after))
  return numbered ? 'nummer' : 'naar'
}

function inCaseOf(original: string, plain: string): string {
  const first = original.charAt(0)
  const capital = first !== first.toLowerCase()
  return capital ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain
}
