import { describe, expect, it } from 'vitest'
import type { MemberBody } from '../../src/members/bodies.js'
import { identify } from '../../src/members/identify.js'

const body = (name: string, kind: MemberBody['kind'], rest: Partial<MemberBody>): MemberBody => ({
  name,
  kind,
  mailDomains: [],
  teamsTenants: [],
  slackTeams: [],
  ...rest,
})

const BODIES = [
  body('Gemeente Zonnegem', 'gemeente', { mailDomains: ['zonnegem.example'], teamsTenants: ['t-1'] }),
  body('OCMW Zonnegem', 'ocmw', { mailDomains: ['ocmw.zonnegem.example'], teamsTenants: ['t-1'] }),
  body('Politiezone Leie', 'politiezone', { slackTeams: ['T1'] }),
]
const nobody = { outsider: false, mail: null }

describe('for which body somebody asks', () => {
  it('is told by the workspace, the tenant or a proven address', () => {
    expect(identify({ ...nobody, slackTeam: 'T1' }, BODIES)).toMatchObject({
      known: true,
      kind: 'politiezone',
      body: 'Politiezone Leie',
    })
    expect(identify({ ...nobody, mail: 'An@OCMW.zonnegem.example' }, BODIES)).toMatchObject({
      body: 'OCMW Zonnegem',
      mail: 'An@OCMW.zonnegem.example',
    })
  })

  it('stays open between bodies that share a tenant, until an address decides', () => {
    const shared = identify({ ...nobody, teamsTenant: 'T-1' }, BODIES)
    expect(shared).toMatchObject({ known: true, body: null, bodies: ['Gemeente Zonnegem', 'OCMW Zonnegem'] })
    const decided = identify({ ...nobody, teamsTenant: 'T-1', mail: 'x@zonnegem.example' }, BODIES)
    expect(decided).toMatchObject({ body: 'Gemeente Zonnegem', bodies: ['Gemeente Zonnegem'] })
  })

  it.each([
    ['nobody', nobody],
    ['a guest of a known workspace', { slackTeam: 'T1', outsider: true, mail: null }],
    ['an address of elsewhere', { ...nobody, mail: 'an@elders.example' }],
    ['a domain that only ends like a known one', { ...nobody, mail: 'an@nepzonnegem.example' }],
    ['a subdomain that is not listed', { ...nobody, mail: 'an@x.zonnegem.example' }],
    ['an address with two at signs', { ...nobody, mail: 'zonnegem.example@elders.example' }],
  ])('is not known of %s', (_, evidence) => {
    expect(identify(evidence, BODIES)).toMatchObject({
      known: false,
      kind: 'onbekend',
      body: null,
      bodies: [],
    })
  })
})
