import type { Logger } from 'pino'
import { Counter, type Registry } from 'prom-client'
import type { SlackAlert } from '../../adapters/slack/errors.js'
import { SlackChannel } from '../../adapters/slack/slack-channel.js'
import type { Offerings } from '../booking/offerings.js'
import type { SlackSettings } from '../config/slack.js'
import type { Clock } from '../desk/clock.js'
import type { Store } from '../store/store.js'
import { slackHome } from './slack-home.js'
import { sourceUrlFrom } from './source-url.js'
import { contactVault } from './wire-bookings.js'

/** What the Slack channel is made of. */
export interface SlackParts {
  readonly settings: SlackSettings
  /** Where members reach the desk, without a slash at the end; null when only this machine does. */
  readonly publicUrl: string | null
  readonly store: Pick<Store, 'records' | 'tickets' | 'bookings'>
  readonly offerings: Offerings
  readonly clock: Clock
  readonly log: Logger
  readonly registry: Registry
  /** Told of what Slack says of itself, for whoever watches the desk. */
  readonly onTrouble?: (alert: SlackAlert) => void
}

/** The Slack channel of a desk. Loaded only where Slack is configured, because its packages are large. */
export function wireSlack(parts: SlackParts): SlackChannel {
  const { settings, publicUrl, store, offerings, clock, log, registry } = parts
  const { records } = store
  const { mode, botToken, oauth, apiUrl } = settings
  const alerts = new Counter({
    name: 'vraagbaak_slack_alerts_total',
    help: 'What somebody must look at in Slack, by kind',
    labelNames: ['kind'],
    registers: [registry],
  })
  return new SlackChannel({
    mode,
    botToken,
    oauth: oauth && publicUrl !== null ? { ...oauth, publicUrl } : null,
    apiUrl,
    records,
    clock,
    sourceUrl: sourceUrlFrom(publicUrl),
    home: slackHome(store, offerings),
    keepContact: contactVault({ records }, clock),
    onAlert: (alert) => {
      alerts.inc({ kind: alert.kind })
      logAlert(log, alert)
      parts.onTrouble?.(alert)
    },
  })
}

const GRAVE: ReadonlySet<SlackAlert['kind']> = new Set(['token-refused', 'events-limited', 'not-connected'])

function logAlert(log: Logger, { kind, ...more }: SlackAlert): void {
  log[GRAVE.has(kind) ? 'error' : 'warn']({ slack: kind, ...more }, 'slack')
}
