import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleKnowledge } from '../../../src/cli/wire-desk.js'
import { loadConfig } from '../../../src/config.js'
import { systemClock } from '../../../src/desk/clock.js'
import { type RunningDesk, startDesk } from '../../../src/main.js'
import { SlackPeople } from '../../fakes/slack-people.js'
import { SlackServer } from '../../fakes/slack-server.js'
import { labelsOf, shownIn } from '../../fakes/slack-shown.js'
import type { SlackMessage } from '../../fakes/slack-workspace.js'

const TICKET = 'VB-2026-0001'
/** The office is open: colleagues see a question at once. */
const MONDAY = new Date('2026-11-23T09:00:00Z')

let slack: SlackServer
let desk: RunningDesk
let log = ''
let people: SlackPeople
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vraagbaak-slack-story-'))
  const knowledge = join(folder, 'knowledge')
  cpSync(sampleKnowledge(), knowledge, { recursive: true })
  staffInSlack(join(knowledge, 'organisation'))
  slack = await SlackServer.start({ paced: true })
  const { workspace } = slack
  workspace.addUser('U0AN', 'An Peeters')
  workspace.addUser('U0LENA', 'Lena Dewaele')
  workspace.addUser('U0KARIM', 'Karim Haddad')
  workspace.addChannel('D0AN', 'U0AN')
  workspace.addChannel('C0LEDEN', 'U0AN')
  workspace.addChannel('C0TEAM', 'U0LENA', 'U0KARIM')
  const config = loadConfig({
    DATA_DIR: join(folder, 'data'),
    PORT: '0',
    KNOWLEDGE_DIR: knowledge,
    SLACK_BOT_TOKEN: slack.token,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    REINDEX_CRON: 'off',
    REINDEX_WATCH: 'false',
  })
  const write = (line: string) => {
    log += line
  }
  desk = await startDesk(config, systemClock(MONDAY), { write })
  people = new SlackPeople(slack, desk.url)
}, 120_000)

