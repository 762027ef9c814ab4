import { benchCorruption } from './corruption.js'
import { benchInsights } from './insights.js'
import { benchKnowledge } from './knowledge.js'
import { benchLarge } from './large.js'
import { benchMessages } from './messages.js'
import { benchModel } from './model.js'
import { benchPrivacy } from './privacy.js'
import { benchReindexStall } from './reindex-stall.js'
import { benchSlack } from './slack.js'
import { benchTeams } from './teams.js'
import { teamsPace } from './teams-pace.js'

/** Benches by name; `npm run bench` runs all, `npm run bench -- knowledge` one. */
const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  knowledge: benchKnowledge,
  large: benchLarge,
  corruption: () => benchCorruption(10_000, 500),
  'reindex-stall': () => benchReindexStall(process.env.BENCH_CORPUS),
  insights: () => benchInsights(),
  messages: () => benchMessages(),
  model: () => benchModel(),
  slack: () => benchSlack(),
  teams: () => benchTeams(),
  'teams-pace': teamsPace,
  privacy: () => benchPrivacy(),
}

const wanted = process.argv.slice(2)
for (const [name, run] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.stdout.write(`${name}\n${JSON.stringify(await run(), rounded, 2)}\n`)
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value
}
