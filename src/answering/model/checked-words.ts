import type { Language } from '../../texts/language.js'
import type { Analyse } from '../evidence/matching.js'
import { unitsOf } from '../evidence/sentences.js'
import { checkSentence } from './grounding/check-sentence.js'
import type { Ground } from './grounding/ground.js'
import type { WrittenSentence } from './roles.js'

/** A sentence that held, with the ids of the passages it rests on. */
export interface HeldSentence {
  readonly text: string
  readonly passages: readonly string[]
}

/** Holds what a model writes against the passages, sentence by sentence, and counts what fell. */
export class CheckedWords {
  readonly held: HeldSentence[] = []
  readonly dropped: Record<string, number> = {}
  readonly #grounds: readonly Ground[]
  readonly #language: Language
  readonly #analyse: Analyse

  constructor(grounds: readonly Ground[], language: Language, analyse: Analyse) {
    this.#grounds = grounds
    this.#language = language
    this.#analyse = analyse
  }

  /** The sentences of an entry that held; an entry of several sentences is taken apart. */
  add({ text, passages }: WrittenSentence): readonly HeldSentence[] {
    const named = [...new Set(passages)]
    const grounds = named.map((number) => this.#grounds[number - 1])
    // A passage that was never shown is invented like any other thing.
    if (!grounds.every((ground) => ground !== undefined)) {
      this.#drop('no passage')
      return []
    }
    const flat = text.replace(/\s+/g, ' ')
    return unitsOf(flat).flatMap((unit) => {
      const checked = checkSentence(unit.text, grounds, this.#language, this.#analyse)
      const said = checked.ok && this.held.some((one) => one.text === checked.text)
      if (!checked.ok || said) {
        this.#drop(checked.ok ? 'said before' : checked.why)
        return []
      }
      const held = { text: checked.text, passages: grounds.map(({ id }) => id) }
      this.held.push(held)
      return [held]
    })
  }

  #drop(why: string): void {
    this.dropped[why] = (this.dropped[why] ?? 0) + 1
  }
}
