import { z } from 'zod'
import { TRIGGERS } from '../knowledge/generation/runs.js'
import { publishedRecordSchema } from '../knowledge/sources/records.js'

/** What the store knows that a build must know too; a worker thread does not open the store. */
export const materialSchema = z.object({
  /** Ids of documents that were withdrawn. */
  denied: z.array(z.string()),
  /** Answers that staff published. */
  records: z.array(publishedRecordSchema),
})

export type RunMaterial = z.infer<typeof materialSchema>

/** Nothing withdrawn, nothing published. */
export const NO_MATERIAL: RunMaterial = { denied: [], records: [] }

/** What the schedule tells a worker that it has started. */
export const orderSchema = z.object({
  kind: z.literal('run'),
  trigger: z.enum(TRIGGERS),
  /** The planned moment the run stands for. */
  due: z.date().nullable(),
  startedAt: z.date(),
  material: materialSchema,
})

export type RunOrder = z.infer<typeof orderSchema>

/** What a worker says when it is done; a run that fails ends with an error instead. */
export const resultSchema = z.union([
  z.object({ kind: z.literal('done'), report: z.looseObject({}) }),
  z.object({ kind: z.literal('skipped'), why: z.enum(['running', 'done before']) }),
])

export type RunResult = z.infer<typeof resultSchema>
