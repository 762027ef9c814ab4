import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { fromLangChain } from './langchain-model.js'
import { type LanguageModel, ModelError, type ModelSettings } from './language-model.js'

/** Environment variables by name. */
type Environment = Readonly<Record<string, string | undefined>>

/** The provider's own variable for its key; Ollama has none. */
const KEYS = { openai: 'OPENAI_API_KEY', azure: 'AZURE_OPENAI_API_KEY', mistral: 'MISTRAL_API_KEY' } as const

/** LangChain and the providers' packages would send prompts to others or print them when told so. */
const TALKATIVE: Readonly<Record<string, string>> = {
  LANGSMITH_TRACING: 'false',
  LANGSMITH_TRACING_V2: 'false',
  LANGCHAIN_TRACING: 'false',
  LANGCHAIN_TRACING_V2: 'false',
  LANGCHAIN_VERBOSE: 'false',
  OPENAI_LOG: 'off',
}

/**
 * The model that a setting names: `openai:MODEL`, `azure:DEPLOYMENT`, `mistral:MODEL` or `ollama:MODEL`.
 *
 * `url` points `openai` at any compatible server, which may need no key; the others at their own kind. The provider's
 * package is loaded only here. Tracing and logging of prompts are turned off for the process, whatever it was told.
 *
 * @throws ModelError `E_MODEL` for another provider or a missing name, `E_MODEL_KEY` for a key that is not set.
 */
export async function languageModel(settings: ModelSettings, env: Environment): Promise<LanguageModel> {
  Object.assign(process.env, TALKATIVE)
  const [provider = '', ...rest] = settings.model.split(':')
  const name = rest.join(':')
  const make = name === '' ? undefined : PROVIDERS.get(provider)
  if (!make) {
    throw new ModelError(
      'E_MODEL',
      `MODEL=${settings.model}: expected openai:MODEL, azure:DEPLOYMENT, mistral:MODEL or ollama:MODEL`,
    )
  }
  return fromLangChain(settings.model, await make(name, settings, env))
}

type Make = (name: string, settings: ModelSettings, env: Environment) => Promise<BaseChatModel>

const PROVIDERS: ReadonlyMap<string, Make> = new Map([
  ['openai', openai],
  ['azure', azure],
  ['mistral', mistral],
  ['ollama', ollama],
])

async function openai(name: string, settings: ModelSettings, env: Environment): Promise<BaseChatModel> {
  const { url } = settings
  const apiKey = url === null ? keyOf('openai', env) : (env[KEYS.openai] ?? 'none')
  const { ChatOpenAICompletions } = await import('@langchain/openai')
  return new ChatOpenAICompletions({
    ...common(name, settings),
    apiKey,
    timeout: settings.timeoutMs,
    configuration: { logLevel: 'off', ...(url === null ? {} : { baseURL: url }) },
    // Servers that only resemble OpenAI's may refuse what they do not know.
    ...(url === null ? { modelKwargs: { response_format: { type: 'json_object' } } } : {}),
  })
}

async function azure(name: string, settings: ModelSettings, env: Environment): Promise<BaseChatModel> {
  const endpoint = settings.url ?? env.AZURE_OPENAI_ENDPOINT
  if (!endpoint) {
    throw new ModelError('E_MODEL', 'MODEL=azure:...: set MODEL_URL or AZURE_OPENAI_ENDPOINT to the address')
  }
  const azureOpenAIApiKey = keyOf('azure', env)
  const { AzureChatOpenAICompletions } = await import('@langchain/openai')
  return new AzureChatOpenAICompletions({
    ...common(name, settings),
    azureOpenAIApiKey,
    azureOpenAIEndpoint: endpoint,
    azureOpenAIApiDeploymentName: name,
    azureOpenAIApiVersion: env.AZURE_OPENAI_API_VERSION ?? env.OPENAI_API_VERSION ?? '2024-10-21',
    timeout: settings.timeoutMs,
    configuration: { logLevel: 'off' },
    modelKwargs: { response_format: { type: 'json_object' } },
  })
}

async function mistral(name: string, settings: ModelSettings, env: Environment): Promise<BaseChatModel> {
  const apiKey = keyOf('mistral', env)
  const { ChatMistralAI } = await import('@langchain/mistralai')
  return new ChatMistralAI({
    ...common(name, settings),
    apiKey,
    ...(settings.url === null ? {} : { serverURL: settings.url }),
  })
}

async function ollama(name: string, settings: ModelSettings, env: Environment): Promise<BaseChatModel> {
  const { ChatOllama } = await import('@langchain/ollama')
  const { maxTokens, ...rest } = common(name, settings)
  const baseUrl = settings.url ?? env.OLLAMA_BASE_URL ?? 'http://127.0.0.1:11434'
  return new ChatOllama({ ...rest, baseUrl, numPredict: maxTokens, format: 'json' })
}

/** Tried once: the desk has an answer of its own, so a second try only costs the member time. */
function common(name: string, { maxTokens }: ModelSettings) {
  const base = { model: name, maxTokens, maxRetries: 0, verbose: false }
  return THINKS.test(name) ? base : { ...base, temperature: 0 }
}

/** Models that refuse a temperature. */
const THINKS = /^(?:o\d|gpt-5(?!-chat))/

function keyOf(provider: keyof typeof KEYS, env: Environment): string {
  const key = env[KEYS[provider]]
  if (!key?.trim()) {
    throw new ModelError(
      'E_MODEL_KEY',
      `MODEL=${provider}:...: set ${KEYS[provider]} to the key of your account`,
    )
  }
  return key
}
