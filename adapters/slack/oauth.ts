import { InstallProvider } from '@slack/oauth'
import type { WebClientOptions } from '@slack/web-api'
import { type Response, Router } from 'express'
import { SLACK_TEXTS } from '../../src/texts/slack.js'
import { SlackError } from './errors.js'
import type { Installation, StoredInstallations } from './installations.js'
import { BOT_SCOPES } from './scopes.js'
import { silentLogger } from './slack-logger.js'

/** What the install page needs. */
export interface OAuthOptions {
  readonly clientId: string
  readonly clientSecret: string
  readonly stateSecret: string
  /** Where members reach the desk, without a slash at the end. */
  readonly publicUrl: string
  readonly installations: StoredInstallations
  readonly clientOptions: WebClientOptions
  readonly now: () => Date
}

const REDIRECT_PATH = '/slack/oauth_redirect'

/**
 * `GET /slack/install` sends a browser to Slack, `GET /slack/oauth_redirect` takes it back: the browser that returns
 * must be the one that left, which Slack's package sees to with a signed state and a cookie.
 */
export function oauthRouter(options: OAuthOptions): Router {
  const provider = new InstallProvider({
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    stateSecret: options.stateSecret,
    directInstall: true,
    logger: silentLogger(),
    clientOptions: { ...options.clientOptions },
    installationStore: storeFor(options),
  })
  const router = Router()
  const urlOptions = { scopes: [...BOT_SCOPES], redirectUri: `${options.publicUrl}${REDIRECT_PATH}` }
  router.get('/slack/install', (request, response) =>
    provider.handleInstallPath(request, response, {}, urlOptions),
  )
  router.get(REDIRECT_PATH, (request, response) =>
    provider.handleCallback(request, response, {
      success: () => page(response, 200, SLACK_TEXTS.installed.title, SLACK_TEXTS.installed.next),
      failure: () => page(response, 400, SLACK_TEXTS.installed.failed, ''),
    }),
  )
  return router
}

type ProviderStore = NonNullable<ConstructorParameters<typeof InstallProvider>[0]['installationStore']>

function storeFor({ installations, now }: OAuthOptions): ProviderStore {
  return {
    async storeInstallation(made) {
      const team = made.isEnterpriseInstall ? made.enterprise?.id : made.team?.id
      const { bot } = made
      if (team === undefined || bot === undefined) {
        throw new SlackError('SLACK_NOT_INSTALLED', 'Slack gave no workspace or no bot token')
      }
      const installation: Installation = {
        team,
        enterprise: made.enterprise?.id ?? null,
        userId: bot.userId,
        botId: bot.id,
        token: bot.token,
        installedAt: now().toISOString(),
      }
      await installations.store(installation)
    },
    fetchInstallation: () => {
      throw new SlackError('SLACK_NOT_INSTALLED', 'The desk reads its installations itself')
    },
  }
}

function page(response: Response, status: number, title: string, text: string): void {
  const paragraph = text === '' ? '' : `<p>${text}</p>`
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(
      `<!doctype html><html lang="nl"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${paragraph}`,
    )
}
