import { randomBytes } from 'node:crypto'
import { ModelGate } from './gate.js'
import type { LanguageModel, ModelSettings } from './language-model.js'
import { type ModelLedger, memoryLedger } from './ledger.js'
import type { ModelObserver } from './observe.js'
import type { Nonce } from './prompt.js'
import { rolesOn } from './roles.js'
import type { Models } from './with-model.js'

/** What the models need besides their settings; what is left out has a default. */
export interface ModelParts {
  /** Replaces personal data in a text with words; the same text when there is none. */
  readonly mask: (text: string) => string
  /** Environment with the provider's key; that of the process by default. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Counts of cost and use; in memory by default, forgotten at a restart. */
  readonly ledger?: ModelLedger
  /** Told of every call, without texts; nobody by default. */
  readonly observe?: ModelObserver
  /** In place of the configured model, for tests. */
  readonly model?: LanguageModel
  readonly nonce?: Nonce
  readonly tick?: () => number
  readonly timeout?: (ms: number) => AbortSignal
}

/**
 * The configured model with its roles and limits. LangChain and the provider's package are loaded here and not before.
 *
 * @throws ModelError when the setting or the provider's key is wrong; the model itself is not asked anything yet.
 */
export async function createModels(settings: ModelSettings, parts: ModelParts): Promise<Models> {
  const { mask, env = process.env, ledger = memoryLedger(), observe = () => {} } = parts
  const { tick = () => performance.now(), timeout = (ms) => AbortSignal.timeout(ms) } = parts
  const model = parts.model ?? (await fromProvider(settings, env))
  const gate = new ModelGate(settings, ledger, tick)
  const caller = { model, gate, observe, mask, tick, maxTokens: settings.maxTokens }
  return {
    name: settings.model,
    roles: rolesOn(caller, parts.nonce ?? randomWord),
    admits: (person, day) => gate.admits(person, day),
    mask,
    observe,
    tick,
    timeout,
    timeoutMs: settings.timeoutMs,
  }
}

async function fromProvider(settings: ModelSettings, env: ModelParts['env'] = {}): Promise<LanguageModel> {
  const { languageModel } = await import('./providers.js')
  return languageModel(settings, env)
}

/** Letters only: digits could be taken for somebody's number. */
function randomWord(): string {
  return Array.from(randomBytes(20), (byte) => String.fromCharCode(97 + (byte % 26))).join('')
}
