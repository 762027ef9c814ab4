import type { Token } from './tokens.js'
import { numberWord } from './words.js'

/** Words for the people a number counts. */
export const PEOPLE =
  /^(personen|persoon|pers|perso|man|mannen|vrouw|vrouwen|mensen|menschen|deelnemers?|deelnemende|deeln|dln|dlnmrs|collega'?s|coll|raadsleden|gemeenteraadsleden|ocmw-raadsleden|schepenen|medewerkers|mdw|medew|mandatarissen|leden|ambtenaren|personeelsleden|werknemers|beleidsmakers|cursisten|inschrijvingen|diensthoofden|koppen|plaatsen|zitjes|people|persons?|participants?|colleagues|attendees|councillors|members|employees|staff|pax|seats|places|p)$/
const RANGE = /^(a|tot|of|to|or|-|–|en)$/

/** A number of people as it was written. */
export interface Count {
  /** The upper end of a range. */
  readonly value: number
  /** The lower end of a range, else null. */
  readonly atLeast: number | null
  /** First place after it. */
  readonly next: number
}

/** The number at a place, in digits or words; null when there is none. */
export function numberAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at]
  if (token?.kind === 'number') return Number(token.text)
  return token?.kind === 'word' ? numberWord(token.text) : null
}

/** A number or range at a place: `12`, `10 à 12`, `10-12`, `15-tal`; null when there is none. */
export function countAt(tokens: readonly Token[], at: number): Count | null {
  const pair = tokens[at]
  if (pair?.kind === 'pair' && /^\d+\s?-\d+$/.test(pair.text)) {
    const [low = 0, high = 0] = pair.numbers
    return high > low ? { value: high, atLeast: low, next: at + 1 } : null
  }
  const first = numberAt(tokens, at)
  if (first === null) return null
  const second = RANGE.test(tokens[at + 1]?.text ?? '') ? numberAt(tokens, at + 2) : null
  if (second !== null && second > first && tokens[at + 1]?.text !== 'en') {
    return { value: second, atLeast: first, next: at + 3 }
  }
  const tail =
    tokens[at + 1]?.text === '-' && tokens[at + 2]?.text === 'tal'
      ? 3
      : tokens[at + 1]?.text === 'tal'
        ? 2
        : 1
  return { value: first, atLeast: null, next: at + tail }
}
