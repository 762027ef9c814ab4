import { z } from 'zod'

/** Stands in TEAMS_TENANTS for the tenants in `members.csv`. */
const MEMBERS = 'members'

const tenant = z.guid({ error: 'must be the ids of tenants, with commas between them, or the word members' })

/** The variables of Teams. */
export const TEAMS_VARIABLES = {
  TEAMS_APP_ID: z
    .guid({ error: 'must be the application (client) id of the app, a GUID' })
    .optional()
    .describe('application (client) id of the Teams app'),
  TEAMS_APP_PASSWORD: z
    .string()
    .min(8, { error: 'must be the client secret of the app' })
    .optional()
    .describe('client secret of the Teams app'),
  TEAMS_APP_TENANT: z
    .guid({ error: 'must be the directory (tenant) id that the app is registered in, a GUID' })
    .optional()
    .describe(
      'tenant that the app is registered in; left out only for an app of several tenants, made before August 2025',
    ),
  TEAMS_TENANTS: z
    .string()
    .transform((text) => text.split(/[\s,;]+/).filter((one) => one !== ''))
    .pipe(z.array(z.literal(MEMBERS).or(tenant)))
    .optional()
    .describe(
      'tenants whose people may use the desk in Teams, with commas between them; the word `members` stands for those in `members.csv`',
    ),
  TEAMS_ALLOW_UNAUTHENTICATED: z
    .literal('local', { error: 'must be local (messages of this machine only), or left out' })
    .optional()
    .describe('`local`: without an app, messages that this machine itself sends, for trying things out'),
}

type TeamsEnvironment = z.infer<z.ZodObject<typeof TEAMS_VARIABLES>>

/** Teams is configured as a whole or not at all, and never open to everybody. */
export function teamsIsWhole(data: TeamsEnvironment, context: z.RefinementCtx): void {
  if (!Object.keys(TEAMS_VARIABLES).some((name) => name in data)) return
  const wrong = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message })
  const { TEAMS_APP_ID: id, TEAMS_APP_PASSWORD: password, TEAMS_APP_TENANT: home } = data
  const credentials = [id, password, home].some((value) => value !== undefined)
  if (data.TEAMS_ALLOW_UNAUTHENTICATED !== undefined && credentials) {
    wrong('TEAMS_ALLOW_UNAUTHENTICATED', 'must be left out together with the credentials of an app')
  }
  if (data.TEAMS_ALLOW_UNAUTHENTICATED === undefined) {
    if (id === undefined) wrong('TEAMS_APP_ID', 'must be set: Teams signs its messages for it')
    if (password === undefined) wrong('TEAMS_APP_PASSWORD', 'must be set: answers are sent with it')
  }
  if ((data.TEAMS_TENANTS ?? []).length === 0) {
    wrong(
      'TEAMS_TENANTS',
      'must name the tenants whose people may use the desk (members: those in members.csv)',
    )
  }
}

/** How Teams is connected; null when it is not. */
export function teamsSettings(data: TeamsEnvironment) {
  const auth = authOf(data)
  if (auth === null) return null
  const named = data.TEAMS_TENANTS ?? []
  return {
    auth,
    /** In lower case. */
    tenants: named.filter((one) => one !== MEMBERS).map((one) => one.toLowerCase()),
    /** Whether the tenants in `members.csv` are listed too. */
    memberTenants: named.includes(MEMBERS),
  } as const
}

/** As `teamsSettings` gives them. */
export type TeamsSettings = NonNullable<ReturnType<typeof teamsSettings>>

function authOf({
  TEAMS_APP_ID: appId,
  TEAMS_APP_PASSWORD: appPassword,
  TEAMS_APP_TENANT: appTenant,
  TEAMS_ALLOW_UNAUTHENTICATED: local,
}: TeamsEnvironment) {
  if (appId !== undefined && appPassword !== undefined) {
    return { kind: 'app', appId: appId.toLowerCase(), appPassword, appTenant: appTenant ?? null } as const
  }
  return local === undefined ? null : ({ kind: 'local' } as const)
}
