import { z } from 'zod'

/** What of Slack's payloads the desk reads; everything else in them is left behind here. */

const text = z.string().nullish()

const innerMessageSchema = z.object({
  ts: z.string(),
  user: text,
  bot_id: text,
  subtype: text,
  text: text,
  thread_ts: text,
  parent_user_id: text,
  edited: z.object({ ts: z.string() }).nullish(),
})

export const messageSchema = z.object({
  type: z.enum(['message', 'app_mention']),
  subtype: text,
  channel: z.string(),
  ts: z.string(),
  thread_ts: text,
  parent_user_id: text,
  user: text,
  bot_id: text,
  text: text,
  team: text,
  user_team: text,
  message: innerMessageSchema.nullish(),
  previous_message: innerMessageSchema.partial().nullish(),
  deleted_ts: text,
})

/** A message as an event, or as history gives it (then with `channel` added). */
export type MessagePayload = z.infer<typeof messageSchema>

export const homeOpenedSchema = z.object({ user: z.string(), channel: text, tab: z.string() })

const userSchema = z.object({ id: z.string(), team_id: text })

export const pressSchema = z.object({
  user: userSchema,
  trigger_id: text,
  channel: z.object({ id: z.string() }).nullish(),
  message: z.object({ ts: z.string(), thread_ts: text }).nullish(),
  actions: z
    .array(z.object({ action_id: z.string(), block_id: z.string(), action_ts: z.string(), value: text }))
    .min(1),
})

export const submissionSchema = z.object({
  user: userSchema,
  view: z.object({ id: z.string(), private_metadata: z.string(), state: z.object({ values: z.unknown() }) }),
})

export const commandSchema = z.object({
  user_id: z.string(),
  team_id: text,
  text: z.string().default(''),
  trigger_id: z.string(),
})

export const revokedSchema = z.object({ tokens: z.object({ bot: z.array(z.string()).nullish() }) })

/** The envelope of an event. */
export const envelopeSchema = z.object({
  team_id: text,
  enterprise_id: text,
  event_time: z.number().nullish(),
})
