import type { App, Context } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { Receive } from '../../src/desk/channel.js'
import type { Records } from '../../src/desk/ports.js'
import { SLACK_TEXTS } from '../../src/texts/slack.js'
import { ACTION_RECORDS, decodeAction, type PressedAction } from './action-value.js'
import type { Clients } from './clients.js'
import { askedByCommand } from './command.js'
import { conversationAt, isDirect, placeOf } from './conversation-id.js'
import { notInstalled, type SlackAlert } from './errors.js'
import { FORM_CALLBACK, formView, readForm } from './form.js'
import { type HomeSource, publishHome, suggestPrompts } from './home.js'
import { type Address, actionIncoming, messageIncoming, readMessage, type SourceMessage } from './inbound.js'
import type { Installation, Installations, InstalledIn, StoredInstallations } from './installations.js'
import { formMetadata, type MetadataOptions, readMetadata } from './metadata.js'
import {
  commandSchema,
  envelopeSchema,
  homeOpenedSchema,
  type MessagePayload,
  messageSchema,
  pressSchema,
  revokedSchema,
  submissionSchema,
} from './payloads.js'
import type { People } from './people.js'
import { ACTION_PREFIX, conversationOfBlock } from './render.js'
import type { Threads } from './threads.js'
import type { WorkingSign } from './working-sign.js'

/** Keeps an address apart from the conversation, and gives the token by which the desk finds it. */
export type KeepContact = (address: string) => Promise<string>

/** What turning events into messages for the desk takes. */
export interface ListenerOptions {
  /** @throws SlackError while the desk takes nothing in. */
  readonly receive: Receive
  readonly now: () => Date
  readonly installations: Installations
  /** Null when the app is installed in one workspace only, from the environment. */
  readonly stored: StoredInstallations | null
  readonly clients: Clients
  readonly people: People
  readonly threads: Threads
  readonly records: Records
  readonly sign: WorkingSign
  readonly home: HomeSource | null
  readonly keepContact: KeepContact | null
  readonly onAlert: (alert: SlackAlert) => void
  /** Called for each event of a workspace. */
  readonly onHeard: () => void
}

/** Turns what Slack tells into what the desk takes in; decides nothing about it. */
export class Listeners {
  readonly #options: ListenerOptions

  constructor(options: ListenerOptions) {
    this.#options = options
  }

