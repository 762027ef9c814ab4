import type { Question } from '../question/question.js'
import type { Evidence, ScoredUnit } from './evidence.js'

/** A section up to this many characters is quoted whole: it is what its author meant to be read together. */
const WHOLE_SECTION = 420
/** From a longer one, so many sentences at most. */
const MOST_UNITS = 3
const MOST_ITEMS = 9

/**
 * Chooses which sentences of a passage answer the question, in the passage's order; never empty for a passage with
 * text.
 *
 * A list keeps its lead-in. When the question names one item of a list ("hoeveel politiezones"), the others stay out.
 */
export function selectUnits(question: Question, evidence: Evidence): readonly ScoredUnit[] {
  const { units } = evidence
  const all = units.filter(({ unit }) => unit.item)
  const left = all.filter(({ excluded }) => !excluded)
  const items = left.length > 0 ? left : all
  if (items.length > 0) {
    const chosen = chooseItems(question, items, units)
    const best = bestSentence(units.filter(({ unit }, at) => !unit.item && !leads(units, at)))
    // A sentence outside the list may answer better than any item does.
    if (!best || best.coverage <= Math.max(...chosen.map((item) => item.coverage)))
      return withLeadIns(chosen, units)
  }
  const length = units.reduce((sum, { unit }) => sum + unit.text.length, 0)
  if (length <= WHOLE_SECTION) return named(question, units)
  return topUnits(units)
}

const TOGETHER = /\b(?:samen|totaal|opgeteld|tezamen|in total|altogether|together|combined)\b/iu

function leadHasNumber(leadIn: number | null | undefined, all: readonly ScoredUnit[]): boolean {
  return leadIn != null && /\d/.test(all[leadIn]?.unit.text ?? '')
}

/** The items the question names; when it asks for one thing, those that name that thing; else all. */
function chooseItems(
  question: Question,
  items: readonly ScoredUnit[],
  all: readonly ScoredUnit[],
): readonly ScoredUnit[] {
  // A sum is read with all it is made of.
  if (TOGETHER.test(question.text) && items.some(({ unit }) => leadHasNumber(unit.leadIn, all))) {
    return items.slice(0, MOST_ITEMS)
  }
  const heads = question.terms.filter(({ head }) => head)
  const asked = items.filter((item) => heads.some(({ word }) => item.covers.has(word)))
  if (heads.length > 0 && asked.length > 0 && asked.length < items.length) return asked
  const distinguishing = question.terms.filter((term) => {
    const inItems = items.filter((item) => item.covers.has(term.word)).length
    const inText = all.some(({ unit, covers }) => !unit.item && covers.has(term.word))
    return inItems > 0 && inItems < items.length && !inText
  })
  const chosen = items.filter((item) => distinguishing.some((term) => item.covers.has(term.word)))
  const fullest = Math.max(0, ...chosen.map((item) => item.covers.size))
  const best = chosen.filter((item) => item.covers.size === fullest || question.type === 'open')
  return (best.length > 0 ? best : items).slice(0, MOST_ITEMS)
}

/** Whether a sentence introduces a list: it is quoted with its items, not by itself. */
function leads(units: readonly ScoredUnit[], at: number): boolean {
  return units.some(({ unit }) => unit.leadIn === at)
}

function withLeadIns(chosen: readonly ScoredUnit[], all: readonly ScoredUnit[]): readonly ScoredUnit[] {
  const leadIns = new Set(chosen.map(({ unit }) => unit.leadIn))
  return all.filter((scored, index) => chosen.includes(scored) || leadIns.has(index))
}

const OTHER =
  '(?:(?:met|voor|uit|door|van|aan|in) )?(?:wie|wat|welke?|waar\\p{L}*|hoe|who|what|which|where|why|how(?! many))'
/** "Hoeveel werkgroepen zijn er en wie zit erin" asks for more than the number. */
const ASKS_MORE = new RegExp(
  `\\b(?:hoeveel|aantal|how many|procent|percent)\\b.*(?:[,;?]| en| and) (?:(?:en|and|ook) )?${OTHER}\\b|\\b${OTHER}\\b.*(?:[,;?]| en| and) (?:(?:en|and|met|uit) )?(?:hoeveel|how many)\\b|^(?!(?:en |met |uit |van )*(?:hoeveel|how many))(?:[^\\s]+ ){3,}(?:en|and) (?:met |uit )?(?:hoeveel|how many)\\b`,
  'iu',
)

/** Of a short section, only the sentence with the number when a number was asked and one sentence alone has it. */
function named(question: Question, units: readonly ScoredUnit[]): readonly ScoredUnit[] {
  const typed = units.filter((unit) => unit.typed)
  const exact = question.type === 'count' || question.type === 'percent'
  const alone = exact && !ASKS_MORE.test(question.text)
  return alone && typed.length === 1 && typed.length < units.length ? typed : units
}

function topUnits(units: readonly ScoredUnit[]): readonly ScoredUnit[] {
  const worth = (scored: ScoredUnit) => scored.coverage + (scored.typed ? 0.2 : 0)
  const ranked = [...units].sort((a, b) => worth(b) - worth(a))
  const best = ranked[0]
  if (!best) return []
  const kept = new Set(ranked.filter((scored) => worth(scored) >= 0.6 * worth(best)).slice(0, MOST_UNITS))
  return units.filter((scored) => kept.has(scored))
}

function bestSentence(units: readonly ScoredUnit[]): ScoredUnit | null {
  return units.reduce<ScoredUnit | null>(
    (best, one) => (best && best.coverage >= one.coverage ? best : one),
    null,
  )
}
