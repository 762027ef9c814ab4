import type { TurnContext } from 'botbuilder'
import type { Receive } from '../../src/desk/channel.js'
import type { Records } from '../../src/desk/ports.js'
import { TEAMS_TEXTS } from '../../src/texts/teams.js'
import { decodeAction, type PressedAction } from './action-data.js'
import type { Colleagues } from './colleagues.js'
import { type Place, placeIn } from './conversation-id.js'
import { actionIncoming, kindOf, messageIncoming, readSource, type Source } from './inbound.js'
import { type ActivityPayload, executeSchema, submitSchema } from './payloads.js'
import type { People } from './people.js'
import type { References } from './references.js'
import { decodeView, type WantedView } from './refresh.js'
import type { Card } from './render.js'
import type { KeepContact } from './teams-options.js'
import type { Threads } from './threads.js'

/** Records of this kind name the event of a press, for as long as Teams may tell it again under another id. */
const PRESS_RECORDS = 'teams-press'
/** Records of this kind name what the channel itself has said, so that it says it once. */
const SAID_RECORDS = 'teams-said'
const PRESS_MS = 120_000
const SAID_MS = 3_600_000

const ANSWERS = {
  message: 'application/vnd.microsoft.activity.message',
  card: 'application/vnd.microsoft.card.adaptive',
  error: 'application/vnd.microsoft.error',
} as const

/** What turning activities into messages for the desk takes. */
export interface ListenerOptions {
  /** @throws TeamsError while the desk takes nothing in. */
  readonly receive: Receive
  readonly now: () => Date
  readonly references: References
  readonly people: People
  readonly threads: Threads
  readonly colleagues: Colleagues
  readonly records: Records
  readonly keepContact: KeepContact | null
  /** Says something of the channel itself; does not fail and is not waited for. */
  readonly say: (place: Place, text: string) => void
  readonly showTyping: (place: Place) => void
  /** The card of a ticket for the one who looks at it; null when there is none for her. */
  readonly viewFor: (wanted: WantedView, source: Source) => Promise<Card | null>
}

/** Turns what Teams tells into what the desk takes in; decides nothing about it. */
export class Listeners {
  readonly #options: ListenerOptions

  constructor(options: ListenerOptions) {
    this.#options = options
  }

  /**
   * Takes in one activity of an organisation that is listed.
   *
   * @throws what the desk throws; then nothing was taken in.
   */
  async hear(activity: ActivityPayload, tenant: string, context: TurnContext): Promise<void> {
    await this.#options.references.remember(activity, tenant)
    if (isArrival(activity)) return this.#welcome(activity, tenant)
    const source = readSource(activity, tenant)
    if (source === null) return
    if (activity.type === 'invoke') return this.#executed(activity, source, context)
    const submitted = activity.type === 'message' ? submitSchema.safeParse(activity.value) : null
    const press = submitted?.success ? decodeAction(submitted.data) : null
    if (press === null) return this.#written(source, context)
    if (press.kind === 'wrong') this.#options.say(source.place, press.message)
    else await this.#pressed(press.action, atCard(source, activity), context)
  }

