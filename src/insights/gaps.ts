import type { GapQuestion } from './insights.js'

/** Questions that are about the same and that no document answered. */
export interface Gap {
  readonly topic: string | null
  /** Key of the team most of them went to. */
  readonly team: string
  /** What they are about: words they share, the most telling first. */
  readonly words: readonly string[]
  readonly count: number
  /** Some of them, masked: only for who may read questions. */
  readonly examples: readonly string[]
}

/** A word in more than this share of the questions of a theme says nothing about one of them. */
const TOO_COMMON = 0.2
/** Of questions about the same, words that weigh this share of the lighter one's are shared. */
const SAME = 0.34
const MOST_WORDS = 4
const MOST_EXAMPLES = 3

interface Analysed {
  readonly asked: GapQuestion
  /** By their basic form, as they were written. */
  readonly words: ReadonlyMap<string, string>
}

/** A word of a question: its basic form, and as it was written in lower case. */
export interface Word {
  readonly term: string
  readonly word: string
}

interface Cluster {
  readonly members: Analysed[]
  /** How many of its members have a word. */
  readonly counts: Map<string, number>
}

/**
 * Groups questions of one theme that share rare words, the largest group first; those that stand alone are left out.
 *
 * The same questions in the same order give the same groups: each joins the group that it shares most with, or
 * begins one.
 *
 * @param wordsOf the words of a text that carry meaning.
 */
export function findGaps(
  questions: readonly GapQuestion[],
  wordsOf: (text: string) => readonly Word[],
): readonly Gap[] {
  const topics = new Map<string | null, Analysed[]>()
  for (const asked of questions) {
    const own = topics.get(asked.topic) ?? []
    const words = wordsOf(asked.question).map(({ term, word }) => [term, word] as const)
    own.push({ asked, words: new Map(words) })
    topics.set(asked.topic, own)
  }
  return [...topics]
    .flatMap(([topic, analysed]) => clustersOf(analysed).map((cluster) => gapOf(topic, cluster)))
    .sort((a, b) => b.count - a.count || compare(a.words.join(' '), b.words.join(' ')))
}

function clustersOf(analysed: readonly Analysed[]): readonly (Cluster & { weight: Weight })[] {
  const weight = weights(analysed)
  const clusters: Cluster[] = []
  const byWord = new Map<string, Set<Cluster>>()
  for (const one of analysed) {
    const cluster: Cluster = closest(one, byWord, weight) ?? { members: [], counts: new Map() }
    if (cluster.members.length === 0) clusters.push(cluster)
    cluster.members.push(one)
    for (const word of one.words.keys()) {
      cluster.counts.set(word, (cluster.counts.get(word) ?? 0) + 1)
      if (weight(word) > 0) byWord.set(word, (byWord.get(word) ?? new Set()).add(cluster))
    }
  }
  return clusters.filter(({ members }) => members.length > 1).map((cluster) => ({ ...cluster, weight }))
}

type Weight = (word: string) => number

/** The rarer, the heavier; nothing for what stands everywhere. */
function weights(analysed: readonly Analysed[]): Weight {
  const counts = new Map<string, number>()
  for (const { words } of analysed) {
    for (const word of words.keys()) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const most = Math.max(3, analysed.length * TOO_COMMON)
  return (word) => {
    const count = counts.get(word) ?? 0
    return count < 2 || count > most ? 0 : Math.log((analysed.length + 1) / count)
  }
}

/** The group whose usual words it shares most of, if that is enough. */
function closest(
  { words }: Analysed,
  byWord: ReadonlyMap<string, ReadonlySet<Cluster>>,
  weight: Weight,
): Cluster | null {
  const own = [...words.keys()].reduce((total, word) => total + weight(word), 0)
  const shares = new Map<Cluster, number>()
  for (const word of words.keys()) {
    for (const cluster of byWord.get(word) ?? []) {
      const usual = (cluster.counts.get(word) ?? 0) / cluster.members.length
      shares.set(cluster, (shares.get(cluster) ?? 0) + weight(word) * usual)
    }
  }
  let best: Cluster | null = null
  let most = own * SAME
  for (const [cluster, share] of shares) {
    if (share <= most) continue
    most = share
    best = cluster
  }
  return best
}

function gapOf(topic: string | null, { members, counts, weight }: Cluster & { weight: Weight }): Gap {
  const words = [...counts]
    .filter(([word, count]) => weight(word) > 0 && count * 2 >= members.length && count > 1)
    .sort(([a, x], [b, y]) => y * weight(b) - x * weight(a) || compare(a, b))
    .map(([word]) => word)
  const teams = members.map(({ asked }) => asked.team)
  const examples = new Set(members.map(({ asked }) => asked.question.split('\n')[0] ?? ''))
  return {
    topic,
    team: mostFrequent(teams),
    words: words
      .slice(0, MOST_WORDS)
      .map((term) => mostFrequent(members.flatMap(({ words: own }) => own.get(term) ?? []))),
    count: members.length,
    examples: [...examples].slice(0, MOST_EXAMPLES),
  }
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || compare(a, b))[0]?.[0] ?? ''
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
