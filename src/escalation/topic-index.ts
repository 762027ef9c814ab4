import { newStemmer } from 'snowball-stemmers'
import type { Topic, Topics } from './topics.js'

/** A keyword ready for matching. */
export interface Keyword {
  readonly topic: Topic
  readonly text: string
  /** Its first word, without accents: compounds begin with the word, not with its stem. */
  readonly start: string
  /** Stems of its words, in order. */
  readonly stems: readonly string[]
  /** Stands in questions about other topics too: the council decides on everything. */
  readonly isGeneral: boolean
  /** Longer and rarer keywords say more: about 0.5 for a short word, 2 or more for a phrase. */
  readonly weight: number
}

/** The keywords of all topics, by the stem they begin with. */
export interface TopicIndex {
  readonly words: ReadonlyMap<string, readonly Keyword[]>
  /** Single words by the word as written, in which compounds begin. */
  readonly starts: ReadonlyMap<string, readonly Keyword[]>
  /** Phrases, with their place among them, by the stem of their first word. */
  readonly phrases: ReadonlyMap<string, readonly Placed[]>
  /** The stems of all words, those in phrases included, in the order of the alphabet. */
  readonly beginnings: readonly Beginning[]
}

/** A keyword with its place in the order of the topics. */
export interface Placed {
  readonly keyword: Keyword
  readonly place: number
}

/** A stem that a shorter word may begin; `place` is null where it stands in a phrase. */
export interface Beginning {
  readonly stem: string
  readonly keyword: Keyword
  readonly place: number | null
}

const stemmer = newStemmer('dutch')

/** Function words inside keyword phrases, which members leave out. */
const SMALL = new Set([
  'de',
  'het',
  'een',
  'van',
  'voor',
  'in',
  'op',
  'aan',
  'bij',
  'en',
  'met',
  'om',
  'te',
  'tot',
  'naar',
])

/** A word of a text, without accents, and its stem. */
export interface Token {
  readonly word: string
  readonly stem: string
}

/**
 * The words of a text with their stems, in order, without small words, accents and the `'s` of plurals.
 *
 * Words with dashes come whole and in parts: "btw-tarief" gives btwtarief, then btw and tarief.
 */
export function tokensOf(text: string): readonly Token[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'")
  const words = plain.match(/[\p{L}\d]+(?:[-.&+'][\p{L}\d]+)*/gu) ?? []
  return words
    .flatMap((word) => partsOf(word.replace(/'(?:s|tje|tjes)$/u, '')))

    .filter((token) => !SMALL.has(token.word))
}

function partsOf(word: string): readonly Token[] {
  if (!word.includes('-')) return [tokenOf(word)]
  return [word.replaceAll('-', ''), ...word.split('-').filter(Boolean)].map(tokenOf)
}

/** Snowball leaves "tariev" of tarieven beside "tarief", and "huiz" beside "huis". */
function tokenOf(word: string): Token {
  const stem = stemmer.stem(word).replace(/v$/u, 'f').replace(/z$/u, 's')
  return { word, stem }
}

const built = new WeakMap<Topics, TopicIndex>()

/** The index of a set of topics, built once for each set. */
export function topicIndex(topics: Topics): TopicIndex {
  const ready = built.get(topics)
  if (ready !== undefined) return ready
  const index = build(topics)
  built.set(topics, index)
  return index
}

function build({ topics }: Topics): TopicIndex {
  const raw = topics.flatMap((topic) => [
    ...topic.keywords.map((text) => keywordOf(topic, text, false)),
    ...(topic.general ?? []).map((text) => keywordOf(topic, text, true)),
  ])
  const spread = spreadOf(raw)
  const keywords = raw
    .filter(({ stems }) => stems.length > 0)
    .map((keyword) => ({ ...keyword, weight: weightOf(keyword.stems, spread) }))
  const single = keywords.filter(({ stems }) => stems.length === 1)
  const words = groupedBy(single, ({ stems }) => stems[0] ?? '')
  const phrases = keywords.filter(({ stems }) => stems.length > 1)
  const placed = phrases.map((keyword, place): Placed => ({ keyword, place }))
  return {
    words,
    starts: groupedBy(single, ({ start }) => start),
    phrases: groupedBy(placed, ({ keyword }) => keyword.stems[0] ?? ''),
    beginnings: beginningsOf([...words.values()].flat(), phrases),
  }
}

function beginningsOf(words: readonly Keyword[], phrases: readonly Keyword[]): readonly Beginning[] {
  const alone = words.map((keyword, place): Beginning => ({ stem: keyword.stems[0] ?? '', keyword, place }))
  const inPhrases = phrases.flatMap((keyword) =>
    keyword.stems.map((stem): Beginning => ({ stem, keyword, place: null })),
  )
  return [...alone, ...inPhrases].sort((a, b) => (a.stem < b.stem ? -1 : a.stem > b.stem ? 1 : 0))
}

/** Those of sorted beginnings that a stem begins. */
export function begunWith(stem: string, beginnings: readonly Beginning[]): readonly Beginning[] {
  let low = 0
  let high = beginnings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((beginnings[middle]?.stem ?? '') < stem) low = middle + 1
    else high = middle
  }
  let end = low
  while (beginnings[end]?.stem.startsWith(stem)) end++
  return beginnings.slice(low, end)
}

function keywordOf(topic: Topic, text: string, isGeneral: boolean): Omit<Keyword, 'weight'> {
  return { topic, text, isGeneral, ...joined(tokensOf(text.replaceAll('-', ''))) }
}

function groupedBy<T>(keywords: readonly T[], by: (keyword: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const keyword of keywords) {
    const group = groups.get(by(keyword))
    if (group === undefined) groups.set(by(keyword), [keyword])
    else group.push(keyword)
  }
  return groups
}

function joined(tokens: readonly Token[]): Pick<Keyword, 'start' | 'stems'> {
  return { start: tokens[0]?.word ?? '', stems: tokens.map(({ stem }) => stem) }
}

/** In how many topics a stem stands, alone or in a phrase. */
function spreadOf(keywords: readonly Omit<Keyword, 'weight'>[]): ReadonlyMap<string, number> {
  const topicsOf = new Map<string, Set<string>>()
  for (const { topic, stems } of keywords) {
    for (const stem of stems) topicsOf.set(stem, (topicsOf.get(stem) ?? new Set()).add(topic.key))
  }
  return new Map([...topicsOf].map(([stem, keys]) => [stem, keys.size]))
}

function weightOf(stems: readonly string[], spread: ReadonlyMap<string, number>): number {
  return stems.reduce((sum, stem) => sum + lengthWeight(stem) / Math.sqrt(spread.get(stem) ?? 1), 0)
}

function lengthWeight(stem: string): number {
  return 0.4 + Math.min(stem.length, 14) / 14
}
