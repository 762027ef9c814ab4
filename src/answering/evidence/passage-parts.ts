import type { Passage } from '../../knowledge/passage.js'
import { keptWith } from '../../knowledge/remembered.js'
import { quotable } from '../quotable.js'
import { type Analyse, newBag, type StemBag } from './matching.js'
import { type Unit, unitsOf } from './sentences.js'

/** A sentence with its stems. */
export interface UnitParts {
  readonly unit: Unit
  readonly own: StemBag
  /** With the line that introduces it. */
  readonly whole: StemBag
}

/** What of a passage is the same for every question that is held against it. */
export interface PassageParts {
  /** Without sentences that may not be quoted (see `quotable`). */
  readonly units: readonly UnitParts[]
  readonly heading: StemBag
  /** Of what may be quoted. */
  readonly text: StemBag
  readonly asked: StemBag
}

const parts = keptWith((analyse: Analyse) => keptWith((passage: Passage) => newParts(passage, analyse)))

/** Takes a passage apart, once: the parts are kept with it and forgotten with it. */
export function partsOf(passage: Passage, analyse: Analyse): PassageParts {
  return parts(analyse)(passage)
}

function newParts(passage: Passage, analyse: Analyse): PassageParts {
  const { document, section, asked } = passage
  const { units, text } = quotableIn(passage)
  return {
    units: units.map((unit) => unitParts(unit, units, analyse)),
    heading: newBag([document.title, ...section].join(' '), analyse),
    text: newBag(text, analyse),
    asked: newBag(asked.join(' '), analyse),
  }
}

function unitParts(unit: Unit, units: readonly Unit[], analyse: Analyse): UnitParts {
  const leadIn = unit.leadIn === null ? '' : (units[unit.leadIn]?.text ?? '')
  const own = newBag(unit.text, analyse)
  return { unit, own, whole: leadIn === '' ? own : newBag(`${leadIn} ${unit.text}`, analyse) }
}

/** The sentences that may be quoted, and the text they leave; an item does not outlive the line that introduces it. */
function quotableIn({ text, document }: Passage): { readonly units: readonly Unit[]; readonly text: string } {
  const all = unitsOf(text)
  const allowed = all.map((unit) => quotable(unit.text, document))
  if (!allowed.includes(false)) return { units: all, text }
  const kept = all.filter((unit, at) => allowed[at] && (unit.leadIn === null || allowed[unit.leadIn]))
  const place = new Map(kept.map((unit, at) => [unit.start, at]))
  const units = kept.map((unit) =>
    unit.leadIn === null ? unit : { ...unit, leadIn: place.get(all[unit.leadIn]?.start ?? -1) ?? null },
  )
  return { units, text: units.map((unit) => unit.text).join('\n') }
}
