import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { BOT_SCOPES, METHOD_SCOPES } from '../../../adapters/slack/scopes.js'
import { EVENTS_PATH } from '../../../adapters/slack/transport.js'
import { SLACK_TEXTS } from '../../../src/texts/slack.js'

const folder = fileURLToPath(new URL('../../../adapters/slack', import.meta.url))
const code = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && name !== 'scopes.ts')
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n')

const manifest = z
  .object({
    display_information: z.object({ name: z.string().max(35), description: z.string().max(140) }),
    features: z.object({
      agent_view: z.object({
        agent_description: z.string().max(300),
        suggested_prompts: z.array(z.object({ title: z.string(), message: z.string() })).max(4),
      }),
      app_home: z.object({ home_tab_enabled: z.literal(true), messages_tab_enabled: z.literal(true) }),
      slash_commands: z.array(z.object({ command: z.string(), url: z.string() })),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({
      event_subscriptions: z.object({ request_url: z.string(), bot_events: z.array(z.string()) }),
      interactivity: z.object({ is_enabled: z.literal(true), request_url: z.string() }),
      token_rotation_enabled: z.literal(false),
    }),
  })
  .parse(parse(readFileSync(join(folder, 'manifest.yaml'), 'utf8')))

describe('the manifest', () => {
  it('asks for what the code needs and nothing more', () => {
    const { bot } = manifest.oauth_config.scopes
    expect([...bot].sort()).toEqual([...BOT_SCOPES].sort())
    // Scopes of methods, and of events and commands that come in by themselves.
    const needed = new Set<string | null>(Object.values(METHOD_SCOPES))
    for (const scope of ['app_mentions:read', 'commands', 'im:history', 'groups:history']) needed.add(scope)
    needed.delete(null)
    expect([...bot].sort()).toEqual([...needed].sort())
  })

  it('knows the scope of every method that the code calls', () => {
    const call =
      /(?:client|\))\s*\.\s*(auth|chat|conversations|users|views|assistant\.threads)\s*\.\s*(\w+)\(/g
    const methods = new Set([...code.matchAll(call)].map(([, family, method]) => `${family}.${method}`))
    // Slack's package for Socket Mode opens the connection.
    expect(new Set([...methods, 'apps.connections.open'])).toEqual(new Set(Object.keys(METHOD_SCOPES)))
  })

  it('subscribes to every event that the code listens to, and to no other', () => {
    const heard = [...code.matchAll(/app\.event\('([a-z_]+)'/g)].map(([, name]) => name ?? '')
    const subscribed = manifest.settings.event_subscriptions.bot_events.map(
      (name) => name.split('.')[0] ?? '',
    )
    // Slack sends this one without being asked.
    expect(new Set([...subscribed, 'app_rate_limited'])).toEqual(new Set(heard))
  })

  it('sends everything to the one address of the desk', () => {
    const { slash_commands: commands } = manifest.features
    const { event_subscriptions: events, interactivity } = manifest.settings
    for (const url of [events.request_url, interactivity.request_url, ...commands.map((each) => each.url)]) {
      expect(new URL(url).pathname).toBe(EVENTS_PATH)
    }
  })

  it('suggests the same questions as the desk', () => {
    expect(manifest.features.agent_view.suggested_prompts).toEqual(SLACK_TEXTS.prompts.list)
  })
})
