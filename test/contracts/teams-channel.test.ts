import { teamsDesk } from '../adapters/teams/teams-desk.js'
import { shownIn, type TeamsActivity, type TeamsWeather } from '../fakes/teams-connector.js'
import { BOT, personal } from '../fakes/teams-people.js'
import { channelContract, type PlatformFailure } from './channel.contract.js'

const WEATHER: Readonly<Record<PlatformFailure, TeamsWeather>> = {
  refuse: { kind: 'status', status: 403, code: 'BotNotInConversationRoster' },
  'rate-limit': { kind: 'limited', retryAfter: '1' },
  lose: { kind: 'breaks', after: false },
  swallow: { kind: 'breaks', after: true },
}

channelContract('Teams', async () => {
  const desk = await teamsDesk()
  const { connector, people, channel } = desk
  const chat = personal('an')
  const written = new Map<string, TeamsActivity>()
  return {
    channel,
    async memberWrites(text, id) {
      const activity = written.get(id) ?? people.written('an', chat, text)
      written.set(id, activity)
      return (await people.tell(activity)).status === 200
    },
    async botWrites(text) {
      const from = (bot: TeamsActivity) => people.written('an', chat, text, { from: bot })
      await people.tell(from(BOT))
      await people.tell(from({ id: '28:another-bot', name: 'Herinneraar', role: 'bot' }))
      await people.tell(from({ id: '29:webhook', name: 'Zonder account' }))
    },
    deliver: (delivery) => channel.send(delivery),
    shown: async () => connector.posts(chat.id).map(shownIn),
    fail: (how) => connector.next(WEATHER[how]),
    close: () => desk.close(),
  }
})