afterAll(async () => {
  await desk?.stop()
  await slack?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Every team works in one channel, and two colleagues who may take anything are in it. */
function staffInSlack(organisation: string): void {
  const edit = (name: string, change: (text: string) => string) =>
    writeFileSync(join(organisation, name), change(readFileSync(join(organisation, name), 'utf8')))
  edit('topics.yaml', (text) =>
    text.replace(
      /^( {2}- key: .*\n {4}name: (?:Team|Ledenservice).*)$/gm,
      '$1\n    slack: T0TESTVVSG/C0TEAM',
    ),
  )
  edit('staff.yaml', (text) =>
    text
      .replace(/(id: lena-dewaele\n)/, '$1    slack: T0TESTVVSG/U0LENA\n')
      .replace(/(id: karim-haddad\n)/, '$1    slack: T0TESTVVSG/U0KARIM\n')
      .replaceAll('role: staff', 'role: lead'),
  )
  edit('sessions.yaml', (text) => text.replaceAll('confirmedOn: null', 'confirmedOn: 2026-11-02'))
  // Those who write in this workspace work for a municipality.
  edit('members.csv', (text) => text.replace(/^(Gemeente Zonnegem,.*,)$/m, '$1T0TESTVVSG'))
}

const inThread = (channel: string, thread: string) =>
  slack.workspace.posts(channel).filter((post) => post.thread === thread)
const cards = () => slack.workspace.posts('C0TEAM').filter(({ thread }) => thread === null)
const patience = { timeout: 15_000 }

async function card(shows: string): Promise<SlackMessage> {
  await expect.poll(() => cards().map(shownIn).join('\n'), patience).toContain(shows)
  const [only, ...others] = cards()
  expect(others).toEqual([])
  if (!only) throw new Error('No card')
  return only
}

describe('the whole story in Slack, through the real desk', { timeout: 60_000 }, () => {
  let asked = ''

  it('answers a mention in its thread, with the AI notice first and the source below', async () => {
    const { message, acknowledged } = await people.writes(
      'U0AN',
      'C0LEDEN',
      '<@U0BOT> wie zijn de leden van VVSG?',
    )
    expect(acknowledged).toBe(true)
    await expect.poll(() => inThread('C0LEDEN', message.ts).length, patience).toBe(2)
    const [notice, answer] = inThread('C0LEDEN', message.ts)
    expect(shownIn(notice ?? never())).toContain('AI-systeem')
    expect(shownIn(answer ?? never())).toContain('politiezones')
    expect(shownIn(answer ?? never())).toMatch(/Bron/)
    expect(labelsOf(answer?.blocks ?? [])).toContain('Stel mijn vraag aan VVSG')
    await people.writes('U0AN', 'C0LEDEN', 'En hoeveel politiezones zijn lid?', message.ts)
    await expect.poll(() => inThread('C0LEDEN', message.ts).length, patience).toBe(3)
    expect(shownIn(inThread('C0LEDEN', message.ts)[2] ?? never())).toContain('110')
  })

  it('hands an unknown question over, with a card for the team', async () => {
    const { message } = await people.writes(
      'U0AN',
      'D0AN',
      'Hoeveel vakantiedagen heeft een OCMW-medewerker?',
    )
    asked = message.ts
    await expect.poll(() => inThread('D0AN', asked).map(shownIn).join('\n'), patience).toContain(TICKET)
    const posted = await card(TICKET)
    expect(shownIn(posted)).toContain('vakantiedagen')
    expect(labelsOf(posted.blocks)).toEqual(expect.arrayContaining(['Opnemen', 'Antwoorden', 'Afsluiten']))
  })

  it('has one owner when two press at once; the card shows who, the other is told', async () => {
    const posted = await card(TICKET)
    const presses = ['U0LENA', 'U0KARIM'].map((user) => people.presses(user, 'C0TEAM', posted, 'Opnemen'))
    expect(await Promise.all(presses)).toEqual([200, 200])
    const claimed = await card('opgenomen door')
    expect(labelsOf(claimed.blocks)).not.toContain('Opnemen')
    const told = () => inThread('C0TEAM', claimed.ts).map(shownIn).join('\n')
    await expect.poll(told, patience).toContain('heeft deze vraag al opgenomen')
  })

  it('keeps what is written under the card among colleagues', async () => {
    const posted = await card(TICKET)
    await people.writes('U0LENA', 'C0TEAM', 'Ik vraag het na bij personeel.', posted.ts)
    await card('Ik vraag het na bij personeel.')
    expect(JSON.stringify(slack.workspace.posts('D0AN'))).not.toContain('bij personeel')
  })

  it('takes an answer from a form to the member’s own thread, and her words back under the card', async () => {
    const posted = await card(TICKET)
    await people.presses('U0LENA', 'C0TEAM', posted, 'Antwoorden')
    await expect.poll(() => slack.workspace.views, patience).toHaveLength(1)
    const [opened] = slack.workspace.views
    const labels = (opened?.view.blocks ?? []).flatMap((block) =>
      block.type === 'input' ? [block.label.text] : [],
    )
    const choice = (opened?.view.blocks ?? []).flatMap((block) =>
      block.type === 'input' && block.element.type === 'static_select' ? (block.element.options ?? []) : [],
    )
    const values = { [labels[0] ?? '']: 'Dat zijn er 26.', [labels[1] ?? '']: choice[0]?.text.text ?? '' }
    expect(await people.submits('U0LENA', values)).toMatchObject({ status: 200, answer: null })
    await expect
      .poll(() => inThread('D0AN', asked).map(shownIn).join('\n'), patience)
      .toContain('Dat zijn er 26.')
    await people.writes('U0AN', 'D0AN', 'Geldt dat ook voor deeltijds personeel?', asked)
    const below = () => inThread('C0TEAM', posted.ts).map(shownIn).join('\n')
    await expect.poll(below, patience).toContain('deeltijds personeel')
  })

  it('is closed on the card, which is still the one post', async () => {
    await people.presses('U0LENA', 'C0TEAM', await card(TICKET), 'Afsluiten')
    await expect.poll(() => slack.workspace.views, patience).toHaveLength(2)
    const [block] = slack.workspace.views[1]?.view.blocks ?? []
    const label = block?.type === 'input' ? block.label.text : ''
    await people.submits('U0LENA', { [label]: 'Beantwoord' })
    const closed = await card('afgesloten')
    expect(labelsOf(closed.blocks)).toContain('Heropenen')
  })

  it('books a session with buttons and pickers, and keeps the address to itself', async () => {
    const { message } = await people.writes(
      'U0AN',
      'D0AN',
      'Ik wil een sessie service design van niveau 1 boeken.',
    )
    const thread = () => inThread('D0AN', message.ts)
    await press(thread, 'Vul aan')
    await fillIn({ participants: '20', place: 'online' })
    await expect
      .poll(() => thread().flatMap(({ blocks }) => labelsOf(blocks)), patience)
      .toContainEqual(MOMENT)
    const moment =
      thread()
        .flatMap(({ blocks }) => labelsOf(blocks))
        .find((label) => /\d uur/.test(label)) ?? ''
    await press(thread, moment)
    await press(thread, 'Bevestig')
    await fillIn({ mail: 'an.peeters@zonnegem.example' })
    await expect.poll(() => thread().map(shownIn).join('\n'), patience).toContain('SD-2026-0001')
    expect(shownIn(thread().at(-1) ?? never())).toContain('Geboekt')
    // Slack shows no file of the desk: nothing is promised below.
    expect(shownIn(thread().at(-1) ?? never())).not.toContain('hieronder')
  })

  it('shows her own questions and sessions on the home tab', async () => {
    await people.opensHome('U0AN', 'home')
    const home = () => JSON.stringify(slack.workspace.homes.get('U0AN') ?? null)
    await expect.poll(home, patience).toContain('SD-2026-0001')
    expect(home()).toContain(`${TICKET} · afgesloten`)
    await people.opensHome('U0LENA', 'home')
    await expect.poll(() => slack.workspace.homes.has('U0LENA'), patience).toBe(true)
    expect(JSON.stringify(slack.workspace.homes.get('U0LENA'))).not.toContain('SD-2026-0001')
  })

  it('left no word of anybody in the log, and no send that failed', () => {
    expect(log).not.toMatch(/vakantiedagen|bij personeel|Dat zijn er 26|an\.peeters@/)
    expect(log).not.toMatch(/"result":"(failed|uncertain)"/)
  })
})

/** A button as soon as it is there, the last with this label. */
async function press(posts: () => readonly SlackMessage[], label: string): Promise<void> {
  const found = () => posts().findLast(({ blocks }) => labelsOf(blocks).includes(label))
  await expect.poll(() => found() !== undefined, patience).toBe(true)
  expect(await people.presses('U0AN', 'D0AN', found() ?? never(), label)).toBe(200)
}

/** Fills in the form that was opened last, by what its labels begin with. */
async function fillIn(values: Readonly<Record<string, string>>): Promise<void> {
  const { blocks } = slack.workspace.views.at(-1)?.view ?? never()
  const labels = blocks.flatMap((block) => (block.type === 'input' ? [block.label.text] : []))
  const named = Object.entries(values).map(([kind, value]) => [
    labels.find((label) => LABELS[kind]?.test(label)),
    value,
  ])
  expect(await people.submits('U0AN', Object.fromEntries(named))).toMatchObject({ status: 200, answer: null })
}

const LABELS: Readonly<Record<string, RegExp>> = {
  participants: /deelnemers|hoeveel/i,
  place: /waar|plaats/i,
  mail: /mail/i,
}
const MOMENT = expect.stringMatching(/\d uur/)

function never(): never {
  throw new Error('Nothing was posted')
}
