import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleKnowledge, wireDesk } from '../../src/cli/wire-desk.js'
import type { Reply } from '../../src/desk/reply.js'
import { createResponder } from '../../src/desk/respond.js'
import type { Responded } from '../../src/desk/responder.js'
import { type ConversationState, EMPTY_STATE } from '../../src/desk/state.js'
import { openTemporaryIndex } from '../../src/knowledge/open-index.js'
import { maskMessage } from '../../src/members/masking.js'
import { MEMBER_KINDS, type MemberKind } from '../../src/members/member.js'
import type { QuestionLine } from './score.js'

/** The moment the question files were written for: a Monday morning, building and telephone open. */
export const ASKED_AT = new Date('2026-11-23T10:00:00+01:00')

/** The sample as an association has it that noted no questions with its sections; the caller removes the folder. */
export function sampleWithoutNotes(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-plain-'))
  cpSync(sampleKnowledge(), folder, { recursive: true })
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, entry)
    if (!path.endsWith('.md')) continue
    writeFileSync(path, readFileSync(path, 'utf8').replace(/<!-- (?:vragen|niet):[\s\S]*?-->/g, ''))
  }
  return folder
}

/** The desk on the sample knowledge, asked as the terminal asks it. */
export async function openSampleDesk(knowledgeDir = sampleKnowledge()) {
  const { index, close } = await openTemporaryIndex({ knowledgeDir })
  const parts = wireDesk(sampleKnowledge(), index)
  const respond = createResponder(parts)
  const ask = (line: Pick<QuestionLine, 'text' | 'memberKind'>, state: ConversationState = EMPTY_STATE) => {
    const masked = maskMessage(line.text)
    const memberKind = kindOf(line.memberKind)
    return respond({ text: masked.text, masked: masked.kinds, intent: 'message' }, state, {
      now: ASKED_AT,
      memberKind,
      knownMember: memberKind !== 'onbekend',
      opensTickets: false,
    })
  }
  return { index, parts, ask, close }
}

function kindOf(name: string): MemberKind {
  return MEMBER_KINDS.find((kind) => kind === name) ?? 'onbekend'
}

/** Asks lines in order, those of one conversation with its state; the replies in the same order. */
export async function askAll(
  lines: readonly QuestionLine[],
  ask: (line: QuestionLine, state?: ConversationState) => Promise<Responded>,
): Promise<readonly { readonly line: QuestionLine; readonly reply: Reply }[]> {
  const states = new Map<string, ConversationState>()
  const asked: { line: QuestionLine; reply: Reply }[] = []
  for (const line of lines) {
    const { conversation } = line
    const { reply, state } = await ask(line, conversation ? states.get(conversation) : undefined)
    if (conversation) states.set(conversation, state)
    asked.push({ line, reply })
  }
  return asked
}
