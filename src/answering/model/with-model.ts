import type { SearchOptions } from '../../knowledge/passage.js'
import { modelTexts } from '../../texts/model.js'
import type { Answer, Answered, Asked, DontKnow } from '../answer.js'
import type { Citation } from '../citation.js'
import { compose } from '../compose.js'
import type { AnsweringParts } from '../evidence/assess.js'
import { ANSWER_FROM, OFFER_STAFF_FROM } from '../evidence/confidence-in-evidence.js'
import { selectUnits } from '../evidence/select.js'
import { leansOnPrevious } from '../question/follow-up.js'
import type { AnswerDocuments, AskedBy } from './answer-port.js'
import { CheckedWords, type HeldSentence } from './checked-words.js'
import { checkedQuestion } from './full-question.js'
import { type Gathered, gather } from './gather.js'
import type { ModelObserver, WordingOutcome } from './observe.js'
import type { Found, ModelRoles } from './roles.js'
import { withinTime } from './within-time.js'

/** A model with its roles, its limits and who is told of them. */
export interface Models {
  /** Provider and model, as configured. */
  readonly name: string
  readonly roles: ModelRoles
  /** Counts a question of this person; false when the day's number is reached. */
  readonly admits: (person: string | null, day: string) => Promise<boolean>
  readonly mask: (text: string) => string
  readonly observe: ModelObserver
  readonly tick: () => number
  /** Aborts after so many milliseconds. */
  readonly timeout: (ms: number) => AbortSignal
  /** For everything a model does for one question. */
  readonly timeoutMs: number
}

/**
 * The desk's own way of answering, with a model's words above its quotes.
 *
 * The desk decides as without a model whether the documents answer; a model completes a follow-up, and words what was
 * found. It makes the desk more careful, never less: it cannot turn a hand-over into an answer, its sentences are held
 * against the passages one by one, and the desk's own quoted answer stands below them with its citations. Where no
 * sentence holds, or the model doubts with an unsure desk, the question goes to staff. Whatever goes wrong with the
 * model, the member gets the desk's own answer within the time.
 *
 * @example
 * ```ts
 * const answer = withModel(answerFromDocuments, await createModels(settings, parts))
 * ```
 */
export function withModel(base: AnswerDocuments, models: Models): AnswerDocuments {
  return async (asked, parts, options, by = { person: null }) => {
    if (fromTheClock(asked, parts)) return base(asked, parts, options, by)
    by.onEvent?.({ kind: 'status', step: 'searching', text: modelTexts(asked.language).searching })
    const own = await base(asked, parts, options, by)
    if (!mayComplete(own, asked) && own.result.kind !== 'answer') return own
    return new Wording(base, models, { asked, parts, options, by }).of(own)
  }
}

/** What the timetables and the clock say is exact as it is. */
function fromTheClock({ text, previous }: Asked, { live }: AnsweringParts): boolean {
  return live(text, null) !== null || (previous !== null && live(text, previous) !== null)
}

/** A follow-up that the desk itself could not complete with confidence. */
function mayComplete({ result }: Answered, { text, previous }: Asked): boolean {
  return previous !== null && leansOnPrevious(text) && result.confidence < ANSWER_FROM
}

interface Asking {
  readonly asked: Asked
  readonly parts: AnsweringParts
  readonly options: SearchOptions
  readonly by: AskedBy
}

/** One question with a model. */
class Wording {
  readonly #base: AnswerDocuments
  readonly #models: Models
  readonly #asking: Asking
  readonly #started: number
  readonly #signal: AbortSignal

  constructor(base: AnswerDocuments, models: Models, asking: Asking) {
    this.#base = base
    this.#models = models
    this.#asking = asking
    this.#started = models.tick()
    this.#signal = models.timeout(models.timeoutMs)
  }

