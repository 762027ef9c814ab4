import type { SlackBlock } from './slack-limits.js'
import type { SlackMessage } from './slack-workspace.js'

/** What the buttons of a post say. */
export function labelsOf(blocks: readonly SlackBlock[]): readonly string[] {
  return blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements.map(({ text }) => text.text) : [],
  )
}

/** Everything somebody can read in a post, its markup undone. */
export function shownIn({ text, blocks }: SlackMessage): string {
  if (blocks.length === 0) return unescaped(text)
  return unescaped(blocks.map(blockText).join('\n'))
}

function blockText(block: SlackBlock): string {
  switch (block.type) {
    case 'section':
      return [block.text?.text ?? '', ...(block.fields ?? []).map((field) => field.text)].join('\n')
    case 'header':
      return block.text.text
    case 'context':
      return block.elements.map((element) => element.text).join('\n')
    case 'actions':
      return block.elements.map((element) => `[${element.text.text}]`).join(' ')
    default:
      return ''
  }
}

function unescaped(text: string): string {
  return text
    .replace(/<([^|>]+)\|([^>]*)>/g, '$2 ($1)')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

type Input = Extract<SlackBlock, { type: 'input' }>['element']

/** What Slack tells of a field that was filled in. */
export function stateOf(element: Input, given: string): object {
  const { type } = element
  if (type === 'datepicker') return { type, selected_date: given || null }
  if (type !== 'static_select') return { type, value: given || null }
  const options = element.options ?? (element.option_groups ?? []).flatMap((group) => group.options)
  return { type, selected_option: options.find(({ text }) => text.text === given) ?? null }
}
