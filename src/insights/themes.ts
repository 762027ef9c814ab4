import type { QuestionCount } from './insights.js'
import { K } from './tables.js'

/** A row of the report: a topic by its key, questions that none fitted, or the small ones taken together. */
export type Theme =
  | { readonly kind: 'topic'; readonly key: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'rest' }

/**
 * The themes of questions, the largest first. Those that are too small to be published stand together at the end, with
 * the smallest of the others where they would still be too few. Empty when all together are too few.
 */
export function themesOf(counts: readonly QuestionCount[], k = K): readonly Theme[] {
  const totals = new Map<string | null, number>()
  for (const { topic, count } of counts) totals.set(topic, (totals.get(topic) ?? 0) + count)
  const sorted = [...totals].sort(([a, x], [b, y]) => y - x || ((a ?? '') < (b ?? '') ? -1 : 1))
  const large = sorted.filter(([, count]) => count >= k)
  let rest = sorted.filter(([, count]) => count < k).reduce((all, [, count]) => all + count, 0)
  const hasRest = rest > 0
  while (hasRest && rest < k) {
    const smallest = large.pop()
    if (smallest === undefined) return []
    rest += smallest[1]
  }
  const themes = large.map(([key]): Theme => (key === null ? { kind: 'none' } : { kind: 'topic', key }))
  return hasRest ? [...themes, { kind: 'rest' }] : themes
}

/** Each count with the place of its theme. */
export function countsByTheme(
  counts: readonly QuestionCount[],
  themes: readonly Theme[],
): readonly (readonly [theme: number, count: QuestionCount])[] {
  const places = new Map(themes.map((theme, at) => [nameOf(theme), at]))
  const rest = places.get('rest') ?? -1
  return counts.map((count) => [
    places.get(count.topic === null ? 'none' : `topic ${count.topic}`) ?? rest,
    count,
  ])
}

function nameOf(theme: Theme): string {
  return theme.kind === 'topic' ? `topic ${theme.key}` : theme.kind
}
