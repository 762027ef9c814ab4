import { begunWith, type Keyword, type Token, type TopicIndex, tokensOf, topicIndex } from './topic-index.js'
import type { Topic, Topics } from './topics.js'

/** Which topic a text is about. */
export interface TopicMatch {
  /** Key of the topic; null when no keyword says enough. */
  readonly topic: string | null
  /** 0 (nothing) to 1; one good keyword gives about 0.5. */
  readonly score: number
  /** The keywords that were found, the most telling first. */
  readonly matched: readonly string[]
  /** Whether the organisation's own documents are about this topic; false for null. */
  readonly covered: boolean
}

/** How strongly a text is about a domain that the documents do not cover. */
export interface DomainEvidence {
  /** 0 (no sign of such a domain) to 1 (nothing but such a domain). */
  readonly score: number
  /** Key of that domain; null when there is no sign of one. */
  readonly topic: string | null
  readonly matched: readonly string[]
}

/** Below this a topic is a guess. */
const ENOUGH = 0.45

/** What a word that only holds a keyword, or is held by one, is worth beside the keyword itself. */
const PART_OF_COMPOUND = 0.6
const HEAD_OF_KEYWORD = 0.35
const SHORTEST_PART = 5
const SHORTEST_HEAD = 8
/** What is left of a compound beside the keyword is a word too: "politieker" does not hold "politie". */
const SHORTEST_REST = 4
/** What a word that stands in questions about anything is worth beside the word for what the question is about. */
const GENERAL = 0.4
/** Members write the subject first: "kerkfabriek subsidie budgetwijziging" is about the church. */
const FIRST_WORD = 1.2

/**
 * The topic of a text, by keywords, their parts in compounds, and phrases.
 *
 * The text is best given in plain words (short forms written out). Phrases count when their words stand close
 * together in any order; the longer and rarer a keyword, the more it says.
 *
 * @example
 * ```ts
 * topicOf('dagprijs van ons woonzorgcentrum verhogen', topics).topic // 'ouderen'
 * ```
 */
export function topicOf(text: string, topics: Topics): TopicMatch {
  const ranked = standings(text, topics)
  const best = ranked.toSorted((a, b) => b.own - a.own)[0]
  if (best === undefined || best.weight < ENOUGH)
    return { topic: null, score: 0, matched: [], covered: false }
  const { topic, weight, matched } = best
  return { topic: topic.key, score: 1 - Math.exp(-weight / 1.5), matched, covered: topic.covered }
}

/**
 * How strongly a text is about a policy domain outside the documents, weighed against the covered ones.
 *
 * @example
 * ```ts
 * domainEvidence('hoeveel gemeenten zijn lid?', topics).score // 0
 * ```
 */
export function domainEvidence(text: string, topics: Topics): DomainEvidence {
  const ranked = standings(text, topics, { guesses: false })
  const outside = ranked.find(({ topic }) => !topic.covered)
  if (outside === undefined) return { score: 0, topic: null, matched: [] }
  const inside = ranked.find(({ topic }) => topic.covered)?.weight ?? 0
  const score = outside.weight / (outside.weight + inside + 0.5)
  return { score, topic: outside.topic.key, matched: outside.matched }
}

interface Standing {
  readonly topic: Topic
  readonly weight: number
  /** The same with general words counted for little. */
  readonly own: number
  readonly matched: readonly string[]
}

interface Hit {
  readonly keyword: Keyword
  readonly weight: number
}

/** @param guesses whether a word counts that only begins a keyword: enough to choose a team, not to say what a text is about */
function standings(text: string, topics: Topics, { guesses } = { guesses: true }): readonly Standing[] {
  const index = topicIndex(topics)
  const tokens = tokensOf(text)
  const stems = tokens.map(({ stem }) => stem)
  const first = tokens[0]
  const hits = [
    ...phraseHits(stems, index),
    ...tokens.flatMap((token) => {
      const found = wordHits(token, index, token === first)
      return found.length === 0 && guesses ? begunBy(token.stem, index) : found
    }),
  ]
  const byTopic = new Map<Topic, Hit[]>()
  for (const hit of hits) byTopic.set(hit.keyword.topic, [...(byTopic.get(hit.keyword.topic) ?? []), hit])
  return [...byTopic].map(([topic, found]) => standing(topic, found)).sort((a, b) => b.weight - a.weight)
}

