import { FakeChannel, type Weather } from '../fakes/channel.js'
import { channelContract, type PlatformFailure } from './channel.contract.js'

const WEATHER: Readonly<Record<PlatformFailure, Weather>> = {
  refuse: 'refuses',
  'rate-limit': { retryAfterMs: 1000 },
  lose: 'lost',
  swallow: 'arrived',
}

channelContract('The channel in memory', async () => {
  const channel = new FakeChannel('slack', () => new Date('2026-11-23T09:00:00Z'))
  return {
    channel,
    memberWrites: (text, id) => channel.memberWrites('c1', text, id),
    botWrites: null,
    deliver: (delivery) => channel.send(delivery),
    shown: async () => channel.posts.map((post) => post.content),
    fail: (how) => channel.next('c1', WEATHER[how]),
    close: () => channel.stop(),
  }
})
