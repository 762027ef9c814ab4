import { type Interpretation, type InterpretContext, interpret } from '../answering/interpret.js'

/** Tells a question from everything else; see `interpret`. */
export type Interpret = (text: string, context: InterpretContext) => Interpretation

/** An interpreter for one turn: several parts of the desk look at the same message, and it is read once. */
export function interpretOnce(read: Interpret = interpret): Interpret {
  const known = new Map<string, Interpretation>()
  return (text, context) => {
    const key = JSON.stringify([text, context.memberKind, context.language])
    const found = known.get(key) ?? read(text, context)
    known.set(key, found)
    return found
  }
}
