/** What a model is asked. */
export interface Prompt {
  /** Our own words only. */
  readonly system: string
  /** Fenced data and the question. */
  readonly user: string
}

/** Tokens as the provider counted them. */
export interface Tokens {
  readonly input: number
  readonly output: number
}

/** A piece of a reply as it comes in. */
export interface ModelPiece {
  readonly text: string
  /** Null until the provider counts them, mostly with the last piece; some never do. */
  readonly tokens: Tokens | null
  /** Why the reply ended; null while it goes on. `length`: cut off. `filtered`: the provider held it back. */
  readonly end: 'stop' | 'length' | 'filtered' | null
}

/** A language model, whoever provides it. It has no tools. */
export interface LanguageModel {
  /** Provider and model, as configured: `mistral:mistral-small-latest`. */
  readonly name: string

  /**
   * Asks once, without trying again; the pieces come as the model writes them.
   *
   * Rejects when the model cannot be reached or refuses, and when `signal` ends it.
   */
  stream(prompt: Prompt, signal: AbortSignal): AsyncIterable<ModelPiece>
}

/** How a model is reached and what it may cost; see the configuration. */
export interface ModelSettings {
  /** `provider:model`. */
  readonly model: string
  /** Address of an OpenAI-compatible server, or of the provider's own kind; null for the provider's. */
  readonly url: string | null
  /** For everything a model does for one question, in milliseconds. */
  readonly timeoutMs: number
  /** Most tokens of one reply. */
  readonly maxTokens: number
  /** Calls under way at once. */
  readonly concurrency: number
  /** Euro for a million tokens, in and out. */
  readonly priceIn: number
  readonly priceOut: number
  /** Euro; null is no limit. */
  readonly budgetPerDay: number | null
  /** Questions with a model for one person a day; null is no limit. */
  readonly asksPerMember: number | null
}

/** The configuration names a model that cannot be used; the message says what to set. */
export class ModelError extends Error {
  readonly code: 'E_MODEL' | 'E_MODEL_KEY'

  constructor(code: 'E_MODEL' | 'E_MODEL_KEY', message: string) {
    super(message)
    this.name = 'ModelError'
    this.code = code
  }
}
