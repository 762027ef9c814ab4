import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config.js'

const APP = {
  TEAMS_APP_ID: 'AAAAAAAA-0000-4000-8000-00000000000A',
  TEAMS_APP_PASSWORD: 'a secret of the test',
  TEAMS_TENANTS: '7F3D1C52-0000-4000-8000-000000000001, members',
}

describe('the settings of Teams', () => {
  it('are none without any variable', () => {
    expect(loadConfig({}).teams).toBeNull()
  })

  it('are those of an app and whom it serves, ids in lower case', () => {
    expect(loadConfig(APP).teams).toEqual({
      auth: {
        kind: 'app',
        appId: 'aaaaaaaa-0000-4000-8000-00000000000a',
        appPassword: 'a secret of the test',
        appTenant: null,
      },
      tenants: ['7f3d1c52-0000-4000-8000-000000000001'],
      memberTenants: true,
    })
  })

  it('can be without an app, for this machine alone', () => {
    const settings = { TEAMS_ALLOW_UNAUTHENTICATED: 'local', TEAMS_TENANTS: 'members' }
    expect(loadConfig(settings).teams).toEqual({ auth: { kind: 'local' }, tenants: [], memberTenants: true })
  })

  it.each([
    [{ ...APP, TEAMS_APP_PASSWORD: '' }, 'TEAMS_APP_PASSWORD must be set'],
    [{ ...APP, TEAMS_APP_ID: '' }, 'TEAMS_APP_ID must be set'],
    [{ ...APP, TEAMS_TENANTS: '' }, 'TEAMS_TENANTS must name'],
    [{ ...APP, TEAMS_TENANTS: 'everybody' }, 'TEAMS_TENANTS.0'],
    [{ TEAMS_TENANTS: 'members' }, 'TEAMS_APP_ID must be set'],
    [{ ...APP, TEAMS_ALLOW_UNAUTHENTICATED: 'local' }, 'TEAMS_ALLOW_UNAUTHENTICATED must be left out'],
    [{ TEAMS_ALLOW_UNAUTHENTICATED: 'yes', TEAMS_TENANTS: 'members' }, 'must be local'],
    [{ TEAMS_ALLOW_UNAUTHENTICATED: 'local' }, 'TEAMS_TENANTS must name'],
  ])('are refused when they are not whole: %j', (env, problem) => {
    expect(() => loadConfig(env)).toThrow(problem)
  })
})
