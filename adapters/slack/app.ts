import { App } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'
import { notInstalled } from './errors.js'
import type { Installations } from './installations.js'
import { silentLogger } from './slack-logger.js'
import type { Transport } from './transport.js'

/**
 * Slack's app, but it acknowledges an event after it was handled and not before: what fails is not acknowledged, so
 * that Slack sends it again.
 */
class DurableApp extends App {
  override async processEvent(event: Parameters<App['processEvent']>[0]): Promise<void> {
    const answers: unknown[] = []
    const ack: typeof event.ack = async (body) => {
      answers.push(body)
    }
    await super.processEvent({ ...event, ack })
    if (answers.length > 0) await event.ack(answers[0])
  }
}

/** Slack's app on a transport; an event of a workspace without an installation is refused. */
export function slackApp(
  { receiver }: Transport,
  installations: Installations,
  clientOptions: WebClientOptions,
): App {
  return new DurableApp({
    receiver,
    authorize: async ({ teamId, enterpriseId }) => {
      const where = { team: teamId ?? null, enterprise: enterpriseId ?? null }
      const installation = await installations.find(where)
      if (installation === null) throw notInstalled(where)
      const { token: botToken, botId, userId: botUserId } = installation
      return { botToken, botId, botUserId }
    },
    clientOptions: { ...clientOptions },
    logger: silentLogger(),
    convoStore: false,
  })
}
