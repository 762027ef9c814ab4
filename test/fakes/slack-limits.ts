import { z } from 'zod'

/** What Slack refuses in blocks and views, as its documentation gives the limits; null when it takes them. */

const text = (max: number, type: 'plain_text' | 'mrkdwn') =>
  z.strictObject({
    type: z.literal(type),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
    verbatim: z.boolean().optional(),
  })
const anyText = (max: number) => z.union([text(max, 'plain_text'), text(max, 'mrkdwn')])
const id = z.string().min(1).max(255)

const option = z.strictObject({ text: anyText(75), value: z.string().max(150) })
const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: text(75, 'plain_text'),
  value: z.string().max(2000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  url: z.string().max(3000).optional(),
})
const input = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('plain_text_input'),
    action_id: id,
    multiline: z.boolean().optional(),
    max_length: z.number().min(1).max(3000).optional(),
    initial_value: z.string().max(3000).optional(),
  }),
  z.strictObject({
    type: z.literal('number_input'),
    action_id: id,
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('datepicker'),
    action_id: id,
    initial_date: z.iso.date().optional(),
  }),
  z.strictObject({
    type: z.literal('static_select'),
    action_id: id,
    placeholder: text(150, 'plain_text').optional(),
    options: z.array(option).min(1).max(100).optional(),
    option_groups: z
      .array(z.strictObject({ label: text(75, 'plain_text'), options: z.array(option).min(1).max(100) }))
      .max(100)
      .optional(),
    initial_option: option.optional(),
  }),
])

const block = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('section'),
    block_id: id.optional(),
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
  }),
  z.strictObject({ type: z.literal('header'), block_id: id.optional(), text: text(150, 'plain_text') }),
  z.strictObject({ type: z.literal('divider'), block_id: id.optional() }),
  z.strictObject({
    type: z.literal('context'),
    block_id: id.optional(),
    elements: z.array(anyText(3000)).min(1).max(10),
  }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: id.optional(),
    elements: z.array(button).min(1).max(25),
  }),
  z.strictObject({
    type: z.literal('input'),
    block_id: id.optional(),
    optional: z.boolean().optional(),
    label: text(2000, 'plain_text'),
    element: input,
  }),
])

const blocksSchema = z.array(block).max(50)
const viewSchema = z.strictObject({
  type: z.enum(['modal', 'home']),
  callback_id: id.optional(),
  private_metadata: z.string().max(3000).optional(),
  title: text(24, 'plain_text').optional(),
  submit: text(24, 'plain_text').optional(),
  close: text(24, 'plain_text').optional(),
  blocks: z.array(block).max(100),
})

/** Together the blocks of a message may be about this long, in characters of their JSON. */
const MOST_TOGETHER = 13_200

export type SlackBlock = z.infer<typeof block>
export type SlackView = z.infer<typeof viewSchema>

/** The error Slack gives for these blocks of a message; null when it takes them. */
export function blocksProblem(blocks: unknown): string | null {
  if (!Array.isArray(blocks)) return 'invalid_blocks_format'
  const parsed = blocksSchema.safeParse(blocks)
  if (!parsed.success || repeats(parsed.data)) return 'invalid_blocks'
  return JSON.stringify(blocks).length > MOST_TOGETHER ? 'msg_blocks_too_long' : null
}

/** The error Slack gives for this view; null when it takes it. */
export function viewProblem(view: unknown): string | null {
  const parsed = viewSchema.safeParse(view)
  if (!parsed.success || repeats(parsed.data.blocks)) return 'invalid_arguments'
  if (JSON.stringify(view).length > 250_000) return 'view_too_large'
  const needsTitle = parsed.data.type === 'modal'
  return needsTitle && parsed.data.title === undefined ? 'invalid_arguments' : null
}

export function asView(view: unknown): SlackView {
  return viewSchema.parse(view)
}

export function asBlocks(blocks: unknown): readonly SlackBlock[] {
  return blocksSchema.parse(blocks)
}

/** Ids of blocks and, within a block, of actions must differ. */
function repeats(blocks: readonly SlackBlock[]): boolean {
  const ids = blocks.flatMap(({ block_id: own }) => (own === undefined ? [] : [own]))
  const actions = blocks.flatMap((each) =>
    each.type === 'actions' ? [each.elements.map(({ action_id: own }) => own)] : [],
  )
  return [ids, ...actions].some((list) => new Set(list).size < list.length)
}
