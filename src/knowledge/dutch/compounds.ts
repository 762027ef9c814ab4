import { remembered } from '../remembered.js'
import { loadWordList, type WordList } from './word-list.js'

const SHORTEST_PART = 3
const SHORTEST_COMPOUND = 7
/** The linking s first, for "personeel-s-leden" holds no sleds. */
const LINKS = ['s', '', 'en', 'n', 'e']

/** The only three-letter words taken as a part: most others are far more often an ending or a chance. */
const SHORT_PARTS = new Set(
  `afk app bad bal bed bel ben bos bot btw bus cel dag dak dal dam dia dij dok eed egg eik erf eis fax fee gas gat
   geo gft gif gids hal hof hok hut iba job kas kat kip kit koe koo kop kus laag lab lam las lat leg les lid lift
   lijn loon map mes min mop nap net noot oog oor pak pad pas pen pet pin pot put raad rat rek rij rol rug set
   ski sms som spa spel stal tas tax tel tol top tuin uur vak vat vee vet vlag vis vuur wet weg wei wijk win wol zak
   zee ziek zit zij ijs ict oud web wifi wmo wik wit zon`
    .split(/\s+/)
    .filter((part) => part.length === 3),
)

/** Words of the list that are nearly always an ending or a wrong cut ("gemeen-tehuis"). */
const NEVER_A_PART = new Set([
  'lijk',
  'loos',
  'heid',
  'tehuis',
  'gemeen',
  'baar',
  'ling',
  'tellingen',
  'schap',
  'schappen',
  'schappelijk',
  'schappelijke',
])

/** Particles that may open a compound but say nothing by themselves. */
const PREFIXES = new Set(
  'aan achter af bij binnen boven buiten door heen her in langs mede mee na naar neer om on onder ont op over rond samen tegen terug toe tussen uit vast ver vol voor voort weg'.split(
    ' ',
  ),
)

/**
 * The parts of a Dutch compound, or an empty list when the word is not one.
 *
 * Parts are found in a word list; a linking s, n, en or e belongs to neither part. The split with the fewest
 * parts wins, then the one whose shortest part is longest.
 *
 * @example
 * ```ts
 * splitCompound('afvalintercommunales') //=> ['afval', 'intercommunales']
 * splitCompound('gemeente') //=> []
 * ```
 */
export function splitCompound(word: string): readonly string[] {
  return word.length < SHORTEST_COMPOUND || !/^[a-z]+$/.test(word) ? [] : splitOf(word)
}

const splitOf = remembered((word) => split(word, loadWordList()))

function split(word: string, list: WordList): readonly string[] {
  // A plural or an inflected form of a word splits as that word does, or not at all ("gemeenten").
  const base = baseForms(word).find((form) => form !== word && list.has(form))
  if (base !== undefined && base.length >= SHORTEST_COMPOUND) {
    const parts = best(base, list, 3)
    const tail = parts?.at(-1)
    if (parts === null || tail === undefined) return []
    return [...parts.slice(0, -1), word.slice(base.length - tail.length)]
  }
  return base === undefined ? (best(word, list, 3) ?? []) : []
}

function best(word: string, list: WordList, most: number): readonly string[] | null {
  let found: readonly string[] | null = null
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
    const head = firstPart(word.slice(0, cut), list)
    if (head === null) continue
    const tail = rest(word.slice(cut), list, most - 1)
    if (tail !== null) found = better(found, [head, ...tail])
  }
  return found
}

function rest(word: string, list: WordList, most: number): readonly string[] | null {
  if (isPart(word, list)) return [word]
  return most > 1 && word.length >= SHORTEST_PART * 2 ? best(word, list, most) : null
}

function firstPart(piece: string, list: WordList): string | null {
  for (const link of LINKS) {
    if (!piece.endsWith(link)) continue
    const part = piece.slice(0, piece.length - link.length)
    if (isLongEnough(part) && isHead(part, list)) return part
  }
  return null
}

function isHead(part: string, list: WordList): boolean {
  return list.has(part) && !PREFIXES.has(part) && !NEVER_A_PART.has(part)
}

function isPart(word: string, list: WordList): boolean {
  if (NEVER_A_PART.has(word)) return false
  return isLongEnough(word) && baseForms(word).some((form) => isLongEnough(form) && list.has(form))
}

function isLongEnough(part: string): boolean {
  return part.length > SHORTEST_PART || SHORT_PARTS.has(part)
}

/** The word and what it may be an inflection of: plurals and adjective endings. */
function baseForms(word: string): string[] {
  const forms = [word]
  if (word.length < 5) return forms
  if (word.endsWith('s')) forms.push(word.slice(0, -1))
  if (word.endsWith('n')) forms.push(word.slice(0, -1))
  if (word.endsWith('e')) forms.push(word.slice(0, -1))
  if (word.endsWith('en')) forms.push(...withoutEn(word.slice(0, -2)))
  return forms
}

function withoutEn(base: string): string[] {
  const forms = [base]
  if (/([bcdfgklmnprst])\1$/.test(base)) forms.push(base.slice(0, -1))
  const open = /^(.*[^aeiou])([aeou])([bcdfgklmnprstvz])$/.exec(base)
  if (open) {
    const [, start = '', vowel = '', end = ''] = open
    const closed = end === 'v' ? 'f' : end === 'z' ? 's' : end
    forms.push(`${start}${vowel}${vowel}${closed}`)
  }
  return forms
}

function better(a: readonly string[] | null, b: readonly string[]): readonly string[] {
  if (a === null || b.length < a.length) return b
  if (b.length > a.length) return a
  // Equal heads differ in a linking s only: the earlier cut is the one without it in the tail.
  if (a[0] === b[0]) return b
  return shortest(b) > shortest(a) ? b : a
}

function shortest(parts: readonly string[]): number {
  return Math.min(...parts.map((part) => part.length))
}
