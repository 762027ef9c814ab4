import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { bookingDesk } from '../../../src/desk/booking-desk.js'
import { ticketDesk } from '../../../src/desk/ticket-desk.js'
import type { NewTicket } from '../../../src/desk/turn.js'
import { loadCannedTexts } from '../../../src/escalation/canned-texts.js'
import { staffDirectory } from '../../../src/escalation/staff-directory.js'
import { loadTopics } from '../../../src/escalation/topics.js'
import { readOfficeHours } from '../../../src/hours/read-hours.js'
import { createApp } from '../../../src/http/app.js'
import { type Listening, listen } from '../../../src/http/listen.js'
import { oneTimeLink } from '../../../src/http/sign-in/one-time-link.js'
import type { OpenIdSettings } from '../../../src/http/sign-in/open-id.js'
import { randomToken } from '../../../src/http/sign-in/router.js'
import type { StaffParts } from '../../../src/http/staff/parts.js'
import { staffDesk } from '../../../src/http/staff/staff-desk.js'
import { meaningfulWords } from '../../../src/knowledge/dutch/meaningful-words.js'
import { openStore } from '../../../src/store/open-store.js'
import type { Store } from '../../../src/store/store.js'
import { BOOKABLE } from '../../booking/bookable.js'
import { PASSAGES } from '../../e2e/samples.js'
import { ManualClock } from '../../fakes/clock.js'
import { incoming, opensTicket } from '../../fakes/messages.js'

/** Monday 23 November 2026, 10.00 in Brussels. */
export const MONDAY = '2026-11-23T09:00:00.000Z'
const SATURDAY_NIGHT = '2026-11-21T22:10:00.000Z'
const ORGANISATION = fileURLToPath(new URL('../../../knowledge', import.meta.url))

const colleague = { slack: null, teamsPerson: null, absences: [] }
export const PEOPLE = [
  {
    ...colleague,
    id: 'an-peeters',
    name: 'An Peeters',
    role: 'staff',
    teams: ['personeel'],
    mail: 'an@vvsg.example',
  },
  {
    ...colleague,
    id: 'bo-claes',
    name: 'Bo Claes',
    role: 'staff',
    teams: ['personeel'],
    mail: 'bo@vvsg.example',
  },
  {
    ...colleague,
    id: 'lena-dewaele',
    name: 'Lena Dewaele',
    role: 'lead',
    teams: ['ledenservice'],
    mail: 'lena@vvsg.example',
  },
  {
    ...colleague,
    id: 'karim-haddad',
    name: 'Karim Haddad',
    role: 'staff',
    teams: ['personeel'],
    mail: 'karim@vvsg.example',
    absences: [{ from: '2026-11-16', until: '2026-12-04' }],
  },
] as const

/** A staff desk on a real store and a real server, with a clock that stands still. */
export interface TestStaffDesk {
  readonly url: string
  readonly dataDir: string
  readonly store: Store
  readonly clock: ManualClock
  readonly parts: Omit<StaffParts, 'guests'>
  /** How often reading the documents again was asked for. */
  readonly reindexes: () => number
  /** Opens a ticket as of Saturday night; resolves to its reference. */
  ask(question: string, change?: Partial<NewTicket>): Promise<string>
  /** A one-time link, as the terminal shows it. */
  link(): Promise<string>
  stop(): Promise<void>
}

/** What a test changes of the desk. */
export interface TestSettings {
  readonly openId?: (url: string) => Promise<OpenIdSettings>
  readonly behindProxy?: boolean
}

export async function testStaffDesk(settings: TestSettings = {}): Promise<TestStaffDesk> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-staff-'))
  const clock = new ManualClock(MONDAY)
  const store = await openStore({ dataDir, databaseUrl: null, use: 'serve', now: clock.now() })
  let reindexes = 0
  let handle: Parameters<typeof listen>[0] = () => {}
  const server = await listen((request, response) => handle(request, response), '127.0.0.1', 0)
  const openId = (await settings.openId?.(server.url)) ?? null
  const parts: Omit<StaffParts, 'guests'> = {
    ...organisation(store),
    openId,
    behindProxy: settings.behindProxy ?? false,
    baseUrl: () => server.url,
    requestReindex: () => {
      reindexes += 1
    },
    now: () => clock.now(),
    log: pino({ level: 'silent' }),
  }
  const desk = staffDesk(parts)
  handle = createApp({ routers: [desk.router], https: false, trustProxy: false, log: parts.log })
  return {
    url: server.url,
    dataDir,
    store,
    clock,
    parts,
    reindexes: () => reindexes,
    ask: (question, change) => openTicket(store, question, change),
    link: () => oneTimeLink(store.records, server.url, clock.now(), randomToken),
    stop: () => stopAll(desk, server, store, dataDir),
  }
}

function organisation(store: Store) {
  const topics = loadTopics(join(ORGANISATION, 'organisation/topics.yaml'))
  const hours = readOfficeHours(ORGANISATION)
  const directory = staffDirectory(PEOPLE)
  const languageOf = () => 'nl' as const
  const setting = { topics, hours, staff: directory, languageOf }
  return {
    tickets: store.tickets,
    desk: ticketDesk(store.tickets, { setting, limitsOf: () => null }),
    directory,
    topics,
    hours,
    cannedTexts: loadCannedTexts(join(ORGANISATION, 'organisation/canned-texts.yaml')),
    troubles: store.troubles,
    records: store.records,
    audit: store.audit,
    published: store.publishedAnswers,
    denied: store.deniedDocuments,
    bookings: bookingDesk({
      bookings: store.bookings,
      offerings: BOOKABLE,
      hours,
      topics,
      elsewhere: async () => ({ busy: [], unsure: new Set() }),
      records: store.records,
      sendsMail: false,
    }),
    insights: { insights: store.insights, wordsOf: meaningfulWords },
    signals: store.signals,
    passage: (id: string) => PASSAGES.find((passage) => passage.id === id) ?? null,
  }
}

async function stopAll(
  desk: ReturnType<typeof staffDesk>,
  server: Listening,
  store: Store,
  dataDir: string,
): Promise<void> {
  desk.stop()
  await server.stop(200)
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
}

let asked = 0

async function openTicket(store: Store, question: string, change: Partial<NewTicket> = {}): Promise<string> {
  const now = new Date(SATURDAY_NIGHT)
  const conversation = `staff-test-${++asked}`
  await store.inbox.accept(incoming(conversation, question), now)
  const channels = ['web', 'slack', 'teams'] as const
  const claims = await store.turns.claim({ owner: 'test', now, leaseMs: 30_000, limit: 10, channels })
  const claim = claims.find((one) => one.conversation === conversation)
  if (claim === undefined) throw new Error('There is nothing to claim')
  let reference = ''
  await store.turns.commit(claim, {
    now,
    effects: [
      opensTicket({
        question,
        reason: 'not-covered',
        found: [{ passage: 'over-vvsg/leden#0', score: 0.41 }],
        ...change,
      }),
    ],
    ticketYear: 2026,
    parked: null,
    conclude: ({ opened }) => {
      reference = opened?.reference ?? ''
      return { state: {}, messages: [] }
    },
  })
  return reference
}
