import { DUTCH_NUMBERS, ENGLISH_NUMBERS } from '../../../hours/number-words.js'

const SMALL: Readonly<Record<string, number>> = {
  nul: 0,
  één: 1,
  ...DUTCH_NUMBERS,
  dertien: 13,
  veertien: 14,
  vijftien: 15,
  zestien: 16,
  zeventien: 17,
  achttien: 18,
  negentien: 19,
}
const TENS: Readonly<Record<string, number>> = {
  twintig: 20,
  dertig: 30,
  veertig: 40,
  vijftig: 50,
  zestig: 60,
  zeventig: 70,
  tachtig: 80,
  negentig: 90,
}
const OTHER: Readonly<Record<string, number>> = {
  half: 0.5,
  halve: 0.5,
  helft: 0.5,
  anderhalf: 1.5,
  anderhalve: 1.5,
  kwart: 0.25,
  driekwart: 0.75,
  dozijn: 12,
  tiental: 10,
  twintigtal: 20,
  dertigtal: 30,
  veertigtal: 40,
  vijftigtal: 50,
  honderdtal: 100,
  duizendtal: 1000,
  miljoen: 1_000_000,
  miljard: 1_000_000_000,
  eerste: 1,
  tweede: 2,
  derde: 3,
  vierde: 4,
  achtste: 8,
  beide: 2,
  tweemaal: 2,
  driemaal: 3,
  dubbel: 2,
  dubbele: 2,
  tientallen: 10.5,
  honderden: 100.5,
  duizenden: 1000.5,
  miljoenen: 1_000_000.5,
  ...ENGLISH_NUMBERS,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  billion: 1_000_000_000,
  dozen: 12,
  first: 1,
  second: 2,
  third: 3,
  twice: 2,
}

/**
 * The value of a number that is written as a word, Dutch of any length or simple English; null for other words.
 *
 * "Een" is nearly always the article and no number; "één" is. Words such as "tientallen" have values of their own, so
 * that they equal nothing but themselves.
 *
 * @example
 * ```ts
 * numberWord('driehonderdvijfentwintig') // 325
 * numberWord('vijfde') // 5
 * numberWord('een') // null
 * ```
 */
export function numberWord(word: string): number | null {
  const lower = word.toLowerCase().normalize('NFC')
  if (Object.hasOwn(OTHER, lower)) return OTHER[lower] ?? null
  return cardinal(lower) ?? ordinal(lower)
}

function ordinal(word: string): number | null {
  const stem = /^(.+?)(?:ste|de)$/.exec(word)?.[1]
  return stem === undefined ? null : cardinal(stem)
}

function cardinal(word: string): number | null {
  return scaled(word, 'duizend', 1000, belowThousand) ?? belowThousand(word)
}

function belowThousand(word: string): number | null {
  return scaled(word, 'honderd', 100, belowHundred) ?? belowHundred(word)
}

/** "driehonderdvijf": what stands before the scale times it, plus what stands behind. */
function scaled(
  word: string,
  scale: string,
  value: number,
  below: (word: string) => number | null,
): number | null {
  const at = word.indexOf(scale)
  if (at < 0) return null
  const [before, after] = [word.slice(0, at), word.slice(at + scale.length).replace(/^en/, '')]
  const times = before === '' ? 1 : (belowThousandOf(before, scale) ?? Number.NaN)
  const rest = after === '' ? 0 : (below(after) ?? Number.NaN)
  const total = times * value + rest
  return Number.isNaN(total) ? null : total
}

function belowThousandOf(word: string, scale: string): number | null {
  return scale === 'duizend' ? belowThousand(word) : belowHundred(word)
}

function belowHundred(word: string): number | null {
  if (word === 'een') return null
  const whole = SMALL[word] ?? TENS[word]
  if (whole !== undefined) return whole
  for (const [tens, value] of Object.entries(TENS)) {
    if (!word.endsWith(tens)) continue
    const units = /^(.+?)(?:en|ën)$/.exec(word.slice(0, -tens.length))?.[1]
    const unit = units === 'een' ? 1 : units === undefined ? undefined : SMALL[units]
    if (unit !== undefined && unit > 0 && unit < 10) return value + unit
  }
  return null
}
