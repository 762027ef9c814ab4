import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type FakeProvider, openIdProvider } from '../../fakes/open-id-provider.js'
import { type TestStaffDesk, testStaffDesk } from '../staff/staff-desk.js'
import { formFields, type Visit, Visitor } from '../staff/visitor.js'

const TENANT = '11111111-0000-4000-8000-000000000001'
const FOREIGN = '22222222-0000-4000-8000-000000000002'

/** Everybody who has an account; `oid` and `tid` as Entra ID gives them. */
const ACCOUNTS = [
  { sub: 'an', name: 'An Peeters', email: 'An@vvsg.example', oid: 'oid-an', tid: TENANT },
  { sub: 'impostor', name: 'An Peeters', email: 'an@vvsg.example', oid: 'oid-impostor', tid: TENANT },
  { sub: 'lena', name: 'Lena Dewaele', email: 'lena@vvsg.example', oid: 'oid-lena', tid: TENANT },
  {
    sub: 'away',
    name: 'Lena Dewaele',
    email: 'lena@vvsg.example',
    oid: 'oid-away',
    tid: FOREIGN,
    roles: ['Vraagbaak.Admin'],
  },
  {
    sub: 'boss',
    name: 'De Baas',
    email: 'baas@vvsg.example',
    oid: 'oid-boss',
    tid: TENANT,
    roles: ['Vraagbaak.Lead'],
  },
  { sub: 'guest', name: 'Gast', email: 'gast@vvsg.example', oid: 'oid-guest', tid: TENANT, roles: ['admin'] },
  {
    sub: 'unproven',
    name: 'Karim',
    email: 'karim@vvsg.example',
    email_verified: false,
    oid: 'oid-u',
    tid: TENANT,
  },
  { sub: 'nobody', name: 'Bo Claes', email: 'bo@vvsg.example', oid: 'oid-bo' },
]

let desk: TestStaffDesk
let provider: FakeProvider

beforeAll(async () => {
  desk = await testStaffDesk({
    openId: async (url) => {
      provider = await openIdProvider(ACCOUNTS, `${url}/staff/sign-in/callback`)
      const { issuer, clientId, clientSecret } = provider
      return { issuer, clientId, clientSecret, tenants: [TENANT] }
    },
  })
}, 30_000)
afterEach(() => provider.forge(null))
afterAll(async () => {
  await provider.stop()
  await desk.stop()
})

/** Goes to the provider and takes an account there; stops before the desk hears of it. */
async function signInUntilCallback(visitor: Visitor, account: string, path = '/staff'): Promise<string> {
  // Nobody may begin more than thirty times a minute from one address.
  desk.clock.advance(2000)
  let at = `${desk.url}/staff/sign-in/start?naar=${encodeURIComponent(path)}`
  for (let step = 0; step < 12; step += 1) {
    const { headers } = await visitor.once(at)
    at = new URL(headers.get('location') ?? '', at).href
    if (at.includes('/choose/')) at += `?as=${account}`
    if (at.startsWith(`${desk.url}/staff/sign-in/callback`)) return at
  }
  throw new Error('The provider did not send the browser back')
}

async function signIn(account: string, visitor = new Visitor(), path?: string): Promise<Visit> {
  return visitor.once(await signInUntilCallback(visitor, account, path))
}