  /** Has Slack's app call this for all that the desk listens to. */
  register(app: App): void {
    app.use(async ({ next }) => {
      this.#options.onHeard()
      await next()
    })
    app.event('message', ({ event, context }) => this.#event(event, context))
    app.event('app_mention', ({ event, context }) => this.#event(event, context))
    app.event('app_home_opened', ({ event, context }) => this.#homeOpened(event, context))
    app.event('app_uninstalled', ({ body, context }) => this.#removed(body, context))
    app.event('tokens_revoked', ({ event, body, context }) => this.#revoked(event, body, context))
    app.event('app_rate_limited', async ({ context }) => {
      this.#options.onAlert({ kind: 'events-limited', team: context.teamId ?? '' })
    })
    app.action(new RegExp(`^${ACTION_PREFIX}`), async ({ body, context, ack }) => {
      await this.#pressed(body, context)
      await ack()
    })
    app.view(FORM_CALLBACK, async ({ body, context, ack }) => {
      const errors = await this.#submitted(body, context)
      await (errors === null ? ack() : ack({ response_action: 'errors', errors }))
    })
    app.command(/.*/, async ({ command, context, ack }) => {
      await ack({ response_type: 'ephemeral', text: await this.#commanded(command, context) })
    })
  }

  /**
   * Takes in one message, from an event or from history; true when it was for the desk.
   *
   * @param first whether it is surely heard for the first time.
   */
  async hear(payload: MessagePayload, installation: Installation, first: boolean): Promise<boolean> {
    const source = readMessage(payload, installation)
    if (source === null) return false
    const address = await this.#options.threads.addressOf(source, installation)
    if (address === null) return false
    const client = this.#clientOf(installation)
    const person = await this.#options.people.who(client, installation, source.user, source.userTeam)
    await this.#options.receive(messageIncoming(source, address, installation, person, this.#options.now()))
    if (first && source.revision === null) this.#showWorking(client, source, address)
    return true
  }

  async #event(event: unknown, context: Context): Promise<void> {
    const payload = messageSchema.safeParse(event)
    if (!payload.success) return
    await this.hear(payload.data, await this.#installation(context), !context.retryNum)
  }

  #showWorking(client: WebClient, { channel, ts, thread }: SourceMessage, { conversation }: Address): void {
    if (isDirect(channel)) this.#options.sign.show(client, conversation, channel, thread ?? ts)
  }

  async #homeOpened(event: unknown, context: Context): Promise<void> {
    const opened = homeOpenedSchema.safeParse(event)
    if (!opened.success) return
    const { tab, channel, user } = opened.data
    const installation = await this.#installation(context)
    const client = this.#clientOf(installation)
    // Nobody's question depends on these, and Slack must not send the event again for them.
    if (tab === 'messages' && channel) void suggestPrompts(client, channel).catch(() => undefined)
    if (tab === 'home') {
      void publishHome(client, installation.team, user, this.#options.home).catch(() => undefined)
    }
  }

  async #pressed(body: unknown, context: Context): Promise<void> {
    const press = pressSchema.safeParse(body)
    if (!press.success) return
    const { user, actions, channel, message, trigger_id: trigger } = press.data
    const installation = await this.#installation(context)
    const [used] = actions
    const place = used && placeOf(conversationOfBlock(used.block_id))
    // A button works only where the desk put it.
    if (!used || !place || place.team !== installation.team || place.channel !== channel?.id) return
    const pressed = await decodeAction(used.value ?? '', (key) => this.#record(key))
    if (pressed === null) return this.#tellPressFailed(installation, place.channel, user.id)
    const inStaffChannel = place.thread === null && !isDirect(place.channel)
    const address: Address = {
      conversation: conversationAt(place),
      under: inStaffChannel ? (message?.thread_ts ?? message?.ts ?? null) : null,
    }
    if (pressed.form !== null) {
      const kept: MetadataOptions = { address, pressed, encoded: used.value ?? '' }
      const view = formView(pressed.form, formMetadata(kept))
      await this.#clientOf(installation).views.open({ trigger_id: trigger ?? '', view })
      return
    }
    const eventId = ['press', place.channel, message?.ts, used.action_id, user.id, used.action_ts].join('/')
    await this.#receiveAction(eventId, user, pressed, null, address, installation)
  }

  async #tellPressFailed(installation: Installation, channel: string, user: string): Promise<void> {
    const text = SLACK_TEXTS.pressFailed
    await this.#clientOf(installation).chat.postEphemeral({ channel, user, text })
  }

  async #submitted(body: unknown, context: Context): Promise<Record<string, string> | null> {
    const { user, view } = submissionSchema.parse(body)
    const installation = await this.#installation(context)
    const kept = await readMetadata(view.private_metadata, (key) => this.#record(key))
    if (kept?.pressed.form == null || placeOf(kept.address.conversation)?.team !== installation.team) {
      return { 'field-0': SLACK_TEXTS.pressFailed }
    }
    const input = readForm(kept.pressed.form, view.state.values)
    if (input.kind === 'wrong') return input.errors
    await this.#receiveAction(`view/${view.id}`, user, kept.pressed, input.fields, kept.address, installation)
    return null
  }

  async #receiveAction(
    eventId: string,
    user: { readonly id: string; readonly team_id?: string | null | undefined },
    { name, value, form }: PressedAction,
    fields: Readonly<Record<string, string>> | null,
    address: Address,
    installation: Installation,
  ): Promise<void> {
    const { people, receive, now } = this.#options
    const client = this.#clientOf(installation)
    const person = await people.who(client, installation, user.id, user.team_id ?? null)
    const contact = await this.#contactIn(form, fields)
    await receive(
      actionIncoming(
        { eventId, user: user.id, name, value, fields, contact },
        address,
        installation,
        person,
        now(),
      ),
    )
  }

  async #contactIn(
    form: PressedAction['form'],
    fields: Readonly<Record<string, string>> | null,
  ): Promise<string | null> {
    const field = form?.fields.find(({ contact }) => contact === true)
    const address = field && fields?.[field.name]
    return address && this.#options.keepContact ? this.#options.keepContact(address) : null
  }

  async #commanded(command: unknown, context: Context): Promise<string> {
    const { command: texts } = SLACK_TEXTS
    const asked = commandSchema.safeParse(command)
    if (!asked.success || asked.data.text.trim() === '') return texts.usage
    try {
      const installation = await this.#installation(context)
      await askedByCommand(asked.data, installation, this.#clientOf(installation), this.#options)
      return texts.sent
    } catch {
      // Slack does not send a command again: who typed it must know.
      return texts.failed
    }
  }

  async #revoked(event: unknown, body: unknown, context: Context): Promise<void> {
    const revoked = revokedSchema.safeParse(event)
    if (revoked.success && (revoked.data.tokens.bot ?? []).length > 0) await this.#removed(body, context)
  }

  async #removed(body: unknown, context: Context): Promise<void> {
    const at = envelopeSchema.parse(body).event_time
    const before = at ? new Date(at * 1000) : this.#options.now()
    await this.#options.stored?.remove(whereOf(context), before)
  }

  async #installation(context: Context): Promise<Installation> {
    const where = whereOf(context)
    const installation = await this.#options.installations.find(where)
    if (installation === null) throw notInstalled(where)
    return installation
  }

  #clientOf({ token }: Installation): WebClient {
    return this.#options.clients.for(token)
  }

  #record(key: string): Promise<string | null> {
    return this.#options.records.get(ACTION_RECORDS, key, this.#options.now())
  }
}

function whereOf({ teamId, enterpriseId }: Context): InstalledIn {
  return { team: teamId ?? null, enterprise: enterpriseId ?? null }
}
