import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shownIn } from '../fakes/slack-shown.js'
import type { SlackMessage } from '../fakes/slack-workspace.js'
import {
  buttonsOf,
  shownIn as shownInTeams,
  type TeamsActivity,
  type TeamsPost,
} from '../fakes/teams-connector.js'
import { type Chat, personal, TENANT } from '../fakes/teams-people.js'
import { signedIn } from './colleague.js'
import { type MixedOffice, mixedOffice, TEAM_IN_TEAMS } from './mixed-office.js'
import { booksOnCards } from './teams-booking.js'

const TICKET = 'VB-2026-0001'
const patience = { timeout: 15_000 }

const chat = personal('an')
let office: MixedOffice

beforeAll(async () => {
  office = await mixedOffice()
  // The app comes to the channel of the team; the desk asks once a minute whether it is there.
  const channel: Chat = { id: TEAM_IN_TEAMS, type: 'channel' }
  await tellTeams(office.inTeams.activity('karim', channel, { type: 'conversationUpdate' }))
}, 120_000)
afterAll(() => office?.stop())

const inTeams = () => office.teams.posts(chat.id).map(shownInTeams)
const inSlack = () => office.slack.workspace.posts('C0TEAM').map(shownIn)
const tellTeams = async (activity: TeamsActivity) => {
  expect((await office.inTeams.tell(activity, '')).status).toBe(200)
  return activity
}
const writes = (text: string) => tellTeams(office.inTeams.written('an', chat, text))
const changed = (activity: TeamsActivity, text: string) => ({
  ...activity,
  type: 'messageUpdate',
  text,
  channelData: { tenant: { id: TENANT }, eventType: 'editMessage' },
})
const inOrder = (texts: string, words: RegExp) => [...texts.matchAll(words)].map(([found]) => found)

async function card(shows: string): Promise<SlackMessage> {
  const cards = () =>
    office.slack.workspace
      .posts('C0TEAM')
      .filter((post) => post.thread === null && shownIn(post).includes(TICKET))
  await expect.poll(() => cards().map(shownIn).join('\n'), patience).toContain(shows)
  const [only, ...others] = cards()
  expect(others).toEqual([])
  if (!only) throw new Error('No card')
  return only
}

describe('a member in Teams and colleagues in Slack, on one desk', { timeout: 60_000 }, () => {
  let asked: TeamsActivity

  it('puts a question from Teams on a card in Slack, with who asks it', async () => {
    asked = await writes('Hoeveel vakantiedagen heeft een OCMW-medewerker?')
    await expect.poll(() => inTeams().join('\n'), patience).toContain(TICKET)
    expect(inTeams()[0]).toContain('AI-systeem')
    const posted = shownIn(await card(TICKET))
    expect(posted).toContain('vakantiedagen')
    expect(posted).toContain('An Peeters')
  })

  it('takes the words of a colleague to Teams, and those of the member back, in order', async () => {
    await office.inSlack.presses('U0LENA', 'C0TEAM', await card(TICKET), 'Opnemen')
    const posted = await card('opgenomen door')
    await expect.poll(() => inTeams().join('\n'), patience).toContain('neemt uw vraag')
    for (const text of ['Dat zijn er 26.', 'Per jaar, bedoel ik.', 'Voltijds.'])
      await office.inSlack.writes('U0LENA', 'C0TEAM', `<@U0BOT> antwoord ${TICKET} ${text}`, posted.ts)
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
    await tellTeams(changed(asked, 'Hoeveel verlofdagen, bedoel ik?'))
    await expect.poll(() => inSlack().join('\n'), patience).toContain('Hoeveel verlofdagen, bedoel ik?')
  })

  it('tells colleagues that their answer did not arrive, and does not post it twice', async () => {
    const before = office.teams.messageCalls().length
    office.teams.next({ kind: 'status', status: 403, code: 'BotNotInConversationRoster' })
    await office.inSlack.writes('U0LENA', 'C0TEAM', `<@U0BOT> antwoord ${TICKET} Dit komt niet aan.`)
    await expect.poll(() => inSlack().join('\n'), patience).toMatch(/niet (?:aangekomen|bezorgd|afgeleverd)/)
    expect(office.teams.messageCalls()).toHaveLength(before + 1)
    expect(inTeams().join('\n')).not.toContain('Dit komt niet aan')
  })
})

