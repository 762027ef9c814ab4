import type { HomeView, KnownBlock, WebClient } from '@slack/web-api'
import type { PersonKey } from '../../src/desk/conversation.js'
import { SLACK_TEXTS } from '../../src/texts/slack.js'
import { personKey } from './conversation-id.js'
import { escapeMarkup } from './markup.js'
import { section, shortened, smallPrint } from './render-text.js'

/** A question or a session; in words, masked. */
export interface HomeLine {
  readonly reference: string
  readonly status: string
  readonly text: string
}

/** What somebody's own page shows, in this order. */
export interface HomePage {
  readonly questions: readonly HomeLine[]
  readonly bookings: readonly HomeLine[]
}

/** Finds what somebody asked and booked. */
export type HomeSource = (person: PersonKey) => Promise<HomePage>

/** Shows somebody their own page. */
export async function publishHome(
  client: WebClient,
  team: string,
  user: string,
  home: HomeSource | null,
): Promise<void> {
  const page = await home?.(personKey(team, user))
  await client.views.publish({ user_id: user, view: homeView(page ?? { questions: [], bookings: [] }) })
}

/** Most questions, and most sessions, that the page shows. */
export const MOST_LINES = 10

/** The page of the app itself in Slack. */
export function homeView(page: HomePage): HomeView {
  const texts = SLACK_TEXTS.home
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: texts.title, emoji: false } },
      section(escapeMarkup(texts.intro)),
      { type: 'divider' },
      ...list(texts.questions, texts.noQuestions, page.questions),
      ...list(texts.bookings, texts.noBookings, page.bookings),
    ],
  }
}

function list(title: string, none: string, lines: readonly HomeLine[]): readonly KnownBlock[] {
  if (lines.length === 0) return [section(`*${escapeMarkup(title)}*`), smallPrint(escapeMarkup(none))]
  const shown = lines.slice(0, MOST_LINES).map(({ reference, status, text }) => {
    const head = escapeMarkup(shortened(`${reference} · ${status}`, 200))
    return section(`*${head}*\n${escapeMarkup(shortened(text, 300))}`)
  })
  return [section(`*${escapeMarkup(title)}*`), ...shown]
}

/** Questions that members often begin with, above the box where they write. */
export async function suggestPrompts(client: WebClient, channel: string): Promise<void> {
  const { title, list: prompts } = SLACK_TEXTS.prompts
  // Without a thread: naming one makes this do nothing in the agent surface.
  await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, title, prompts: [...prompts] })
}
