import type { WebClient } from '@slack/web-api'
import type { Receive } from '../../src/desk/channel.js'
import { SLACK_TEXTS } from '../../src/texts/slack.js'
import { conversationAt } from './conversation-id.js'
import { commandIncoming } from './inbound.js'
import type { Installation } from './installations.js'
import { escapeMarkup } from './markup.js'
import type { People } from './people.js'
import { shortened } from './render-text.js'
import type { Threads } from './threads.js'

interface Asked {
  readonly user_id: string
  readonly team_id?: string | null | undefined
  readonly text: string
  readonly trigger_id: string
}

/**
 * Takes in a question asked with the command. It goes on in direct messages, in a thread that begins with the
 * question: the channel where it was typed need not read it.
 *
 * @throws what Slack's client or the desk throws; then nothing was taken in.
 */
export async function askedByCommand(
  { user_id: user, team_id: team, text, trigger_id: trigger }: Asked,
  installation: Installation,
  client: WebClient,
  desk: {
    readonly receive: Receive
    readonly now: () => Date
    readonly people: People
    readonly threads: Threads
  },
): Promise<void> {
  const [person, opened] = await Promise.all([
    desk.people.who(client, installation, user, team ?? null),
    client.conversations.open({ users: user }),
  ])
  const channel = opened.channel?.id ?? ''
  const whole = conversationAt({ team: installation.team, channel, thread: null })
  const asked = { eventId: `command/${trigger}`, user, text }
  const incoming = commandIncoming(asked, whole, installation, person, desk.now())
  const question = escapeMarkup(SLACK_TEXTS.command.echo(shortened(incoming.text, 3000)))
  const echo = await client.chat.postMessage({
    channel,
    text: question,
    parse: 'none',
    link_names: false,
    unfurl_links: false,
    unfurl_media: false,
  })
  const place = { team: installation.team, channel, thread: echo.ts ?? null }
  await desk.threads.remember({ ...place, thread: null }, 'member')
  await desk.receive({ ...incoming, conversation: conversationAt(place) })
}
