import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'

/** Somebody who has an account at the provider. */
export interface Account {
  readonly sub: string
  readonly name: string
  readonly email: string
  readonly email_verified?: boolean
  readonly oid?: string
  readonly tid?: string
  readonly roles?: readonly string[]
}

/** A real OpenID provider on a port of its own, with accounts that sign in without a password. */
export interface FakeProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Changes the claims of ID tokens on their way out, signed with the provider's own key; null leaves them. */
  forge(change: ((claims: Record<string, unknown>) => object) | null): void
  /** Signs what is forged with a key the provider does not publish. */
  signWithForeignKey(): void
  stop(): Promise<void>
}

const CLIENT = { id: 'vraagbaak', secret: 'a-secret-of-the-test-provider' }

/** @param callback where the desk wants browsers sent back to. */
export async function openIdProvider(accounts: readonly Account[], callback: string): Promise<FakeProvider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' }
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${portOf(server)}`
  const provider = new Provider(issuer, configuration(accounts, callback, jwk))
  signInByName(provider)
  let forged: ((claims: Record<string, unknown>) => object) | null = null
  let key = privateKey
  provider.use(async (context, next) => {
    await next()
    const body: unknown = context.body
    if (context.path !== '/token' || forged === null || !hasIdToken(body)) return
    const [head = '', claims = ''] = body.id_token.split('.')
    const changed = forged(JSON.parse(Buffer.from(claims, 'base64url').toString()))
    const payload = Buffer.from(JSON.stringify(changed)).toString('base64url')
    const signature = createSign('RSA-SHA256').update(`${head}.${payload}`).sign(key, 'base64url')
    context.body = { ...body, id_token: `${head}.${payload}.${signature}` }
  })
  server.on('request', provider.callback())
  return {
    issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    forge: (change) => {
      forged = change
    },
    signWithForeignKey: () => {
      key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function configuration(accounts: readonly Account[], callback: string, jwk: object): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [callback],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [jwk] },
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'oid', 'tid', 'roles'], profile: ['name'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['a-key-of-the-test-provider'] },
    findAccount: async (_context, id) => {
      const account = accounts.find(({ sub }) => sub === id)
      return account && { accountId: id, claims: async () => ({ ...account }) }
    },
    interactions: { url: (_context, { uid }) => `/choose/${uid}` },
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: CLIENT.id,
        ...(context.oidc.session?.accountId && { accountId: context.oidc.session.accountId }),
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  }
}

/** `GET /choose/...` lists the accounts, `?as=SUB` takes one. */
function signInByName(provider: Provider): void {
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/choose/')) return next()
    const as = context.query.as
    if (typeof as === 'string') {
      await provider.interactionFinished(context.req, context.res, { login: { accountId: as } })
      return
    }
    context.type = 'html'
    context.body = '<!doctype html><title>Provider</title><p>Who are you?</p>'
  })
}

function hasIdToken(body: unknown): body is { id_token: string } {
  return typeof body === 'object' && body !== null && 'id_token' in body && typeof body.id_token === 'string'
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('The provider has no port')
  return address.port
}
