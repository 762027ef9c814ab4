import type { Activity } from 'botbuilder'
import { z } from 'zod'

const account = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  role: z.string().nullish(),
})

const named = z.object({ id: z.string().nullish() }).nullish()

/** Of everything Teams sends, what the desk reads. */
export const activitySchema = z.object({
  type: z.string().min(1),
  id: z.string().nullish(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  timestamp: z.string().nullish(),
  channelId: z.literal('msteams'),
  serviceUrl: z.string().min(1),
  from: account.nullish(),
  recipient: account.nullish(),
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
    isGroup: z.boolean().nullish(),
  }),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  replyToId: z.string().nullish(),
  value: z.unknown().optional(),
  attachments: z.array(z.object({ contentType: z.string().nullish(), name: z.string().nullish() })).nullish(),
  entities: z
    .array(
      z.object({
        type: z.string().nullish(),
        text: z.string().nullish(),
        mentioned: z.object({ id: z.string(), name: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
  membersAdded: z.array(z.object({ id: z.string() })).nullish(),
  channelData: z
    .object({
      tenant: named,
      channel: named,
      eventType: z.string().nullish(),
      settings: z.object({ selectedChannel: named }).nullish(),
    })
    .nullish(),
})

export type ActivityPayload = z.infer<typeof activitySchema>

/** Whether Microsoft's adapter can work with it; what the desk reads of it is checked by {@link activitySchema}. */
export function isActivity(body: unknown): body is Activity {
  return activitySchema.safeParse(body).success
}

/** A press on a card by `Action.Execute`. */
export const executeSchema = z.object({
  action: z.object({ data: z.record(z.string(), z.unknown()) }),
})

/** A press on a card by `Action.Submit`. */
export const submitSchema = z.record(z.string(), z.unknown())
