import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import type { ModelSettings } from '../../src/answering/model/language-model.js'
import { sampleKnowledge, titlesIn, wireDesk } from '../../src/cli/wire-desk.js'
import { wireMembers } from '../../src/cli/wire-members.js'
import { wireModel } from '../../src/cli/wire-model.js'
import { wireTickets } from '../../src/cli/wire-tickets.js'
import type { Channel } from '../../src/desk/channel.js'
import { type Clock, systemClock } from '../../src/desk/clock.js'
import type { ChannelName } from '../../src/desk/conversation.js'
import { Dispatcher } from '../../src/desk/dispatcher.js'
import { createResponder } from '../../src/desk/respond.js'
import { Sender } from '../../src/desk/sender.js'
import type { Turn } from '../../src/desk/turn.js'
import { openTemporaryIndex } from '../../src/knowledge/open-index.js'
import { openStore } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'
import { teamsDesk } from '../adapters/teams/teams-desk.js'
import { notice } from '../fakes/messages.js'

/**
 * The desk that the program runs, in Teams, on the sample and a store on disk, with a language model that gets a
 * minute for its answer.
 */
export async function modelledTeamsDesk(modelUrl: string) {
  const dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-bench-teams-'))
  const clock = systemClock()
  const store = await openStore({ dataDir, databaseUrl: null, use: 'serve', now: clock.now() })
  const desk = await teamsDesk({ records: store.records, clock })
  const channels = new Map<ChannelName, Channel>([['teams', desk.channel]])
  const { turn, closeIndex } = await turnWith(modelUrl, store, channels, clock)
  const common = { channels, clock, owner: 'bench', signals: store.signals, onEvent: () => {} }
  const dispatcher = new Dispatcher({
    ...common,
    turns: store.turns,
    turn,
    givenUp: () => notice('opgegeven'),
  })
  const sender = new Sender({ ...common, outbox: store.outbox })
  await desk.open(async (incoming) => {
    await store.inbox.accept(incoming, clock.now())
  })
  dispatcher.start()
  sender.start()
  return {
    ...desk,
    async close() {
      await dispatcher.stop(5000)
      await sender.stop(5000)
      await desk.close()
      await closeIndex()
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function turnWith(
  modelUrl: string,
  store: Store,
  channels: ReadonlyMap<ChannelName, Channel>,
  clock: Clock,
): Promise<{ readonly turn: Turn; readonly closeIndex: () => Promise<void> }> {
  const knowledgeDir = sampleKnowledge()
  const log = pino({ level: 'silent' })
  const { index, close } = await openTemporaryIndex({ knowledgeDir })
  const parts = wireDesk(knowledgeDir, index)
  const modelled = await wireModel(parts, patientModel(modelUrl), {
    env: {},
    ledger: store.modelLedger,
  })
  const members = wireMembers({ knowledgeDir, store, clock, mails: false, show: () => {}, log })
  const { turn } = wireTickets({
    knowledgeDir,
    parts,
    store,
    channels,
    respond: createResponder(modelled),
    whoIs: members.whoIs,
    provenMail: members.provenMail,
    titleOf: titlesIn(index),
    publicUrl: null,
    clock,
    log,
  })
  return { turn, closeIndex: close }
}

function patientModel(url: string): ModelSettings {
  return {
    model: 'openai:scripted',
    url,
    timeoutMs: 60_000,
    maxTokens: 600,
    concurrency: 4,
    priceIn: 0,
    priceOut: 0,
    budgetPerDay: null,
    asksPerMember: null,
  }
}