  async #written(source: Source, context: TurnContext): Promise<void> {
    const { threads, people, receive, now, showTyping } = this.#options
    const address = await threads.addressOf(source, false)
    if (address === null) return
    const person = await people.who(context, source)
    const incoming = messageIncoming(source, address, person, now())
    await receive(incoming)
    if (source.revision !== null) return
    if (source.kind === 'personal') showTyping(source.place)
    if (source.files.length > 0) {
      await this.#sayOnce(
        incoming.eventId,
        threadOf(source),
        TEAMS_TEXTS.attachmentsRefused(source.files.length),
      )
    }
  }

  async #executed(activity: ActivityPayload, source: Source, context: TurnContext): Promise<void> {
    if (activity.name !== 'adaptiveCard/action') return
    const executed = executeSchema.safeParse(activity.value)
    const data = executed.success ? executed.data.action.data : {}
    const view = decodeView(data)
    if (view !== null) return this.#viewed(view, source, context)
    const press = decodeAction(data)
    if (press === null) return answer(context, TEAMS_TEXTS.pressFailed)
    if (press.kind === 'wrong') return answer(context, press.message)
    await this.#pressed(press.action, atCard(source, activity), context)
    await answer(context, TEAMS_TEXTS.received)
  }

  /** Shows a ticket's card as it is for the one who looks at it. */
  async #viewed(wanted: WantedView, source: Source, context: TurnContext): Promise<void> {
    const card = await this.#options.viewFor(wanted, source)
    if (card !== null) return answerWith(context, 200, 'card', card)
    await answerWith(context, 403, 'error', { code: 'NotForYou', message: TEAMS_TEXTS.pressFailed })
  }

  async #pressed(action: PressedAction, source: Source, context: TurnContext): Promise<void> {
    const { threads, people, receive, now, keepContact, colleagues } = this.#options
    const address = await threads.addressOf(source, true)
    if (address === null) return
    const person = await people.who(context, source)
    const contact = action.contact && keepContact ? await keepContact(action.contact) : null
    const eventId = await this.#eventOf(action, source)
    if (address.under !== null) await colleagues.remember(source.place, source.account)
    await receive(actionIncoming(source, { eventId, action, contact }, address, person, now()))
  }

  /** The event of a press: that of the same press told before, where it was. */
  async #eventOf({ fingerprint }: PressedAction, { place, user, id }: Source): Promise<string> {
    const { records, now } = this.#options
    const key = `${place.tenant}/${place.chat}/${user}/${fingerprint}`
    const own = `${place.tenant}/press/${place.chat}/${id}`
    const until = new Date(now().getTime() + PRESS_MS)
    if (await records.add(PRESS_RECORDS, key, JSON.stringify(own), now(), until)) return own
    const first: unknown = JSON.parse((await records.get(PRESS_RECORDS, key, now())) ?? 'null')
    return typeof first === 'string' ? first : own
  }

  async #welcome(activity: ActivityPayload, tenant: string): Promise<void> {
    const place = placeIn(tenant, activity.conversation.id)
    const { personal, shared } = TEAMS_TEXTS.welcome
    const text = kindOf(activity) === 'personal' ? personal : shared
    await this.#sayOnce(`welcome/${tenant}/${place.chat}`, place, text)
  }

  async #sayOnce(key: string, place: Place, text: string): Promise<void> {
    const { records, now, say } = this.#options
    const until = new Date(now().getTime() + SAID_MS)
    if (await records.add(SAID_RECORDS, key, 'true', now(), until)) say(place, text)
  }
}

/** Whether the app came to a chat or channel; Teams tells of it twice. */
function isArrival({ type, action, membersAdded, recipient }: ActivityPayload): boolean {
  if (type === 'installationUpdate') return action?.startsWith('add') ?? false
  return type === 'conversationUpdate' && (membersAdded ?? []).some(({ id }) => id === recipient?.id)
}

/** A press belongs to the thread of its card, also where Teams names the card alone. */
function atCard(source: Source, { replyToId }: ActivityPayload): Source {
  const { place, kind } = source
  if (kind !== 'channel' || place.thread !== null || !replyToId) return source
  return { ...source, place: { ...place, thread: replyToId } }
}

function threadOf({ place, kind, id }: Source): Place {
  return kind === 'channel' && place.thread === null ? { ...place, thread: id } : place
}

async function answer(context: TurnContext, text: string): Promise<void> {
  await answerWith(context, 200, 'message', text)
}

async function answerWith(
  context: TurnContext,
  statusCode: number,
  kind: keyof typeof ANSWERS,
  value: unknown,
): Promise<void> {
  const body = { statusCode, type: ANSWERS[kind], value }
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } })
}
