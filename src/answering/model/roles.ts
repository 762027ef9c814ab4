import { z } from 'zod'
import type { Language } from '../../texts/language.js'
import { type Call, type Caller, call } from './call.js'
import type { Ground } from './grounding/ground.js'
import { objectsSoFar } from './json-pieces.js'
import { composePrompt, judgePrompt, type Nonce, rewritePrompt } from './prompt.js'

/** More than this is no answer any more. */
const MOST_SENTENCES = 8

const sentenceSchema = z.object({
  text: z.string(),
  passages: z.array(z.number().int()).min(1).max(4),
})
const composedSchema = z.object({ sentences: z.array(sentenceSchema).max(MOST_SENTENCES) })
const judgedSchema = z.object({ sufficient: z.boolean() })
const rewrittenSchema = z.object({ question: z.string().min(1).max(400) })

/** A sentence as the model wrote it, unchecked, with the numbers of the passages it says it rests on. */
export type WrittenSentence = z.infer<typeof sentenceSchema>

/** A question with the passages that may answer it. */
export interface Found {
  /** Masked, in full. */
  readonly question: string
  readonly grounds: readonly Ground[]
  readonly language: Language
  readonly day: string
  readonly signal: AbortSignal
}

/** What a model is asked to do; each gives null when nothing usable came in time. */
export interface ModelRoles {
  /** Completes a message with the question before it; unchecked. */
  rewrite(asked: Rewrite): Promise<string | null>
  /** Whether the passages answer the question. */
  judge(found: Found): Promise<boolean | null>
  /** Words an answer; `onSentence` gets each sentence as soon as it is complete. Unchecked, so for checking only. */
  compose(
    found: Found,
    onSentence: (sentence: WrittenSentence) => void,
  ): Promise<readonly WrittenSentence[] | null>
}

/** A message that leans on the question before it; both masked. */
export interface Rewrite {
  readonly previous: string
  readonly text: string
  readonly language: Language
  readonly day: string
  readonly signal: AbortSignal
}

/** The roles on one model. */
export function rolesOn(caller: Caller, nonce: Nonce): ModelRoles {
  const shared = ({ grounds, day, signal }: Found) => ({
    passages: grounds.map(({ id }) => id),
    day,
    signal,
  })
  return {
    async rewrite({ previous, text, language, day, signal }) {
      const prompt = rewritePrompt(previous, text, language, nonce)
      const asked = {
        role: 'rewrite',
        prompt,
        passages: [],
        day,
        signal,
        read: reads(rewrittenSchema),
      } as const
      return (await call(caller, asked))?.question ?? null
    },
    async judge(found) {
      const prompt = judgePrompt(found.question, found.grounds, found.language, nonce)
      const asked = { role: 'judge', prompt, ...shared(found), read: reads(judgedSchema) } as const
      return (await call(caller, asked))?.sufficient ?? null
    },
    async compose(found, onSentence) {
      const prompt = composePrompt(found.question, found.grounds, found.language, nonce)
      const asked: Call<z.infer<typeof composedSchema>> = {
        role: 'compose',
        prompt,
        ...shared(found),
        read: reads(composedSchema),
        onText: eachSentence(onSentence),
      }
      return (await call(caller, asked))?.sentences ?? null
    },
  }
}

/** Tells of every sentence once, when its object is complete. */
function eachSentence(onSentence: (sentence: WrittenSentence) => void): (text: string) => void {
  let told = 0
  return (text) => {
    for (const object of objectsSoFar(text).slice(told, MOST_SENTENCES)) {
      told++
      const sentence = reads(sentenceSchema)(object)
      if (sentence !== null) onSentence(sentence)
    }
  }
}

/** JSON of this shape and nothing else but a code fence around it; null for all else. */
function reads<T>(schema: z.ZodType<T>): (text: string) => T | null {
  return (text) => {
    const bare = text.trim().replace(/^```(?:json)?\s*([\s\S]*?)\s*```$/, '$1')
    try {
      const parsed = schema.safeParse(JSON.parse(bare))
      return parsed.success ? parsed.data : null
    } catch {
      return null
    }
  }
}
