import pino from 'pino'
import type { SlackAlert } from '../../../adapters/slack/errors.js'
import { SlackChannel } from '../../../adapters/slack/slack-channel.js'
import type { SlackChannelOptions } from '../../../adapters/slack/slack-options.js'
import { systemClock } from '../../../src/desk/clock.js'
import type { Incoming } from '../../../src/desk/incoming.js'
import { createApp } from '../../../src/http/app.js'
import { listen } from '../../../src/http/listen.js'
import { SlackPeople } from '../../fakes/slack-people.js'
import { memoryRecords } from '../../fakes/slack-records.js'
import { SlackServer, type SlackServerOptions } from '../../fakes/slack-server.js'

/** A Slack with the channel connected to it over HTTP, and people in it: An of a member, Bart of the staff. */
export async function slackDesk(more: Partial<SlackChannelOptions> = {}, server: SlackServerOptions = {}) {
  const slack = await SlackServer.start(server)
  const { workspace } = slack
  workspace.addUser('U0AN', 'An Peeters')
  workspace.addUser('U0BART', 'Bart Claes')
  workspace.addChannel('D0AN', 'U0AN')
  workspace.addChannel('C0LEDEN', 'U0AN', 'U0BART')
  workspace.addChannel('C0TEAM', 'U0BART')
  const alerts: SlackAlert[] = []
  const records = more.records ?? memoryRecords()
  const channel = new SlackChannel({
    mode: { kind: 'http', signingSecret: slack.signingSecret },
    botToken: slack.token,
    oauth: null,
    apiUrl: slack.apiUrl,
    records,
    clock: systemClock(),
    sourceUrl: ({ url }) => url,
    home: null,
    keepContact: null,
    onAlert: (alert) => alerts.push(alert),
    ...more,
  })
  const log = pino({ level: 'silent' })
  const app = createApp({ routers: [channel.router], https: false, trustProxy: false, log })
  const http = await listen(app, '127.0.0.1', 0)
  const received: Incoming[] = []
  return {
    slack,
    workspace,
    channel,
    records,
    alerts,
    received,
    url: http.url,
    people: new SlackPeople(slack, http.url),
    /** Starts the channel; what comes in is in `received`, each event as often as it came. */
    async open(receive: (incoming: Incoming) => Promise<void> = async () => {}) {
      await channel.start(async (incoming) => {
        received.push(incoming)
        await receive(incoming)
      })
    },
    async close() {
      await channel.stop()
      await http.stop(100)
      await slack.stop()
    },
  }
}

export type SlackDesk = Awaited<ReturnType<typeof slackDesk>>
