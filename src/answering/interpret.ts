import type { Language } from '../texts/language.js'
import type { RemitReason } from '../texts/replies.js'
import { type AskedOfUs, askedOfUs } from './interpret/asked-of-us.js'
import { CONVERSATION_TABLES } from './interpret/conversation-rules.js'
import { domainWords } from './interpret/domain-words.js'
import { LIMIT_TABLES } from './interpret/limit-rules.js'
import { stripManners } from './interpret/manners.js'
import { memberVoice } from './interpret/member-voice.js'
import { OFF_TOPIC_TABLE } from './interpret/off-topic-rules.js'
import { OUTSIDER_TABLES } from './interpret/outsider-rules.js'
import { metRules, type Reading, type Rule, type RuleTable } from './interpret/rule.js'
import { STAFF_TABLES } from './interpret/staff-rules.js'
import { unwrap } from './interpret/wrapped.js'
import { normalise } from './question/normalise.js'

/** What a message is, with the name of the rule that says so (null for an ordinary question). */
export type Interpretation = (
  | {
      readonly kind: 'question'
      /** The question alone, in plain words: without greeting, thanks, or orders to the assistant. */
      readonly text: string
    }
  | Reading
) & { readonly rule: string | null }

/** Who asks, as far as it is known, and in which language. */
export interface InterpretContext {
  /** Kind of body the asker belongs to; `onbekend` when that is not known. */
  readonly memberKind: string
  readonly language: Language
}

/** A reading must reach this to be believed; one clear rule does. */
const ENOUGH = 2

/** In order: the first of the best wins a tie. */
const TABLES: readonly RuleTable[] = [
  ...STAFF_TABLES,
  ...OUTSIDER_TABLES,
  ...LIMIT_TABLES,
  ...CONVERSATION_TABLES,
  OFF_TOPIC_TABLE,
]

/**
 * Tells a question from everything else people write to a desk.
 *
 * Rules speak for a reading, signs of a member's own question speak against it; what reaches no reading is a
 * question. It would rather call an outsider's message a question (staff will see it) than turn a member away. The
 * text is expected masked; an empty one is small talk.
 *
 * @example
 * ```ts
 * const from = { memberKind: 'onbekend', language: 'nl' } as const
 * interpret('dag, hoeveel gemeenten zijn lid?', from) // question, text 'hoeveel gemeenten zijn lid?'
 * interpret('mijn buur bouwt zonder vergunning', from) // out-of-remit, reason 'citizen'
 * ```
 */
export function interpret(text: string, context: InterpretContext): Interpretation {
  const plain = normalise(text)
  const unwrapped = unwrap(plain)
  if (unwrapped.kind === 'only-instruction') return { kind: 'instruction', rule: unwrapped.rule }
  const whole = unwrapped.kind === 'wrapped' ? unwrapped.question : plain
  const { rest, reason } = stripManners(whole)
  if (rest === '') return { kind: 'small-talk', reason: reason ?? 'empty', rule: 'manners alone' }
  const asked = askedOfUs(rest)
  const best = bestReading(withSubject(rest), asked, context)
  if (best !== null) return best
  const alone = asked !== null && (asked.isRelayed || hasStory(rest, asked))
  return { kind: 'question', text: alone ? asked.text : rest, rule: null }
}

/** Beside what is asked stands something of the asker's own life, which is no part of the question. */
function hasStory(text: string, asked: AskedOfUs): boolean {
  return TABLES.filter(({ reading }) => reading.kind === 'out-of-remit').some((table) =>
    metRules(table, text).some((rule) => !rule.when.test(asked.text)),
  )
}

/** Chat drops the first word: "heb een boete gekregen", "zoek een woning". The question itself stays as typed. */
function withSubject(text: string): string {
  return text.replace(DROPPED_I, 'ik $1')
}

const DROPPED_I =
  /^(ben|heb|zoek|woon|huur|studeer|kreeg|werd)(?= (?!ik\b|je\b|jij\b|u\b|wij\b|we\b|jullie\b|men\b|er\b|dat\b|dit\b))/iu

function bestReading(
  text: string,
  asked: AskedOfUs | null,
  context: InterpretContext,
): Interpretation | null {
  const voice = memberVoice(text, context.memberKind)
  const domain = domainWords(text)
  let best: { readonly score: number; readonly interpretation: Interpretation } | null = null
  for (const table of TABLES) {
    const met = metRules(table, text).filter((rule) => concerns(rule, table, asked))
    const first = met[0]
    if (first === undefined) continue
    const weight = met.reduce((sum, rule) => sum + rule.weight, 0)
    const score = weight - against(table, voice, domain)
    if (score < ENOUGH || score <= (best?.score ?? 0)) continue
    best = { score, interpretation: { ...table.reading, rule: first.name } }
  }
  return best?.interpretation ?? null
}

/**
 * Whether what a rule heard is what the message is about. Beside a question for a fact of the association, only who
 * the asker says he is counts, and not who else is named.
 */
function concerns(rule: Rule, { reading }: RuleTable, asked: AskedOfUs | null): boolean {
  if (asked === null || reading.kind !== 'out-of-remit') return true
  const told = SAYS_WHO[reading.reason] ?? 0
  const least = asked.isRelayed && told > 0 ? 4 : told
  return rule.weight >= least || rule.when.test(asked.text)
}

/** From which weight on a rule of a reading says who the asker is. */
const SAYS_WHO: Partial<Record<RemitReason, number>> = {
  'own-employment': 4,
  press: 4,
  student: 4,
  company: 4,
  citizen: 4,
}

function against(table: RuleTable, voice: number, domain: number): number {
  const { reading } = table
  const smallTalk =
    reading.kind === 'small-talk' && (reading.reason === 'off-topic' || reading.reason === 'capabilities')
  return table.yieldsToMembers * voice + (smallTalk ? domain : 0)
}
