import { vi } from 'vitest'
import type { ModelParts } from '../../../src/answering/model/create-models.js'
import type { ModelSettings } from '../../../src/answering/model/language-model.js'
import type { CallRecord, WordingRecord } from '../../../src/answering/model/observe.js'
import { wireDesk } from '../../../src/cli/wire-desk.js'
import { wireModel } from '../../../src/cli/wire-model.js'
import { createResponder } from '../../../src/desk/respond.js'
import type { Responded } from '../../../src/desk/responder.js'
import { type ConversationState, EMPTY_STATE } from '../../../src/desk/state.js'
import { openTemporaryIndex } from '../../../src/knowledge/open-index.js'
import { maskMessage } from '../../../src/members/masking.js'
import { temporaryFolder } from '../../knowledge/temporary.js'
import { ASKED_AT, DOCUMENTS } from '../association.js'

// A busy machine takes its time to load a provider's package.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** Settings for a scripted server. */
export function settings(url: string, over: Partial<ModelSettings> = {}): ModelSettings {
  return {
    model: 'openai:scripted',
    url,
    timeoutMs: 10_000,
    maxTokens: 300,
    concurrency: 4,
    priceIn: 0,
    priceOut: 0,
    budgetPerDay: null,
    asksPerMember: null,
    ...over,
  }
}

/** The desk on documents, with and without a model, and what the observer was told. */
export async function openModelDesk(files: Readonly<Record<string, string>> = DOCUMENTS) {
  const folder = temporaryFolder(files)
  const { index, close } = await openTemporaryIndex({ knowledgeDir: folder })
  const desk = wireDesk(folder, index)
  const records: (CallRecord | WordingRecord)[] = []
  const asker = (parts: typeof desk) => {
    const respond = createResponder(parts)
    return (text: string, state: ConversationState = EMPTY_STATE, person = 'lid-1'): Promise<Responded> => {
      const masked = maskMessage(text)
      return respond({ text: masked.text, masked: masked.kinds, intent: 'message' }, state, {
        now: ASKED_AT,
        memberKind: 'onbekend',
        knownMember: false,
        opensTickets: true,
        person,
      })
    }
  }
  const observe = (record: CallRecord | WordingRecord) => void records.push(record)
  return {
    desk,
    index,
    close,
    records,
    /** Asks without a model. */
    ask: asker(desk),
    /** A desk with a model. */
    async withModel(of: ModelSettings, parts: Omit<ModelParts, 'mask'> = {}) {
      return asker(await wireModel(desk, of, { observe, env: {}, ...parts }))
    },
    outcomes: () => records.map(({ outcome }) => outcome),
  }
}
