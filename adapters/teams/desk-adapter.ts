import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder'
import type { SignatureProblem } from './errors.js'
import { withoutPrinting } from './hush.js'
import { onceClient } from './teams-http.js'
import type { TeamsChannelOptions } from './teams-options.js'

type Authentication = ConfigurationBotFrameworkAuthentication
type Admitted = Awaited<ReturnType<Authentication['authenticateRequest']>>

const BOT_FRAMEWORK = 'https://api.botframework.com'
const SIGN_IN = 'https://login.microsoftonline.com'

/** What came of the signature of something that says to come from Teams. */
export type Admission =
  | { readonly kind: 'admitted'; readonly result: Admitted }
  | { readonly kind: 'refused'; readonly reason: SignatureProblem }
  /** Microsoft's keys cannot be read now. */
  | { readonly kind: 'cannot-tell' }

/** Microsoft's adapter, with the signature checked apart from what is done then, and one call for one send. */
export class DeskAdapter extends CloudAdapter {
  readonly #signed: boolean

  constructor({ auth, authority, clock }: Pick<TeamsChannelOptions, 'auth' | 'authority' | 'clock'>) {
    const credentials =
      auth.kind === 'app'
        ? {
            MicrosoftAppId: auth.appId,
            MicrosoftAppPassword: auth.appPassword,
            MicrosoftAppType: auth.appTenant === null ? 'MultiTenant' : 'SingleTenant',
            ...(auth.appTenant !== null && { MicrosoftAppTenantId: auth.appTenant }),
          }
        : {}
    const configuration = { ...credentials, ...(authority && pinned(authority.openIdMetadataUrl)) }
    const httpClient = onceClient(globalThis.fetch, () => clock.now())
    super(
      new ConfigurationBotFrameworkAuthentication(
        configuration,
        authority?.credentials,
        undefined,
        undefined,
        { httpClient },
      ),
    )
    this.#signed = auth.kind === 'app'
  }

  /** Checks who signed an activity: Teams, for this app, about this address of Teams. */
  async admit(authorization: string, activity: Activity): Promise<Admission> {
    try {
      const result = await withoutPrinting(() =>
        this.botFrameworkAuthentication.authenticateRequest(activity, authorization),
      )
      if (!this.#signed) return { kind: 'admitted', result }
      const { claimsIdentity } = result
      // Microsoft's package also takes tokens of its test client, which say nothing of the address.
      const fromTeams =
        claimsIdentity.getClaimValue('iss') === BOT_FRAMEWORK &&
        claimsIdentity.getClaimValue('serviceurl') === activity.serviceUrl
      return fromTeams ? { kind: 'admitted', result } : { kind: 'refused', reason: 'not-for-us' }
    } catch (error) {
      if (isOutOfReach(error)) return { kind: 'cannot-tell' }
      return { kind: 'refused', reason: problemWith(authorization, error) }
    }
  }

  /** Runs the logic for an activity; what an invoke is answered with, else undefined. */
  take(admitted: Admitted, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(admitted, activity, logic)
  }
}

/** Microsoft's package takes one setting of these only together with the others. */
function pinned(openIdMetadataUrl: string) {
  return {
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: `${SIGN_IN}/botframework.com`,
    ToChannelFromBotOAuthScope: BOT_FRAMEWORK,
    ToBotFromChannelTokenIssuer: BOT_FRAMEWORK,
    OAuthUrl: BOT_FRAMEWORK,
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: `${SIGN_IN}/common/v2.0/.well-known/openid-configuration`,
    CallerId: 'urn:botframework:azure',
  }
}

/** In a word of ours: what the package says may repeat what stands in the token. */
function problemWith(authorization: string, error: unknown): SignatureProblem {
  if (authorization === '') return 'missing'
  return error instanceof Error && error.message === 'The token has expired' ? 'expired' : 'not-for-us'
}

function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.name === 'FetchError' || ('statusCode' in error && error.statusCode === 500)
}
