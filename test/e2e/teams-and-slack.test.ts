import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config.js'
import { systemClock } from '../../src/desk/clock.js'
import { type RunningDesk, startDesk } from '../../src/main.js'
import { SlackPeople } from '../fakes/slack-people.js'
import { SlackServer } from '../fakes/slack-server.js'
import { shownIn } from '../fakes/slack-shown.js'
import type { SlackMessage } from '../fakes/slack-workspace.js'
import { shownIn as shownInTeams, TeamsConnector } from '../fakes/teams-connector.js'
import { personal, TENANT, TeamsPeople } from '../fakes/teams-people.js'
import { officeFolder } from './teams-office.js'

/** The office is open: colleagues see a question at once. */
const MONDAY = new Date('2026-11-23T09:00:00Z')
const TICKET = 'VB-2026-0001'
const patience = { timeout: 15_000 }

const chat = personal('an')
let office: ReturnType<typeof officeFolder>
let slack: SlackServer
let teams: TeamsConnector
let desk: RunningDesk
let colleagues: SlackPeople
let members: TeamsPeople
let log = ''

beforeAll(async () => {
  slack = await SlackServer.start({ paced: true })
  teams = await TeamsConnector.start()
  const { team } = slack.workspace
  office = officeFolder({
    team: `slack: ${team}/C0TEAM`,
    lena: `slack: ${team}/U0LENA`,
    karim: `slack: ${team}/U0KARIM`,
  })
  slack.workspace.addUser('U0LENA', 'Lena Dewaele')
  slack.workspace.addUser('U0KARIM', 'Karim Haddad')
  slack.workspace.addChannel('C0TEAM', 'U0LENA', 'U0KARIM')
  teams.members.set('29:an', { name: 'An Peeters', tenantId: TENANT, userRole: 'user' })
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
  desk = await startDesk(config, systemClock(MONDAY), { write })
  colleagues = new SlackPeople(slack, desk.url)
  members = new TeamsPeople(teams, desk.url)
}, 120_000)

afterAll(async () => {
  await desk?.stop()
  await slack?.stop()
  await teams?.stop()
  office?.remove()
})

const inTeams = () => teams.posts(chat.id).map(shownInTeams)
const inSlack = () => slack.workspace.posts('C0TEAM').map(shownIn)
const writes = async (text: string) => {
  const activity = members.written('an', chat, text)
  expect((await members.tell(activity, '')).status).toBe(200)
  return activity
}

async function card(shows: string): Promise<SlackMessage> {
  const cards = () => slack.workspace.posts('C0TEAM').filter(({ thread }) => thread === null)
  await expect.poll(() => cards().map(shownIn).join('\n'), patience).toContain(shows)
  const [only, ...others] = cards()
  expect(others).toEqual([])
  if (!only) throw new Error('No card')
  return only
}

describe('a member in Teams and colleagues in Slack, on one desk', { timeout: 60_000 }, () => {
  let asked: Awaited<ReturnType<typeof writes>>

  it('puts a question from Teams on a card in Slack, with who asks it', async () => {
    asked = await writes('Hoeveel vakantiedagen heeft een OCMW-medewerker?')
    await expect.poll(() => inTeams().join('\n'), patience).toContain(TICKET)
    expect(inTeams()[0]).toContain('AI-systeem')
    const posted = shownIn(await card(TICKET))
    expect(posted).toContain('vakantiedagen')
    expect(posted).toContain('An Peeters')
  })

  it('takes the words of a colleague to Teams, and those of the member back, in order', async () => {
    await colleagues.presses('U0LENA', 'C0TEAM', await card(TICKET), 'Opnemen')
    const posted = await card('opgenomen door')
    await expect.poll(() => inTeams().join('\n'), patience).toContain('neemt uw vraag')
    for (const text of ['Dat zijn er 26.', 'Per jaar, bedoel ik.', 'Voltijds.'])
      await colleagues.writes('U0LENA', 'C0TEAM', `<@U0BOT> antwoord ${TICKET} ${text}`, posted.ts)
    await expect.poll(() => inTeams().join('\n'), patience).toContain('Voltijds.')
    const replies = inTeams().flatMap((text) => /zijn er 26|Per jaar|Voltijds/.exec(text) ?? [])
    expect(replies).toEqual(['zijn er 26', 'Per jaar', 'Voltijds'])
    for (const text of ['Eerste vraag terug', 'Tweede vraag terug', 'Derde vraag terug']) await writes(text)
    await expect.poll(() => inSlack().join('\n'), patience).toContain('Derde vraag terug')
    // The card shows all of them; its thread asks attention for the last.
    const heard = shownIn(await card('Derde vraag terug')).match(/(?:Eerste|Tweede|Derde) vraag terug/g)
    expect(heard).toEqual(['Eerste vraag terug', 'Tweede vraag terug', 'Derde vraag terug'])
  })

  it('tells colleagues when the member changes what she wrote', async () => {
    const channelData = { tenant: { id: TENANT }, eventType: 'editMessage' }
    const edited = { ...asked, type: 'messageUpdate', text: 'Hoeveel verlofdagen, bedoel ik?', channelData }
    expect((await members.tell(edited, '')).status).toBe(200)
    await expect.poll(() => inSlack().join('\n'), patience).toContain('Hoeveel verlofdagen, bedoel ik?')
  })

  it('tells colleagues that their answer did not arrive, and does not post it twice', async () => {
    const before = teams.messageCalls().length
    teams.next({ kind: 'status', status: 403, code: 'BotNotInConversationRoster' })
    await colleagues.writes('U0LENA', 'C0TEAM', `<@U0BOT> antwoord ${TICKET} Dit komt niet aan.`)
    await expect.poll(() => inSlack().join('\n'), patience).toMatch(/niet (?:aangekomen|bezorgd|afgeleverd)/)
    expect(teams.messageCalls()).toHaveLength(before + 1)
    expect(inTeams().join('\n')).not.toContain('Dit komt niet aan')
  })

  it('left no word of anybody in the log', () => {
    expect(log).not.toMatch(/vakantiedagen|verlofdagen|vraag terug|komt niet aan/)
  })
})
