import { createHash } from 'node:crypto'
import type { ModelGate } from './gate.js'
import type { LanguageModel, ModelPiece, Prompt, Tokens } from './language-model.js'
import type { CallOutcome, ModelObserver, Role } from './observe.js'
import { withinTime } from './within-time.js'

/** What every call goes through. */
export interface Caller {
  readonly model: LanguageModel
  readonly gate: ModelGate
  readonly observe: ModelObserver
  /** Replaces personal data; a prompt that it would change is not sent. */
  readonly mask: (text: string) => string
  /** Milliseconds of a clock that only goes forward. */
  readonly tick: () => number
  /** Most tokens of a reply. */
  readonly maxTokens: number
}

/** One call. */
export interface Call<T> {
  readonly role: Role
  readonly prompt: Prompt
  readonly passages: readonly string[]
  /** ISO day the cost counts for. */
  readonly day: string
  readonly signal: AbortSignal
  /** The reply as a whole; null when it is not what was asked for. */
  readonly read: (text: string) => T | null
  /** The reply so far, as it grows. */
  readonly onText?: (text: string) => void
}

/** No token is longer than this on average, so that a reply with more characters says too much. */
const MOST_CHARACTERS_A_TOKEN = 8
/** Few tokens are shorter: reckons on the safe side where the provider does not count. */
const CHARACTERS_A_TOKEN = 3

/**
 * Asks the model once; null when nothing usable came, whatever went wrong. Never rejects and never waits longer than
 * the signal: the desk has an answer of its own.
 */
export async function call<T>(caller: Caller, asked: Call<T>): Promise<T | null> {
  const started = caller.tick()
  const { user } = asked.prompt
  if (caller.mask(user) !== user) {
    report(caller, asked, 'unmasked', { input: 0, output: 0 }, started)
    return null
  }
  const input = reckoned(`${asked.prompt.system}${user}`)
  const pass = await withinTime(caller.gate.enter(asked.day, input, asked.signal), asked.signal).catch(() =>
    asked.signal.aborted ? ('busy' as const) : ('failed' as const),
  )
  if (typeof pass === 'string') {
    report(caller, asked, pass, { input: 0, output: 0 }, started)
    return null
  }
  const reply = new Reply(input)
  const { outcome, value } = await listen(caller, asked, reply)
  const worked = outcome !== 'timeout' && outcome !== 'failed'
  // What it cost is written down in its own time; the member does not wait for that.
  pass.done(reply.tokens, worked).catch(() => {})
  report(caller, asked, outcome, reply.tokens, started)
  return value
}

/** A reply as far as it came in. */
class Reply {
  text = ''
  end: ModelPiece['end'] = null
  readonly #input: number
  #tokens: Tokens | null = null

  constructor(input: number) {
    this.#input = input
  }

  add({ text, tokens, end }: ModelPiece): void {
    this.text += text
    this.end = end ?? this.end
    this.#tokens = tokens ?? this.#tokens
  }

  get tokens(): Tokens {
    return this.#tokens ?? { input: this.#input, output: reckoned(this.text) }
  }
}

interface Heard<T> {
  readonly outcome: CallOutcome
  readonly value: T | null
}

async function listen<T>(caller: Caller, asked: Call<T>, reply: Reply): Promise<Heard<T>> {
  const most = caller.maxTokens * MOST_CHARACTERS_A_TOKEN
  if (asked.signal.aborted) return { outcome: 'timeout', value: null }
  const pieces = caller.model.stream(asked.prompt, asked.signal)[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await withinTime(pieces.next(), asked.signal)
      if (next.done) break
      reply.add(next.value)
      if (reply.text.length > most) return { outcome: 'too-long', value: null }
      asked.onText?.(reply.text)
    }
  } catch {
    return { outcome: asked.signal.aborted ? 'timeout' : 'failed', value: null }
  } finally {
    // A model that hangs would hang this as well.
    void Promise.resolve(pieces.return?.()).catch(() => {})
  }
  return heard(reply, asked.read)
}

function heard<T>({ text, end }: Reply, read: (text: string) => T | null): Heard<T> {
  if (end === 'filtered') return { outcome: 'refused', value: null }
  if (end === 'length') return { outcome: 'cut-off', value: null }
  const value = read(text)
  if (value !== null) return { outcome: 'answered', value }
  return { outcome: /^\s*(?:```|\{)/.test(text) ? 'broken' : 'refused', value: null }
}

function reckoned(text: string): number {
  return Math.ceil(text.length / CHARACTERS_A_TOKEN)
}

function report<T>(
  { model, observe, tick }: Caller,
  { role, passages, prompt }: Call<T>,
  outcome: CallOutcome,
  { input, output }: Tokens,
  started: number,
): void {
  observe({
    kind: 'call',
    role,
    model: model.name,
    outcome,
    passages,
    prompt: createHash('sha256')
      .update(input === 0 ? '' : `${prompt.system}\n${prompt.user}`)
      .digest('hex'),
    tokensIn: input,
    tokensOut: output,
    ms: Math.round(tick() - started),
  })
}