describe('a member in Slack and colleagues in Teams, on the same desk', { timeout: 60_000 }, () => {
  const ticket = 'VB-2026-0002'
  const channel: Chat = { id: TEAM_IN_TEAMS, type: 'channel' }
  let asked: SlackMessage

  const inThread = () =>
    office.slack.workspace
      .posts('D0BEA')
      .filter(({ thread }) => thread === asked.ts)
      .map(shownIn)
  const posted = () => office.teams.posts(channel.id)

  async function teamsCard(shows: string): Promise<TeamsPost> {
    await expect.poll(() => posted().map(shownInTeams).join('\n'), patience).toContain(shows)
    const [only, ...others] = posted().filter((post) => shownInTeams(post).includes(ticket))
    expect(others).toEqual([])
    if (!only) throw new Error('No card')
    return only
  }
  const replies = async (text: string) => {
    const press = office.inTeams.pressed('karim', channel, await teamsCard(ticket), 'Antwoorden', {
      fields: { 'Dit leest het lid': text },
    })
    expect(await office.inTeams.tell(press, '')).toMatchObject({ status: 200, body: { value: 'Ontvangen.' } })
  }

  it('puts a question from Slack on a card in Teams, where a colleague takes it', async () => {
    const { message, acknowledged } = await office.inSlack.writes(
      'U0BEA',
      'D0BEA',
      'Hoeveel parkeerplaatsen moet een nieuw appartement hebben?',
    )
    expect(acknowledged).toBe(true)
    asked = message
    await expect.poll(() => inThread().join('\n'), patience).toContain(ticket)
    const shown = shownInTeams(await teamsCard(ticket))
    expect(shown).toContain('parkeerplaatsen')
    expect(shown).toContain('Bea Claes')
    await tellTeams(office.inTeams.pressed('karim', channel, await teamsCard(ticket), 'Opnemen'))
    const claimed = await teamsCard('opgenomen door Karim Haddad')
    // Teams fetches the card of whoever looks at it: who has it can answer, a lead who has not can take it over.
    const seenBy = async (name: string) => {
      const told = await office.inTeams.tell(office.inTeams.looks(name, channel, claimed), '')
      const { value } = told.body as { readonly value: TeamsActivity }
      return [...buttonsOf({ ...claimed, activity: { attachments: [{ content: value }] } }).keys()]
    }
    expect(await seenBy('karim')).toEqual(expect.arrayContaining(['Antwoorden', 'Afsluiten']))
    const lead = await seenBy('lena')
    expect(lead).toEqual(expect.arrayContaining(['Toewijzen', 'Afsluiten']))
    expect(lead).not.toContain('Antwoorden')
    await expect.poll(() => inThread().join('\n'), patience).toContain('Karim Haddad')
  })

  it('takes words both ways in order, and shows a change and what did not arrive', async () => {
    for (const text of ['Minstens één.', 'Per woonst, bedoel ik.', 'Voor nieuwbouw.']) await replies(text)
    await expect.poll(() => inThread().join('\n'), patience).toContain('Voor nieuwbouw.')
    expect(inOrder(inThread().join('\n'), /Minstens één|Per woonst|Voor nieuwbouw/g)).toEqual([
      'Minstens één',
      'Per woonst',
      'Voor nieuwbouw',
    ])
    const back: SlackMessage[] = []
    for (const text of ['Eerste vraag terug', 'Tweede vraag terug'])
      back.push((await office.inSlack.writes('U0BEA', 'D0BEA', text, asked.ts)).message)
    const heard = shownInTeams(await teamsCard('Tweede vraag terug'))
    expect(inOrder(heard, /(?:Eerste|Tweede) vraag terug/g)).toEqual([
      'Eerste vraag terug',
      'Tweede vraag terug',
    ])
    const [, last] = back
    if (last) await office.inSlack.edits(last, 'D0BEA', 'Tweede vraag, maar nu duidelijk')
    await teamsCard('Tweede vraag, maar nu duidelijk')
    office.slack.next('chat.postMessage', { kind: 'error', error: 'channel_not_found' })
    await replies('Dit komt niet aan.')
    const under = () => office.teams.posts(`${channel.id};messageid=${posted()[0]?.id}`)
    const told = () => [...posted(), ...under()].map(shownInTeams).join('\n')
    await expect.poll(told, patience).toContain('niet aangekomen')
    expect(inThread().join('\n')).not.toContain('Dit komt niet aan')
  })
})

describe('a member in Teams and a colleague on the staff desk', { timeout: 60_000 }, () => {
  const ticket = 'VB-2026-0003'
  const own = personal('bart')
  const tells = (text: string) => tellTeams(office.inTeams.written('bart', own, text))
  const read = () => office.teams.posts(own.id).map(shownInTeams).join('\n')

  it('talk in order, and she sees a change and what did not arrive', async () => {
    const asked = await tells('Hoeveel ziektedagen krijgt een statutair personeelslid?')
    await expect.poll(read, patience).toContain(ticket)
    const colleague = await signedIn(office.desk.url, office.desk.staffLink)
    await colleague.does(ticket, 'claim')
    for (const text of ['Dat hangt ervan af.', 'Van de loopbaan.', 'En van het bestuur.'])
      await colleague.does(ticket, 'reply', { text, do: 'reply' })
    await expect.poll(read, patience).toContain('En van het bestuur.')
    expect(inOrder(read(), /Dat hangt ervan af|Van de loopbaan|En van het bestuur/g)).toEqual([
      'Dat hangt ervan af',
      'Van de loopbaan',
      'En van het bestuur',
    ])
    for (const text of ['Eerste woord terug', 'Tweede woord terug']) await tells(text)
    await expect.poll(() => colleague.read(ticket), patience).toContain('Tweede woord terug')
    expect(inOrder(await colleague.read(ticket), /(?:Eerste|Tweede) woord terug/g)).toEqual([
      'Eerste woord terug',
      'Tweede woord terug',
    ])
    await tellTeams(changed(asked, 'Hoeveel zorgdagen, bedoel ik?'))
    await expect.poll(() => colleague.read(ticket), patience).toContain('Hoeveel zorgdagen, bedoel ik?')
    office.teams.next({ kind: 'status', status: 403, code: 'BotNotInConversationRoster' })
    await colleague.does(ticket, 'reply', { text: 'Dit raakt niet ter plaatse.', do: 'reply' })
    await expect.poll(() => colleague.read(ticket), patience).toMatch(/niet (?:aangekomen|bezorgd)/)
    expect(read()).not.toContain('niet ter plaatse')
  })
})

booksOnCards(() => office)

it('left no word of anybody in the log', () => {
  expect(office.log()).not.toMatch(/vakantiedagen|verlofdagen|vraag terug|komt niet aan/)
  expect(office.log()).not.toMatch(
    /parkeerplaatsen|nieuwbouw|ziektedagen|zorgdagen|loopbaan|ter plaatse|els@/,
  )
})
