import { randomUUID } from 'node:crypto'
import type { CountedTurn } from '../desk/counted.js'
import type { Claim, Outcomes, TurnWork } from '../desk/ports.js'
import type { Work } from './database.js'

/** What ended otherwise was no question: thanks, an addition, a step of a booking. */
const QUESTIONS: ReadonlySet<string> = new Set(['answer', 'clarify', 'hand-over', 'out-of-remit'])

/** Counts what the turn was about, and what its member said of the question before; the conversation must be locked. */
export async function countTurn(work: Work, claim: Claim, turn: TurnWork, outcomes: Outcomes): Promise<void> {
  const { counted } = turn
  const feedback = turn.effects.find((effect) => effect.kind === 'feedback')
  if (feedback !== undefined) await noteHelped(work, claim, feedback.helped)
  if (counted === undefined || !QUESTIONS.has(counted.outcome)) return
  const ticket = outcomes.opened?.reference ?? null
  const last = counted.sameQuestion ? await lastFigure(work, claim) : null
  if (last === null) await add(work, claim, counted, ticket, turn.now.getTime())
  else await follow(work, last, counted, ticket)
}

async function lastFigure({ tx }: Work, { channel, conversation }: Claim): Promise<string | null> {
  const row = await tx
    .selectFrom('conversations')
    .select('last_figure')
    .where('channel', '=', channel)
    .where('id', '=', conversation)
    .executeTakeFirst()
  return row?.last_figure ?? null
}

async function noteHelped(work: Work, claim: Claim, helped: boolean) {
  const last = await lastFigure(work, claim)
  if (last === null) return
  const value = helped ? 1 : 0
  await work.tx.updateTable('turn_figures').set({ helped: value }).where('id', '=', last).execute()
}

async function add(
  { tx }: Work,
  { channel, conversation }: Claim,
  { outcome, topic, memberKind, body, language, confidence, week, hour }: CountedTurn,
  ticket: string | null,
  at: number,
) {
  const id = randomUUID()
  const what = { outcome, topic, member_kind: memberKind, body, language, confidence }
  const row = { id, at, week, hour, channel, helped: null, ticket, ...what }
  await tx.insertInto('turn_figures').values(row).execute()
  await tx
    .updateTable('conversations')
    .set({ last_figure: id })
    .where('channel', '=', channel)
    .where('id', '=', conversation)
    .execute()
}

/** When it was asked, by whom and on which channel stay; what became of it changes. */
async function follow(
  { tx }: Work,
  id: string,
  { outcome, topic, confidence }: CountedTurn,
  ticket: string | null,
) {
  await tx
    .updateTable('turn_figures')
    .set({
      outcome,
      confidence,
      ...(topic === null ? {} : { topic }),
      ...(ticket === null ? {} : { ticket }),
    })
    .where('id', '=', id)
    .execute()
}
