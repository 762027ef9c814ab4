import type { Logger } from 'pino'
import type { Channel } from '../desk/channel.js'
import type { Clock } from '../desk/clock.js'
import type { ChannelName, ConversationId } from '../desk/conversation.js'
import { destination, outbound } from '../desk/outbound.js'
import { plainMessage } from '../desk/plain-message.js'
import type { Posts } from '../desk/ports.js'
import { type AlertChange, type Alerts, afterLook, type OpenAlert, type Problem } from '../health/alerts.js'
import { alertText } from '../texts/alerts.js'
import { RepeatedLook } from './repeated-look.js'

/** Who is told; nobody but the log when all are null. */
export interface AlertTargets {
  readonly mail: string | null
  readonly slack: string | null
  readonly teams: string | null
}

/** What the watch works with. */
export interface HealthWatchOptions {
  /** Everything that is wrong now; must not throw. */
  readonly look: () => Promise<readonly Problem[]>
  readonly channels: ReadonlyMap<ChannelName, Channel>
  readonly posts: Pick<Posts, 'post'>
  readonly records: AlertMemory
  readonly targets: AlertTargets
  /** Whether this process is the one that tells; of several on one database one does. */
  readonly mayTell: () => boolean
  readonly clock: Clock
  readonly zone: string
  readonly log: Logger
  /** Told after each look, for the metrics. */
  readonly onLook?: (alerts: Alerts) => void
}

/** Where alerts that were told are remembered, so that a restart tells nothing twice. */
export interface AlertMemory {
  load(): Promise<Alerts>
  save(alerts: Alerts): Promise<void>
}

const LOOK_MS = 30_000
/** A database that does not answer can tell nobody by itself. */
const DATABASE = 'database'

/** Looks twice a minute at everything the desk depends on, and tells who runs it: once when it fails, once when it is over. */
export class HealthWatch {
  readonly #options: HealthWatchOptions
  #alerts: Alerts | null = null
  readonly #looks: RepeatedLook

  constructor(options: HealthWatchOptions) {
    this.#options = options
    const onError = (error: unknown) => options.log.error({ err: error }, 'health watch')
    this.#looks = new RepeatedLook(LOOK_MS, () => this.#look(), onError)
  }

  start(): void {
    this.#looks.start()
  }

  stop(): Promise<void> {
    return this.#looks.stop()
  }

  /** Looks now; a second call waits for the first. Never rejects. */
  look(): Promise<void> {
    return this.#looks.now()
  }

  async #look(): Promise<void> {
    const { look, clock, mayTell, onLook } = this.#options
    const problems = await look()
    const away = problems.some(({ subject }) => subject === DATABASE)
    if (!mayTell() && !away) {
      this.#alerts = null // another process tells; what it told is read again when this one's turn comes
      return
    }
    const before = this.#alerts ?? (away ? new Map<string, OpenAlert>() : await this.#options.records.load())
    const { alerts, changes } = afterLook(before, problems, clock.now().getTime())
    this.#alerts = alerts
    for (const change of changes) await this.#tell(change, away)
    if (changes.length > 0 && !away) await this.#options.records.save(alerts)
    onLook?.(alerts)
  }

  async #tell(change: AlertChange, databaseAway: boolean): Promise<void> {
    const { log, targets } = this.#options
    const { change: kind, subject, detail } = change
    log[kind === 'raised' ? 'error' : 'warn']({ alert: kind, subject, problem: change.kind, detail }, 'alert')
    const words = alertText({ ...change, since: this.#onTheClock(change.since) })
    for (const name of ['mail', 'slack', 'teams'] as const) {
      const to = targets[name]
      if (to === null || (subject === `channel.${name}` && kind === 'raised')) continue
      await this.#send(name, to, words, databaseAway).catch((error: unknown) =>
        log.error({ err: error, channel: name }, 'alert not sent'),
      )
    }
  }

  /** Through the outbox, which keeps it until it arrives; straight to the channel when the outbox itself is away. */
  async #send(
    name: ChannelName,
    to: string,
    { subject, text }: ReturnType<typeof alertText>,
    straight: boolean,
  ): Promise<void> {
    const { channels, posts, clock } = this.#options
    const channel = channels.get(name)
    const conversation =
      name === 'mail' ? (to as ConversationId) : ((await channel?.staffConversation?.(to)) ?? null)
    if (channel === undefined || conversation === null)
      throw new Error(`The alert channel of ${name} is not there`)
    const message = { ...plainMessage('staff-notice', text), subject }
    if (straight) {
      const id = `alert-${clock.now().getTime()}`
      const outcome = await channel.send({
        id,
        conversation,
        number: 1,
        message,
        replaces: null,
        under: null,
      })
      if (outcome.kind !== 'delivered') throw new Error(`The alert was ${outcome.kind}`)
      return
    }
    const messages = outbound([message], null, destination(channels, name, conversation))
    await posts.post({ channel: name, conversation, messages }, clock.now())
  }

  #onTheClock(at: number): string {
    const format = { timeZone: this.#options.zone, dateStyle: 'short', timeStyle: 'short' } as const
    return new Intl.DateTimeFormat('nl-BE', format).format(new Date(at))
  }
}
