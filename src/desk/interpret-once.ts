import { type Interpretation, type InterpretContext, interpret } from '../answering/interpret.js'
import type { Language } from '../texts/language.js'
import { onceEach } from './once-each.js'

/** Tells a question from everything else; see `interpret`. */
export type Interpret = (text: string, context: InterpretContext) => Interpretation

/** An interpreter for one turn: several parts of the desk look at the same message, and it is read once. */
export function interpretOnce(read: Interpret = interpret): Interpret {
  const once = onceEach((text: string, memberKind: string, language: Language) =>
    read(text, { memberKind, language }),
  )
  return (text, { memberKind, language }) => once(text, memberKind, language)
}
