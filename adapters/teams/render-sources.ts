import type { OutgoingMessage } from '../../src/desk/outgoing.js'
import { TEAMS_TEXTS } from '../../src/texts/teams.js'
import { type CardElement, collapsed, quoted, shortened, smallPrint, webAddress } from './render-text.js'

type Citation = OutgoingMessage['citations'][number]
type SourceUrl = (citation: Citation) => string | null

const MOST_SOURCES = 8
const LONGEST_QUOTE = 600
/** Most that Teams shows of a source behind its number, in characters. */
const LONGEST_NAME = 80
const LONGEST_ABSTRACT = 160

/**
 * The sources of an answer: number, title, section and date, with a link to the cited source where there is one.
 *
 * @param quotes whether to show what is cited, where the answer does not say it word for word.
 */
export function sourceElements(
  { citations, text }: OutgoingMessage,
  sourceUrl: SourceUrl,
  quotes: boolean,
): readonly CardElement[] {
  const shown = citations.slice(0, MOST_SOURCES)
  const said = collapsed(text)
  const left = citations.length - shown.length
  return [
    ...shown.flatMap((citation) => {
      const url = sourceUrl(citation)
      const source = smallPrint([
        { text: `${TEAMS_TEXTS.sources.one}: `, bold: true },
        { text: shortened(citation.title, 200), url, subtle: url === null },
        { text: details(citation) },
      ])
      const quote = collapsed(citation.quote)
      return quotes && !said.includes(quote) ? [source, quoted(shortened(quote, LONGEST_QUOTE))] : [source]
    }),
    ...(left > 0 ? [smallPrint([{ text: TEAMS_TEXTS.sources.others(left) }])] : []),
  ]
}

/** The sources that the text itself does not name, one a line; for where cards are not shown. */
export function sourceLines({ citations, text }: OutgoingMessage, sourceUrl: SourceUrl): readonly string[] {
  return citations
    .filter(({ title, section }) => !text.includes(title) && !(section !== '' && text.includes(section)))
    .slice(0, MOST_SOURCES)
    .map((citation) => {
      const url = sourceUrl(citation)
      const address = url === null ? '' : ` - ${url}`
      return `${TEAMS_TEXTS.sources.one}: ${shortened(citation.title, 200)}${details(citation)}${address}`
    })
}

/** What Teams needs to mark a message as written by AI, and to know what it rests on. */
export function aiEntity({ citations }: OutgoingMessage, sourceUrl: SourceUrl) {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    additionalType: ['AIGeneratedContent'],
    ...(citations.length > 0 && {
      citation: citations.slice(0, MOST_SOURCES).map((citation, index) => {
        const url = webAddress(sourceUrl(citation) ?? '')
        return {
          '@type': 'Claim',
          position: index + 1,
          appearance: {
            '@type': 'DigitalDocument',
            name: shortened(collapsed(citation.title), LONGEST_NAME),
            abstract: shortened(collapsed(citation.quote), LONGEST_ABSTRACT),
            ...(url !== null && { url }),
          },
        }
      }),
    }),
  }
}

function details({ section, date, kind, source }: Citation): string {
  const { sources } = TEAMS_TEXTS
  const summary = source === null ? sources.ourSummary : sources.summaryOf(source)
  return [
    section === '' ? '' : `, ${shortened(section, 200)}`,
    ` (${[kind === 'samenvatting' ? summary : '', date ?? sources.dateUnknown].filter(Boolean).join(', ')})`,
  ].join('')
}
