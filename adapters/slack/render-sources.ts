import type { KnownBlock } from '@slack/web-api'
import type { OutgoingMessage } from '../../src/desk/outgoing.js'
import { SLACK_TEXTS } from '../../src/texts/slack.js'
import { escapeMarkup, linkMarkup } from './markup.js'
import { collapsed, MAX_SECTION, section, shortened, smallPrint } from './render-text.js'

type Citation = OutgoingMessage['citations'][number]
type SourceUrl = (citation: Citation) => string | null

const MOST_SOURCES = 8
const LONGEST_QUOTE = 600

/**
 * The sources of an answer: title, section and date, with a link to the cited source where there is one.
 *
 * @param quotes whether to show what is cited, where the answer does not say it word for word.
 */
export function sourceBlocks(
  { citations, text }: OutgoingMessage,
  sourceUrl: SourceUrl,
  quotes: boolean,
): readonly KnownBlock[] {
  const shown = citations.slice(0, MOST_SOURCES)
  if (shown.length === 0) return []
  const said = collapsed(text)
  const left = citations.length - shown.length
  return [
    ...shown.flatMap((citation) => {
      const link = linkMarkup(sourceUrl(citation) ?? '', shortened(citation.title, 200))
      const source = smallPrint(`*${SLACK_TEXTS.sources.one}:* ${link}${escapeMarkup(details(citation))}`)
      const quote = collapsed(citation.quote)
      return quotes && !said.includes(quote) ? [source, quoteBlock(quote)] : [source]
    }),
    ...(left > 0 ? [smallPrint(SLACK_TEXTS.sources.others(left))] : []),
  ]
}

/** The sources that the text itself does not name, one a line; for where blocks are not shown. */
export function sourceLines({ citations, text }: OutgoingMessage, sourceUrl: SourceUrl): readonly string[] {
  return citations
    .filter(({ title, section: part }) => !text.includes(title) && !(part !== '' && text.includes(part)))
    .slice(0, MOST_SOURCES)
    .map((citation) => {
      const url = sourceUrl(citation)
      const address = url === null ? '' : ` - ${url}`
      return `${SLACK_TEXTS.sources.one}: ${shortened(citation.title, 200)}${details(citation)}${address}`
    })
}

function details({ section: part, date, kind, source }: Citation): string {
  const { sources } = SLACK_TEXTS
  const summary = source === null ? sources.ourSummary : sources.summaryOf(source)
  return [
    part === '' ? '' : `, ${shortened(part, 200)}`,
    ` (${[kind === 'samenvatting' ? summary : '', date ?? sources.dateUnknown].filter(Boolean).join(', ')})`,
  ].join('')
}

function quoteBlock(quote: string): KnownBlock {
  return section(`>${escapeMarkup(shortened(quote, LONGEST_QUOTE))}`.slice(0, MAX_SECTION))
}
