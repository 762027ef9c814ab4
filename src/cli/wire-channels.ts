import { join } from 'node:path'
import type { Router } from 'express'
import { MailChannel } from '../../adapters/mail/mail-channel.js'
import { WebChannel } from '../../adapters/web/web-channel.js'
import { detectLanguage } from '../answering/question/language.js'
import type { Offerings } from '../booking/offerings.js'
import type { Config } from '../config.js'
import type { Channel } from '../desk/channel.js'
import type { Clock } from '../desk/clock.js'
import type { ChannelName } from '../desk/conversation.js'
import { isLoopback } from '../http/health.js'
import { RateLimit } from '../http/rate-limit.js'
import { packageRoot } from '../package-root.js'
import type { Store } from '../store/store.js'
import type { DeskBase, DeskRules } from './desk-base.js'
import type { MemberWiring } from './wire-members.js'

/** The channels that are configured, and where they listen. */
export interface ChannelWiring {
  readonly channels: ReadonlyMap<ChannelName, Channel>
  /** In the order in which they are asked: the page says of everything else under /api that it is not there. */
  readonly routers: readonly Router[]
}

/** Makes every configured channel beside the page; the packages of the others are not loaded. */
export async function wireChannels(
  base: DeskBase,
  web: WebChannel,
  rules: DeskRules,
): Promise<ChannelWiring> {
  const slack = await slackChannel(base, rules.offerings)
  const teams = await teamsChannel(base, rules)
  const { mail } = base.config
  const channels: readonly (Channel | null)[] = [web, slack, teams, mail && new MailChannel(mail)]
  const configured = channels.filter((channel) => channel !== null)
  return {
    channels: new Map(configured.map((channel) => [channel.name, channel])),
    routers: [...(teams ? [teams.router] : []), web.router, ...(slack ? [slack.router] : [])],
  }
}

/** The page of members. */
export function webChannel({ http }: Config, store: Store, clock: Clock, members: MemberWiring): WebChannel {
  const persons = new RateLimit(http.limits.perPerson)
  const addresses = new RateLimit(http.limits.perAddress)
  return new WebChannel({
    log: store.webLog,
    now: () => clock.now(),
    publicUrl: http.publicUrl,
    pageDir: join(packageRoot(), 'adapters/web/page'),
    languageOf: detectLanguage,
    proof: {
      desk: members.proof,
      isHere: ({ socket }) => !http.trustProxy && isLoopback(socket.remoteAddress ?? ''),
    },
    limit: (person, address) => {
      const now = performance.now()
      // Without a proxy that names them, all who come through one on this machine share its address.
      const shared = !http.trustProxy && isLoopback(address)
      return persons.take(person, now) || (shared ? 0 : addresses.take(address, now))
    },
  })
}

/** Null where Slack is not configured: then its packages are not loaded either. */
async function slackChannel(base: DeskBase, offerings: Offerings) {
  const { slack: settings } = base.config
  if (settings === null) return null
  const { wireSlack } = await import('./wire-slack.js')
  return wireSlack({ ...platformParts(base, 'slack'), settings, offerings })
}

/** Null where Teams is not configured: then its packages are not loaded either. */
async function teamsChannel(base: DeskBase, rules: DeskRules) {
  const { teams: settings } = base.config
  if (settings === null) return null
  const { wireTeams } = await import('./wire-teams.js')
  return wireTeams({ ...platformParts(base, 'teams'), settings, knowledgeDir: base.knowledgeDir, rules })
}

/** What a channel of a platform is made of, whichever platform that is. */
function platformParts({ config, store, clock, log, metrics, ears }: DeskBase, name: ChannelName) {
  return {
    publicUrl: config.http.publicUrl,
    store,
    clock,
    log,
    registry: metrics.registry,
    onTrouble: (alert: { readonly kind: string }) => ears.onChannel(name, alert),
  }
}
