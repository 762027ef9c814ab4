import type { Ground } from './ground.js'
import { type Word, wordsIn } from './plain.js'
import { isFunctionWord } from './vocabulary.js'

/** Small words within a name: "Jan van den Berg". */
const PARTICLE = /^(?:van|de|den|der|het|ter|te|ten|voor|en|of|the|and|'t)$/

/**
 * A name of the sentence that does not stand in its passages word for word; null when all do.
 *
 * A name is a run of words with a capital, or a word of letters and digits. The first word of a sentence counts as a
 * name unless it is a small word or its passages write it without a capital.
 */
export function foreignName(sentence: string, grounds: readonly Ground[]): string | null {
  const words = wordsIn(sentence)
  const texts = grounds.map((ground) => wordsIn(ground.text).map(({ text }) => text))
  const known = new Set(texts.flat())
  const names = words.map((word, at) => isName(word, at, known))
  for (const [from, to] of runs(words, names, sentence)) {
    const sought = words.slice(from, to).map(({ text }) => text)
    if (!texts.some((text) => standsIn(text, sought))) return sought.join(' ')
  }
  return null
}

function isName({ text }: Word, at: number, known: ReadonlySet<string>): boolean {
  if (/\d/.test(text)) return /\p{L}/u.test(text) && !/^\d+(?:e|ste|de|u|u\d\d)$/.test(text)
  if (/\p{Lu}/u.test(text.slice(1))) return true
  if (!/^\p{Lu}/u.test(text)) return false
  const lower = text.toLowerCase()
  return at > 0 || !(isFunctionWord(lower) || known.has(lower))
}

/** Runs of names, small words between two of them included; a comma or another mark ends a run. */
function runs(
  words: readonly Word[],
  names: readonly boolean[],
  sentence: string,
): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (let at = 0; at < words.length; at++) {
    if (!names[at]) continue
    let end = at + 1
    for (let next = end; next < words.length && joined(words, next, sentence); next++) {
      if (names[next]) end = next + 1
      else if (!PARTICLE.test(words[next]?.text ?? '')) break
    }
    // "De VVSG en de VDAB" are two names: "en" joins only what the passage joins, so each is looked up by itself.
    found.push(...apart(words, at, end))
    at = end - 1
  }
  return found
}

function apart(words: readonly Word[], from: number, to: number): [number, number][] {
  const pieces: [number, number][] = []
  let start = from
  for (let at = from; at <= to; at++) {
    const joins = at < to && /^(?:en|of|and|voor)$/.test(words[at]?.text ?? '')
    if (at !== to && !joins) continue
    if (at > start) pieces.push(withoutSmallWords(words, start, at))
    start = at + 1
  }
  return pieces
}

function withoutSmallWords(words: readonly Word[], from: number, to: number): [number, number] {
  const small = (at: number) => PARTICLE.test(words[at]?.text ?? '')
  let [start, end] = [from, to]
  while (start < end && small(start)) start++
  while (end > start && small(end - 1)) end--
  return [start, end]
}

function joined(words: readonly Word[], at: number, sentence: string): boolean {
  const between = sentence.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0)
  return /^(?:'s)?[ -]$/.test(between)
}

function standsIn(text: readonly string[], sought: readonly string[]): boolean {
  if (sought.length === 0) return true
  return text.some((_, at) => sought.every((word, i) => same(text[at + i], word, i)))
}

/** The first word of a run may stand at the beginning of a sentence, with a capital there. */
function same(there: string | undefined, sought: string, at: number): boolean {
  if (there === sought) return true
  return at === 0 && there !== undefined && there.toLowerCase() === sought.toLowerCase()
}