describe('signing in with OpenID Connect', { timeout: 30_000 }, () => {
  it('lets a colleague of staff.yaml in, with her role, and brings her where she wanted to be', async () => {
    const visitor = new Visitor()
    const answer = await signIn('an', visitor, '/staff?team=alle')
    expect(answer.headers.get('location')).toBe('/staff?team=alle')
    expect((await visitor.get(`${desk.url}/staff`)).text).toContain('An Peeters')
    expect((await visitor.once(`${desk.url}/staff/audit`)).status).toBe(403)
  })

  it('asks with PKCE, a state and a nonce', async () => {
    const { headers } = await new Visitor().once(`${desk.url}/staff/sign-in/start`)
    const asked = new URL(headers.get('location') ?? '').searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/)
  })

  it('lets somebody in who has a role of ours at the provider', async () => {
    const visitor = new Visitor()
    await signIn('boss', visitor)
    expect((await visitor.once(`${desk.url}/staff/audit`)).status).toBe(200)
  })

  it.each([
    ['somebody who is in no list, whatever role she has elsewhere', 'guest', 'staff.yaml'],
    ['an account of another tenant, although its address and role would do', 'away', 'organisatie'],
    ['an account that names no tenant', 'nobody', 'organisatie'],
    ['an address that the provider did not verify', 'unproven', 'staff.yaml'],
  ])('refuses %s', async (_, account, words) => {
    const visitor = new Visitor()
    const answer = await signIn(account, visitor)
    expect(answer.status).toBe(403)
    expect(answer.text).toContain(words)
    expect((await visitor.once(`${desk.url}/staff`)).status).toBe(303)
  })

  it('refuses another account that comes with a colleague’s address', async () => {
    expect((await signIn('an')).status).toBe(303)
    const answer = await signIn('impostor')
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('ander account')
  })

  it.each([
    ['another issuer', { iss: 'https://evil.example' }],
    ['another audience', { aud: 'another-application' }],
    ['another tenant', { tid: FOREIGN }],
    ['another nonce', { nonce: 'stolen' }],
    ['an hour ago as its end', { exp: 1_600_000_000 }],
  ])('refuses an ID token with %s, though the provider’s own key signed it', async (_, change) => {
    const visitor = new Visitor()
    provider.forge((claims) => ({ ...claims, ...change }))
    expect((await signIn('lena', visitor)).status).toBe(403)
    expect((await visitor.once(`${desk.url}/staff`)).status).toBe(303)
    provider.forge((claims) => claims)
    expect((await signIn('lena', visitor)).status).toBe(303)
  })

  it('refuses a state that was used, or that another browser began', async () => {
    const visitor = new Visitor()
    const callback = await signInUntilCallback(visitor, 'lena')
    expect((await new Visitor().once(callback)).status).toBe(403)
    const again = await signInUntilCallback(visitor, 'lena')
    expect((await visitor.once(again)).status).toBe(303)
    expect((await visitor.once(again)).status).toBe(403)
    expect((await visitor.once(`${desk.url}/staff/sign-in/callback?code=x&state=made-up`)).status).toBe(403)
  })

  it('refuses what comes back after ten minutes', async () => {
    const visitor = new Visitor()
    const callback = await signInUntilCallback(visitor, 'lena')
    desk.clock.advance(10 * 60_000)
    expect((await visitor.once(callback)).status).toBe(403)
  })

  it.each([
    'https://evil.example',
    '//evil.example',
    '/staff//evil.example',
    '/staff/../../x:y',
    '/\\evil.example',
  ])('brings nobody to %s', async (path) => {
    const answer = await signIn('lena', new Visitor(), path)
    expect(answer.headers.get('location')).toBe('/staff')
  })

  it('has no one-time link', async () => {
    const code = new URL(await desk.link()).searchParams.get('code') ?? ''
    const answer = await new Visitor().post(`${desk.url}/staff/sign-in/link`, { code })
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.status).not.toBe(303)
  })

  it('writes down who came in and who did not', async () => {
    await signIn('lena')
    await signIn('guest')
    expect(await desk.store.audit.read({ before: null, limit: 2 })).toMatchObject([
      { actor: 'unknown', action: 'sign-in', outcome: 'unknown' },
      { actor: 'lena-dewaele', action: 'sign-in', outcome: 'done' },
    ])
  })

  it('ends a colleague’s session on every device at once', async () => {
    const [one, two] = [new Visitor(), new Visitor()]
    await signIn('lena', one)
    await signIn('lena', two)
    const page = await one.get(`${desk.url}/staff`)
    await one.post(`${desk.url}/staff/sign-out/all`, formFields(page.text, '/staff/sign-out/all'))
    expect((await two.once(`${desk.url}/staff`)).status).toBe(303)
  })

  it('refuses a token that was signed with a key the provider does not publish', async () => {
    provider.forge((claims) => claims)
    provider.signWithForeignKey()
    expect((await signIn('lena')).status).toBe(403)
  })

  it('says so when the provider cannot be reached', async () => {
    const away = await testStaffDesk({
      openId: async () => ({ issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'y', tenants: [] }),
    })
    const answer = await new Visitor().once(`${away.url}/staff/sign-in/start`)
    expect(answer.status).toBe(503)
    await away.stop()
  })
})
