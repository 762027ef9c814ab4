import { z } from 'zod'

/** The variables of Slack. */
export const SLACK_VARIABLES = {
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith('xoxb-', { error: 'must be the bot token of the app, which starts with xoxb-' })
    .optional()
    .describe('bot token of the app, `xoxb-...`'),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(16, { error: 'must be the signing secret of the app (Basic Information)' })
    .optional()
    .describe('signing secret of the app; over HTTP'),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', {
      error: 'must be an app-level token with connections:write, which starts with xapp-',
    })
    .optional()
    .describe('app-level token, `xapp-...`; for Socket Mode, without a public address'),
  SLACK_CLIENT_ID: z.string().optional().describe('for the install page, with the three below'),
  SLACK_CLIENT_SECRET: z.string().optional().describe('for the install page'),
  SLACK_STATE_SECRET: z
    .string()
    .min(16, { error: 'must be at least 16 characters long' })
    .optional()
    .describe('for the install page: at least 16 characters of your own'),
  SLACK_INSTALLATIONS_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, { error: 'must be 64 hexadecimal digits (openssl rand -hex 32)' })
    .optional()
    .describe('encrypts installations: 64 hexadecimal digits (`openssl rand -hex 32`)'),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address; leave it out for Slack itself' })
    .optional()
    .describe('another address than Slack itself, for tests'),
}

/** The install page needs all of them. */
const OAUTH = [
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
  'SLACK_INSTALLATIONS_KEY',
] as const

type SlackEnvironment = z.infer<z.ZodObject<typeof SLACK_VARIABLES>>

/** Slack is configured as a whole or not at all. */
export function slackIsWhole(
  data: SlackEnvironment & { readonly PUBLIC_URL?: string | undefined },
  context: z.RefinementCtx,
): void {
  const wanted = Object.keys(SLACK_VARIABLES).some((name) => name !== 'SLACK_API_URL' && name in data)
  if (!wanted) return
  const missing = (name: string, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message })
  const oauth = OAUTH.filter((name) => data[name] !== undefined)
  if (data.SLACK_APP_TOKEN === undefined && data.SLACK_SIGNING_SECRET === undefined) {
    missing('SLACK_SIGNING_SECRET', 'must be set (or SLACK_APP_TOKEN, for Socket Mode)')
  }
  if (data.SLACK_BOT_TOKEN === undefined && oauth.length === 0) {
    missing('SLACK_BOT_TOKEN', 'must be set (or SLACK_CLIENT_ID and its companions, for the install page)')
  }
  if (oauth.length === 0) return
  for (const name of OAUTH.filter((each) => data[each] === undefined)) {
    missing(name, `must be set together with ${oauth.join(', ')}: the install page needs all four`)
  }
  if (data.PUBLIC_URL === undefined) missing('PUBLIC_URL', 'must be set: Slack sends the browser back there')
}

/** How Slack is connected; null when it is not. */
export function slackSettings(data: SlackEnvironment) {
  const mode = modeOf(data)
  if (mode === null) return null
  return {
    mode,
    botToken: data.SLACK_BOT_TOKEN ?? null,
    /** For the install page; null when there is none. */
    oauth: oauthOf(data),
    /** Another address than Slack's own; null for Slack's. */
    apiUrl: data.SLACK_API_URL ?? null,
  } as const
}

/** As `slackSettings` gives them. */
export type SlackSettings = NonNullable<ReturnType<typeof slackSettings>>

function modeOf({ SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret }: SlackEnvironment) {
  if (appToken !== undefined) return { kind: 'socket', appToken } as const
  return signingSecret === undefined ? null : ({ kind: 'http', signingSecret } as const)
}

function oauthOf(data: SlackEnvironment) {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = data
  const { SLACK_STATE_SECRET: stateSecret, SLACK_INSTALLATIONS_KEY: key } = data
  if (!clientId || !clientSecret || !stateSecret || !key) return null
  return { clientId, clientSecret, stateSecret, installationsKey: Buffer.from(key, 'hex') } as const
}
