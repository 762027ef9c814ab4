import type { KnownBlock } from '@slack/web-api'
import type { OutgoingMessage } from '../../src/desk/outgoing.js'
import { SLACK_TEXTS } from '../../src/texts/slack.js'
import { escapeMarkup, linkMarkup } from './markup.js'
import { section, shortened, smallPrint, textSections } from './render-text.js'

type TicketCard = NonNullable<OutgoingMessage['card']>

const LONGEST_QUESTION = 3000
const LONGEST_LATEST = 400
const MOST_LATEST = 4
const MOST_FOUND = 5

/** A ticket as colleagues see it in their team's channel; the buttons come below it. */
export function cardBlocks(card: TicketCard): readonly KnownBlock[] {
  return [
    header(card),
    ...textSections(shortened(card.question, LONGEST_QUESTION)),
    facts(card),
    smallPrint(`*${TEXTS.reason}:* ${escapeMarkup(shortened(card.reason, 500))}`),
    ...found(card),
    ...latest(card),
    ...(card.url === null ? [] : [smallPrint(linkMarkup(card.url, TEXTS.open))]),
  ]
}

const TEXTS = SLACK_TEXTS.card

function header({ urgent, reference, status }: TicketCard): KnownBlock {
  const title = [urgent ? TEXTS.urgent : '', reference, status].filter((part) => part !== '').join(' · ')
  return { type: 'header', text: { type: 'plain_text', text: shortened(title, 150), emoji: false } }
}

function facts({ status, topic, team, member, askedAt }: TicketCard): KnownBlock {
  const pairs = [
    [TEXTS.state, status],
    [TEXTS.topic, topic ?? TEXTS.noTopic],
    [TEXTS.team, team],
    [TEXTS.member, member],
    [TEXTS.askedAt, askedAt],
  ] as const
  return {
    type: 'section',
    fields: pairs.map(([label, value]) => ({
      type: 'mrkdwn' as const,
      text: `*${label}*\n${escapeMarkup(shortened(value, 300))}`,
      verbatim: true,
    })),
  }
}

function found({ found: titles }: TicketCard): readonly KnownBlock[] {
  if (titles.length === 0) return []
  const lines = titles.slice(0, MOST_FOUND).map((title) => `• ${escapeMarkup(shortened(title, 150))}`)
  return [smallPrint(`*${TEXTS.found}:*\n${lines.join('\n')}`)]
}

function latest({ latest: messages }: TicketCard): readonly KnownBlock[] {
  if (messages.length === 0) return []
  const lines = messages.slice(-MOST_LATEST).map(({ who, text, internal }) => {
    const name = `${escapeMarkup(shortened(who, 80))}${internal ? ` (${TEXTS.internal})` : ''}`
    return `*${name}:* ${escapeMarkup(shortened(text, LONGEST_LATEST))}`
  })
  return [{ type: 'divider' }, section(`*${TEXTS.latest}*\n${lines.join('\n')}`)]
}
