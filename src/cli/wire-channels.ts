import { join } from 'node:path'
import type { Router } from 'express'
import { MailChannel } from '../../adapters/mail/mail-channel.js'
import { WebChannel } from '../../adapters/web/web-channel.js'
import { detectLanguage } from '../answering/language.js'
import type { Offerings } from '../booking/offerings.js'
import type { Config } from '../config.js'
import type { Channel } from '../desk/channel.js'
import type { Clock } from '../desk/clock.js'
import type { ChannelName } from '../desk/conversation.js'
import type { DeskParts } from '../desk/responder.js'
import { isLoopback } from '../http/health.js'
import { RateLimit } from '../http/rate-limit.js'
import { packageRoot } from '../package-root.js'
import type { Store } from '../store/store.js'
import type { DeskBase } from './desk-base.js'
import type { MemberWiring } from './wire-members.js'

/** The channels that are configured, and where they listen. */
export interface ChannelWiring {
  readonly channels: ReadonlyMap<ChannelName, Channel>
  /** In the order in which they are asked: the page says of everything else under /api that it is not there. */
  readonly routers: readonly Router[]
}

/** What channels show beside messages: booked sessions, and tickets as each colleague sees them. */
export interface DeskRules extends Pick<DeskParts, 'offerings' | 'topics' | 'hours'> {
  /** Title of the document of a passage; null when it is gone. */
  readonly titleOf: (passage: string) => string | null
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
async function slackChannel({ config, store, clock, log, metrics, ears }: DeskBase, offerings: Offerings) {
  const { slack: settings, http } = config
  if (settings === null) return null
  const { wireSlack } = await import('./wire-slack.js')
  const { publicUrl } = http
  const onTrouble = (alert: { readonly kind: string }) => ears.onChannel('slack', alert)
  return wireSlack({
    settings,
    publicUrl,
    store,
    offerings,
    clock,
    log,
    registry: metrics.registry,
    onTrouble,
  })
}

/** Null where Teams is not configured: then its packages are not loaded either. */
async function teamsChannel(
  { config, knowledgeDir, store, clock, log, metrics, ears }: DeskBase,
  rules: DeskRules,
) {
  const { teams: settings, http } = config
  if (settings === null) return null
  const { wireTeams } = await import('./wire-teams.js')
  const { publicUrl } = http
  const onTrouble = (alert: { readonly kind: string }) => ears.onChannel('teams', alert)
  return wireTeams({
    settings,
    knowledgeDir,
    publicUrl,
    store,
    rules,
    titleOf: rules.titleOf,
    clock,
    log,
    registry: metrics.registry,
    onTrouble,
  })
}