  async of(own: Answered): Promise<Answered> {
    const { asked } = this.#asking
    if (!(await this.#admitted())) {
      this.#report('over-quota')
      return noted(own, modelTexts(asked.language).overQuota)
    }
    const full = mayComplete(own, asked) ? await this.#completed(own) : own
    if (full.result.kind !== 'answer') return full
    return { question: full.question, result: await this.#worded(full.result, full.question) }
  }

  /** A ledger that fails or hangs admits nobody: without it nothing limits the cost. */
  async #admitted(): Promise<boolean> {
    const { by, options } = this.#asking
    const admitted = this.#models.admits(by.person, options.today)
    return withinTime(admitted, this.#signal).catch(() => false)
  }

  async #completed(own: Answered): Promise<Answered> {
    const { asked, parts, options, by } = this.#asking
    const { mask, roles } = this.#models
    const [text, previous] = [mask(asked.text), mask(asked.previous ?? '')]
    const { language } = asked
    const signal = this.#signal
    const rewritten = await roles.rewrite({ previous, text, language, day: options.today, signal })
    const question = rewritten && checkedQuestion(rewritten, previous, text, parts.analyse)
    if (!question) return own
    const { result } = await this.#base({ text: question, language, previous: null }, parts, options, by)
    return result.confidence > own.result.confidence ? { question, result } : own
  }

  async #worded(own: Answer, question: string): Promise<Answer | DontKnow> {
    const { asked, parts, options } = this.#asking
    const { mask } = this.#models
    const { language } = asked
    const gathered = await gather(own, { text: question, language }, parts, options, mask)
    if (gathered.length === 0) return own
    const found: Found = {
      question: mask(question),
      grounds: gathered.map(({ ground }) => ground),
      language,
      day: options.today,
      signal: this.#signal,
    }
    // Where the desk is sure by itself, nobody needs to judge.
    const judged = own.confidence < ANSWER_FROM ? this.#models.roles.judge(found) : Promise.resolve(true)
    const words = await this.#write(found, judged)
    if ((await judged) === false) return this.#toStaff('not-sufficient', own, gathered, words)
    if (words === null) return this.#ownAnswer(own)
    if (words.held.length === 0) return this.#toStaff('nothing-held', own, gathered, words)
    this.#report('worded', words)
    return { ...own, ...this.#joined(own, words.held, gathered) }
  }

  /** Null when nothing usable came; what comes in is shown only once it is checked and nobody doubts. */
  async #write(found: Found, judged: Promise<boolean | null>): Promise<CheckedWords | null> {
    const { by, parts } = this.#asking
    const words = new CheckedWords(found.grounds, found.language, parts.analyse)
    by.onEvent?.({ kind: 'status', step: 'writing', text: modelTexts(found.language).writing })
    let shown = judged
    const written = await this.#models.roles.compose(found, (sentence) => {
      for (const held of words.add(sentence)) {
        shown = shown.then((fine) => {
          if (fine === true && !this.#signal.aborted) by.onEvent?.({ kind: 'sentence', ...held })
          return fine
        })
      }
    })
    await shown
    return written === null || written.length === 0 ? null : words
  }

  #ownAnswer(own: Answer): Answer {
    this.#report('own-answer')
    return own
  }

  #toStaff(
    outcome: 'nothing-held' | 'not-sufficient',
    own: Answer,
    gathered: readonly Gathered[],
    words: CheckedWords | null,
  ): DontKnow {
    this.#report(outcome, words)
    const texts = modelTexts('nl')
    return {
      kind: 'dont-know',
      confidence: Math.min(own.confidence, OFFER_STAFF_FROM),
      reason: outcome === 'nothing-held' ? texts.nothingHeld : texts.notSufficient,
      found: gathered.map(({ evidence }) => ({
        passage: evidence.hit.passage.id,
        score: evidence.hit.score,
      })),
    }
  }

  /** The model's words, then the desk's own answer, word for word; what the words rest on is cited as well. */
  #joined(own: Answer, held: readonly HeldSentence[], gathered: readonly Gathered[]) {
    const { asked, parts } = this.#asking
    const said = held.map(({ text }) => text).filter((text) => !own.text.includes(text))
    if (said.length === 0) return { text: own.text, citations: own.citations }
    const rested = new Set(held.flatMap(({ passages }) => passages))
    const cited = new Set(own.citations.map(({ passage }) => passage))
    const more = gathered.filter(({ ground }) => rested.has(ground.id) && !cited.has(ground.id))
    const citations: readonly [Citation, ...Citation[]] = [
      ...own.citations,
      ...more.flatMap((one) => citationsOf(one, asked, parts)),
    ]
    return { text: [said.join(' '), modelTexts(asked.language).source, own.text].join('\n\n'), citations }
  }

  #report(outcome: WordingOutcome, words: CheckedWords | null = null): void {
    const { name, observe, tick } = this.#models
    observe({
      kind: 'wording',
      model: name,
      outcome,
      kept: words?.held.length ?? 0,
      dropped: { ...words?.dropped },
      ms: Math.round(tick() - this.#started),
    })
  }
}

/** As the desk itself quotes that passage. */
function citationsOf(
  { evidence, question }: Gathered,
  { language }: Asked,
  { glosses }: AnsweringParts,
): readonly Citation[] {
  const piece = { evidence, chosen: selectUnits(question, evidence) }
  return compose([piece], [], { verdict: null, number: null }, { language, glosses }).citations
}

/** An answer keeps its words; a question for staff needs no notice. */
function noted(own: Answered, notice: string): Answered {
  const { result } = own
  return result.kind === 'answer'
    ? { ...own, result: { ...result, text: `${result.text}\n\n${notice}` } }
    : own
}
