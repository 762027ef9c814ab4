import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import type { AIMessageChunk } from '@langchain/core/messages'
import { z } from 'zod'
import type { LanguageModel, ModelPiece } from './language-model.js'

const metadata = z.object({
  finish_reason: z.string().nullish(),
  finishReason: z.string().nullish(),
  done_reason: z.string().nullish(),
})

const tokens = z.number().int().nonnegative()
const counted = z.object({ input_tokens: tokens, output_tokens: tokens })

/** Any LangChain chat model as a language model, without callbacks, tools or tries. */
export function fromLangChain(name: string, model: Pick<BaseChatModel, 'stream'>): LanguageModel {
  return {
    name,
    async *stream({ system, user }, signal) {
      const pieces = await model.stream(
        [
          ['system', system],
          ['human', user],
        ],
        { signal, callbacks: [] },
      )
      for await (const chunk of pieces) yield pieceOf(chunk)
    },
  }
}

function pieceOf(chunk: AIMessageChunk): ModelPiece {
  const { data } = counted.safeParse(chunk.usage_metadata)
  return {
    text: typeof chunk.content === 'string' ? chunk.content : chunk.text,
    tokens: data ? { input: data.input_tokens, output: data.output_tokens } : null,
    end: endOf(chunk.response_metadata),
  }
}

function endOf(value: unknown): ModelPiece['end'] {
  const { data } = metadata.safeParse(value)
  const reason = data?.finish_reason ?? data?.finishReason ?? data?.done_reason
  if (!reason) return null
  if (/length|max/i.test(reason)) return 'length'
  return /filter|safety|refus/i.test(reason) ? 'filtered' : 'stop'
}
