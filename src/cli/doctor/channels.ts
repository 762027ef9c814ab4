import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { Config } from '../../config.js'
import { type Finding, mind, ok, skipped, tried, wrong } from './finding.js'
import { teamChannelFinding } from './team-channels.js'

/** How long a live call may take, in milliseconds. */
const CALL_MS = 10_000

/**
 * Slack, Teams, mail, sign-in, the public address: how they are configured, and with `live` whether the other side
 * takes what is configured. A live call posts nothing.
 */
export async function channelFindings(config: Config, live: boolean): Promise<readonly Finding[]> {
  return [
    addressFinding(config),
    alertFinding(config),
    ...(await Promise.all([
      slack(config, live),
      teams(config, live),
      mail(config, live),
      signIn(config, live),
      address(config, live),
      teamChannelFinding(config, live),
    ])),
  ]
}

function addressFinding({ http, slack: slackSettings, teams: teamsSettings }: Config): Finding {
  const overHttp = slackSettings?.mode.kind === 'http' || teamsSettings !== null
  if (http.publicUrl === null && overHttp) {
    return wrong(
      'public address',
      'PUBLIC_URL is not set',
      'set it to the https address under which Slack and Teams reach the desk',
    )
  }
  if (http.publicUrl?.startsWith('http:'))
    return mind('public address', 'it is not https', 'put a reverse proxy with a certificate before the desk')
  return ok('public address', http.publicUrl ?? 'this machine only')
}

function alertFinding({
  alerts,
  mail: settings,
  slack: slackSettings,
  teams: teamsSettings,
}: Config): Finding {
  const name = 'alerts'
  if (alerts.mail !== null && settings === null)
    return wrong(name, 'ALERT_MAIL is set and no mail server', 'set SMTP_URL and MAIL_FROM')
  if (alerts.slack !== null && slackSettings === null)
    return wrong(name, 'ALERT_SLACK is set and no Slack', 'set up Slack, or leave it out')
  if (alerts.teams !== null && teamsSettings === null)
    return wrong(name, 'ALERT_TEAMS is set and no Teams', 'set up Teams, or leave it out')
  const told = [alerts.mail, alerts.slack, alerts.teams].filter((one) => one !== null)
  return told.length > 0
    ? ok(name, told.join(', '))
    : mind(name, 'nobody is told when something fails', 'set ALERT_MAIL, ALERT_SLACK or ALERT_TEAMS')
}

const answered = z.object({ ok: z.boolean(), error: z.string().optional(), team: z.string().optional() })

async function slack({ slack: settings }: Config, live: boolean): Promise<Finding> {
  if (settings === null) return skipped('Slack', 'not configured')
  const how = settings.mode.kind === 'socket' ? 'Socket Mode' : 'over HTTP'
  if (!live) return ok('Slack', `${how}; --live asks Slack whether it takes the token`)
  if (settings.botToken === null)
    return ok('Slack', `${how}, installed by the install page: look at the log for refused tokens`)
  const { botToken, apiUrl } = settings
  return tried(
    'Slack',
    'install the app again and set SLACK_BOT_TOKEN to the token of the installation',
    async () => {
      const response = await call(`${apiUrl ?? 'https://slack.com/api/'}auth.test`, {
        Authorization: `Bearer ${botToken}`,
      })
      const { ok: taken, error, team } = answered.parse(await response.json())
      if (!taken) throw refusal(`Slack says ${error ?? 'no'}`)
      return `${how}, workspace ${team ?? ''}`
    },
  )
}

async function teams({ teams: settings }: Config, live: boolean): Promise<Finding> {
  if (settings === null) return skipped('Teams', 'not configured')
  const { auth } = settings
  if (auth.kind === 'local')
    return mind(
      'Teams',
      'takes messages from this machine without a signature',
      'leave out TEAMS_ALLOW_UNAUTHENTICATED where members come in',
    )
  if (!live) return ok('Teams', `app ${auth.appId}; --live asks Microsoft whether it takes the password`)
  const url = `https://login.microsoftonline.com/${auth.appTenant ?? 'botframework.com'}/oauth2/v2.0/token`
  return tried('Teams', 'make a new secret for the app in Entra ID and set TEAMS_APP_PASSWORD', async () => {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: auth.appId,
      client_secret: auth.appPassword,
      scope: 'https://api.botframework.com/.default',
    })
    const { status } = await call(url, {}, form)
    if (status !== 200) throw refusal(`Microsoft refuses the app's password (HTTP ${status})`)
    return `app ${auth.appId}`
  })
}

async function mail({ mail: settings }: Config, live: boolean): Promise<Finding> {
  if (settings === null)
    return mind(
      'mail',
      'no mail server',
      'set SMTP_URL and MAIL_FROM: invitations, reminders and codes wait in the outbox until then',
    )
  if (!live) return ok('mail', `as ${settings.from}; --live asks the mail server whether it lets us in`)
  const transport = createTransport({
    url: settings.smtpUrl,
    connectionTimeout: CALL_MS,
    greetingTimeout: CALL_MS,
    socketTimeout: CALL_MS,
  })
  const fix = 'see whether the server of SMTP_URL is reached from here and takes its user and password'
  return tried('mail', fix, async () => {
    await transport.verify()
    return `as ${settings.from}`
  }).finally(() => transport.close())
}

async function signIn({ openId, http }: Config, live: boolean): Promise<Finding> {
  if (openId === null) {
    if (http.trustProxy)
      return mind(
        'sign-in',
        'nobody can sign in to the staff desk: behind a proxy there is no one-time link',
        'set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET; work in Slack and Teams goes on without',
      )
    return http.publicUrl === null
      ? ok('sign-in', 'one-time link, on this machine')
      : mind(
          'sign-in',
          'colleagues can sign in on this machine only',
          'set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET',
        )
  }
  if (!live) return ok('sign-in', `${openId.issuer}; --live looks whether it is there`)
  return tried('sign-in', 'see whether OIDC_ISSUER is right and reached from here', async () => {
    const { status } = await call(`${openId.issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`, {})
    if (status !== 200) throw refusal(`${openId.issuer} gives no configuration (HTTP ${status})`)
    return openId.issuer
  })
}

/** A clock that is off shows in what a proxy says the time is. */
const CLOCKS_APART_MS = 30_000

async function address({ http }: Config, live: boolean): Promise<Finding> {
  if (!live || http.publicUrl === null)
    return skipped('reached from outside', live ? 'no PUBLIC_URL' : 'only with --live')
  const fix = 'see whether the desk runs, the proxy passes everything on, and the name leads here'
  return tried('reached from outside', fix, async () => {
    const response = await call(`${http.publicUrl}/healthz`, {})
    if (response.status !== 200) throw refusal(`${http.publicUrl}/healthz gives HTTP ${response.status}`)
    const apart = Math.abs(Date.now() - Date.parse(response.headers.get('date') ?? ''))
    if (apart > CLOCKS_APART_MS) throw refusal(`the clocks are ${Math.round(apart / 1000)} s apart`)
    return http.publicUrl ?? ''
  })
}

function call(
  url: string,
  headers: Readonly<Record<string, string>>,
  form?: URLSearchParams,
): Promise<Response> {
  return fetch(url, {
    headers,
    signal: AbortSignal.timeout(CALL_MS),
    redirect: 'manual',
    ...(form ? { method: 'POST', body: form } : {}),
  })
}

function refusal(message: string): Error {
  return Object.assign(new Error(message), { code: 'E_REFUSED' })
}
