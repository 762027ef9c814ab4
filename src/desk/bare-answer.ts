import { readMessage } from '../booking/read.js'
import type { Token } from '../booking/tokens.js'
import { numberWord, ordinalWord } from '../booking/words.js'

const SMALL =
  /^(?:liever|liefst|toch|dan|maar|doe|graag|ok|oke|okay|ja|nee|het|de|een|die|dat|deze|we|wij|ik|ons|op|om|in|van|voor|naar|of|en|met|tot|tussen|aub|svp|optie|nummer|nr|keuze|uur|u|h|neem|nemen|kies|past|goed|is|the|one|on|at|or|and|for|please|option|number|i'll|we'll|take|rather)$/

/**
 * Whether a message is a date, an hour, a number or a choice and nothing else: it answers something that was asked,
 * and says by itself not what it is about.
 *
 * @param today ISO day in Brussels, from which dates are read.
 *
 * @example
 * ```ts
 * isBareAnswer('zaterdag 23 januari', '2026-11-23') // true
 * isBareAnswer('doe maar de eerste', '2026-11-23') // true
 * isBareAnswer('zijn jullie zaterdag open?', '2026-11-23') // false
 * ```
 */
export function isBareAnswer(text: string, today: string): boolean {
  const { tokens, dates, times } = readMessage(text, today)
  const read = new Set(dates.used)
  for (const { at, next } of times) for (let place = at; place < next; place += 1) read.add(place)
  const left = tokens.filter(
    ({ kind, text: word }, at) => kind !== 'sign' && !read.has(at) && !SMALL.test(word),
  )
  return read.size + left.length > 0 && left.every(counts)
}

function counts({ text }: Token): boolean {
  return (
    /^\d+(?:e|de|ste|st|nd|rd|th)?$/.test(text) || ordinalWord(text) !== null || numberWord(text) !== null
  )
}
