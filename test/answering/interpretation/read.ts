import { interpret } from '../../../src/answering/interpret.js'
import { detectLanguage } from '../../../src/answering/question/language.js'
import type { MemberKind } from '../../../src/members/member.js'

/** The kind of a message, with its reason where it has one. */
export function readAs(text: string, memberKind: MemberKind = 'onbekend'): string {
  const found = interpret(text, { memberKind, language: detectLanguage(text) })
  return 'reason' in found ? found.reason : found.kind
}

/** One case a line. */
export function lines(block: string): readonly string[] {
  return block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
