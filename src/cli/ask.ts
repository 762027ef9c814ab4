import { createInterface } from 'node:readline'
import { type Command, Option } from 'commander'
import { z } from 'zod'
import type { ModelObserver } from '../answering/model/observe.js'
import { loadConfig } from '../config.js'
import type { Reply } from '../desk/reply.js'
import { createResponder } from '../desk/respond.js'
import type { Responder } from '../desk/responder.js'
import { type ConversationState, EMPTY_STATE } from '../desk/state.js'
import { openTemporaryIndex } from '../knowledge/open-index.js'
import { maskMessage } from '../members/masking.js'
import { MEMBER_KINDS, type MemberKind } from '../members/member.js'
import { plainText } from '../texts/plain-text.js'
import { UsageError } from './errors.js'
import { materialForCommand } from './open-for-command.js'
import { sampleKnowledge, wireDesk } from './wire-desk.js'
import { wireModel } from './wire-model.js'

interface AskOptions {
  readonly knowledge?: string
  readonly now?: string
  readonly as: MemberKind
  readonly json?: boolean
  /** False with `--no-model`. */
  readonly model: boolean
}

/** Adds `vraagbaak ask`: answers on the terminal; nothing is stored and no staff is told. */
export function registerAsk(program: Command): void {
  program
    .command('ask')
    .description('Ask one question, or JSON lines {id, text, conversation?, as?} on standard input.')
    .argument('[question]', 'the question; without it, lines are read from standard input')
    .option('--knowledge <dir>', 'the knowledge folder, or a plain folder of documents')
    .option('--now <iso>', 'answer as if it were this moment')
    .addOption(
      new Option('--as <kind>', 'the body the asker works for')
        .choices([...MEMBER_KINDS])
        .default('onbekend'),
    )
    .option('--no-model', 'leave the configured language model out')
    .option('--json', 'one JSON line for each question')
    .action((question: string | undefined, options: AskOptions) => ask(question, options))
}

async function ask(question: string | undefined, options: AskOptions): Promise<void> {
  if (question?.trim() === '') throw new UsageError('the question is empty; write it between quotation marks')
  const clock = clockFrom(options.now)
  const knowledgeDir = options.knowledge ?? process.env.KNOWLEDGE_DIR ?? sampleKnowledge()
  // A folder named here is tried out by itself; the desk's own knowledge is without what was withdrawn from it.
  const denied = new Set(options.knowledge === undefined ? (await materialForCommand()).denied : [])
  const { index, report, close } = await openTemporaryIndex({ knowledgeDir, denied })
  try {
    for (const { file, reason } of report.failed) process.stderr.write(`vraagbaak: ${file}: ${reason}\n`)
    const settings = options.model ? loadConfig(process.env).model : null
    const desk = await wireModel(wireDesk(knowledgeDir, index), settings, { observe: tellFailures })
    const session = new AskSession(createResponder(desk), clock, options)
    if (question === undefined) await answerLines(session, options)
    else print(await session.answer({ id: null, text: question }), options)
  } finally {
    await close()
  }
}

/** A model that fails is noticed by nobody else: the answer is then the desk's own. */
function tellFailures(record: Parameters<ModelObserver>[0]): void {
  if (record.kind === 'wording' || record.outcome === 'answered') return
  process.stderr.write(`vraagbaak: ${record.model} (${record.role}): ${record.outcome}\n`)
}

function clockFrom(now: string | undefined): () => Date {
  if (now === undefined) return () => new Date()
  const at = new Date(now)
  if (Number.isNaN(at.getTime())) {
    throw new UsageError(`--now ${now}: expected a moment such as 2026-11-23T10:00:00+01:00`)
  }
  return () => at
}

const lineSchema = z.object({
  id: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((id) => id ?? null),
  text: z.string('expected "text" with the question'),
  conversation: z.string().optional(),
  as: z.enum(MEMBER_KINDS, `expected "as" to be one of ${MEMBER_KINDS.join(', ')}`).optional(),
})

interface Line {
  readonly id: string | number | null
  readonly text: string
  readonly conversation?: string | undefined
  readonly as?: MemberKind | undefined
}

async function answerLines(session: AskSession, options: AskOptions): Promise<void> {
  for await (const raw of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (raw.trim() === '') continue
    const line = readLine(raw)
    if ('error' in line) {
      process.exitCode = 1
      process.stdout.write(`${JSON.stringify(line)}\n`)
      continue
    }
    print(await session.answer(line), options)
  }
}

function readLine(raw: string): Line | { readonly id: unknown; readonly error: string } {
  let value: unknown
  try {
    value = JSON.parse(raw)
  } catch {
    return { id: null, error: 'not JSON: expected {"id": ..., "text": "..."} on one line' }
  }
  const parsed = lineSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
  return { id, error: parsed.error.issues.map((issue) => issue.message).join('; ') }
}

interface Answered {
  readonly id: string | number | null
  readonly reply: Reply
  readonly ms: number
}

/** Lines with the same conversation share their state; others stand alone. */
class AskSession {
  readonly #respond: Responder
  readonly #clock: () => Date
  readonly #options: AskOptions
  readonly #states = new Map<string, ConversationState>()

  constructor(respond: Responder, clock: () => Date, options: AskOptions) {
    this.#respond = respond
    this.#clock = clock
    this.#options = options
  }

  async answer(line: Line): Promise<Answered> {
    const started = performance.now()
    const masked = maskMessage(line.text)
    const memberKind = line.as ?? this.#options.as
    const state = (line.conversation && this.#states.get(line.conversation)) || EMPTY_STATE
    const responded = await this.#respond(
      { text: masked.text, masked: masked.kinds, intent: 'message' },
      state,
      { now: this.#clock(), memberKind, knownMember: memberKind !== 'onbekend', opensTickets: false },
    )
    if (line.conversation) this.#states.set(line.conversation, responded.state)
    return { id: line.id, reply: responded.reply, ms: Math.round((performance.now() - started) * 10) / 10 }
  }
}

function print({ id, reply, ms }: Answered, options: AskOptions): void {
  const text = plainText(reply.text, reply.citations, reply.language)
  if (!options.json) {
    process.stdout.write(`${text}\n`)
    return
  }
  const citations = reply.citations.map(({ document, title, section, url, date, quote }) => ({
    document,
    title,
    section,
    url,
    date,
    quote,
  }))
  const { outcome, offersStaff, confidence, language, topic, masked, promise, booking } = reply
  const line = {
    id,
    outcome,
    offersStaff,
    text,
    citations,
    confidence,
    language,
    topic,
    masked,
    promise,
    booking,
    ms,
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
