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
  /** Longer and rarer keywords say more: about 0.5 for a short word, 2 or more for a phrase. */
  readonly weight: number
}

/** The keywords of all topics, by the stem they begin with. */
export interface TopicIndex {
  readonly words: ReadonlyMap<string, readonly Keyword[]>
  /** Single words by the word as written, in which compounds begin. */
  readonly starts: ReadonlyMap<string, readonly Keyword[]>
  readonly phrases: readonly Keyword[]
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
  const raw = topics.flatMap((topic) =>
    topic.keywords.map((text) => ({ topic, text, ...joined(tokensOf(text.replaceAll('-', ''))) })),
  )
  const spread = spreadOf(raw)
  const keywords = raw
    .filter(({ stems }) => stems.length > 0)
    .map((keyword) => ({ ...keyword, weight: weightOf(keyword.stems, spread) }))
  const single = keywords.filter(({ stems }) => stems.length === 1)
  return {
    words: groupedBy(single, ({ stems }) => stems[0] ?? ''),
    starts: groupedBy(single, ({ start }) => start),
    phrases: keywords.filter(({ stems }) => stems.length > 1),
  }
}

function groupedBy(keywords: readonly Keyword[], by: (keyword: Keyword) => string): Map<string, Keyword[]> {
  const groups = new Map<string, Keyword[]>()
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
