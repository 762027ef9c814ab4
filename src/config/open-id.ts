import { z } from 'zod'

/** The variables of signing in to the staff desk. */
export const OPEN_ID_VARIABLES = {
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be the address of the sign-in provider, https://...' })
    .refine(isSafe, { error: 'must start with https:// (http:// only for a provider on this machine)' })
    .optional()
    .describe(
      'the sign-in provider of colleagues, `https://login.microsoftonline.com/TENANT/v2.0` for Entra ID',
    ),
  OIDC_CLIENT_ID: z.string().optional().describe('id of the app at the sign-in provider'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('its secret'),
  OIDC_TENANTS: z
    .string()
    .transform((text) => text.split(/[\s,;]+/).filter((tenant) => tenant !== ''))
    .pipe(z.array(z.guid({ error: 'must be the ids of tenants, with commas between them' })))
    .optional()
    .describe('ids of Entra ID tenants that may sign in, with commas between them'),
}

const TOGETHER = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

type OpenIdEnvironment = z.infer<z.ZodObject<typeof OPEN_ID_VARIABLES>>

/** Issuers of Entra ID that speak for every organisation in the world. */
const EVERYBODY = /^https:\/\/login\.microsoftonline\.com\/(common|organizations|consumers)(\/|$)/i

/** Sign-in is configured as a whole or not at all, and never for everybody. */
export function openIdIsWhole(
  data: OpenIdEnvironment & { readonly PUBLIC_URL?: string | undefined },
  context: z.RefinementCtx,
): void {
  if (!Object.keys(OPEN_ID_VARIABLES).some((name) => name in data)) return
  const missing = (name: string, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message })
  for (const name of TOGETHER.filter((each) => data[each] === undefined)) {
    missing(name, `must be set: signing in needs ${TOGETHER.join(', ')}`)
  }
  if (data.PUBLIC_URL === undefined)
    missing('PUBLIC_URL', 'must be set: after signing in, the browser is sent back there')
  if (EVERYBODY.test(data.OIDC_ISSUER ?? '') && (data.OIDC_TENANTS ?? []).length === 0) {
    missing('OIDC_TENANTS', 'must name the tenants that may sign in, because this issuer signs in everybody')
  }
}

/** How colleagues sign in; null when only the one-time link is there. */
export function openIdSettings(data: OpenIdEnvironment) {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_TENANTS } = data
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined)
    return null
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    /** Entra ID tenants whose accounts may come in; empty where the issuer is one organisation's own. */
    tenants: OIDC_TENANTS ?? [],
  } as const
}

function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
