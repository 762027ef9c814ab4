import { isSameQuestion } from './same-question.js'
import { type Topics, topicByKey } from './topics.js'

/** A question whose topic a colleague set right. */
export interface TopicExample {
  /** Reference of its ticket. */
  readonly reference: string
  /** Masked. */
  readonly question: string
  /** Key that the colleague chose. */
  readonly topic: string
}

/**
 * The example that a question follows when no word of `topics.yaml` says what it is about: the newest question of
 * which every word of subject occurs in it, or the other way round. Null when there is none.
 *
 * An example never overrides a topic that the keywords found: those are what colleagues tend and can read, and one
 * correction says too little about a word. So it is asked for only where they found nothing, and the ticket names it.
 *
 * @param examples newest first; one whose topic is not in the file any more counts for nothing.
 */
export function exampleFor(
  question: string,
  examples: readonly TopicExample[],
  topics: Topics,
): TopicExample | null {
  const known = examples.filter(({ topic }) => topicByKey(topics, topic) !== null)
  return known.find((example) => isSameQuestion(question, firstLine(example.question))) ?? null
}

/** Below the first line stands what the desk added for staff. */
function firstLine(question: string): string {
  return question.split('\n')[0] ?? ''
}
