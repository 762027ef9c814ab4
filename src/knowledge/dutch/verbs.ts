import type { WordList } from './word-list.js'

/** Prefixes that stand apart from their verb and before the "ge" of its participle: "aan-ge-vraagd". */
const SEPARABLE =
  'aan achter af bij binnen boven buiten dicht door goed heen her in klaar kwijt langs los mede mee na neer om onder op open over rond samen schoon stil stop tegen terug toe uit vast vol voor voort vrij waar weer weg'.split(
    ' ',
  )

/**
 * The infinitive behind a conjugated verb or a participle, or null when the word does not look like one.
 *
 * Snowball leaves "ontwikkelt", "ontwikkeld" and "aangevraagd" beside "ontwikkelen" and "aanvragen"; members write
 * the one and documents the other. Only infinitives of the word list count, so that "markt" and "inhoud" stay.
 *
 * @example
 * ```ts
 * infinitive('aangevraagd', loadWordList()) //=> 'aanvragen'
 * ```
 */
export function infinitive(word: string, list: WordList): string | null {
  if (word.length < 5 || NO_PARTICIPLES.has(word)) return null
  const plain = word.replace(/(?<=[dt])e$/, '')
  if (!/[dt]$/.test(plain)) return null
  // "gemeld" comes from "melden", so what is left is tried with its last letter first.
  const participles = withoutGe(plain).flatMap((base) => [base, base.slice(0, -1)])
  // A word of the list is itself ("markt", "hond") unless it is a participle ("gemeld" is listed as well).
  const listed = list.has(word) || list.has(plain)
  const bases =
    listed && !/^(?:be|ver|ont|her|er|gebr)/.test(word) ? participles : [...participles, plain.slice(0, -1)]
  for (const base of bases) {
    if (base.length < 3) continue
    const found = infinitives(base).find((form) => list.has(form))
    if (found !== undefined) return found
  }
  return null
}

/** Words with "ge" that only look like participles. */
const NO_PARTICIPLES = new Set(
  `gezond gezonde geduld geweld gewicht gezicht gehucht geld gebied geluid gebed gemoed gezant gerecht gerechte
   gemeente gemeent verband verbande gedacht gedeelte gesteld gewest`.split(/\s+/),
)

/** "gemeld": "meld"; "aangevraagd": "aanvraagd"; nothing for a word without "ge". */
function withoutGe(word: string): string[] {
  const found = word.startsWith('ge') ? [word.slice(2)] : []
  for (const prefix of SEPARABLE) {
    if (word.startsWith(`${prefix}ge`)) found.push(prefix + word.slice(prefix.length + 2))
  }
  return found
}

/** How Dutch spells the infinitive of a stem: "maak" maken, "leef" leven, "stop" stoppen, "werk" werken. */
function infinitives(base: string): string[] {
  const long = /^(.*)(aa|ee|oo|uu)([bcdfghjklmnpqrstvwxz])$/.exec(base)
  if (long) {
    const [, start = '', vowels = '', end = ''] = long
    const open = start + (vowels[0] ?? '')
    return [`${open}${end}en`, `${open}${voiced(end)}en`]
  }
  const last = base.at(-1) ?? ''
  return [`${base}en`, `${base.slice(0, -1)}${voiced(last)}en`, `${base}${last}en`]
}

function voiced(consonant: string): string {
  if (consonant === 'f') return 'v'
  return consonant === 's' ? 'z' : consonant
}
