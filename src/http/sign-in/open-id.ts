import * as openid from 'openid-client'
import { z } from 'zod'
import type { Records } from '../../desk/ports.js'
import { hashOf, type RandomToken } from './tokens.js'

/** Which provider to trust, and for whom. */
export interface OpenIdSettings {
  /** As the provider names itself; its discovery document is below it. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Entra ID tenants whose accounts may come in; empty where the issuer is one organisation's own. */
  readonly tenants: readonly string[]
}

/** What the provider vouches for about an account. */
export interface Claims {
  /** `oid@tid` where both are there, as for Entra ID, else `sub`. Never reused for somebody else, unlike an address. */
  readonly subject: string
  readonly name: string
  /** Null when there is none, or the provider says that it was not verified. */
  readonly mail: string | null
  readonly roles: readonly string[]
}

/** Somebody could not be let in; `code` is stable, and chooses the words on the page. */
export class SignInError extends Error {
  readonly code: 'unavailable' | 'refused' | 'foreign-tenant' | 'unknown' | 'taken'

  constructor(code: SignInError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SignInError'
    this.code = code
  }
}

/** How long the provider may take before one has to start anew. */
export const SIGN_IN_MS = 10 * 60_000

const KIND = 'staff-sign-in'

const started = z.object({
  verifier: z.string(),
  nonce: z.string(),
  browser: z.string(),
  returnTo: z.string(),
})

const claimsSchema = z.looseObject({
  sub: z.string().min(1),
  oid: z.string().min(1).optional().catch(undefined),
  tid: z.string().min(1).optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
  roles: z.array(z.string()).catch([]),
})

interface OpenIdOptions {
  readonly settings: OpenIdSettings
  readonly records: Records
  readonly random: RandomToken
  readonly now: () => Date
  /** Where the provider sends the browser back to. */
  readonly callbackUrl: () => string
}

/**
 * Sign-in with OpenID Connect: code flow with PKCE, state and nonce.
 *
 * The ID token must come from the issuer, be meant for us, carry its signature and, where tenants are listed, be of
 * one of those.
 */
export class OpenId {
  readonly #options: OpenIdOptions
  #provider: Promise<openid.Configuration> | null = null

  constructor(options: OpenIdOptions) {
    this.#options = options
  }

  /**
   * Starts a sign-in; returns where to send the browser.
   *
   * @param browser secret of the browser's cookie: only that browser can finish what it started.
   * @throws SignInError `unavailable` when the provider cannot be reached.
   */
  async begin(browser: string, returnTo: string): Promise<URL> {
    const { records, random, now, callbackUrl } = this.#options
    const provider = await this.#discovered()
    const state = random()
    const verifier = openid.randomPKCECodeVerifier()
    const nonce = random()
    const value = JSON.stringify({ verifier, nonce, browser: hashOf(browser), returnTo })
    await records.put(KIND, hashOf(state), value, now(), new Date(now().getTime() + SIGN_IN_MS))
    return openid.buildAuthorizationUrl(provider, {
      redirect_uri: callbackUrl(),
      scope: 'openid profile email',
      response_type: 'code',
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
  }

  /**
   * Finishes a sign-in with what the provider sent along; each state works once, whatever comes of it.
   *
   * @param query of the address the browser came back to, with its question mark.
   * @throws SignInError
   */
  async finish(query: string, browser: string | null): Promise<{ claims: Claims; returnTo: string }> {
    const current = new URL(query, this.#options.callbackUrl())
    const state = current.searchParams.get('state') ?? ''
    const { records, now } = this.#options
    const text = await records.take(KIND, hashOf(state), now())
    const begun = text === null ? null : started.parse(JSON.parse(text))
    if (begun === null || browser === null || begun.browser !== hashOf(browser)) {
      throw new SignInError('refused', 'This sign-in was not started here, or was used already')
    }
    const provider = await this.#discovered()
    const claims = await this.#exchange(provider, current, state, begun)
    return { claims: this.#checked(claims), returnTo: begun.returnTo }
  }

  async #exchange(
    provider: openid.Configuration,
    current: URL,
    state: string,
    { verifier, nonce }: z.infer<typeof started>,
  ): Promise<unknown> {
    try {
      const tokens = await openid.authorizationCodeGrant(provider, current, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
      return tokens.claims()
    } catch (cause) {
      throw new SignInError('refused', 'The sign-in provider did not prove who this is', { cause })
    }
  }

  #checked(value: unknown): Claims {
    const parsed = claimsSchema.safeParse(value)
    if (!parsed.success) throw new SignInError('refused', 'The ID token names nobody')
    const { sub, oid, tid, name, email, preferred_username, email_verified, roles } = parsed.data
    const { tenants } = this.#options.settings
    if (tenants.length > 0 && (tid === undefined || !tenants.includes(tid))) {
      throw new SignInError('foreign-tenant', 'The account is of a tenant that is not listed in OIDC_TENANTS')
    }
    const address = email ?? preferred_username
    const mail = email_verified === false || !address?.includes('@') ? null : address.toLowerCase()
    const subject = oid !== undefined && tid !== undefined ? `${oid}@${tid}` : sub
    return { subject, name: name ?? mail ?? sub, mail, roles }
  }

  /** Asked for once; a provider that was away is asked again the next time. */
  #discovered(): Promise<openid.Configuration> {
    this.#provider ??= this.#discover().catch((cause: unknown) => {
      this.#provider = null
      throw new SignInError('unavailable', 'The sign-in provider cannot be reached', { cause })
    })
    return this.#provider
  }

  #discover(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.#options.settings
    const url = new URL(issuer)
    const execute = [openid.enableNonRepudiationChecks]
    // Only a provider on this machine (checked with the configuration) may go without https.
    if (url.protocol === 'http:') execute.push(openid.allowInsecureRequests)
    return openid.discovery(url, clientId, clientSecret, undefined, { execute, timeout: 10 })
  }
}
