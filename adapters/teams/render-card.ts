import type { OutgoingMessage } from '../../src/desk/outgoing.js'
import { TEAMS_TEXTS } from '../../src/texts/teams.js'
import { type CardElement, line, shortened, smallPrint, textElements } from './render-text.js'

type TicketCard = NonNullable<OutgoingMessage['card']>

const TEXTS = TEAMS_TEXTS.card
const LONGEST_QUESTION = 3000
const LONGEST_LATEST = 400
const MOST_LATEST = 4
const MOST_FOUND = 5

/** A ticket as colleagues see it in their team's channel; the buttons come below it. */
export function ticketElements(card: TicketCard): readonly CardElement[] {
  return [
    header(card),
    ...textElements(shortened(card.question, LONGEST_QUESTION)),
    ...facts(card),
    ...found(card),
    ...latest(card),
    ...(card.url === null ? [] : [smallPrint([{ text: TEXTS.open, url: card.url, subtle: false }])]),
  ]
}

function header({ urgent, reference, status }: TicketCard): CardElement {
  const title = [urgent ? TEXTS.urgent : '', reference, status].filter((part) => part !== '').join(' · ')
  const block = line([{ text: shortened(title, 150), bold: true }])
  return { type: 'Container', style: urgent ? 'attention' : 'accent', bleed: true, items: [block] }
}

function facts({ topic, team, member, askedAt, reason }: TicketCard): readonly CardElement[] {
  const pairs = [
    [TEXTS.topic, topic ?? TEXTS.noTopic],
    [TEXTS.team, team],
    [TEXTS.member, member],
    [TEXTS.askedAt, askedAt],
    [TEXTS.reason, reason],
  ] as const
  return pairs.map(([label, value], index) =>
    line([{ text: `${label}: `, bold: true }, { text: shortened(value, 500) }], {
      spacing: index === 0 ? 'Medium' : 'None',
    }),
  )
}

function found({ found: titles }: TicketCard): readonly CardElement[] {
  if (titles.length === 0) return []
  return [
    smallPrint([{ text: `${TEXTS.found}:`, bold: true }]),
    ...titles.slice(0, MOST_FOUND).map((title) => smallPrint([{ text: `• ${shortened(title, 150)}` }])),
  ]
}

function latest({ latest: messages }: TicketCard): readonly CardElement[] {
  if (messages.length === 0) return []
  return [
    line([{ text: TEXTS.latest, bold: true }], { separator: true, spacing: 'Medium' }),
    ...messages.slice(-MOST_LATEST).flatMap(({ who, text, internal }) => {
      const name = `${shortened(who, 80)}${internal ? ` (${TEXTS.internal})` : ''}: `
      const [first = '', ...others] = shortened(text, LONGEST_LATEST).split('\n')
      return [
        line([{ text: name, bold: true }, { text: first }], { spacing: 'Small' }),
        ...others
          .filter((more) => more.trim() !== '')
          .map((more) => line([{ text: more }], { spacing: 'None' })),
      ]
    }),
  ]
}
