/**
 * Fits the weights of the decision to answer on the tuning questions: `npx tsx test/calibration/fit.ts`.
 *
 * First on all passages found for a question (which of them answers it), then the scale on the best passage alone
 * (does it answer at all). Prints the weights for `src/answering/confidence-in-evidence.ts`; the held-out questions
 * take no part in it.
 */
import { rmSync } from 'node:fs'
import { answerOf } from '../../src/answering/answer.js'
import { type Assessment, assess } from '../../src/answering/assess.js'
import { type EvidenceSignals, evidenceSignalNames } from '../../src/answering/confidence-in-evidence.js'
import { interpret } from '../../src/answering/interpret.js'
import { coreOf, questionOf } from '../../src/answering/question.js'
import { sampleKnowledge } from '../../src/cli/wire-desk.js'
import { MEMBER_KINDS } from '../../src/members/member.js'
import { ASKED_AT, openSampleDesk, sampleWithoutNotes } from '../questions/sample-desk.js'
import { type QuestionLine, questionLines, says } from '../questions/score.js'
import { auroc, type Example, fitLogistic } from './logistic.js'

const PASSAGES = 6
/** Light, so that a sign that few questions show keeps its weight; chosen by leaving out one file at a time. */
const RIDGE = 0.0003

interface Candidate {
  readonly signals: EvidenceSignals
  readonly answered: boolean
}

const groups: Candidate[][] = []
// The documents' noted questions were written with the first tuning set at hand: its answerable lines would flatter.
const lines = [
  ...['tuning-2.jsonl', 'tuning-3.jsonl', 'tuning-4.jsonl', 'final.jsonl']
    .flatMap(questionLines)
    .filter(({ expect }) => expect === 'answer' || expect === 'escalate'),
  ...questionLines('tuning.jsonl').filter(({ expect }) => expect === 'escalate'),
]
// Once with the questions their authors noted and once without: other associations will have noted few.
const unnoted = sampleWithoutNotes()
for (const folder of [sampleKnowledge(), unnoted]) {
  const desk = await openSampleDesk(folder)
  for (const line of lines) groups.push(await candidates(line, desk))
  await desk.close()
}
rmSync(unnoted, { recursive: true })

const pairs = groups.flat().map(({ signals, answered }): Example => ({ signals: { ...signals }, answered }))
const ranking = fitLogistic(pairs, RIDGE)
const logit = (signals: EvidenceSignals) =>
  evidenceSignalNames.reduce(
    (sum, name) => sum + (ranking.weights[name] ?? 0) * signals[name],
    ranking.intercept,
  )
const best = groups.flatMap((group) => {
  const [top] = [...group].sort((a, b) => logit(b.signals) - logit(a.signals))
  return top ? [{ signals: { logit: logit(top.signals) }, answered: top.answered }] : []
})
const scale = fitLogistic(best, 0)
const factor = scale.weights.logit ?? 1
const round = (value: number) => Math.round(value * 100) / 100
const weights = evidenceSignalNames.map((name) => `${name}: ${round(factor * (ranking.weights[name] ?? 0))}`)
console.log(`INTERCEPT ${round(factor * ranking.intercept + scale.intercept)}\n${weights.join('\n')}`)
console.log(`questions ${best.length}, answered ${best.filter(({ answered }) => answered).length}`)
console.log(
  `AUROC of the best passage ${auroc(best.map((one) => ({ score: one.signals.logit, answered: one.answered }))).toFixed(3)}`,
)

async function candidates(
  line: QuestionLine,
  desk: Awaited<ReturnType<typeof openSampleDesk>>,
): Promise<Candidate[]> {
  const memberKind = MEMBER_KINDS.find((kind) => kind === line.memberKind) ?? 'onbekend'
  const reading = interpret(line.text, { memberKind, language: line.language })
  if (reading.kind !== 'question') return []
  const parts = desk.parts.answering(ASKED_AT, line.language)
  // What the clock answers takes no part in this decision.
  if (parts.live(reading.text, null) !== null) return []
  const assessment = await assess(questionOf(coreOf(reading.text), line.language), parts, {
    limit: 12,
    membersOnly: false,
    today: ASKED_AT.toISOString().slice(0, 10),
  })
  return assessment.weighed.slice(0, PASSAGES).map(({ evidence, signals }) => ({
    signals,
    answered:
      line.expect === 'answer' &&
      saysAll(line, { ...assessment, evidence: [evidence, ...assessment.evidence] }),
  }))

  function saysAll({ facts, language }: QuestionLine, one: Assessment): boolean {
    const { text } = answerOf(one, parts, language)
    return facts.every((fact) => says(fact, text))
  }
}
