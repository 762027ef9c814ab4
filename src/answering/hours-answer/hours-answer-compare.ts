import type { DayWindows } from '../../hours/office-hours.js'

/** How the hours of a day are asked to differ from those of the other days. */
export type Comparison =
  | 'closes-earlier'
  | 'closes-later'
  | 'opens-earlier'
  | 'opens-later'
  | 'differs'
  | 'same'

const has = (tokens: readonly string[], words: RegExp) => tokens.some((token) => words.test(token))

/**
 * What "sluit u vrijdag vroeger dan anders", "zijn de uren op vrijdag dezelfde" want confirmed; null when nothing is
 * compared, and when it is asked which day or which hours: "op welke dag gaat u vroeger dicht".
 *
 * @param tokens the words of the question without what is said about when
 */
export function comparisonIn(tokens: readonly string[]): Comparison | null {
  if (has(tokens, /^(?:hoe|hoelaat|hoelang|wanneer|welke?|wat|how|what|when|which)$/)) return null
  const said = ` ${tokens.join(' ')} `
  if (/ (?:niet|minder) (?:zo )?lang | even (?:lang|laat|vroeg) | as (?:long|late|early) as /.test(said))
    return / (?:niet|minder) /.test(said) ? 'closes-earlier' : 'same'
  const closing = has(
    tokens,
    /^(?:sluit|sluiten|gesloten|toe|dicht|stopt|stoppen|eindigt|eindigen|close[sd]?|stops?)$/,
  )
  if (has(tokens, /^(?:korter|shorter)$/)) return 'closes-earlier'
  if (has(tokens, /^(?:langer|longer)$/)) return 'closes-later'
  if (has(tokens, /^(?:vroeger|eerder|earlier|sooner)$/)) return closing ? 'closes-earlier' : 'opens-earlier'
  if (has(tokens, /^later$/)) return closing ? 'closes-later' : 'opens-later'
  if (has(tokens, /^(?:zelfde|dezelfde|same)$/)) return 'same'
  return has(tokens, /^(?:anders?|andere|afwijkende?|aangepaste?|speciale?|different)$/) ? 'differs' : null
}

/** Whether the hours of a day differ so from the usual ones; null when it has none at all. */
export function isSo(comparison: Comparison, day: DayWindows, usual: DayWindows): boolean | null {
  const [first, usualFirst] = [day[0], usual[0]]
  const [last, usualLast] = [day[day.length - 1], usual[usual.length - 1]]
  if (!first || !last || !usualFirst || !usualLast) return null
  const same = JSON.stringify(day) === JSON.stringify(usual)
  const answers: Readonly<Record<Comparison, boolean>> = {
    'closes-earlier': last.closes < usualLast.closes,
    'closes-later': last.closes > usualLast.closes,
    'opens-earlier': first.opens < usualFirst.opens,
    'opens-later': first.opens > usualFirst.opens,
    differs: !same,
    same,
  }
  return answers[comparison]
}
