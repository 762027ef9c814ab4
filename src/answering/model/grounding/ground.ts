import type { Passage } from '../../../knowledge/passage.js'
import type { Unit } from '../../evidence/sentences.js'
import { quotable } from '../../quotable.js'
import { plain } from './plain.js'
import { speaksToModel } from './speaks-to-model.js'

/** A passage as the model saw it: what its sentences may rest on, and nothing else. */
export interface Ground {
  /** Id of the passage. */
  readonly id: string
  /** Its sentences and list items in plain characters (see `plain`), without what may not be quoted or speaks to a model, masked. */
  readonly units: readonly GroundUnit[]
  /** Title and headings. */
  readonly heading: string
  /** Units and headings together. */
  readonly text: string
  /** The source's own address; null when it has none. */
  readonly url: string | null
}

/** A sentence or list item with the line that introduces it. */
export interface GroundUnit {
  readonly text: string
  /** Empty when nothing introduces it. */
  readonly leadIn: string
}

/**
 * Makes the ground of a passage out of the sentences that may be quoted from it.
 *
 * @param mask replaces personal data; what it replaces cannot be sent, nor can a sentence rest on it
 */
export function groundOf(passage: Passage, units: readonly Unit[], mask: (text: string) => string): Ground {
  const clean = (text: string) => plain(mask(text))
  const { document } = passage
  const leadInOf = ({ leadIn }: Unit) => (leadIn === null ? '' : (units[leadIn]?.text ?? ''))
  const own = units
    .filter((unit) => !speaksToModel(unit.text) && !speaksToModel(leadInOf(unit)))
    .map((unit) => ({ text: clean(unit.text), leadIn: clean(leadInOf(unit)) }))
  const headings = [document.title, ...passage.section].filter(
    (one) => quotable(one, document) && !speaksToModel(one),
  )
  const heading = clean(headings.join('. '))
  const text = [heading, ...own.map((unit) => unit.text)].join('\n')
  return { id: passage.id, units: own, heading, text, url: document.url }
}
