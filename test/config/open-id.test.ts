import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config.js'

const TENANT = '7f3d1c52-0000-4000-8000-000000000001'
const WHOLE = {
  PUBLIC_URL: 'https://vraagbaak.example',
  OIDC_ISSUER: `https://login.microsoftonline.com/${TENANT}/v2.0`,
  OIDC_CLIENT_ID: 'the-application',
  OIDC_CLIENT_SECRET: 'a-secret-value',
}

describe('signing in, as it is configured', () => {
  it('is with the one-time link when nothing is', () => {
    expect(loadConfig({}).openId).toBeNull()
  })

  it('takes an issuer with its application, and tenants with commas or spaces between them', () => {
    const { openId } = loadConfig({ ...WHOLE, OIDC_TENANTS: `${TENANT}, ${TENANT.replace('1', '2')}` })
    expect(openId).toEqual({
      issuer: WHOLE.OIDC_ISSUER,
      clientId: 'the-application',
      clientSecret: 'a-secret-value',
      tenants: [TENANT, TENANT.replace('1', '2')],
    })
    expect(loadConfig(WHOLE).openId?.tenants).toEqual([])
  })

  it.each([
    [
      'an issuer alone',
      { OIDC_ISSUER: 'https://sso.example' },
      /OIDC_CLIENT_ID[\s\S]*OIDC_CLIENT_SECRET[\s\S]*PUBLIC_URL/,
    ],
    ['tenants alone', { OIDC_TENANTS: TENANT }, /OIDC_ISSUER must be set/],
    [
      'an issuer over http elsewhere',
      { ...WHOLE, OIDC_ISSUER: 'http://sso.example' },
      /OIDC_ISSUER must start with https/,
    ],
    ['something that is no tenant', { ...WHOLE, OIDC_TENANTS: 'vvsg.be' }, /OIDC_TENANTS/],
    [
      'the issuer of everybody without tenants',
      { ...WHOLE, OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' },
      /OIDC_TENANTS must name the tenants/,
    ],
  ])('refuses %s, and repeats no secret', (_, env, message) => {
    expect(() => loadConfig(env)).toThrow(message)
    expect(() => loadConfig(env)).not.toThrow(/a-secret-value/)
  })

  it('takes a provider on this machine without https, for trying things out', () => {
    expect(loadConfig({ ...WHOLE, OIDC_ISSUER: 'http://127.0.0.1:9000' }).openId).not.toBeNull()
  })
})
