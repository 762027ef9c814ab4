import { describe, expect, it } from 'vitest'
import { type MemberBody, parseMemberBodies, readMemberBodies } from '../../src/members/bodies.js'

const HEADER = 'name,kind,mailDomains,teamsTenants,slackTeams'

function problems(...rows: string[]): string[] {
  const read = parseMemberBodies([HEADER, ...rows].join('\n'), 'members.csv')
  if (!('problems' in read)) return []
  return read.problems.map(({ line, field, message }) => `${line} ${field}: ${message}`)
}

function bodies(...rows: string[]): readonly MemberBody[] {
  const read = parseMemberBodies([HEADER, ...rows].join('\r\n'), 'members.csv')
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.bodies
}

describe('the list of member bodies', () => {
  it('is read with several domains in one cell, quotes, remarks and empty lines', () => {
    expect(
      bodies(
        '# een opmerking',
        '"Intercommunale ""Kouter"", Afval",intercommunale,Kouter.example; afval.kouter.example,,T0ABCDEFG',
        '',
        'OCMW Zonnegem,ocmw,,7F3D1C52-0000-4000-8000-000000000001,',
      ),
    ).toEqual([
      {
        name: 'Intercommunale "Kouter", Afval',
        kind: 'intercommunale',
        mailDomains: ['kouter.example', 'afval.kouter.example'],
        teamsTenants: [],
        slackTeams: ['T0ABCDEFG'],
      },
      {
        name: 'OCMW Zonnegem',
        kind: 'ocmw',
        mailDomains: [],
        teamsTenants: ['7f3d1c52-0000-4000-8000-000000000001'],
        slackTeams: [],
      },
    ])
  })

  it('takes its columns in any order', () => {
    const read = parseMemberBodies(
      'kind,slackTeams,name,teamsTenants,mailDomains\nagb,,AGB X,,x.example',
      'f',
    )
    expect(read).toMatchObject({ bodies: [{ name: 'AGB X', kind: 'agb', mailDomains: ['x.example'] }] })
  })

  it('names every wrong line at once, with its column and what was expected', () => {
    const found = problems(
      'Gemeente A,gemeente,a.example,,',
      ',gemeente,b.example,,',
      'Gemeente C,stad,c.example,,',
      'Gemeente D,gemeente,info@d.example,geen-tenant,kanaal',
      'Gemeente a,gemeente,,,',
      'Gemeente F,gemeente,f.example,',
    )
    expect(found).toEqual([
      expect.stringMatching(/^3 name: expected the name/),
      expect.stringMatching(/^4 kind: expected one of gemeente, ocmw/),
      '5 mailDomains: expected a mail domain such as zonnegem.be, found "info@d.example"',
      expect.stringMatching(/^5 teamsTenants: expected a tenant id/),
      expect.stringMatching(/^5 slackTeams: expected a Slack workspace id/),
      '6 name: Gemeente a stands on line 2 already',
      expect.stringMatching(/^7 : has 4 cells, expected 5/),
    ])
  })

  it('refuses a mail service that anybody can use: it would make everybody a member', () => {
    expect(problems('Gemeente A,gemeente,a.example;Gmail.com,,')).toEqual([
      expect.stringMatching(/^2 mailDomains: names a mail service/),
    ])
  })

  it('says which columns are missing, and where a quote was not closed', () => {
    expect(parseMemberBodies('name,kind\nA,agb', 'f')).toMatchObject({
      problems: [{ line: 1, message: expect.stringContaining('mailDomains, teamsTenants, slackTeams') }],
    })
    expect(problems('"Gemeente A,gemeente,,,')).toEqual([expect.stringMatching(/not valid CSV/)])
  })

  it('that comes with the desk is right', () => {
    expect(readMemberBodies('knowledge/organisation/members.csv').length).toBeGreaterThan(5)
    expect(() => readMemberBodies('knowledge/organisation/nowhere.csv')).toThrow(/nowhere\.csv/)
  })
})
