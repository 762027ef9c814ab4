import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from '../../config.js'
import { loadTopics, type Team } from '../../escalation/topics.js'
import { organisationOf, sampleKnowledge } from '../wire-desk.js'
import { type Finding, mind, ok, skipped, wrong } from './finding.js'

const NAME = 'channels of teams'
const CALL_MS = 10_000
const answered = z.object({ ok: z.boolean(), error: z.string().optional() })

/**
 * Whether questions reach the teams where they work: each has a channel, and with `live` the app is in those of Slack.
 * Nothing is said without Slack and Teams, or with a `topics.yaml` that is wrong by itself.
 */
export async function teamChannelFinding(config: Config, live: boolean): Promise<Finding> {
  if (config.slack === null && config.teams === null) return skipped(NAME, 'neither Slack nor Teams')
  const teams = teamsOf(config)
  if (teams === null) return skipped(NAME, 'topics.yaml is wrong')
  const refused = live ? await refusedBySlack(config, teams) : []
  if (refused.length > 0)
    return wrong(
      NAME,
      refused.join('\n'),
      'write /invite @Vraagbaak in that channel, and look whether its id is right',
    )
  const without = teams.filter(
    ({ slack, teams: teamsChannel }) => slack === undefined && teamsChannel === undefined,
  )
  if (without.length === 0) return ok(NAME, `all ${teams.length}`)
  return mind(
    NAME,
    `${without.length} of ${teams.length} teams have none: ${without.map(({ key }) => key).join(', ')}`,
    'write slack: or teams: with them in topics.yaml; until then their questions are on the staff desk alone',
  )
}

function teamsOf({ knowledgeDir }: Config): readonly Team[] | null {
  const organised = organisationOf(knowledgeDir ?? sampleKnowledge())
  try {
    return loadTopics(join(organised, 'organisation', 'topics.yaml')).teams
  } catch {
    return null
  }
}

/** What Slack says to reading each channel, for those where it is no. */
async function refusedBySlack({ slack }: Config, teams: readonly Team[]): Promise<readonly string[]> {
  if (slack === null || slack.botToken === null) return []
  const { botToken, apiUrl } = slack
  const refused: string[] = []
  for (const { key, slack: place } of teams) {
    const channel = place?.split('/')[1]
    if (channel === undefined) continue
    const error = await readingOf(channel, botToken, apiUrl ?? 'https://slack.com/api/')
    if (error !== null) refused.push(`${key} (${place}): Slack says ${error}`)
  }
  return refused
}

async function readingOf(channel: string, token: string, apiUrl: string): Promise<string | null> {
  try {
    const response = await fetch(`${apiUrl}conversations.history`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: new URLSearchParams({ channel, limit: '1' }),
      signal: AbortSignal.timeout(CALL_MS),
    })
    const { ok: taken, error } = answered.parse(await response.json())
    return taken ? null : (error ?? 'no')
  } catch {
    return null // That Slack is not reached is found by the check of Slack itself.
  }
}
