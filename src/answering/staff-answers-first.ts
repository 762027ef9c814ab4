import type { EvidenceSignals } from './evidence/confidence-in-evidence.js'
import { ANSWER_FROM } from './evidence/confidence-in-evidence.js'
import type { Evidence } from './evidence/evidence.js'

/** As like a question as this, an answer of staff was written for it. */
const SAME_QUESTION = 0.9

/**
 * The day of an answer that staff published for this very question, as text that sorts; empty for anything else.
 *
 * Staff wrote it because the documents did not do, so it speaks before those that answer as well, and of two the
 * newer one.
 */
export function staffAnswerDay({
  evidence,
  signals,
  confidence,
}: {
  readonly evidence: Evidence
  readonly signals: EvidenceSignals
  readonly confidence: number
}): string {
  const { origin, date } = evidence.hit.passage.document
  const forThis = origin === 'published' && signals.asked >= SAME_QUESTION && confidence >= ANSWER_FROM
  return forThis ? (date ?? '0') : ''
}
