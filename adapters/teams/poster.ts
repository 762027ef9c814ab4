import type { ConversationReference, TurnContext } from 'botbuilder'
import { chatId, type Place } from './conversation-id.js'
import type { DeskAdapter } from './desk-adapter.js'
import { isCardRefused, isPostGone } from './errors.js'
import type { Reference } from './references.js'
import type { RenderedActivity, RenderedMessage } from './render.js'
import { wholeEntities } from './teams-http.js'

/** Where and how a message goes. */
export interface Target {
  readonly reference: Reference
  readonly place: Place
  /** Post that it changes in place; null posts anew. */
  readonly replaces: string | null
}

/** Writes in Teams, in conversations that somebody began long before. */
export class Poster {
  readonly #adapter: DeskAdapter
  readonly #appId: string

  /** @param appId empty when nothing is signed. */
  constructor(adapter: DeskAdapter, appId: string) {
    this.#adapter = adapter
    this.#appId = appId
  }

  /**
   * Posts a message, or changes the post that it replaces; posts anew when that is not there any more. A card that
   * Teams refuses is left out: the text says it all.
   *
   * @returns the id of the post; empty when Teams gave none.
   * @throws CallError, or what Microsoft's package throws.
   */
  async post(target: Target, { activity, plain }: RenderedMessage): Promise<string> {
    try {
      return await this.#post(target, activity)
    } catch (error) {
      if (plain === null || !isCardRefused(error)) throw error
      return this.#post(target, plain)
    }
  }

  /** Shows that the desk is at work; Teams takes the sign away by itself. */
  async typing({ reference, place }: Pick<Target, 'reference' | 'place'>): Promise<void> {
    await this.#within(reference, place, async (context) => {
      await context.sendActivity({ type: 'typing' })
    })
  }

  #post(target: Target, activity: RenderedActivity): Promise<string> {
    const { entities } = activity
    const posted = () => this.#sendOrUpdate(target, activity)
    return entities === undefined ? posted() : wholeEntities.run(entities, posted)
  }

  async #sendOrUpdate(target: Target, activity: RenderedActivity): Promise<string> {
    const { replaces } = target
    if (replaces === null) return this.#send(target, activity)
    try {
      return await this.#update(target, activity, replaces)
    } catch (error) {
      if (!isPostGone(error)) throw error
      return this.#send(target, activity)
    }
  }

  async #send({ reference, place }: Target, activity: RenderedActivity): Promise<string> {
    let id = ''
    await this.#within(reference, place, async (context) => {
      id = (await context.sendActivity(activity))?.id ?? ''
    })
    return id
  }

  async #update({ reference, place }: Target, activity: RenderedActivity, id: string): Promise<string> {
    await this.#within(reference, place, async (context) => {
      await context.updateActivity({ ...activity, id })
    })
    return id
  }

  #within(
    { serviceUrl, bot, user, kind }: Reference,
    place: Place,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const reference: Partial<ConversationReference> = {
      channelId: 'msteams',
      serviceUrl,
      bot,
      ...(user !== null && { user }),
      conversation: {
        id: chatId(place),
        tenantId: place.tenant,
        conversationType: kind,
        isGroup: kind !== 'personal',
        name: '',
      },
    }
    return this.#adapter.continueConversationAsync(this.#appId, reference, logic)
  }
}
