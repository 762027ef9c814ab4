import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import { type Asked, answerFromDocuments } from '../../../src/answering/answer.js'
import type { AnswerDocuments, AnswerEvent } from '../../../src/answering/model/answer-port.js'
import { createModels, type ModelParts } from '../../../src/answering/model/create-models.js'
import type { ModelSettings } from '../../../src/answering/model/language-model.js'
import type { CallRecord, WordingRecord } from '../../../src/answering/model/observe.js'
import { withModel } from '../../../src/answering/model/with-model.js'
import { wireDesk } from '../../../src/cli/wire-desk.js'
import { wireModel } from '../../../src/cli/wire-model.js'
import { createResponder } from '../../../src/desk/respond.js'
import type { Responded } from '../../../src/desk/responder.js'
import { type ConversationState, EMPTY_STATE } from '../../../src/desk/state.js'
import { openTemporaryIndex } from '../../../src/knowledge/open-index.js'
import { maskMessage } from '../../../src/members/masking.js'
import { composed, type ModelServer, passageWith, startModelServer } from '../../fakes/model-server.js'
import { temporaryFolder } from '../../knowledge/temporary.js'
import { ASKED_AT, DOCUMENTS } from '../association.js'

// A busy machine takes its time to load a provider's package.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** A question that the documents of the association answer, and what a model may say to it. */
export const QUESTION = 'Hoeveel vuurtorens zijn lid?'
export const WORDED = 'De Duinbond telt 37 vuurtorens.'

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

type ModelDesk = Awaited<ReturnType<typeof openModelDesk>>

/** The desk on documents, with and without a model, and what the observer was told. */
async function openModelDesk(files: Readonly<Record<string, string>>) {
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

/**
 * A scripted server and a desk for the tests of one file: there before the first, closed after the last, and nothing
 * recorded at the beginning of each.
 */
export function modelDesk(files: Readonly<Record<string, string>> = DOCUMENTS) {
  let server: ModelServer
  let desk: ModelDesk
  beforeAll(async () => {
    server = await startModelServer()
    desk = await openModelDesk(files)
  })
  beforeEach(() => {
    desk.records.length = 0
  })
  afterAll(async () => {
    await server?.close()
    await desk?.close()
  })
  return {
    get server() {
      return server
    },
    get desk() {
      return desk
    },
    /** The model says these sentences, resting on the passage that counts the members. */
    says(...sentences: readonly string[]) {
      server.does((request) => {
        const passage = passageWith(request, '214 duinposten')
        return composed(...sentences.map((sentence) => [sentence, passage] as const))
      })
    },
    /**
     * Answers one question with the model, on the desk's own way of answering or another, and gives what was shown
     * meanwhile as well.
     */
    async answer(
      asked: Asked,
      { base = answerFromDocuments, over = {}, onEvent = () => {} }: Answering = {},
    ) {
      const mask = (text: string) => maskMessage(text).text
      const observe = (record: CallRecord | WordingRecord) => void desk.records.push(record)
      const models = await createModels(settings(server.url, over), { mask, env: {}, observe })
      const parts = desk.desk.answering(ASKED_AT, asked.language)
      const options = { limit: 20, membersOnly: false, today: '2026-11-23' }
      const events: AnswerEvent[] = []
      const tell = (event: AnswerEvent) => {
        events.push(event)
        onEvent(event)
      }
      const own = await base(asked, parts, options)
      const by = { person: null, onEvent: tell }
      return { own: own.result, ...(await withModel(base, models)(asked, parts, options, by)), events }
    },
  }
}

interface Answering {
  readonly base?: AnswerDocuments
  readonly over?: Partial<ModelSettings>
  readonly onEvent?: (event: AnswerEvent) => void
}
