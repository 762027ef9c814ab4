import type { SlackAlert } from '../../../adapters/slack/errors.js'
import { SlackChannel } from '../../../adapters/slack/slack-channel.js'
import type { SlackChannelOptions } from '../../../adapters/slack/slack-options.js'
import { systemClock } from '../../../src/desk/clock.js'
import { connected } from '../../fakes/connected.js'
import { memoryRecords } from '../../fakes/records.js'
import { SlackPeople } from '../../fakes/slack-people.js'
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
  const connection = await connected(channel)
  return {
    slack,
    workspace,
    channel,
    records,
    alerts,
    ...connection,
    people: new SlackPeople(slack, connection.url),
    async close() {
      await connection.close()
      await slack.stop()
    },
  }
}

export type SlackDesk = Awaited<ReturnType<typeof slackDesk>>
