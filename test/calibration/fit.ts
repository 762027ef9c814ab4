/**
 * Fits the weights of the decision to answer on the question files: `npx tsx test/calibration/fit.ts`.
 *
 * First on all passages found for a question (which of them answers it), then the scale on the best passage alone
 * (does it answer at all). Prints the weights for `src/answering/evidence/confidence-in-evidence.ts`, and how the decision
 * fares on each file when it is fitted on the others: how well it ranks, how true its chances are, and for each
 * threshold how many answerable questions are answered and how many answers are wrong.
 */
import { rmSync } from 'node:fs'
import { answerOf } from '../../src/answering/answer.js'
import { type Assessment, assess } from '../../src/answering/evidence/assess.js'
import type { EvidenceSignals } from '../../src/answering/evidence/confidence-in-evidence.js'
import { interpret } from '../../src/answering/interpret.js'
import { coreOf, questionOf } from '../../src/answering/question/question.js'
import { sampleKnowledge } from '../../src/cli/wire-desk.js'
import { MEMBER_KINDS } from '../../src/members/member.js'
import { ASKED_AT, openSampleDesk, sampleWithoutNotes } from '../questions/sample-desk.js'
import { type QuestionLine, questionLines, says } from '../questions/score.js'
import { auroc, calibrationError, chance, type Fitted, fitLogistic, logitOf } from './logistic.js'

const PASSAGES = 6
/** Light, so that a sign that few questions show keeps its weight; chosen by leaving out one file at a time. */
const RIDGE = 0.0003

interface Candidate {
  readonly signals: EvidenceSignals
  readonly answered: boolean
}

interface Group {
  readonly file: string
  readonly expect: QuestionLine['expect']
  readonly noted: boolean
  readonly candidates: readonly Candidate[]
}

const FILES = ['tuning-2.jsonl', 'tuning-3.jsonl', 'tuning-4.jsonl', 'final.jsonl', 'final-2.jsonl'] as const
const groups: Group[] = []
// Once with the questions their authors noted and once without: other associations will have noted few.
const unnoted = sampleWithoutNotes()
for (const folder of [sampleKnowledge(), unnoted]) {
  const desk = await openSampleDesk(folder)
  for (const file of ['tuning.jsonl', ...FILES]) {
    for (const line of questionLines(file)) {
      if (line.expect !== 'answer' && line.expect !== 'escalate') continue
      // The documents' noted questions were written with the first file at hand: its answerable lines would flatter.
      if (file === 'tuning.jsonl' && line.expect === 'answer') continue
      const found = await candidates(line, desk)
      if (found.length > 0)
        groups.push({ file, expect: line.expect, noted: folder !== unnoted, candidates: found })
    }
  }
  await desk.close()
}
rmSync(unnoted, { recursive: true })

const fitted = decisionOn(groups)
const round = (value: number) => Math.round(value * 100) / 100
const weights = Object.entries(fitted.weights).map(([name, weight]) => `  ${name}: ${round(weight)},`)
console.log(`INTERCEPT ${round(fitted.intercept)}\n${weights.join('\n')}`)

const left = FILES.flatMap((file) => {
  const rest = decisionOn(groups.filter((group) => group.file !== file))
  const own = groups.filter((group) => group.file === file && group.noted).map((group) => scored(group, rest))
  console.log(
    `${file} (fitted on the others): AUROC ${auroc(own).toFixed(3)}, calibration error ${calibrationError(own).toFixed(3)}`,
  )
  return own
})
console.log(
  `all: ${left.length} questions, AUROC ${auroc(left).toFixed(3)}, calibration error ${calibrationError(left).toFixed(3)}`,
)
for (const threshold of [0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7]) {
  const answers = left.filter(({ score }) => score >= threshold)
  const answerable = left.filter(({ expect }) => expect === 'answer').length
  const uncovered = answers.filter(({ expect }) => expect !== 'answer').length
  const wrong = answers.filter(({ answered }) => !answered).length
  console.log(
    `  from ${threshold}: ${answers.length - uncovered}/${answerable} answerable answered, ${uncovered}/${answers.length} answers without cover, ${wrong} not right`,
  )
}

function decisionOn(some: readonly Group[]): Fitted {
  const pairs = some.flatMap((group) =>
    group.candidates.map(({ signals, answered }) => ({ signals: { ...signals }, answered })),
  )
  const ranking = fitLogistic(pairs, RIDGE)
  const scale = fitLogistic(
    some.map((group) => {
      const { logit, answered } = best(group, ranking)
      return { signals: { logit }, answered }
    }),
    0,
  )
  const factor = scale.weights.logit ?? 1
  return {
    intercept: factor * ranking.intercept + scale.intercept,
    weights: Object.fromEntries(
      Object.entries(ranking.weights).map(([name, weight]) => [name, factor * weight]),
    ),
  }
}

function best(group: Group, by: Fitted): { readonly logit: number; readonly answered: boolean } {
  return group.candidates
    .map(({ signals, answered }) => ({ logit: logitOf(by, { ...signals }), answered }))
    .reduce((top, one) => (one.logit > top.logit ? one : top))
}

function scored(group: Group, by: Fitted) {
  const { logit, answered } = best(group, by)
  return { score: chance(logit), answered, expect: group.expect }
}

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
