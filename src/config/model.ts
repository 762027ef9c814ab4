import { z } from 'zod'

const PROVIDERS = ['openai', 'azure', 'mistral', 'ollama'] as const
const euro = (name: string) =>
  z.coerce
    .number({ error: `must be ${name} in euro, such as 0.40` })
    .min(0, { error: `must be ${name} in euro` })
const whole = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}

/** The variables about a language model; none of them is needed, and keys stay in the provider's own. */
export const MODEL_VARIABLES = {
  MODEL: z
    .string()
    .regex(new RegExp(`^(?:${PROVIDERS.join('|')}):\\S+$`), {
      error: `must be one of ${PROVIDERS.join(', ')}, a colon and the name of a model (leave it out to work without)`,
    })
    .optional()
    .describe(
      'a language model that words answers: `openai:`, `azure:`, `mistral:` or `ollama:` and its name; without it answers are quotes',
    ),
  MODEL_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be the address of a model server, such as http://127.0.0.1:8000/v1',
    })
    .optional()
    .describe('the address of a model server of your own'),
  MODEL_TIMEOUT_MS: whole(100, 60_000).default(4000).describe('how long a call may take, in milliseconds'),
  MODEL_MAX_TOKENS: whole(50, 8000).default(600).describe('the longest answer, in tokens'),
  MODEL_CONCURRENCY: whole(1, 100).default(4).describe('calls at once'),
  MODEL_PRICE_IN: euro('the price of a million tokens of a question')
    .default(0)
    .describe('price in euro of a million tokens sent'),
  MODEL_PRICE_OUT: euro('the price of a million tokens of an answer')
    .default(0)
    .describe('price in euro of a million tokens received'),
  MODEL_BUDGET_PER_DAY: euro('what a day may cost')
    .optional()
    .describe('what a day may cost, in euro; beyond it answers are quotes'),
  MODEL_ASKS_PER_MEMBER: whole(0, 1_000_000)
    .default(100)
    .describe('questions a day of one person that a model words; 0 is no limit'),
}

type ModelVariables = z.output<z.ZodObject<typeof MODEL_VARIABLES>>

/** A budget that nothing is counted against would limit nothing. */
export function budgetHasPrices(data: ModelVariables, context: z.core.$RefinementCtx): void {
  if (data.MODEL_BUDGET_PER_DAY === undefined || data.MODEL_PRICE_IN + data.MODEL_PRICE_OUT > 0) return
  context.addIssue({
    code: 'custom',
    path: ['MODEL_BUDGET_PER_DAY'],
    message: 'needs MODEL_PRICE_IN and MODEL_PRICE_OUT, the prices of a million tokens in euro',
  })
}

/** The configured language model, or null when the desk works without. */
export function modelSettings(data: ModelVariables) {
  if (data.MODEL === undefined) return null
  return {
    model: data.MODEL,
    url: data.MODEL_URL?.replace(/\/+$/, '') ?? null,
    timeoutMs: data.MODEL_TIMEOUT_MS,
    maxTokens: data.MODEL_MAX_TOKENS,
    concurrency: data.MODEL_CONCURRENCY,
    priceIn: data.MODEL_PRICE_IN,
    priceOut: data.MODEL_PRICE_OUT,
    budgetPerDay: data.MODEL_BUDGET_PER_DAY ?? null,
    /** 0 in the environment is no limit. */
    asksPerMember: data.MODEL_ASKS_PER_MEMBER === 0 ? null : data.MODEL_ASKS_PER_MEMBER,
  } as const
}
