import { join } from 'node:path'
import type { Request } from 'express'
import type { Logger } from 'pino'
import { Counter, type Registry } from 'prom-client'
import type { TeamsAlert } from '../../adapters/teams/errors.js'
import { TeamsChannel } from '../../adapters/teams/teams-channel.js'
import { detectLanguage } from '../answering/question/language.js'
import type { TeamsSettings } from '../config/teams.js'
import type { Clock } from '../desk/clock.js'
import { ticketView } from '../desk/ticket-view.js'
import { isLoopback } from '../http/health.js'
import { type MemberBody, readMemberBodies } from '../members/bodies.js'
import type { Store } from '../store/store.js'
import type { DeskRules } from './desk-base.js'
import { sourceUrlFrom } from './source-url.js'
import { contactVault } from './wire-bookings.js'
import { organisationOf } from './wire-desk.js'
import { loadStaffOf } from './wire-tickets.js'

/** What the Teams channel is made of. */
export interface TeamsParts {
  readonly settings: TeamsSettings
  readonly knowledgeDir: string
  /** Where members reach the desk, without a slash at the end; null when only this machine does. */
  readonly publicUrl: string | null
  readonly store: Pick<Store, 'records' | 'tickets'>
  readonly rules: Pick<DeskRules, 'topics' | 'hours' | 'titleOf'>
  readonly clock: Clock
  readonly log: Logger
  readonly registry: Registry
  /** Told of what Teams says of itself, for whoever watches the desk. */
  readonly onTrouble?: (alert: TeamsAlert) => void
}

/** The Teams channel of a desk. Loaded only where Teams is configured, because its packages are large. */
export function wireTeams(parts: TeamsParts): TeamsChannel {
  const { settings, knowledgeDir, publicUrl, store, clock, log, registry } = parts
  const alerts = new Counter({
    name: 'vraagbaak_teams_alerts_total',
    help: 'What somebody must look at in Teams, by kind',
    labelNames: ['kind'],
    registers: [registry],
  })
  const { auth } = settings
  return new TeamsChannel({
    auth: auth.kind === 'app' ? auth : { kind: 'local', isHere: isFromHere },
    isListed: listedTenants(settings, knowledgeDir, clock, log),
    authority: null,
    records: store.records,
    clock,
    sourceUrl: sourceUrlFrom(publicUrl),
    keepContact: contactVault(store, clock),
    viewOf: viewsOf(parts),
    onAlert: (alert) => {
      alerts.inc({ kind: alert.kind })
      logAlert(log, alert)
      parts.onTrouble?.(alert)
    },
  })
}

/** Cards of tickets as each colleague sees them. */
function viewsOf({ store, knowledgeDir, publicUrl, rules, clock }: TeamsParts) {
  const { topics, hours, titleOf } = rules
  const staff = loadStaffOf(knowledgeDir, topics)
  const setting = { topics, hours, staff, languageOf: detectLanguage }
  return ticketView('teams', { tickets: store.tickets, setting, titleOf, publicUrl, publishes: true, clock })
}

/**
 * A proxy on this machine makes everybody look local, so what it forwards never counts as local; nor does what a page
 * in a browser here was tricked into sending to a foreign name.
 */
function isFromHere(request: Request): boolean {
  const forwarded = request.get('x-forwarded-for') ?? request.get('forwarded') ?? request.get('via')
  const host = (request.get('host') ?? '').replace(/:\d+$/, '')
  return (
    forwarded === undefined &&
    request.get('origin') === undefined &&
    isLoopback(request.socket.remoteAddress) &&
    ['localhost', '127.0.0.1', '[::1]'].includes(host)
  )
}

/** How long the list of members is used before it is read again, in milliseconds. */
const READ_AGAIN_MS = 60_000

/** Whether an organisation may use the desk: named in the environment, or in `members.csv` where that is asked. */
function listedTenants(
  { tenants, memberTenants }: TeamsSettings,
  knowledgeDir: string,
  clock: Clock,
  log: Logger,
): (tenant: string) => boolean {
  const named = new Set(tenants)
  if (!memberTenants) return (tenant) => named.has(tenant)
  const file = join(organisationOf(knowledgeDir), 'organisation', 'members.csv')
  let bodies: readonly MemberBody[] = readMemberBodies(file)
  let readAt = clock.now().getTime()
  return (tenant) => {
    const now = clock.now().getTime()
    if (now - readAt >= READ_AGAIN_MS) {
      readAt = now
      try {
        bodies = readMemberBodies(file)
      } catch (error) {
        // The last good list stays.
        log.error({ err: error }, 'members.csv')
      }
    }
    return named.has(tenant) || bodies.some(({ teamsTenants }) => teamsTenants.includes(tenant))
  }
}

function logAlert(log: Logger, { kind, ...more }: TeamsAlert): void {
  log[kind === 'token-refused' ? 'error' : 'warn']({ teams: kind, ...more }, 'teams')
}