/** Each stem counts once for a topic, with its best keyword: "raad" twice says no more than once. */
function standing(topic: Topic, hits: readonly Hit[]): Standing {
  const sorted = [...hits].sort((a, b) => b.weight - a.weight)
  const seen = new Set<string>()
  const counted = sorted.filter(({ keyword }) => {
    const fresh = keyword.stems.some((stem) => !seen.has(stem))
    for (const stem of keyword.stems) seen.add(stem)
    return fresh
  })
  return {
    topic,
    weight: counted.reduce((sum, hit) => sum + hit.weight, 0),
    own: counted.reduce((sum, { keyword, weight }) => sum + weight * (keyword.isGeneral ? GENERAL : 1), 0),
    matched: counted.map(({ keyword }) => keyword.text),
  }
}

function phraseHits(stems: readonly string[], { phrases }: TopicIndex): readonly Hit[] {
  const present = new Set(stems)
  return [...present]
    .flatMap((stem) => phrases.get(stem) ?? [])
    .sort((a, b) => a.place - b.place)
    .map(({ keyword }) => keyword)
    .filter((keyword) => keyword.stems.every((stem) => present.has(stem)))
    .filter((keyword) => spanOf(keyword.stems, stems) <= keyword.stems.length + 4)
    .map((keyword) => ({ keyword, weight: keyword.weight }))
}

/** Over how many words the words of a phrase are spread, by their first places. */
function spanOf(wanted: readonly string[], stems: readonly string[]): number {
  const places = wanted.map((stem) => stems.indexOf(stem))
  return Math.max(...places) - Math.min(...places) + 1
}

function wordHits(token: Token, index: TopicIndex, first: boolean): readonly Hit[] {
  const factor = first ? FIRST_WORD : 1
  const exact = index.words.get(token.stem)?.filter((keyword) => isSameWord(token.word, keyword.start))
  return exact === undefined || exact.length === 0 ? compoundHits(token, index) : scaled(exact, factor)
}

/** Short words share a stem by chance: "lezen" is no LEZ, "for" no "foor". */
function isSameWord(word: string, keyword: string): boolean {
  if (keyword.length <= 3) return word === keyword
  return keyword.length > 4 || word.startsWith(keyword.slice(0, 3))
}

/** What follows a keyword by chance in one longer word: "internat|ionale" is no "internaat". */
const ENDING = /^(?:i?on|i?aal|i?ale|isch|ati|iteit|isme|ist|eer|heid|lijk|baar)/u

/** The longest keyword inside the word at either end. */
function compoundHits({ word, stem }: Token, index: TopicIndex): readonly Hit[] {
  for (let length = stem.length - SHORTEST_REST; length >= SHORTEST_PART; length--) {
    const head = word.slice(0, length)
    const begins = ENDING.test(word.slice(length)) ? undefined : index.words.get(head)
    const part = index.words.get(stem.slice(-length)) ?? index.starts.get(head) ?? begins
    if (part !== undefined) return scaled(part, PART_OF_COMPOUND)
  }
  return []
}

/** A word that begins keywords of one topic only says a little for it; "gemeente" and "project" begin too many. */
function begunBy(stem: string, { beginnings }: TopicIndex): readonly Hit[] {
  if (stem.length < SHORTEST_HEAD) return []
  const begun = begunWith(stem, beginnings)
  const topics = new Set(begun.map(({ keyword }) => keyword.topic))
  if (topics.size !== 1) return []
  const [first] = begun
    .flatMap(({ keyword, place }) => (place === null ? [] : [{ keyword, place }]))
    .sort((a, b) => a.place - b.place)
  return first === undefined ? [] : scaled([first.keyword], HEAD_OF_KEYWORD)
}

function scaled(keywords: readonly Keyword[] | undefined, factor: number): readonly Hit[] {
  return (keywords ?? []).map((keyword) => ({ keyword, weight: keyword.weight * factor }))
}
