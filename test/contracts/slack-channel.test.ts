import { slackDesk } from '../adapters/slack/slack-desk.js'
import type { SlackWeather } from '../fakes/slack-server.js'
import { shownIn } from '../fakes/slack-shown.js'
import type { SlackMessage } from '../fakes/slack-workspace.js'
import { channelContract, type PlatformFailure } from './channel.contract.js'

const WEATHER: Readonly<Record<PlatformFailure, SlackWeather>> = {
  refuse: { kind: 'error', error: 'channel_not_found' },
  'rate-limit': { kind: 'limited', retryAfter: '1' },
  lose: { kind: 'breaks', after: false },
  swallow: { kind: 'breaks', after: true },
}

channelContract('Slack', async () => {
  const desk = await slackDesk()
  const { slack, workspace, people, channel } = desk
  const written = new Map<string, SlackMessage>()
  let root: string | null = null
  return {
    channel,
    async memberWrites(text, id) {
      const message = written.get(id) ?? workspace.write('U0AN', 'D0AN', text, root)
      written.set(id, message)
      root ??= message.ts
      const [event] = people.eventsOf(message, 'D0AN')
      return (await people.tell(event ?? {}, { eventId: id })) === 200
    },
    async botWrites(text) {
      const posted = await fetch(`${slack.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${slack.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ channel: 'D0AN', text }),
      })
      await posted.json()
      const [own] = workspace.posts('D0AN')
      const other = { ...workspace.write('U0OTHER', 'D0AN', text), botId: 'B0OTHER' }
      for (const message of [own, other]) {
        for (const event of message ? people.eventsOf(message, 'D0AN') : []) await people.tell(event)
      }
    },
    deliver: (delivery) => channel.send(delivery),
    shown: async () => workspace.posts('D0AN').map(shownIn),
    fail: (how) => slack.next('chat.postMessage', WEATHER[how]),
    close: () => desk.close(),
  }
})
