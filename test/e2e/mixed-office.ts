import { loadConfig } from '../../src/config.js'
import { systemClock } from '../../src/desk/clock.js'
import { startDesk } from '../../src/main.js'
import { SlackPeople } from '../fakes/slack-people.js'
import { SlackServer } from '../fakes/slack-server.js'
import { TeamsConnector } from '../fakes/teams-connector.js'
import { objectId, TENANT, TeamsPeople } from '../fakes/teams-people.js'
import { officeFolder } from './teams-office.js'

/** The office is open: colleagues see a question at once. */
const MONDAY = new Date('2026-11-23T09:00:00Z')

/** The channel of the one team that works in Teams. */
export const TEAM_IN_TEAMS = '19:omgeving@thread.tacv2'

/**
 * One desk with members and colleagues on both platforms: all teams work in a channel of Slack, only the one for
 * "omgeving" in a channel of Teams. Lena and Karim work in both, Bea is a member in Slack, An in Teams.
 */
export async function mixedOffice() {
  const slack = await SlackServer.start({ paced: true })
  const teams = await TeamsConnector.start()
  const { workspace } = slack
  const office = officeFolder({
    team: `slack: ${workspace.team}/C0TEAM`,
    elsewhere: { key: 'omgeving', team: `teams: "${TEAM_IN_TEAMS}"` },
    lena: `slack: ${workspace.team}/U0LENA\n    teamsPerson: "${objectId('lena')}@${TENANT}"`,
    karim: `slack: ${workspace.team}/U0KARIM\n    teamsPerson: "${objectId('karim')}@${TENANT}"`,
  })
  workspace.addUser('U0LENA', 'Lena Dewaele')
  workspace.addUser('U0KARIM', 'Karim Haddad')
  workspace.addUser('U0BEA', 'Bea Claes')
  workspace.addChannel('C0TEAM', 'U0LENA', 'U0KARIM')
  workspace.addChannel('D0BEA', 'U0BEA')
  for (const [account, name] of [
    ['29:an', 'An Peeters'],
    ['29:els', 'Els Peeters'],
    ['29:karim', 'Karim Haddad'],
  ] as const)
    teams.members.set(account, { name, tenantId: TENANT, userRole: 'user' })
  let log = ''
  const config = loadConfig({
    DATA_DIR: office.dataDir,
    PORT: '0',
    KNOWLEDGE_DIR: office.knowledge,
    SLACK_BOT_TOKEN: slack.token,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    TEAMS_ALLOW_UNAUTHENTICATED: 'local',
    TEAMS_TENANTS: 'members',
    REINDEX_CRON: 'off',
    REINDEX_WATCH: 'false',
  })
  const write = (line: string) => {
    log += line
  }
  const desk = await startDesk(config, systemClock(MONDAY), { write })
  return {
    slack,
    teams,
    desk,
    dataDir: office.dataDir,
    inSlack: new SlackPeople(slack, desk.url),
    inTeams: new TeamsPeople(teams, desk.url),
    log: () => log,
    async stop() {
      await desk.stop()
      await slack.stop()
      await teams.stop()
      office.remove()
    },
  }
}

export type MixedOffice = Awaited<ReturnType<typeof mixedOffice>>
