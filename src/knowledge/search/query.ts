import { analyse } from '../dutch/analyse.js'
import { stem } from '../dutch/stem.js'
import type { AmbiguousWord, Glossary } from '../glossary.js'
import type { MatchedTerm } from '../passage.js'
import { nearTerms, type Vocabulary } from './spelling.js'
import type { RankingWeights } from './weights.js'

/** Another way in which a query word may stand in a passage. */
export interface Expansion {
  readonly term: string
  readonly weight: number
  readonly through: MatchedTerm['through']
}

/** A word of the query that carries a subject. */
export interface QueryWord {
  /** As typed. */
  readonly word: string
  readonly term: string
  /** How much finding it says; as for a word of no passage when the index does not know it. */
  readonly idf: number
  /** Whether some passage holds the word itself, not only an expansion. */
  readonly known: boolean
  readonly expansions: readonly Expansion[]
}

/** Words of the query that the glossary knows by other names. */
export interface GlossaryMatch {
  /** Positions in {@link Query.words}. */
  readonly words: readonly number[]
  /** The other names as stems; each is found as a whole. */
  readonly alternatives: readonly (readonly string[])[]
}

/** A question as the index searches it. */
export interface Query {
  readonly text: string
  readonly words: readonly QueryWord[]
  readonly glossary: readonly GlossaryMatch[]
  /** Short forms with several meanings, left as they are. */
  readonly ambiguous: readonly AmbiguousWord[]
}

/** Reads a question against what the index knows. */
export function readQuery(
  text: string,
  vocabulary: Vocabulary,
  glossary: Glossary,
  weights: RankingWeights,
): Query {
  const analysed = uniqueTerms(analyse(text))
  const matches = glossary.find(analysed)
  const named = new Set(matches.flatMap((match) => match.words))
  const words = analysed.map((word, index): QueryWord => {
    const df = vocabulary.term(word.term)?.df ?? 0
    const parts = word.parts.map(
      (term): Expansion => ({ term, weight: weights.compoundPart, through: 'compound' }),
    )
    const joined = joins(analysed, index).map(
      (term): Expansion => ({ term, weight: weights.joined, through: 'compound' }),
    )
    const expansions = [...parts, ...joined].filter(({ term }) => vocabulary.term(term) !== null)
    const slips =
      df === 0 && expansions.length === 0 && !named.has(index)
        ? nearTerms(word.term, vocabulary, word.word)
        : []
    return {
      word: word.surface,
      term: word.term,
      idf: idf(df, vocabulary.passageCount),
      known: df > 0,
      expansions: [
        ...expansions,
        ...slips.map(
          ({ term, likeness }): Expansion => ({
            term,
            weight: weights.spelling * likeness,
            through: 'spelling',
          }),
        ),
      ],
    }
  })
  return { text, words, glossary: matches, ambiguous: glossary.ambiguous(analysed) }
}

/** Robertson's inverse document frequency, never negative. */
export function idf(df: number, passages: number): number {
  return Math.log(1 + (passages - df + 0.5) / (df + 0.5))
}

function uniqueTerms(words: ReturnType<typeof analyse>): ReturnType<typeof analyse> {
  const seen = new Set<string>()
  return words.filter(({ term }) => !seen.has(term) && seen.add(term))
}

/** What a word makes with its neighbour, as Dutch writes compounds: "service design", "rijks register". */
function joins(words: ReturnType<typeof analyse>, index: number): string[] {
  const here = words[index]
  if (!here) return []
  const pairs = [[words[index - 1], here] as const, [here, words[index + 1]] as const]
  return pairs.flatMap(([left, right]) =>
    left && right && right.position === left.position + 1
      ? ['', 's'].map((link) => stem(`${left.word}${link}${right.word}`))
      : [],
  )
}
